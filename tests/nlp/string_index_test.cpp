// SPDX-License-Identifier: MIT
#include "nlp/string_index.hpp"

#include "tests/support/catch.hpp"

#include <string>

namespace actant {

TEST_CASE("an index knows where each string stands first") {
  const StringIndex index({"a", "b", "a", ""});
  CHECK(index.find("a") == 0U);
  CHECK(index.find("b") == 1U);
  CHECK(index.find("") == 3U);
  CHECK_FALSE(index.find("c").has_value());
  CHECK(index.size() == 4);
}

TEST_CASE("an index of many strings finds all of them and no other") {
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back(std::to_string(i));
  const StringIndex index(std::vector<std::string_view>(texts.begin(), texts.end()));
  for (std::uint32_t i = 0; i < texts.size(); ++i) REQUIRE(index.find(texts[i]) == i);
  for (int i = 5000; i < 9000; ++i) REQUIRE_FALSE(index.find(std::to_string(i)).has_value());
}

TEST_CASE("an empty index finds nothing") {
  CHECK_FALSE(StringIndex().find("a").has_value());
  CHECK_FALSE(StringIndex(std::vector<std::string_view>()).find("").has_value());
}

}  // namespace actant
