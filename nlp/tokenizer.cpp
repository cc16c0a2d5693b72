// SPDX-License-Identifier: MIT
#include "nlp/tokenizer.hpp"

#include "nlp/code_points.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actant {
namespace {

/// A paragraph also ends at a single line break behind a line of at least this many bytes: text
/// that was not wrapped has one paragraph a line.
constexpr std::size_t unwrapped_line = 120;
/// Longer chunks are only split at punctuation, without look-ups.
constexpr std::size_t longest_word = 64;
/// What is longer without white space is cut, so that the work on a chunk is bounded.
constexpr std::size_t longest_chunk = 8192;

enum class Kind : std::uint8_t { letter, digit, mark };

struct Point {
  std::uint32_t at = 0;  ///< byte in the text
  char32_t c = 0;
  Kind kind = Kind::mark;
};

Kind kind_of(char32_t c) {
  if (is_digit(c)) return Kind::digit;
  return is_letter(c) ? Kind::letter : Kind::mark;
}

bool any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x2018 || c == U'`'; }
bool is_currency(char32_t c) { return any_of(c, U"$£€¥₹₽"); }
bool is_dash(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014;
}
bool is_closing(char32_t c) { return any_of(c, U".,;:!?)]}\"'”’»…%>*"); }

constexpr std::array<std::string_view, 7> clitics = {"'s", "'m", "'d", "'re", "'ve", "'ll", "n't"};

/// Words that the treebanks split in two: the first part's length.
struct Contraction {
  std::string_view word;
  std::uint32_t first;
};
constexpr std::array<Contraction, 12> contractions = {{{"cannot", 3},
                                                       {"gonna", 3},
                                                       {"gotta", 3},
                                                       {"wanna", 3},
                                                       {"dunno", 2},
                                                       {"gimme", 3},
                                                       {"lemme", 3},
                                                       {"dont", 2},
                                                       {"didnt", 3},
                                                       {"doesnt", 4},
                                                       {"isnt", 2},
                                                       {"wasnt", 3}}};

/// First parts of hyphenated words that stay one word.
constexpr std::array<std::string_view, 8> whole_prefixes = {"e",  "x", "t", "re",
                                                            "co", "o", "v", "anti"};

struct Entity {
  std::string_view name;
  std::string_view means;
};
constexpr std::array<Entity, 14> entities = {{{"mdash", "—"},
                                              {"ndash", "–"},
                                              {"nbsp", " "},
                                              {"quot", "\""},
                                              {"amp", "&"},
                                              {"laquo", "\""},
                                              {"raquo", "\""},
                                              {"ldquo", "\""},
                                              {"rdquo", "\""},
                                              {"lsquo", "'"},
                                              {"rsquo", "'"},
                                              {"hellip", "..."},
                                              {"lt", "<"},
                                              {"gt", ">"}}};

/// Splits one document; lives for one call.
class Splitter {
 public:
  Splitter(std::string_view text, Analysis& analysis, std::vector<std::uint32_t>& paragraphs,
           const std::unordered_set<std::string_view>& abbreviations)
      : text_(text), analysis_(analysis), paragraphs_(paragraphs), abbreviations_(abbreviations) {}

  void run() {
    std::size_t at = 0;
    paragraphs_.push_back(count());
    while (at < text_.size()) {
      at = skip_space(at);
      if (at >= text_.size()) break;
      if (const std::size_t end = entity(at); end != at) {
        at = end;
        continue;
      }
      at = read_chunk(at);
      split(0, points_.size());
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
      const char32_t c = next_code_point(text_, next);
      if (!is_space(c)) break;
      if (c == U'\n') {
        ++line_breaks;
        if (at - line_start_ >= unwrapped_line) ++line_breaks;
        line_start_ = next;
      }
      at = next;
    }
    if (at == start && start > 0) return at;
    if (count() > 0) analysis_.tokens.back().space_after = true;
    if (line_breaks >= 2 && paragraphs_.back() != count()) paragraphs_.push_back(count());
    return at;
  }

