// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_ALIGNED_HPP
#define ACTANT_NLP_ALIGNED_HPP

#include <cstddef>
#include <new>
#include <vector>

namespace actant {

/// Allocates memory that starts at a cache line: a vector register of 64 bytes read or written
/// across two lines costs twice.
template <typename T>
struct LineAllocator {
  using value_type = T;
  static constexpr std::align_val_t line{64};

  LineAllocator() = default;
  template <typename U>
  LineAllocator(const LineAllocator<U>& /*other*/) {}  // NOLINT(google-explicit-constructor)

  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), line)); }
  void deallocate(T* p, std::size_t /*n*/) { ::operator delete(p, line); }

  template <typename U>
  bool operator==(const LineAllocator<U>& /*other*/) const {
    return true;
  }
};

/// A vector whose first element starts a cache line.
template <typename T>
using AlignedVector = std::vector<T, LineAllocator<T>>;

}  // namespace actant

#endif  // ACTANT_NLP_ALIGNED_HPP
