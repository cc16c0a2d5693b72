// SPDX-License-Identifier: MIT
#include "ingest/time_expressions.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace actant {
namespace {

constexpr std::uint32_t longest_time = 8;  // tokens

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_folded(std::string_view word, std::string_view lower_case) {
  return word.size() == lower_case.size() &&
         std::equal(word.begin(), word.end(), lower_case.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

template <std::size_t Count>
int find_folded(const std::array<std::string_view, Count>& names, std::string_view word) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (equal_folded(word, names[i])) return static_cast<int>(i);
    const bool cut = word.size() >= 3 && word.size() <= 5 && names[i].size() > word.size();
    const std::string_view stem =
        cut && word.back() == '.' ? word.substr(0, word.size() - 1) : word;
    if (cut && stem.size() >= 3 && equal_folded(stem, names[i].substr(0, stem.size()))) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

/// The number that a word writes in digits, an ordinal ending aside; -1 when it does not.
int number(std::string_view word) {
  int value = 0;
  std::size_t digits = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9' && digits < 5) {
    value = value * 10 + (word[digits++] - '0');
  }
  if (digits == 0) return -1;
  const std::string_view rest = word.substr(digits);
  const bool whole = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return whole ? value : -1;
}

bool is_year(int value) { return value >= 1000 && value <= 2199; }

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
int to_days(CalendarDate date) {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int of_era = year - era * 400;
  const int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

CalendarDate from_days(int days) {
  days += 719468;
  const int era = (days >= 0 ? days : days - 146096) / 146097;
  const int of_era = days - era * 146097;
  const int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year + year / 4 - year / 100);
  const int month = (5 * of_year + 2) / 153;
  const int day = of_year - (153 * month + 2) / 5 + 1;
  const int calendar_month = month < 10 ? month + 3 : month - 9;
  return {year + era * 400 + (calendar_month <= 2 ? 1 : 0), calendar_month, day};
}

std::string iso(CalendarDate date) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

std::string iso_month(int year, int month) { return iso({year, month, 1}).substr(0, 7); }

/// ISO 8601 week of a date: "2021-W52".
std::string iso_week(CalendarDate date) {
  const CalendarDate thursday = add_days(date, 3 - day_of_week(date));
  const int week = (to_days(thursday) - to_days({thursday.year, 1, 1})) / 7 + 1;
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-W%02d", thursday.year, week);
  return text.data();
}

/// What the words of a time expression give.
struct Pieces {
  int month = -1;
  int weekday = -1;
  int day = -1;
  int year = -1;
  int shift = 0;  // days from the day of publication
  bool relative = false;
  int direction = 0;  // last: -1, next: 1, this: 0 with `deictic`
  bool deictic = false;
  std::string_view part;    // "EV"
  std::string_view period;  // "week"
};

std::string_view day_part(std::string_view word) {
  if (equal_folded(word, "morning")) return "TMO";
  if (equal_folded(word, "afternoon")) return "TAF";
  if (equal_folded(word, "evening")) return "TEV";
  if (equal_folded(word, "night") || equal_folded(word, "overnight")) return "TNI";
  return {};
}

void read_word(std::string_view word, Pieces& pieces) {
  if (const auto part = day_part(word); !part.empty()) pieces.part = part;
  if (equal_folded(word, "yesterday")) {
    pieces.relative = true;
    pieces.shift = -1;
  } else if (equal_folded(word, "today")) {
    pieces.relative = true;
  } else if (equal_folded(word, "tonight")) {
    pieces.relative = true;
    pieces.part = "TNI";
  } else if (equal_folded(word, "tomorrow")) {
    pieces.relative = true;
    pieces.shift = 1;
  } else if (equal_folded(word, "last") || equal_folded(word, "previous")) {
    pieces.direction = -1;
  } else if (equal_folded(word, "next")) {
    pieces.direction = 1;
  } else if (equal_folded(word, "this")) {
    pieces.deictic = true;
  } else if (equal_folded(word, "week") || equal_folded(word, "month") ||
             equal_folded(word, "year")) {
    pieces.period = word;
  } else if (const int month = find_folded(months, word); month >= 0) {
    pieces.month = month + 1;
  } else if (const int weekday = find_folded(weekdays, word); weekday >= 0) {
    pieces.weekday = weekday;
  } else if (const int value = number(word); value >= 0) {
    if (is_year(value)) {
      pieces.year = value;
    } else if (value >= 1 && value <= 31 && pieces.day < 0) {
      pieces.day = value;
    }
  }
}

std::string resolve_period(const Pieces& pieces, CalendarDate published) {
  if (equal_folded(pieces.period, "week")) {
    return iso_week(add_days(published, 7 * pieces.direction));
  }
  if (equal_folded(pieces.period, "year")) {
    std::array<char, 48> year{};
    std::snprintf(year.data(), year.size(), "%04d", published.year + pieces.direction);
    return year.data();
  }
  const int at = published.year * 12 + published.month - 1 + pieces.direction;
  return iso_month(at / 12, at % 12 + 1);
}

std::string resolve(const Pieces& pieces, CalendarDate published) {
  const bool anchored = published.year > 0;
  if (pieces.month > 0) {
    int year = pieces.year;
    if (year < 0 && anchored) {
      year = published.year;
      if (pieces.month - published.month > 6) --year;
      if (published.month - pieces.month > 6) ++year;
    }
    if (year < 0) return {};
    if (pieces.day < 0) return iso_month(year, pieces.month);
    return iso({year, pieces.month, pieces.day}) + std::string(pieces.part);
  }
  if (pieces.year > 0) return std::to_string(pieces.year);
  if (!anchored) return {};
  if (pieces.relative) return iso(add_days(published, pieces.shift)) + std::string(pieces.part);
  if (pieces.weekday >= 0) {
    int shift = pieces.weekday - day_of_week(published);
    if (shift > 0) shift -= 7;
    if (pieces.direction > 0) shift += 7;
    return iso(add_days(published, shift)) + std::string(pieces.part);
  }
  if (!pieces.period.empty() && (pieces.direction != 0 || pieces.deictic)) {
    return resolve_period(pieces, published);
  }
  if (!pieces.part.empty() && pieces.direction != 0) {
    return iso(add_days(published, pieces.direction)) + std::string(pieces.part);
  }
  return {};
}

/// "the Sun", not "Sun., May 3".
bool is_the_sun(const Tree& tree, std::uint32_t token) {
  return equal_folded(tree.form(token), "sun") && tree.child(token, DepRel::det) != no_head;
}

}  // namespace

CalendarDate parse_date(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return {};
  const CalendarDate date{number(iso.substr(0, 4)), number(iso.substr(5, 2)),
                          number(iso.substr(8, 2))};
  const bool valid =
      date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  return valid ? date : CalendarDate{};
}

CalendarDate add_days(CalendarDate date, int days) { return from_days(to_days(date) + days); }

int day_of_week(CalendarDate date) {
  const int days = to_days(date) + 3;  // 1970-01-01 was a Thursday
  return (days % 7 + 7) % 7;
}

std::uint32_t time_end(const Tree& tree, std::uint32_t head) {
  std::uint32_t end = tree.right(head);
  for (const std::uint32_t child : tree.children(head)) {
    if (child > head && is_clausal(tree.rel(child))) end = std::min(end, tree.left(child));
  }
  while (end > head + 1 && tree.upos(end - 1) == Upos::punct) --end;
  return end;
}

bool is_time(const Tree& tree, const RuleBook& book, std::uint32_t head) {
  const std::string_view form = tree.form(head);
  if (find_folded(months, form) >= 0 && tree.upos(head) != Upos::aux &&
      tree.upos(head) != Upos::verb) {
    return true;
  }
  if (find_folded(weekdays, form) >= 0 && tree.is_noun(head))
    return form.size() > 3 || !is_the_sun(tree, head);
  if (tree.upos(head) == Upos::num) {
    for (const std::uint32_t child : tree.children(head)) {
      if (find_folded(months, tree.form(child)) >= 0) return true;  // "August 10"
    }
    return is_year(number(form)) && form.size() == 4;
  }
  return book.word(tree.lemma(head)).in(WordClass::period) || book.word(form).in(WordClass::period);
}

std::string time_value(const Tree& tree, std::string_view text, std::uint32_t begin,
                       std::uint32_t end, CalendarDate published) {
  Pieces pieces;
  for (std::uint32_t i = begin; i < end; ++i) read_word(tree.form(i), pieces);
  std::string value = resolve(pieces, published);
  return value.empty() ? phrase(tree.analysis(), text, begin, end) : value;
}

namespace {

/// "2014/2018" of "between 2014 and 2018" and "from 2014 to 2018"; "" where both ends have no
/// value.
std::string interval(const Tree& tree, const RuleBook& book, const Clause& clause,
                     const Oblique& from, std::string_view text, CalendarDate published) {
  if (from.preposition == no_head) return {};
  const std::string_view mark = tree.lemma(from.preposition);
  std::uint32_t to = no_head;
  if (mark == "between") to = tree.child(from.head, DepRel::conj);
  if (mark == "from") {
    for (const Oblique& other : clause.obliques) {
      if (other.head <= from.head || other.preposition == no_head) continue;
      const std::string_view end = tree.lemma(other.preposition);
      if ((end == "to" || end == "until") && is_time(tree, book, other.head)) to = other.head;
    }
  }
  if (to == no_head) return {};
  const std::uint32_t middle = tree.left(to);
  const std::string first =
      time_value(tree, text, from.preposition + 1, std::max(middle, from.head + 1), published);
  const std::string last =
      time_value(tree, text, std::max(middle, from.head + 1), tree.right(to), published);
  const bool known = is_year(number(first.substr(0, 4))) && is_year(number(last.substr(0, 4)));
  return known ? first + "/" + last : std::string();
}

}  // namespace

std::string time_of(const Tree& tree, const RuleBook& book, const Clause& clause,
                    std::string_view text, CalendarDate published) {
  for (const Oblique& oblique : clause.obliques) {
    if (!is_time(tree, book, oblique.head)) continue;
    const std::string_view mark =
        oblique.preposition == no_head ? std::string_view() : tree.lemma(oblique.preposition);
    if (mark.empty() && tree.upos(clause.trigger) == Upos::adj) continue;  // "43 years old"
    if (mark == "for" || mark == "of" || mark == "as" || mark == "than") continue;
    const std::string span = interval(tree, book, clause, oblique, text, published);
    if (!span.empty()) return span;
    std::uint32_t begin = tree.left(oblique.head);
    if (oblique.preposition != no_head && oblique.preposition < oblique.head && mark != "by" &&
        mark != "from" && mark != "since" && mark != "until" && mark != "before" &&
        mark != "after") {
      begin = std::max(begin, oblique.preposition + 1);
    }
    const std::uint32_t end = time_end(tree, oblique.head);
    if (end - begin > longest_time) continue;
    return time_value(tree, text, begin, end, published);
  }
  for (const std::uint32_t child : tree.children(clause.trigger)) {
    if (tree.rel(child) == DepRel::advmod && is_time(tree, book, child)) {
      return time_value(tree, text, tree.left(child), tree.right(child), published);
    }
  }
  return {};
}

}  // namespace actant