  /// The end of an HTML entity at `at`, perhaps broken by blanks, which it adds; `at` if none.
  std::size_t entity(std::size_t at) {
    if (text_[at] != '&') return at;
    std::size_t name = at + 1;
    while (name < text_.size() && text_[name] == ' ' && name < at + 3) ++name;
    for (const Entity& e : entities) {
      if (text_.substr(name, e.name.size()) != e.name) continue;
      std::size_t end = name + e.name.size();
      while (end < text_.size() && text_[end] == ' ' && end < name + e.name.size() + 2) ++end;
      if (end < text_.size() && text_[end] == ';') {
        ++end;
        if (e.means != " ") {
          add_form({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, e.means);
        }
        return end;
      }
    }
    return at;
  }

  std::size_t read_chunk(std::size_t at) {
    points_.clear();
    while (at < text_.size()) {
      std::size_t next = at;
      const char32_t c = next_code_point(text_, next);
      if (is_space(c) || points_.size() == longest_chunk) break;
      if (c == U'&' && !points_.empty() && entity_ahead(at)) break;
      points_.push_back({static_cast<std::uint32_t>(at), c, kind_of(c)});
      at = next;
    }
    chunk_end_ = static_cast<std::uint32_t>(at);
    return at;
  }

  [[nodiscard]] bool entity_ahead(std::size_t at) const {
    return std::any_of(entities.begin(), entities.end(), [&](const Entity& e) {
      return text_.substr(at + 1, e.name.size()) == e.name &&
             text_.substr(at + 1 + e.name.size(), 1) == ";";
    });
  }

  [[nodiscard]] std::uint32_t byte_at(std::size_t i) const {
    return i < points_.size() ? points_[i].at : chunk_end_;
  }
  [[nodiscard]] std::string_view bytes(std::size_t begin, std::size_t end) const {
    return slice(text_, {byte_at(begin), byte_at(end)});
  }

  void add_form(Span span, std::string_view form) {
    Token token;
    token.span = span;
    token.form = analysis_.strings.intern(form);
    token.space_after = false;
    analysis_.tokens.push_back(token);
  }

  void add(std::size_t begin, std::size_t end) {
    if (begin < end) add_form({byte_at(begin), byte_at(end)}, bytes(begin, end));
  }

  /// Two words of one surface token.
  void add_joined(std::size_t begin, std::size_t middle, std::size_t end) {
    if (begin == middle || middle == end) return add(begin, end);
    add(begin, middle);
    analysis_.tokens.back().joined = true;
    add(middle, end);
  }

  /// Adds points [begin, end) of the chunk as tokens.
  void split(std::size_t begin, std::size_t end) {
    while (begin < end && opens(begin, end)) {
      const std::size_t n = run_length(begin, end);
      add(begin, begin + n);
      begin += n;
    }
    if (begin == end) return;
    const std::size_t whole = address_end(begin, end);
    if (whole != begin) {
      add(begin, whole);
      return split(whole, end);
    }
    if (is_smiley(begin, end)) return add(begin, end);
    const std::size_t core = peel_end(begin, end);
    split_core(begin, core);
    for (std::size_t at = core; at < end;) {
      const std::size_t n = run_length(at, end);
      add(at, at + n);
      at += n;
    }
  }

  [[nodiscard]] bool opens(std::size_t at, std::size_t end) const {
    const Point& p = points_[at];
    if (p.kind != Kind::mark) return false;
    if (is_apostrophe(p.c) && end - at >= 2 && end - at <= 4) {  // 's alone, '90s
      const std::string rest = lower_case(bytes(at, end));
      if (std::find(clitics.begin(), clitics.end(), rest) != clitics.end()) return false;
      if (points_[at + 1].kind == Kind::digit) return false;
    }
    if (p.c == U'.' && at + 1 < end && points_[at + 1].kind == Kind::digit) return false;
    if (any_of(p.c, U"#@+-") && at + 1 < end && points_[at + 1].kind != Kind::mark && p.c != U'-') {
      return p.c == U'#';
    }
    return !(is_smiley(at, end));
  }

  /// How many equal marks form one token: ..., --, !!!
  [[nodiscard]] std::size_t run_length(std::size_t at, std::size_t end) const {
    const char32_t c = points_[at].c;
    if (!any_of(c, U".-!?*=_~#'`")) return 1;
    std::size_t n = 1;
    while (at + n < end &&
           (points_[at + n].c == c || (any_of(c, U"!?") && any_of(points_[at + n].c, U"!?")))) {
      ++n;
    }
    if (c == U'.' && n == 2 && at + n == end) return n;
    if ((c == U'\'' || c == U'`') && n > 2) return 2;
    return n;
  }

  [[nodiscard]] bool is_smiley(std::size_t begin, std::size_t end) const {
    if (end - begin < 2 || end - begin > 4) return false;
    if (!any_of(points_[begin].c, U":;=8")) return false;
    const char32_t last = points_[end - 1].c;
    return any_of(last, U")(DPp/|*3]") &&
           (end - begin == 2 || any_of(points_[begin + 1].c, U"-o'^)("));
  }

  /// Behind a URL, e-mail address or file name at `begin`, without closing punctuation; else begin.
  [[nodiscard]] std::size_t address_end(std::size_t begin, std::size_t end) const {
    if (end - begin < 5) return begin;
    const std::string_view all = bytes(begin, end);
    const bool url = all.find("://") != std::string_view::npos || all.starts_with("www.") ||
                     all.starts_with("WWW.");
    const std::size_t sign = all.find('@');
    const bool mail =
        sign != std::string_view::npos && sign > 0 && all.find('.', sign) != std::string_view::npos;
    if (!url && !mail && !is_domain(all)) return begin;
    std::size_t stop = end;
    while (stop > begin + 1 && any_of(points_[stop - 1].c, U".,;:!?)]}\"'”’»>")) --stop;
    for (std::size_t i = begin; i < stop; ++i) {
      if (any_of(points_[i].c, U"<>\"“”")) return i;
    }
    return stop;
  }

  [[nodiscard]] static bool is_domain(std::string_view text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ')')) {
      text.remove_suffix(1);
    }
    constexpr std::array<std::string_view, 9> endings = {".com", ".org",   ".net",  ".edu", ".gov",
                                                         ".htm", ".co.uk", ".html", ".info"};
    if (text.find('.') == std::string_view::npos) return false;
    constexpr std::size_t longest_ending = 6;
    const std::string tail =
        lower_case(text.substr(text.size() - std::min(text.size(), longest_ending)));
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
      return text.size() > ending.size() && tail.ends_with(ending);
    });
  }

  /// The end of the word proper in [begin, end): what follows is closing punctuation.
  [[nodiscard]] std::size_t peel_end(std::size_t begin, std::size_t end) const {
    std::size_t core = end;
    while (core > begin + 1) {
      const Point& p = points_[core - 1];
      if (p.kind != Kind::mark || !(is_closing(p.c) || is_dash(p.c))) break;
      if (p.c == U'.' && keeps_stop(begin, core)) break;
      --core;
    }
    return core;
  }

  /// Whether the full stop at the end of [begin, end) belongs to the word.
  [[nodiscard]] bool keeps_stop(std::size_t begin, std::size_t end) const {
    if (end - begin > longest_word) return false;
    if (end - begin == 2) return points_[begin].kind == Kind::letter && is_upper(points_[begin].c);
    std::size_t from = end - 1;  // the part behind a hyphen, slash or quotation mark
    while (from > begin && (points_[from - 1].kind != Kind::mark || points_[from - 1].c == U'.'))
      --from;
    const std::string word = lower_case(bytes(from, end));
    if (word.size() < 2) return false;
    if (abbreviations_.contains(word)) return true;
    // U.S. a.m. e.g.: single letters between stops
    if ((end - from) % 2 != 0 || end - from < 4) return false;
    for (std::size_t i = from; i < end; i += 2) {
      if (points_[i].kind != Kind::letter || points_[i + 1].c != U'.') return false;
    }
    return true;
  }

  /// Splits [begin, end), which has no punctuation at its ends, at what lies between words.
  void split_core(std::size_t begin, std::size_t end) {
    std::size_t start = begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (points_[at].kind != Kind::mark || !parts(start, at, end)) continue;
      split_word(start, at);
      const std::size_t n = run_length(at, end);
      add(at, at + n);
      at += n - 1;
      start = at + 1;
    }
    split_word(start, end);
  }

  /// Whether the mark at `at`, inside a chunk, is a token between two words.
  [[nodiscard]] bool parts(std::size_t start, std::size_t at, std::size_t end) const {
    const char32_t c = points_[at].c;
    const bool last = at + 1 >= end;
    const Kind before = at > start ? points_[at - 1].kind : Kind::mark;
    const Kind after = last ? Kind::mark : points_[at + 1].kind;
    const bool numbers = before == Kind::digit && after == Kind::digit;
    if (is_apostrophe(c)) return false;
    if (c == U'.') {
      if (at + 1 < end && points_[at + 1].c == U'.') return true;
      return before == Kind::letter && after == Kind::letter && !dotted(start, at, end) &&
             at - start > 2 && is_upper(points_[at + 1].c);
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
    return (at - start == 1) || (at + 2 >= end) || points_[at + 2].c == U'.';
  }

  [[nodiscard]] bool slash_of_words(std::size_t start, std::size_t end) const {
    if (end - start > longest_word) return true;
    return std::any_of(points_.begin() + static_cast<std::ptrdiff_t>(start),
                       points_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Point& p) { return p.kind == Kind::letter; });
  }

  [[nodiscard]] bool keeps_hyphen(std::size_t start, std::size_t at, std::size_t end) const {
    if (points_[at].c != U'-' || at == start || at + 1 >= end) return false;
    if (end - start > longest_word) return false;
    const std::string first = lower_case(bytes(start, at));
    return std::find(whole_prefixes.begin(), whole_prefixes.end(), first) != whole_prefixes.end() &&
           points_[at + 1].kind == Kind::letter;
  }

  /// One word without punctuation at its ends: contractions, units behind numbers.
  void split_word(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const std::size_t size = end - begin;
    if (size > longest_word || size < 2) return add(begin, end);
    for (const std::string_view clitic : clitics) {
      if (size > clitic.size() && ends_with(end, clitic)) {
        return add_joined(begin, end - clitic.size(), end);
      }
    }
    if (size == 2 && is_apostrophe(points_[begin].c)) return add(begin, end);
    if (is_apostrophe(points_[end - 1].c) && size > 2) {  // the students'
      return add_joined(begin, end - 1, end);
    }
    if (size >= 4 && size <= 6 && points_[begin].kind == Kind::letter) {
      const std::string word = lower_case(bytes(begin, end));
      for (const Contraction& c : contractions) {
        if (word == c.word) return add_joined(begin, begin + c.first, end);
      }
    }
    split_unit(begin, end);
  }

  [[nodiscard]] bool ends_with(std::size_t end, std::string_view clitic) const {
    for (std::size_t i = 0; i < clitic.size(); ++i) {
      const char32_t c = points_[end - clitic.size() + i].c;
      const bool same =
          clitic[i] == '\'' ? is_apostrophe(c) : lower_case(c) == static_cast<char32_t>(clitic[i]);
      if (!same) return false;
    }
    return true;
  }

  /// 5pm, 10am, 20km: the number and its unit.
  void split_unit(std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    while (at < end && (points_[at].kind == Kind::digit || any_of(points_[at].c, U".,:"))) ++at;
    constexpr std::array<std::string_view, 14> units = {
        "am", "pm", "a.m.", "p.m.", "km", "kg", "mm", "cm", "mph", "m", "ft", "lb", "lbs", "hrs"};
    if (at > begin && at < end) {
      const std::string unit = lower_case(bytes(at, end));
      if (std::find(units.begin(), units.end(), unit) != units.end()) {
        add(begin, at);
        return add(at, end);
      }
    }
    add(begin, end);
  }

  std::string_view text_;
  Analysis& analysis_;
  std::vector<std::uint32_t>& paragraphs_;
  const std::unordered_set<std::string_view>& abbreviations_;
  std::vector<Point> points_;
  std::uint32_t chunk_end_ = 0;
  std::size_t line_start_ = 0;
};

}  // namespace

Tokenizer::Tokenizer(const std::vector<std::string_view>& abbreviations)
    : abbreviations_(abbreviations.begin(), abbreviations.end()) {}

void Tokenizer::tokenize(std::string_view text, Analysis& analysis,
                         std::vector<std::uint32_t>& paragraphs) const {
  Splitter(text, analysis, paragraphs, abbreviations_).run();
  if (!analysis.tokens.empty()) analysis.tokens.back().space_after = true;
}

}  // namespace actant
