// SPDX-License-Identifier: MIT
#include "nlp/code_points.hpp"

#include "tests/support/catch.hpp"

#include <vector>

namespace actant {
namespace {

std::vector<char32_t> decoded(std::string_view text) {
  std::vector<char32_t> result;
  for (std::size_t at = 0; at < text.size();) result.push_back(next_code_point(text, at));
  return result;
}

}  // namespace

TEST_CASE("code points are read back as they were appended") {
  std::string text;
  const std::vector<char32_t> points = {U'a', 0, 0xE9, 0x20AC, 0x10FFFF};
  for (const char32_t c : points) append_utf8(text, c);
  CHECK(decoded(text) == points);
}

TEST_CASE("bytes that are not UTF-8 are taken one by one") {
  CHECK(decoded("a\xFFz") == std::vector<char32_t>{U'a', 0xFFFD, U'z'});
  CHECK(decoded("\xE2\x82") == std::vector<char32_t>{0xFFFD, 0xFFFD});
}

TEST_CASE("case is known for Latin, Greek and Cyrillic letters") {
  CHECK(lower_case("ÀÞŽŁĲŸΑΩЖЁ") == "àþžłĳÿαωжё");
  CHECK(lower_case("×Ĳİı") == "×ĳİı");
  CHECK(is_lower(U'ß') == false);  // no image of a capital: not lower in the feature set's sense
  CHECK(is_lower(U'é'));
  CHECK(is_upper(U'É'));
}

TEST_CASE("lowering twice changes nothing") {
  for (char32_t c = 0; c < 0x3000; ++c) CHECK(lower_case(lower_case(c)) == lower_case(c));
}

TEST_CASE("letters, digits and spaces never overlap") {
  for (char32_t c = 0; c < 0x20000; ++c) {
    CHECK(int{is_letter(c)} + int{is_digit(c)} + int{is_space(c)} <= 1);
  }
}

}  // namespace actant
