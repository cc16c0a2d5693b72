// SPDX-License-Identifier: MIT
#include "nlp/tokenizer.hpp"

#include "base/error.hpp"
#include "nlp/chunk.hpp"
#include "nlp/code_points.hpp"
#include "nlp/html_entities.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace actant {
namespace {

/// A paragraph also ends at a single line break behind a line of at least this many bytes: text
/// that was not wrapped has one paragraph a line.
constexpr std::size_t unwrapped_line = 120;
constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";
/// Bytes a token, white space included, to reserve memory; prose has more.
constexpr std::size_t usual_word = 5;
/// Longer chunks are only split at punctuation, without look-ups.
constexpr std::size_t longest_word = 64;

constexpr std::array<std::string_view, 7> clitics = {"'s", "'m", "'d", "'re", "'ve", "'ll", "n't"};
/// Words that begin with an apostrophe.
constexpr std::array<std::string_view, 5> clipped = {"'em", "'n", "'tis", "'twas", "'til"};
/// Single letters before a hyphen in one word: T-shirt, X-ray.
constexpr std::u32string_view hyphen_letters = U"toxv";
constexpr std::array<std::string_view, 22> units = {
    "am", "pm", "a.m.", "p.m.", "km",  "kg",  "mg", "mm", "cm", "mph", "m",
    "ft", "lb", "lbs",  "k",    "min", "hrs", "hr", "gb", "mb", "bn",  "million"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Lower case with plain apostrophes.
std::string plain(std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    append_utf8(result, is_apostrophe(c) ? U'\'' : lower_case(c));
  }
  return result;
}

}  // namespace

/// Splits one document; lives for one call.
class Tokenizer::Splitter {
 public:
  Splitter(const Tokenizer& lists, std::string_view text, Analysis& analysis,
           std::vector<std::uint32_t>& paragraphs)
      : lists_(lists), text_(text), analysis_(analysis), paragraphs_(paragraphs) {}

  void run() {
    std::size_t at = 0;
    paragraphs_.push_back(count());
    analysis_.tokens.reserve(count() + text_.size() / usual_word);
    while (at < text_.size()) {
      at = skip_space(at);
      if (at >= text_.size()) break;
      if (const auto entity = html_entity(text_, at)) {
        if (entity->means != " ") {
          add_form({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(entity->end)},
                   entity->means);
        }
        at = entity->end;
        continue;
      }
      at = chunk_.read(text_, at);
      if (chunk_.is_plain()) {  // most are; no rule about marks and digits can apply
        split_word(0, chunk_.size());
      } else {
        split(0, chunk_.size());
      }
    }
  }

 private:
  [[nodiscard]] std::uint32_t count() const {
    return static_cast<std::uint32_t>(analysis_.tokens.size());
  }

  /// Marks the end of the last token and, at a blank line, of the paragraph.
  std::size_t skip_space(std::size_t at) {
    std::size_t line_breaks = 0;
    const std::size_t start = at;
    while (at < text_.size()) {
      std::size_t next = at;
      if (!is_space(next_code_point(text_, next))) break;
      if (const std::size_t size = line_break_size(text_.substr(at)); size > 0) {
        next = at + size;
        line_breaks += text_.substr(at).starts_with(paragraph_separator) ? 2 : 1;
        if (at - line_start_ >= unwrapped_line) ++line_breaks;
        line_start_ = next;
      }
      at = next;
    }
    if (at == start && start > 0) return at;
    if (count() > 0) analysis_.tokens.back().space_after = true;
    if (line_breaks >= 2 && paragraphs_.back() != count()) {
      paragraphs_.push_back(count());
      quoting_ = false;
    }
    return at;
  }

  void add_form(Span span, std::string_view form) {
    Token token;
    token.span = span;
    token.form = analysis_.strings.intern(form);
    token.space_after = false;
    analysis_.tokens.push_back(token);
  }

  void add(std::size_t begin, std::size_t end) {
    if (begin < end) {
      add_form({chunk_.byte_at(begin), chunk_.byte_at(end)}, chunk_.bytes(begin, end));
    }
  }

  /// Adds a word that forms one surface token with the next one.
  void add_joined(std::size_t begin, std::size_t end) {
    add(begin, end);
    if (begin < end) analysis_.tokens.back().joined = true;
  }

