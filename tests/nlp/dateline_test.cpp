// SPDX-License-Identifier: MIT
#include "nlp/dateline.hpp"

#include "tests/support/catch.hpp"

#include <string>

namespace actant {
namespace {

std::string dateline(const std::string& text) { return text.substr(0, dateline_size(text)); }

TEST_CASE("a dateline ends with its dash") {
  const std::string sentence =
      "Officials said on Monday that the bridge had been closed to all traffic.";
  for (const char* line :
       {"BRUSSELS, 13 June 2024 (Reuters) - ", "WASHINGTON, D.C. - ", "ST. LOUIS, MO \u2013 ",
        "KABUL, Afghanistan (Jan. 5) \u2014 ", "March 13 (Reuters) - ", "Lima, Peru (AP) \u2014 ",
        "TEL AVIV, Israel -- ", "ROME\u2014"}) {
    CHECK(dateline(line + sentence) == line);
    CHECK(dateline(line + ("\u201C" + sentence)) == line);
  }
}

TEST_CASE("a place and a date that are a line of their own are a dateline") {
  CHECK(dateline("KABUL, Afghanistan (Sept. 3, 2011)\nAn officer") ==
        "KABUL, Afghanistan (Sept. 3, 2011)");
  CHECK(dateline("KABUL, Afghanistan\nAn officer").empty());
}

TEST_CASE("headings and sentences with a dash have no dateline") {
  for (const char* line :
       {"U.S. - Iran talks stall", "NATO - Russia Council meets", "IRAQ DEBATE - A PATTERN",
        "LIHEAP - offering rural assistance for clients who apply for benefits and more of these.",
        "The bridge - Officials said on Monday that it had been closed to all the traffic there.",
        "Mary Lee (Labour) - The member for Leeds said on Monday that it had been closed again.",
        "ROME: Monday - Officials said that the bridge had been closed to all traffic in the city.",
        "ROME", "ROME - ", ""}) {
    CHECK(dateline(line).empty());
  }
  // Not on the first line.
  CHECK(dateline("ROME\nLIMA - Officials said that the bridge is closed.").empty());
}

}  // namespace
}  // namespace actant
