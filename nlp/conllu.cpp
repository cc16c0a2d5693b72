// SPDX-License-Identifier: MIT
#include "nlp/conllu.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "nlp/name_tags.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ostream>
#include <vector>

namespace actant {
namespace {

constexpr std::size_t column_count = 10;
using Columns = std::array<std::string_view, column_count>;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The value of KEY=value in a MISC column.
std::optional<std::string_view> misc_value(std::string_view misc, std::string_view key) {
  while (!misc.empty()) {
    const std::string_view item = misc.substr(0, misc.find('|'));
    misc.remove_prefix(std::min(misc.size(), item.size() + 1));
    if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=') {
      return item.substr(key.size() + 1);
    }
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& source) : bytes_(bytes), source_(source) {}

  ConlluDocument run() {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // a byte order mark
    if (const std::size_t valid = valid_utf8_prefix(bytes_); valid < bytes_.size()) {
      fail(bytes_.substr(valid), "invalid UTF-8; text in UTF-8 was expected");
    }
    while (at_ < bytes_.size()) {
      const std::size_t end = std::min(bytes_.find('\n', at_), bytes_.size());
      std::string_view line = bytes_.substr(at_, end - at_);
      if (line.ends_with('\r')) line.remove_suffix(1);
      read_line(line);
      at_ = end + 1;
    }
    finish_sentence();
    return std::move(document_);
  }

 private:
  [[noreturn]] void fail(std::string_view where, const std::string& message) const {
    throw InputError(
        locate(source_, bytes_, static_cast<std::uint64_t>(where.data() - bytes_.data())), message);
  }

  void read_line(std::string_view line) {
    if (line.empty()) return finish_sentence();
    if (line[0] == '#') {
      if (line.starts_with("# newpar") || line.starts_with("# newdoc")) new_paragraph_ = true;
      return;
    }
    Columns columns;
    std::string_view rest = line;
    for (std::size_t i = 0; i < column_count; ++i) {
      const std::size_t tab = rest.find('\t');
      if ((tab == std::string_view::npos) != (i + 1 == column_count)) {
        fail(rest, "a line of another number of columns; 10 parted by tabs were expected");
      }
      columns[i] = rest.substr(0, tab);
      rest.remove_prefix(std::min(rest.size(), columns[i].size() + 1));
    }
    if (columns[0].find('.') != std::string_view::npos) return;  // an empty node
    if (columns[1].empty()) fail(columns[1], "an empty form; a word was expected");
    if (columns[0].find('-') != std::string_view::npos) return read_range(columns);
    read_word(columns);
  }

  /// "3-4": the surface token of the next two words.
  void read_range(const Columns& columns) {
    const std::size_t dash = columns[0].find('-');
    const auto first = number(columns[0].substr(0, dash));
    const auto last = number(columns[0].substr(dash + 1));
    if (!first || !last || *first != words() + 1 || *last <= *first) {
      fail(columns[0], "'" + std::string(columns[0]) +
                           "' as a range; the numbers of the next words " + "were expected");
    }
    begin_token();
    range_ = Range{*last, {text_size(), 0}, columns[1], space_after(columns)};
    document_.text.append(columns[1]);
    range_->span.end = text_size();
    range_at_ = range_->span.begin;
  }

  void read_word(const Columns& columns) {
    const auto id = number(columns[0]);
    if (!id || *id != words() + 1) {
      fail(columns[0], "'" + std::string(columns[0]) + "' as a word number; " +
                           std::to_string(words() + 1) + " was expected");
    }
    Token token;
    StringPool& strings = document_.analysis.strings;
    token.form = strings.intern(columns[1]);
    token.lemma = strings.intern(columns[2]);
    token.upos = parse_upos(columns[3]);
    token.xpos = strings.intern(columns[4]);
    token.feats = strings.intern(columns[5]);
    token.deprel = parse_deprel(columns[7]);
    heads_.push_back(columns[6]);
    if (range_) {
      place_in_range(token, *id);
    } else {
      begin_token();
      token.span.begin = text_size();
      document_.text.append(columns[1]);
      token.span.end = text_size();
      token.space_after = space_after(columns);
    }
    read_name(columns);
    document_.analysis.tokens.push_back(token);
    if (range_ && range_->last == *id) range_.reset();
  }

  /// Words of a range cover it where their forms do, else share what is left.
  void place_in_range(Token& token, std::uint32_t id) {
    const std::string_view form = document_.analysis.strings.view(token.form);
    const std::string_view left =
        std::string_view(document_.text).substr(range_at_, range_->span.end - range_at_);
    const bool last = id == range_->last;
    token.span.begin = range_at_;
    const auto here = static_cast<std::uint32_t>(left.starts_with(form) ? form.size() : 0);
    token.span.end = last ? range_->span.end : range_at_ + here;
    range_at_ = token.span.end;
    token.joined = !last;
    token.space_after = last && range_->space_after;
  }

  void read_name(const Columns& columns) {
    const auto tag = misc_value(columns[9], "NE");
    const auto at = static_cast<std::uint32_t>(document_.analysis.tokens.size());
    if (!tag || *tag == "O") return;
    const auto type = tag->size() > 2 ? parse_name_type(tag->substr(2)) : std::nullopt;
    if (!type)
      fail(*tag, "'" + std::string(*tag) + "' as a name; B-Person, I-Person ... were expected");
    auto& names = document_.analysis.names;
    const bool goes_on = tag->front() == 'I' && !names.empty() && names.back().end == at &&
                         names.back().type == *type && at > begin_;
    if (goes_on) {
      names.back().end = at + 1;
    } else {
      names.push_back({at, at + 1, *type});
    }
  }