  std::size_t add_run(std::size_t at, std::size_t end) {
    const std::size_t n = chunk_.run_length(at, end);
    add(at, at + n);
    return at + n;
  }

  /// Adds points [begin, end) of the chunk as tokens.
  void split(std::size_t begin, std::size_t end) {
    while (begin < end) {
      if (const std::size_t word = edited_word_end(begin, end); word != begin) {
        begin = word;
        continue;
      }
      if (opens(begin, end)) {
        const std::size_t next = add_run(begin, end);
        if (is_apostrophe(chunk_[begin].c) && next < end) {
          quoting_ = quoting_ || chunk_[next].kind != PointKind::mark;
        }
        begin = next;
        continue;
      }
      const std::size_t part = chunk_.part_end(begin, end);
      const std::size_t address = chunk_.address_end(begin, part);
      if (address != begin) {
        add(begin, address);
        begin = address;
      } else {
        split_part(begin, part);
        begin = part;
      }
    }
  }

  /// "[W]e": a letter that the writer changed. Adds the word without the brackets.
  /// @return its end, or `begin` when there is none.
  std::size_t edited_word_end(std::size_t begin, std::size_t end) {
    if (end - begin < 4 || chunk_[begin].c != U'[' || chunk_[begin + 2].c != U']' ||
        chunk_[begin + 1].kind != PointKind::letter ||
        chunk_[begin + 3].kind != PointKind::letter) {
      return begin;
    }
    std::size_t word = begin + 3;
    while (word < end && chunk_[word].kind == PointKind::letter) ++word;
    std::string form(chunk_.bytes(begin + 1, begin + 2));
    form += chunk_.bytes(begin + 3, word);
    add_form({chunk_.byte_at(begin), chunk_.byte_at(word)}, form);
    analysis_.tokens.back().joined = word < end && is_apostrophe(chunk_[word].c) &&
                                     contains(clitics, plain(chunk_.bytes(word, end)));
    return word;
  }

  /// Adds a word and the punctuation behind it.
  void split_part(std::size_t begin, std::size_t end) {
    if (chunk_.is_smiley(begin, end)) return add(begin, end);
    std::size_t core = peel_end(begin, end);
    split_core(begin, core);
    if (core < end && is_possessive(begin, core, end)) {
      analysis_.tokens.back().joined = true;
    } else if (core < end && is_apostrophe(chunk_[core].c)) {
      quoting_ = false;
    }
    while (core < end) core = add_run(core, end);
  }

  /// Whether the apostrophe behind a word is the plural's genitive, not a closing quotation mark.
  [[nodiscard]] bool is_possessive(std::size_t begin, std::size_t core, std::size_t end) const {
    if (quoting_ || core == begin || !is_apostrophe(chunk_[core].c)) return false;
    if (chunk_.run_length(core, end) != 1) return false;
    return any_of(chunk_[core - 1].c, U"sSzZxX");
  }

  [[nodiscard]] bool opens(std::size_t at, std::size_t end) const {
    const Point& p = chunk_[at];
    if (p.kind != PointKind::mark) return false;
    if (is_apostrophe(p.c) && end - at >= 2 && end - at <= 5) {  // 's alone, 'em, '90s
      const std::string rest = plain(chunk_.bytes(at, end));
      if (contains(clitics, rest) || contains(clipped, rest)) return false;
      if (chunk_[at + 1].kind == PointKind::digit) return false;
    }
    if (p.c == U'.' && at + 1 < end && chunk_[at + 1].kind == PointKind::digit) return false;
    if (any_of(p.c, U"#@+-") && at + 1 < end && chunk_[at + 1].kind != PointKind::mark &&
        p.c != U'-') {
      return p.c == U'#';
    }
    return !chunk_.is_smiley(at, end);
  }

  /// The end of the word proper in [begin, end): what follows is closing punctuation.
  [[nodiscard]] std::size_t peel_end(std::size_t begin, std::size_t end) const {
    std::size_t core = end;
    while (core > begin + 1) {
      const Point& p = chunk_[core - 1];
      if (p.kind != PointKind::mark || !(is_closing(p.c) || is_dash(p.c))) break;
      if (p.c == U'.' && keeps_stop(begin, core)) break;
      --core;
    }
    return core;
  }

