// SPDX-License-Identifier: MIT
#include "base/string_pool.hpp"

#include <algorithm>
#include <cstring>

namespace actant {
namespace {

constexpr std::size_t block_size = 16 * 1024;

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
  if (capacity_ - used_ < text.size()) {
    capacity_ = std::max(block_size, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(capacity_));
    used_ = 0;
  }
  char* const place = blocks_.back().get() + used_;
  std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

}  // namespace actant
