// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_TIME_EXPRESSIONS_HPP
#define ACTANT_INGEST_TIME_EXPRESSIONS_HPP

#include "ingest/clauses.hpp"
#include "ingest/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace actant {

/// A calendar day.
struct CalendarDate {
  int year = 0;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31

  friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

/// The date that "2022-01-06" writes; year 0 when the text is no such date.
[[nodiscard]] CalendarDate parse_date(std::string_view iso);
/// The date `days` later (earlier when negative).
[[nodiscard]] CalendarDate add_days(CalendarDate date, int days);
/// 0 is Monday.
[[nodiscard]] int day_of_week(CalendarDate date);

/// Whether a noun phrase speaks of a time ("yesterday evening", "August 10", "2018").
[[nodiscard]] bool is_time(const Tree& tree, const RuleBook& book, std::uint32_t head);

/// Where the noun phrase ends, clauses and punctuation after it left out. A token.
[[nodiscard]] std::uint32_t time_end(const Tree& tree, std::uint32_t head);

/// TIMEX3-like value of the time that tokens [begin, end) name: "2022-01-06", "2022-01-05TEV",
/// "2018", "2021-W52"; the words themselves where no value follows. Relative expressions need the
/// day of publication (year 0: not known).
[[nodiscard]] std::string time_value(const Tree& tree, std::string_view text, std::uint32_t begin,
                                     std::uint32_t end, CalendarDate published);

/// When what the clause tells happened, "2014/2018" from a time to another; "" when it does not
/// say. A clause without a time of its own takes none from others.
[[nodiscard]] std::string time_of(const Tree& tree, const RuleBook& book, const Clause& clause,
                                  std::string_view text, CalendarDate published);

}  // namespace actant

#endif  // ACTANT_INGEST_TIME_EXPRESSIONS_HPP
