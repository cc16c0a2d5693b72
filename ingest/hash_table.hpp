// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_HASH_TABLE_HPP
#define ACTANT_INGEST_HASH_TABLE_HPP

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace actant {

/// An open-addressing map from 64-bit hashes to small values, for tables that are filled once and
/// read often. A hash stands for its word: two words of one hash would be one.
template <typename Value>
class HashTable {
 public:
  /// The value of `hash`, made with Value() if it is new. The reference lasts until the next call.
  Value& operator[](std::uint64_t hash) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[probe(hash)];
    if (!slot.used) {
      slot = {hash, true, Value()};
      ++size_;
    }
    return slot.value;
  }

  /// The value of `hash`, or null. Lasts until the table changes.
  [[nodiscard]] const Value* find(std::uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[probe(hash)];
    return slot.used ? &slot.value : nullptr;
  }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    bool used = false;
    Value value{};
  };

  [[nodiscard]] std::size_t probe(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>(hash ^ (hash >> 29U)) & mask;
    while (slots_[at].used && slots_[at].hash != hash) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : 2 * slots_.size()));
    for (Slot& slot : old) {
      if (slot.used) slots_[probe(slot.hash)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace actant

#endif  // ACTANT_INGEST_HASH_TABLE_HPP
