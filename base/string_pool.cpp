// SPDX-License-Identifier: MIT
#include "base/string_pool.hpp"

#include "base/string_hash.hpp"

#include <algorithm>
#include <cstring>

namespace actant {
namespace {

// Blocks double: small pools stay small, and large ones have few blocks.
constexpr std::size_t first_block = 512;
constexpr std::size_t largest_block = 65536;

constexpr std::size_t first_slots = 64;

}  // namespace

StringId StringPool::intern(std::string_view text) {
  if (2 * views_.size() >= slots_.size()) grow();
  const std::uint32_t hash = string_hash(text);
  Slot& slot = slots_[place_of(text, hash)];
  if (slot.id == 0) {
    views_.push_back(store(text));
    slot = {hash, static_cast<std::uint32_t>(views_.size())};
  }
  return StringId(slot.id - 1);
}

StringId StringPool::find(std::string_view text) const {
  if (slots_.empty()) return StringId();
  const Slot& slot = slots_[place_of(text, string_hash(text))];
  return slot.id == 0 ? StringId() : StringId(slot.id - 1);
}

// The slot of `text`, or the free one where it belongs.
std::size_t StringPool::place_of(std::string_view text, std::uint32_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].id != 0 && (slots_[at].hash != hash || views_[slots_[at].id - 1] != text)) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return at;
}

void StringPool::grow() {
  std::vector<Slot> old(slots_.empty() ? first_slots : 2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.id == 0) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].id != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

std::string_view StringPool::store(std::string_view text) {
  if (text.empty()) return {};
  if (blocks_.empty() || blocks_.back().size() - used_ < text.size()) {
    const std::size_t next =
        blocks_.empty() ? first_block : std::min(2 * blocks_.back().size(), largest_block);
    blocks_.emplace_back(std::max(next, text.size()));
    used_ = 0;
  }
  char* const place = blocks_.back().data() + used_;
  std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

}  // namespace actant
