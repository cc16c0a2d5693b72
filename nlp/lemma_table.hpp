// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_LEMMA_TABLE_HPP
#define ACTANT_NLP_LEMMA_TABLE_HPP

#include "base/string_pool.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actant {

/// Lemmas by form, tag and edit script, for one document: an open-addressing hash table that keeps
/// its memory from document to document.
class LemmaTable {
 public:
  void clear();

  /// The lemma of that key, invalid and to be filled in when it is new. Valid until the next call.
  StringId& operator()(StringId form, std::size_t upos, std::size_t script);

 private:
  struct Slot {
    std::uint64_t key = 0;  ///< 0: free
    StringId lemma;
  };

  Slot& find(std::uint64_t key);
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace actant

#endif  // ACTANT_NLP_LEMMA_TABLE_HPP
