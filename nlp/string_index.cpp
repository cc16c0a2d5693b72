// SPDX-License-Identifier: MIT
#include "nlp/string_index.hpp"

#include "base/string_hash.hpp"

#include <bit>
#include <utility>

namespace actant {
StringIndex::StringIndex(std::vector<std::string_view> strings)
    : strings_(std::move(strings)), slots_(std::bit_ceil(2 * strings_.size() + 1)) {
  for (std::uint32_t i = 0; i < strings_.size(); ++i) {
    const std::uint32_t hash = string_hash(strings_[i]);
    Slot& slot = slots_[place_of(strings_[i], hash)];
    if (slot.number == 0) slot = {hash, i + 1};
  }
}

std::optional<std::uint32_t> StringIndex::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[place_of(text, string_hash(text))];
  if (slot.number == 0) return std::nullopt;
  return slot.number - 1;
}

// The slot of `text`, or the free one where it belongs.
std::size_t StringIndex::place_of(std::string_view text, std::uint32_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].number != 0 &&
         (slots_[at].hash != hash || strings_[slots_[at].number - 1] != text)) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return at;
}

}  // namespace actant
