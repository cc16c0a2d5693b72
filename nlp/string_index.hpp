// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_STRING_INDEX_HPP
#define ACTANT_NLP_STRING_INDEX_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace actant {

/// Finds the place of a string in a list: an open-addressing hash table, quick to build. Immutable
/// and thread-safe; the strings must outlive it.
class StringIndex {
 public:
  StringIndex() = default;
  /// Of equal strings the first counts.
  explicit StringIndex(std::vector<std::string_view> strings);

  /// Index of `text` in the list.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
  /// Strings in the list.
  [[nodiscard]] std::size_t size() const { return strings_.size(); }

 private:
  /// `number` is one more than the index, 0 in a free slot.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;
  };

  [[nodiscard]] std::size_t place_of(std::string_view text, std::uint32_t hash) const;

  std::vector<std::string_view> strings_;
  std::vector<Slot> slots_;  ///< a power of two of them, at most half of them taken
};

}  // namespace actant

#endif  // ACTANT_NLP_STRING_INDEX_HPP
