// SPDX-License-Identifier: MIT
#include "nlp/lemma_table.hpp"

#include <utility>

namespace actant {
namespace {

constexpr std::size_t first_size = 1024;  // a power of two, like every size

}  // namespace

void LemmaTable::clear() {
  slots_.assign(first_size, Slot());
  used_ = 0;
}

StringId& LemmaTable::operator()(StringId form, std::size_t upos, std::size_t script) {
  if (used_ * 2 >= slots_.size()) grow();
  const std::uint64_t key = (std::uint64_t{form.value} << 32U | upos << 16U | script) + 1;
  Slot& slot = find(key);
  if (slot.key == 0) {
    slot.key = key;
    ++used_;
  }
  return slot.lemma;
}

LemmaTable::Slot& LemmaTable::find(std::uint64_t key) {
  std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing
  hash ^= hash >> 32U;
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void LemmaTable::grow() {
  std::vector<Slot> old(slots_.empty() ? first_size : 2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key != 0) find(slot.key) = slot;
  }
}

}  // namespace actant
