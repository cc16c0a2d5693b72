// SPDX-License-Identifier: MIT
#include "base/string_pool.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace actant {

TEST_CASE("ids count in order of first appearance") {
  StringPool pool;
  CHECK(pool.intern("b").value == 0);
  CHECK(pool.intern("a").value == 1);
  CHECK(pool.intern("b").value == 0);
  CHECK(pool.size() == 2);
  CHECK(pool.view(StringId(1)) == "a");
}

TEST_CASE("an unknown string has no id") {
  StringPool pool;
  CHECK_FALSE(pool.find("a").valid());
  pool.intern("a");
  CHECK(pool.find("a").valid());
}

TEST_CASE("the empty string and NULs are strings like others") {
  StringPool pool;
  const StringId empty = pool.intern("");
  const StringId nul = pool.intern(std::string_view("\0", 1));
  CHECK(empty != nul);
  CHECK(pool.view(empty).empty());
  CHECK(pool.view(nul) == std::string_view("\0", 1));
}

TEST_CASE("views survive growth and moving the pool") {
  StringPool pool;
  std::vector<std::string> strings;
  for (int i = 0; i < 20000; ++i) strings.push_back(std::to_string(i));
  strings.emplace_back(100000, 'x');  // larger than a block of the arena
  strings.emplace_back("after the large one");
  std::vector<std::string_view> views;
  for (const std::string& s : strings) views.push_back(pool.view(pool.intern(s)));
  const StringPool moved = std::move(pool);
  for (std::size_t i = 0; i < strings.size(); ++i) {
    REQUIRE(views[i] == strings[i]);
    REQUIRE(moved.view(StringId(static_cast<std::uint32_t>(i))).data() == views[i].data());
  }
}

}  // namespace actant
