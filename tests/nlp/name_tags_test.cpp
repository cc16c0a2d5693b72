// SPDX-License-Identifier: MIT
#include "nlp/name_tags.hpp"

#include "base/error.hpp"
#include "tests/support/catch.hpp"

namespace actant {
namespace {

NameTags two_types() { return NameTags({"O", "B-Person", "I-Person", "B-Location", "I-Location"}); }

std::vector<Name> decoded(const std::vector<std::int32_t>& scores, std::uint32_t first = 0) {
  std::vector<Name> names;
  two_types().decode(scores, first, names);
  return names;
}

}  // namespace

TEST_CASE("a name never begins inside") {
  // I-Location is best for the second word, which forces B-Location on the first.
  CHECK(decoded({0, 5, 9, 0, 0, 0, 0, 0, 0, 7}) == std::vector<Name>{{0, 2, NameType::location}});
  CHECK(decoded({0, 0, 9, 0, 0}).empty());  // equal scores: the first tag, O
}

TEST_CASE("neighbouring names stay apart") {
  CHECK(decoded({0, 9, 0, 0, 0, 0, 9, 0, 0, 0}, 7) ==
        std::vector<Name>{{7, 8, NameType::person}, {8, 9, NameType::person}});
}

TEST_CASE("no words have no names") { CHECK(decoded({}).empty()); }

TEST_CASE("unknown or incomplete tag lists are refused") {
  CHECK_THROWS_AS(NameTags({"O", "B-Dragon"}), Error);
  CHECK_THROWS_AS(NameTags({"O", "I-Person"}), Error);
  CHECK_THROWS_AS(NameTags(std::vector<std::string_view>{}), Error);
}

}  // namespace actant
