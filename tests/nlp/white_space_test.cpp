// SPDX-License-Identifier: MIT
#include "nlp/white_space.hpp"

#include "tests/support/catch.hpp"

#include <vector>

namespace actant {
namespace {

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) found.push_back(take_line(text));
  return found;
}

}  // namespace

TEST_CASE("lines end where Unicode has them end") {
  using Lines = std::vector<std::string_view>;
  CHECK(lines("a\nb\r\nc\rd") == Lines{"a", "b", "c", "d"});
  CHECK(lines("a\vb\fc\u0085d\u2028e\u2029f") == Lines{"a", "b", "c", "d", "e", "f"});
  CHECK(lines("\n\nä\r\n\r\n") == Lines{"", "", "ä", ""});
  CHECK(lines("no\u00A0break\u2027here\t") == Lines{"no\u00A0break\u2027here\t"});
}

TEST_CASE("white space at the ends is cut off") {
  CHECK(trimmed("\uFEFF \t a\u00A0b \u3000\r\n") == "a\u00A0b");
  CHECK(trimmed("x") == "x");
  CHECK(trimmed(" \u2028").empty());
  CHECK(trimmed("").empty());
  CHECK(is_blank(" \u00A0\uFEFF"));
  CHECK_FALSE(is_blank(" \u00A0."));
}

TEST_CASE("white space inside becomes one blank") {
  CHECK(one_line(" Acme\u00A0\u2028Widget\n\n Company\u200B ") == "Acme Widget Company");
  CHECK(one_line("\t").empty());
}

}  // namespace actant
