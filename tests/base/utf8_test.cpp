// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include "tests/support/catch.hpp"

#include <random>
#include <string>

namespace actant {
namespace {

const std::string bad = "\xEF\xBF\xBD";

std::string encode(std::uint32_t c) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) {
    return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  }
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

}  // namespace

TEST_CASE("every code point but the surrogates is valid, and one of its kind") {
  for (std::uint32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::string text = encode(c);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    if (is_valid_utf8(text) == surrogate) FAIL("code point " << c);
    if (!surrogate && count_code_points(text) != 1) FAIL("code point " << c);
  }
  CHECK_FALSE(is_valid_utf8(encode(0x110000)));
}

TEST_CASE("overlong forms, stray and missing bytes are not valid") {
  for (const std::string text :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82",
        "\xF0\x9F\x98"}) {
    CHECK(valid_utf8_prefix(text) == 0);
    CHECK(valid_utf8_prefix("a long enough run of ASCII letters before: " + text) == 43);
  }
}

TEST_CASE("each maximal subpart becomes one replacement (Unicode 15, table 3-8)") {
  const RepairedText result = repair_utf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64");
  CHECK(result.text == "a" + bad + bad + bad + "b" + bad + "c" + bad + bad + "d");
  REQUIRE(result.repairs.size() == 6);
  CHECK(result.repairs[0] == Utf8Repair{1, 3, 1});
  CHECK(result.repairs[1] == Utf8Repair{4, 2, 4});
  CHECK(result.repairs[2] == Utf8Repair{6, 1, 7});
  CHECK(result.repairs[3] == Utf8Repair{8, 1, 11});
}

TEST_CASE("surrogates, overlong forms and large numbers are replaced byte by byte") {
  CHECK(repair_utf8("\xED\xA0\x80").text == bad + bad + bad);
  CHECK(repair_utf8("\xC0\xAF").text == bad + bad);
  CHECK(repair_utf8("\xE0\x9F\xBF").text == bad + bad + bad);
  CHECK(repair_utf8("\xF4\x90\x80\x80").text == bad + bad + bad + bad);
}

TEST_CASE("valid text is left alone") {
  const std::string text =
      "Gr\xC3\xBC\xC3\x9F Gott \xE2\x80\x9Cquoted\xE2\x80\x9D \xF0\x9F\x98\x80";
  CHECK(repair_utf8(text).text == text);
  CHECK(repair_utf8(text).repairs.empty());
  CHECK(repair_utf8("").text.empty());
}

TEST_CASE("random bytes come out valid, with repairs that explain every difference") {
  std::mt19937 random(7);  // NOLINT: the same bytes every time
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 60, 'a');
    for (char& byte : bytes) {
      if (random() % 2 == 0) byte = static_cast<char>(random());
    }
    const RepairedText result = repair_utf8(bytes);
    REQUIRE(is_valid_utf8(result.text));
    REQUIRE(is_valid_utf8(bytes) == result.repairs.empty());
    // Putting the replaced bytes back gives the source.
    std::string back = result.text;
    for (auto it = result.repairs.rbegin(); it != result.repairs.rend(); ++it) {
      REQUIRE(back.compare(it->text, 3, bad) == 0);
      back.replace(it->text, 3, bytes, it->source, it->source_size);
    }
    REQUIRE(back == bytes);
  }
}

TEST_CASE("code points are counted at every length and alignment") {
  std::string text;
  for (std::size_t i = 0; i < 40; ++i) {
    CHECK(count_code_points(text) == i);
    text += encode(i % 4 == 0 ? 0x41 : i % 4 == 1 ? 0xE9 : i % 4 == 2 ? 0x20AC : 0x1F600);
  }
}

}  // namespace actant
