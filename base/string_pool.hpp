// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_STRING_POOL_HPP
#define ACTANT_BASE_STRING_POOL_HPP

#include "base/strong_id.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {

using StringId = StrongId<struct StringTag>;

/// Keeps one copy of each distinct string, in an arena.
///
/// Ids count from 0 in order of first appearance. Views stay valid as long as the pool,
/// also after it is moved. Not thread-safe: one pool a document.
class StringPool {
 public:
  StringPool() = default;
  // Not copyable: views point into the arena.
  StringPool(StringPool&&) = default;
  StringPool& operator=(StringPool&&) = default;

  /// Id of `text`, added when it is new. Amortised constant in the number of strings.
  StringId intern(std::string_view text);

  /// Id of `text`, or an invalid id when the pool has never seen it.
  [[nodiscard]] StringId find(std::string_view text) const;

  /// The string of a valid id of this pool.
  [[nodiscard]] std::string_view view(StringId id) const { return views_[id.value]; }

  [[nodiscard]] std::size_t size() const { return views_.size(); }

 private:
  /// Open addressing; `id` is one more than the string's, 0 in a free slot.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = 0;
  };

  [[nodiscard]] std::size_t place_of(std::string_view text, std::uint32_t hash) const;
  void grow();
  std::string_view store(std::string_view text);

  std::vector<std::vector<char>> blocks_;  // never resized
  std::size_t used_ = 0;                   // of the last block
  std::vector<std::string_view> views_;
  std::vector<Slot> slots_;  // a power of two of them, at most half of them taken
};

}  // namespace actant

#endif  // ACTANT_BASE_STRING_POOL_HPP