  void finish_sentence() {
    if (range_) fail(range_->form, "a range without all its words; more words were expected");
    auto& tokens = document_.analysis.tokens;
    const auto end = static_cast<std::uint32_t>(tokens.size());
    if (end == begin_) return;
    for (std::uint32_t t = begin_; t < end; ++t) {
      const std::string_view text = heads_[t - begin_];
      const auto head = number(text);
      if (text == "_" || text == "0") continue;
      if (!head || *head > end - begin_) {
        fail(text, "'" + std::string(text) + "' as a head; 0 to " + std::to_string(end - begin_) +
                       " was expected");
      }
      tokens[t].head = begin_ + *head - 1;
    }
    document_.analysis.sentences.push_back(
        {begin_, end, {tokens[begin_].span.begin, tokens[end - 1].span.end}, paragraph_start_});
    begin_ = end;
    heads_.clear();
  }

  /// White space before the next surface token.
  void begin_token() {
    const auto& tokens = document_.analysis.tokens;
    if (words() == 0) {
      paragraph_start_ = new_paragraph_ || tokens.empty();
      if (!tokens.empty()) document_.text += paragraph_start_ ? "\n\n" : "\n";
      new_paragraph_ = false;
    } else if (tokens.back().space_after) {
      document_.text += ' ';
    }
  }

  [[nodiscard]] std::uint32_t words() const {
    return static_cast<std::uint32_t>(document_.analysis.tokens.size()) - begin_;
  }
  [[nodiscard]] std::uint32_t text_size() const {
    return static_cast<std::uint32_t>(document_.text.size());
  }
  static bool space_after(const Columns& columns) {
    return misc_value(columns[9], "SpaceAfter").value_or("Yes") != "No";
  }

  struct Range {
    std::uint32_t last;
    Span span;
    std::string_view form;
    bool space_after;
  };

  std::string_view bytes_;
  std::string source_;
  std::size_t at_ = 0;
  ConlluDocument document_;
  std::vector<std::string_view> heads_;
  std::optional<Range> range_;
  std::uint32_t range_at_ = 0;
  std::uint32_t begin_ = 0;
  bool new_paragraph_ = false;
  bool paragraph_start_ = false;
};

class Writer {
 public:
  Writer(const Analysis& analysis, std::string_view text, std::span<const std::string> notes,
         std::ostream& out)
      : analysis_(analysis),
        text_(text),
        notes_(notes),
        out_(out),
        tags_(analysis.tokens.size(), -1) {
    for (std::size_t n = 0; n < analysis.names.size(); ++n) {
      for (std::uint32_t t = analysis.names[n].begin; t < analysis.names[n].end; ++t) {
        tags_[t] = static_cast<std::ptrdiff_t>(n);
      }
    }
  }

  void run() {
    for (std::size_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& sentence = analysis_.sentences[s];
      if (sentence.paragraph_start) out_ << "# newpar\n";
      out_ << "# sent_id = " << s + 1 << "\n# text = ";
      out_ << one_line(slice(text_, sentence.span));
      out_ << '\n';
      for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) write_token(sentence, t);
      out_ << '\n';
    }
  }

 private:
  void write_token(const Sentence& sentence, std::uint32_t t) {
    const Token& token = analysis_.tokens[t];
    const bool first_of_range =
        token.joined && (t == sentence.begin || !analysis_.tokens[t - 1].joined);
    const bool in_range = token.joined || (t > sentence.begin && analysis_.tokens[t - 1].joined);
    if (first_of_range) {
      std::uint32_t last = t;
      while (last + 1 < sentence.end && analysis_.tokens[last].joined) ++last;
      out_ << t - sentence.begin + 1 << '-' << last - sentence.begin + 1 << '\t';
      out_ << one_line(slice(text_, {token.span.begin, analysis_.tokens[last].span.end}));
      out_ << "\t_\t_\t_\t_\t_\t_\t_\t"
           << (analysis_.tokens[last].space_after ? "_" : "SpaceAfter=No") << '\n';
    }
    out_ << t - sentence.begin + 1 << '\t' << field(token.form) << '\t' << field(token.lemma)
         << '\t' << to_string(token.upos) << '\t' << field(token.xpos) << '\t' << field(token.feats)
         << '\t' << (token.head == no_head ? 0 : token.head - sentence.begin + 1) << '\t'
         << to_string(token.deprel) << "\t_\t";
    write_misc(t, !in_range && !token.space_after);
    out_ << '\n';
  }

  void write_misc(std::uint32_t t, bool no_space) {
    const std::ptrdiff_t n = tags_[t];
    const bool noted = t < notes_.size() && !notes_[t].empty();
    if (noted) out_ << notes_[t];
    if (n >= 0) {
      const Name& name = analysis_.names[static_cast<std::size_t>(n)];
      out_ << (noted ? "|NE=" : "NE=") << (name.begin == t ? "B-" : "I-") << to_string(name.type);
    }
    if (no_space) out_ << (noted || n >= 0 ? "|" : "") << "SpaceAfter=No";
    if (!noted && n < 0 && !no_space) out_ << '_';
  }

  [[nodiscard]] std::string_view field(StringId id) const {
    if (!id.valid()) return "_";
    const std::string_view text = analysis_.strings.view(id);
    return text.empty() ? "_" : text;
  }

  const Analysis& analysis_;
  std::string_view text_;
  std::span<const std::string> notes_;
  std::ostream& out_;
  std::vector<std::ptrdiff_t> tags_;  ///< name of each token, or -1
};

}  // namespace

ConlluDocument read_conllu(std::string_view bytes, const std::string& source) {
  return Reader(bytes, source).run();
}

void write_conllu(const Analysis& analysis, std::string_view text, std::ostream& out,
                  std::span<const std::string> notes) {
  Writer(analysis, text, notes, out).run();
}

}  // namespace actant
