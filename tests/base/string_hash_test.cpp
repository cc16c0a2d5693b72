// SPDX-License-Identifier: MIT
#include "base/string_hash.hpp"

#include "tests/support/catch.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace actant {

TEST_CASE("every byte of a string and its length show in its hash") {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text(size, 'a');
    const std::uint32_t hash = string_hash(text);
    CHECK(hash == string_hash(std::string(text)));
    CHECK(hash != string_hash(text + 'a'));
    for (std::size_t i = 0; i < size; ++i) {
      INFO(size << " bytes, byte " << i);
      std::string other = text;
      other[i] = 'b';
      CHECK(hash != string_hash(other));
    }
  }
}

TEST_CASE("numbers spread over the slots of a table") {
  constexpr std::uint32_t slots = 4096;
  std::set<std::uint32_t> taken;
  for (std::uint32_t i = 0; i < slots / 2; ++i) {
    taken.insert(string_hash(std::to_string(i)) & (slots - 1));
  }
  CHECK(taken.size() > 1500);  // 1612 are expected of a random function
}

}  // namespace actant
