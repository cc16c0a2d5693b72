// SPDX-License-Identifier: MIT
#include "base/error.hpp"

#include "tests/support/catch.hpp"

namespace actant {

TEST_CASE("lines and columns count from one") {
  CHECK(locate("a.rules", "x\ny", 0) == Location{"a.rules", 1, 1});
  CHECK(locate("a.rules", "x\ny", 1) == Location{"a.rules", 1, 2});
  CHECK(locate("a.rules", "x\ny", 2) == Location{"a.rules", 2, 1});
}

TEST_CASE("columns count code points, not bytes") {
  CHECK(locate("a", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z", 9) == Location{"a", 1, 4});
}

TEST_CASE("an offset behind the text is its end") {
  CHECK(locate("a", "x\n", 99) == Location{"a", 2, 1});
}

TEST_CASE("an input error says where") {
  const InputError error({"core.rules", 12, 7}, "unknown relation 'ceo_off'");
  CHECK(std::string(error.what()) == "core.rules:12:7: unknown relation 'ceo_off'");
  CHECK(error.message() == "unknown relation 'ceo_off'");
  CHECK(error.where() == Location{"core.rules", 12, 7});
}

TEST_CASE("a place without a line is the source alone") {
  CHECK(std::string(InputError({"empty.txt", 0, 0}, "no text").what()) == "empty.txt: no text");
}

}  // namespace actant
