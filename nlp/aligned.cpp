// SPDX-License-Identifier: MIT
#include "nlp/aligned.hpp"

#include <sys/mman.h>

namespace actant {
namespace {

constexpr std::size_t line = 64;
constexpr std::size_t huge_page = std::size_t{2} << 20U;

/// Memory of less than two huge pages need not hold a whole one.
std::align_val_t alignment(std::size_t bytes) {
  return std::align_val_t{bytes < 2 * huge_page ? line : huge_page};
}

}  // namespace

void* allocate_lines(std::size_t bytes) {
  void* const memory = ::operator new(bytes, alignment(bytes));
#if defined(MADV_HUGEPAGE)
  // Rows of a large table are read in any order: with pages of 4 KB each read misses the
  // translation cache, and each new page costs a fault. Where the system refuses, nothing is lost.
  if (bytes >= 2 * huge_page) {
    static_cast<void>(::madvise(memory, bytes / huge_page * huge_page, MADV_HUGEPAGE));
  }
#endif
  return memory;
}

void free_lines(void* memory, std::size_t bytes) noexcept {
  ::operator delete(memory, alignment(bytes));
}

}  // namespace actant
