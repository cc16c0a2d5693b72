// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "ingest/article_header.hpp"
#include "ingest/document.hpp"
#include "ingest/reader.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

struct Reading {
  std::vector<Document> documents;
  std::vector<std::string> warnings;
};

Reading read(std::string_view bytes) {
  Reading reading;
  for (const ReadFormat& format : read_formats()) {
    if (format.name != "text") continue;
    format.create()->read(
        bytes, "a.txt",
        [&](const InputError& warning) { reading.warnings.emplace_back(warning.what()); },
        [&](Document document) { reading.documents.push_back(std::move(document)); });
  }
  return reading;
}

TEST_CASE("a dateline is a line that is nothing but a date") {
  CHECK(parse_dateline("Thursday, May 7, 2015") == "2015-05-07");
  CHECK(parse_dateline("7 May 2015") == "2015-05-07");
  CHECK(parse_dateline(" 2015-05-07\r") == "2015-05-07");
  CHECK(parse_dateline("Thursday, November 7, 2019\xC2\xA0") == "2019-11-07");
  CHECK_FALSE(parse_dateline("May 35, 2015"));
  CHECK_FALSE(parse_dateline("On May 7, 2015, they met"));
  CHECK_FALSE(parse_dateline("2015"));
}

TEST_CASE("the date of an article stands in its first lines or before its first sentence") {
  const std::string sentence = "Officials said on Monday that the bridge is closed.";
  CHECK(find_date("Bridge closed\n\nROME, May 7, 2015 (AP) - " + sentence) == "2015-05-07");
  CHECK(find_date("KABUL, Afghanistan (Sept. 3, 2011)\n" + sentence) == "2011-09-03");
  CHECK(find_date("Bridge closed\n7 May 2015\n" + sentence) == "2015-05-07");
  CHECK_FALSE(find_date("ROME (AP) - " + sentence));
  CHECK_FALSE(find_date("The bridge closed on May 7, 2015 - " + sentence));
}

TEST_CASE("the title is a first line that reads like a headline") {
  CHECK(find_title("Crane falls in Mecca\n\nA crane fell.") == "Crane falls in Mecca");
  CHECK_FALSE(find_title("A crane fell in Mecca.\n\nIt was big."));
  CHECK_FALSE(find_title("Only one line"));
  CHECK_FALSE(find_title("May 7, 2015\n\nText."));
}

TEST_CASE(
    "wrong bytes are replaced and reported, and offsets lead back to the "
    "source") {
  const Reading reading = read("Zas \xFF met Kim.");
  REQUIRE(reading.documents.size() == 1);
  REQUIRE(reading.warnings.size() == 1);
  CHECK(reading.warnings[0] == "a.txt:1:5: invalid UTF-8, replaced by U+FFFD");
  const Document& document = reading.documents[0];
  CHECK(document.text == "Zas \xEF\xBF\xBD met Kim.");
  const auto at = static_cast<std::uint32_t>(document.text.find("Kim"));
  CHECK(RangeMapper(document).map({at, at + 3}) == TextRange{10, 13, 10, 13});
}

TEST_CASE("ranges count code points and bytes, across blocks of the index") {
  Document document;
  for (int i = 0; i < 300; ++i) document.text += "é";
  const TextRange range = RangeMapper(document).map({400, 600});
  CHECK(range == TextRange{200, 300, 400, 600});
}

TEST_CASE("NUL bytes become blanks") {
  const Reading reading = read(std::string_view("a\0b is here", 11));
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].text == "a b is here");
  CHECK(reading.warnings == std::vector<std::string>{"a.txt:1:2: NUL byte, read as a blank"});
}

TEST_CASE("a text without words and UTF-16 are refused") {
  CHECK_THROWS_AS(read(""), InputError);
  CHECK_THROWS_AS(read(" \n\t"), InputError);
  CHECK_THROWS_AS(read("\xEF\xBB\xBF"), InputError);
  CHECK_THROWS_AS(read("\xC2\xA0\xE3\x80\x80\n"), InputError);  // no-break and ideographic spaces
  CHECK_THROWS_AS(read(std::string_view("\xFF\xFE\x41\x00", 4)), InputError);
}

TEST_CASE("what is no text is refused, a text with some wrong bytes is read") {
  const std::string words = "Zas met Kim. ";
  const auto mixed = [&](std::size_t wrong) { return words + std::string(wrong, '\xFF'); };
  CHECK(read(mixed(4)).documents.size() == 1);
  CHECK_THROWS_WITH(read(mixed(5)),
                    "a.txt: 5 of 18 characters are NUL or no UTF-8; text in UTF-8 was expected");
  CHECK_THROWS_AS(read(words + std::string(5, '\0')), InputError);
}

}  // namespace
}  // namespace actant