  /// Whether the full stop at the end of [begin, end) belongs to the word.
  [[nodiscard]] bool keeps_stop(std::size_t begin, std::size_t end) const {
    if (end - begin > longest_word) return false;
    if (end - begin == 2)
      return chunk_[begin].kind == PointKind::letter && is_upper(chunk_[begin].c);
    std::size_t from = end - 1;  // the part behind a hyphen, slash or quotation mark
    while (from > begin && (chunk_[from - 1].kind != PointKind::mark || chunk_[from - 1].c == U'.'))
      --from;
    const std::string word = lower_case(chunk_.bytes(from, end));
    if (word.size() < 2) return false;
    if (lists_.abbreviations_.contains(word)) return true;
    // U.S. a.m. e.g.: single letters between stops
    if ((end - from) % 2 != 0 || end - from < 4) return false;
    for (std::size_t i = from; i < end; i += 2) {
      if (chunk_[i].kind != PointKind::letter || chunk_[i + 1].c != U'.') return false;
    }
    return true;
  }

  /// Splits [begin, end), which has no punctuation at its ends, at what lies between words.
  void split_core(std::size_t begin, std::size_t end) {
    const std::size_t stem = end - clitic_length(begin, end);
    if (chunk_.is_number_group(begin, stem) || is_whole(begin, stem)) {
      add(begin, stem);
      analysis_.tokens.back().joined = stem < end;
      return add(stem, end);
    }
    std::size_t start = begin;
    for (std::size_t at = begin; at < end;) {
      if (chunk_[at].kind != PointKind::mark || !parts(start, at, end)) {
        ++at;
        continue;
      }
      split_word(start, at);
      start = at = add_run(at, end);
    }
    split_word(start, end);
  }

  /// Length of the clitic at the end of a word, 0 if there is none.
  [[nodiscard]] std::size_t clitic_length(std::size_t begin, std::size_t end) const {
    for (const std::string_view clitic : clitics) {
      if (end - begin > clitic.size() && ends_with(end, clitic)) return clitic.size();
    }
    return 0;
  }

  /// Whether the model lists [begin, end) as one token: e-mail, AT&T.
  [[nodiscard]] bool is_whole(std::size_t begin, std::size_t end) const {
    if (end - begin > longest_word || !chunk_.has_kind(PointKind::mark, begin, end)) return false;
    return lists_.whole_tokens_.contains(plain(chunk_.bytes(begin, end)));
  }

  /// Whether the mark at `at`, inside a chunk, is a token between two words.
  [[nodiscard]] bool parts(std::size_t start, std::size_t at, std::size_t end) const {
    const char32_t c = chunk_[at].c;
    const bool last = at + 1 >= end;
    const PointKind before = at > start ? chunk_[at - 1].kind : PointKind::mark;
    const PointKind after = last ? PointKind::mark : chunk_[at + 1].kind;
    const bool numbers = before == PointKind::digit && after == PointKind::digit;
    if (is_apostrophe(c)) return false;
    if (c == U'.') {
      if (at + 1 < end && chunk_[at + 1].c == U'.') return true;
      return before == PointKind::letter && after == PointKind::letter && !dotted(start, at, end) &&
             at - start > 2 && is_upper(chunk_[at + 1].c);
    }
    if (any_of(c, U",:")) return !numbers;
    if (c == U'/') return !numbers || slash_of_words(start, end);
    if (c == U'&') return at == start || at - start > 2 || end - at > 3;
    if (c == U'_' || c == U'@' || c == U'\\' || c == U'+') return false;
    if (c == U'%') return true;
    if (is_currency(c)) return true;
    if (is_dash(c)) return !keeps_hyphen(start, at, end);
    return true;
  }

  /// U.S.A, a.m: letters and stops in turn.
  [[nodiscard]] bool dotted(std::size_t start, std::size_t at, std::size_t end) const {
    return (at - start == 1) || (at + 2 >= end) || chunk_[at + 2].c == U'.';
  }

  [[nodiscard]] bool slash_of_words(std::size_t start, std::size_t end) const {
    return end - start > longest_word || chunk_.has_kind(PointKind::letter, start, end);
  }

