// SPDX-License-Identifier: MIT
#include "base/string_pool.hpp"

#include <algorithm>
#include <cstring>

namespace actant {
namespace {

// Blocks double: small pools stay small, and large ones have few blocks.
constexpr std::size_t first_block = 512;
constexpr std::size_t largest_block = 65536;

}  // namespace

StringId StringPool::intern(std::string_view text) {
  if (const StringId known = find(text); known.valid()) return known;
  const std::string_view kept = store(text);
  const StringId id(static_cast<std::uint32_t>(views_.size()));
  views_.push_back(kept);
  ids_.emplace(kept, id);
  return id;
}

StringId StringPool::find(std::string_view text) const {
  const auto it = ids_.find(text);
  return it == ids_.end() ? StringId() : it->second;
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
