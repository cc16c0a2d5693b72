// SPDX-License-Identifier: MIT
#include "ingest/time_expressions.hpp"

#include "tests/ingest/reading_text.hpp"
#include "tests/support/catch.hpp"

namespace actant {
namespace {

std::string value(const std::string& lines, std::string_view published) {
  const ParsedText text = parsed(lines);
  const Tree tree(text.analysis);
  return time_value(tree, text.document.text, 0, tree.size(), parse_date(published));
}

TEST_CASE("relative times count from the day of publication") {
  const std::string evening =
      "yesterday yesterday NOUN NN 2 compound\nevening evening NOUN NN 0 root\n";
  CHECK(value(evening, "2022-01-06") == "2022-01-05TEV");
  CHECK(value("yesterday yesterday NOUN NN 0 root\n", "2022-01-01") == "2021-12-31");
  CHECK(value("Monday Monday PROPN NNP 0 root\n", "2019-11-07") == "2019-11-04");
}

TEST_CASE("without a day of publication the words stay") {
  CHECK(value("yesterday yesterday NOUN NN 0 root\n", "") == "yesterday");
}

TEST_CASE("dates and years have values of their own") {
  const std::string date =
      "August August PROPN NNP 2 compound\n6 6 NUM CD 0 root\n2019 2019 NUM CD 2 nmod\n";
  CHECK(value(date, "") == "2019-08-06");
  CHECK(value("2018 2018 NUM CD 0 root\n", "") == "2018");
  CHECK(value("August August PROPN NNP 2 compound\n10 10 NUM CD 0 root\n", "2015-08-21") ==
        "2015-08-10");
}

TEST_CASE("weeks and years before and after") {
  CHECK(value("last last ADJ JJ 2 amod\nweek week NOUN NN 0 root\n", "2022-01-06") == "2021-W52");
  CHECK(value("next next ADJ JJ 2 amod\nyear year NOUN NN 0 root\n", "2022-01-06") == "2023");
}

TEST_CASE("the calendar knows leap years and weekdays") {
  CHECK(add_days({2024, 2, 28}, 1) == CalendarDate{2024, 2, 29});
  CHECK(add_days({1900, 2, 28}, 1) == CalendarDate{1900, 3, 1});
  CHECK(add_days({2000, 1, 1}, -1) == CalendarDate{1999, 12, 31});
  CHECK(day_of_week({2022, 1, 6}) == 3);
  CHECK(parse_date("2022-13-01") == CalendarDate{});
  CHECK(parse_date("soon") == CalendarDate{});
}

}  // namespace
}  // namespace actant