  [[nodiscard]] bool keeps_hyphen(std::size_t start, std::size_t at, std::size_t end) const {
    if (chunk_[at].c != U'-' || at == start || at + 1 >= end) return false;
    if (end - start > longest_word || chunk_[at + 1].kind != PointKind::letter) return false;
    if (at - start == 1)
      return any_of(lower_case(chunk_[start].c), hyphen_letters) || listed(start, at);
    return listed(start, at);
  }
  [[nodiscard]] bool listed(std::size_t start, std::size_t at) const {
    return lists_.hyphen_prefixes_.contains(lower_case(chunk_.bytes(start, at)));
  }

  /// One word without punctuation at its ends: contractions, units behind numbers.
  void split_word(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const std::size_t size = end - begin;
    if (size > longest_word || size < 2) return add(begin, end);
    if (const std::size_t clitic = clitic_length(begin, end); clitic > 0) {
      add_joined(begin, end - clitic);
      return add(end - clitic, end);
    }
    if (chunk_[begin].kind == PointKind::digit) return split_unit(begin, end);
    if (size <= lists_.longest_multiword_ && chunk_[begin].kind == PointKind::letter) {
      const auto known = lists_.multiwords_.find(lower_case(chunk_.bytes(begin, end)));
      if (known != lists_.multiwords_.end()) {
        for (const std::size_t length : known->second) {
          add_joined(begin, begin + length);
          begin += length;
        }
      }
    }
    add(begin, end);
  }

  [[nodiscard]] bool ends_with(std::size_t end, std::string_view clitic) const {
    for (std::size_t i = 0; i < clitic.size(); ++i) {
      const char32_t c = chunk_[end - clitic.size() + i].c;
      const bool same =
          clitic[i] == '\'' ? is_apostrophe(c) : lower_case(c) == static_cast<char32_t>(clitic[i]);
      if (!same) return false;
    }
    return true;
  }

  /// 5pm, 10am, 20km: the number and its unit.
  void split_unit(std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    while (at < end && (chunk_[at].kind == PointKind::digit || any_of(chunk_[at].c, U".,:"))) ++at;
    if (at < end && contains(units, lower_case(chunk_.bytes(at, end)))) {
      add(begin, at);
      begin = at;
    }
    add(begin, end);
  }

  const Tokenizer& lists_;
  std::string_view text_;
  Analysis& analysis_;
  std::vector<std::uint32_t>& paragraphs_;
  Chunk chunk_;
  std::size_t line_start_ = 0;
  bool quoting_ = false;  ///< an apostrophe stands before a word of this paragraph, none behind one
};

Tokenizer::Tokenizer(const TokenizerLists& lists)
    : abbreviations_(lists.abbreviations.begin(), lists.abbreviations.end()),
      whole_tokens_(lists.whole_tokens.begin(), lists.whole_tokens.end()),
      hyphen_prefixes_(lists.hyphen_prefixes.begin(), lists.hyphen_prefixes.end()) {
  for (const std::string_view line : lists.multiwords) add_multiword(line);
}

/// "dunno TAB 2 1 2": the last length follows from the others.
void Tokenizer::add_multiword(std::string_view line) {
  const std::size_t tab = line.find('\t');
  const std::string_view word = line.substr(0, tab);
  std::vector<std::size_t> lengths;
  std::size_t sum = 0;
  for (std::size_t at = tab; at != std::string_view::npos; at = line.find(' ', at + 1)) {
    std::size_t length = 0;
    std::from_chars(line.data() + at + 1, line.data() + line.size(), length);
    lengths.push_back(length);
    sum += length;
  }
  if (lengths.size() < 2 || sum != word.size() ||
      std::find(lengths.begin(), lengths.end(), 0U) != lengths.end()) {
    throw Error("model: bad multiword '" + std::string(line) + "'");
  }
  lengths.pop_back();
  longest_multiword_ = std::max(longest_multiword_, word.size());
  multiwords_.emplace(word, std::move(lengths));
}

void Tokenizer::tokenize(std::string_view text, Analysis& analysis,
                         std::vector<std::uint32_t>& paragraphs) const {
  Splitter(*this, text, analysis, paragraphs).run();
  if (!analysis.tokens.empty()) analysis.tokens.back().space_after = true;
}

}  // namespace actant
