// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_KEYED_STORE_HPP
#define ACTANT_GRAPH_KEYED_STORE_HPP

#include "base/string_pool.hpp"
#include "graph/join.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {

/// Records by key: constant to add and to find, in key order after settle(). Keys are interned.
template <typename Record>
class KeyedStore {
 public:
  /// Adds a normalised record, or joins it with the one of the same key.
  void add(std::string_view key, Record record);

  /// Sorts what was added since the last time. Everything below asks for it first.
  void settle();

  [[nodiscard]] std::span<const Record> records() const { return records_; }
  /// The key of the record at a position. The view lives as long as the store is not settled anew.
  [[nodiscard]] std::string_view key(std::size_t position) const {
    return keys_.view(ids_[position]);
  }
  /// Position of the record of that key; invalid when there is none.
  [[nodiscard]] StringId find(std::string_view key) const {
    const StringId id = keys_.find(key);
    return id.valid() ? StringId(positions_[id.value]) : StringId();
  }

  /// True at any time if there is a record of that key.
  [[nodiscard]] bool contains(std::string_view key) const { return keys_.find(key).valid(); }

  /// A store with the same records and keys of its own.
  [[nodiscard]] KeyedStore copy() const;

  /// Moves all records of another store in. The other one is of no use afterwards.
  void take(KeyedStore& other) {
    for (std::size_t i = 0; i < other.records_.size(); ++i) {
      add(other.key(i), std::move(other.records_[i]));
    }
  }

 private:
  StringPool keys_;
  std::vector<Record> records_;
  std::vector<StringId> ids_;             // of the key of each record
  std::vector<std::uint32_t> positions_;  // of the record of each key
  std::vector<StringId> absorbing_;       // keys of records that took others over
  std::size_t sorted_ = 0;                // records before this are in order
};

template <typename Record>
void KeyedStore<Record>::add(std::string_view key, Record record) {
  const StringId id = keys_.intern(key);
  if (id.value < positions_.size()) {
    absorb(records_[positions_[id.value]], std::move(record));
    absorbing_.push_back(id);
    return;
  }
  positions_.push_back(static_cast<std::uint32_t>(records_.size()));
  ids_.push_back(id);
  records_.push_back(std::move(record));
}

template <typename Record>
void KeyedStore<Record>::settle() {
  std::sort(absorbing_.begin(), absorbing_.end());
  absorbing_.erase(std::unique(absorbing_.begin(), absorbing_.end()), absorbing_.end());
  for (const StringId id : absorbing_) actant::settle(records_[positions_[id.value]]);
  absorbing_.clear();
  if (sorted_ == records_.size()) return;

  const auto before = [this](StringId a, StringId b) { return keys_.view(a) < keys_.view(b); };
  const auto tail = ids_.begin() + static_cast<std::ptrdiff_t>(sorted_);
  std::sort(tail, ids_.end(), before);
  std::inplace_merge(ids_.begin(), tail, ids_.end(), before);
  std::vector<Record> ordered;
  ordered.reserve(records_.size());
  for (const StringId id : ids_) ordered.push_back(std::move(records_[positions_[id.value]]));
  records_ = std::move(ordered);
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    positions_[ids_[i].value] = static_cast<std::uint32_t>(i);
  }
  sorted_ = records_.size();
}

template <typename Record>
KeyedStore<Record> KeyedStore<Record>::copy() const {
  KeyedStore other;
  other.records_.reserve(records_.size());
  for (std::size_t i = 0; i < records_.size(); ++i) other.add(key(i), records_[i]);
  other.sorted_ = other.records_.size();
  return other;
}

}  // namespace actant

#endif  // ACTANT_GRAPH_KEYED_STORE_HPP
