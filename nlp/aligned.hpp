// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_ALIGNED_HPP
#define ACTANT_NLP_ALIGNED_HPP

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace actant {

/// Memory that starts at a cache line; megabytes of it are asked of the system in huge pages.
/// @throws std::bad_alloc
[[nodiscard]] void* allocate_lines(std::size_t bytes);
/// Frees what allocate_lines(bytes) gave.
void free_lines(void* memory, std::size_t bytes) noexcept;

/// Allocates memory that starts at a cache line: a vector register of 64 bytes read or written
/// across two lines costs twice. Numbers without a value are left as the memory is, because most
/// rows are written as a whole right after they were asked for.
template <typename T>
struct LineAllocator {
  using value_type = T;

  LineAllocator() = default;
  template <typename U>
  LineAllocator(const LineAllocator<U>& /*other*/) {}  // NOLINT(google-explicit-constructor)

  T* allocate(std::size_t n) { return static_cast<T*>(allocate_lines(n * sizeof(T))); }
  void deallocate(T* p, std::size_t n) noexcept { free_lines(p, n * sizeof(T)); }

  template <typename U, typename... Value>
  void construct(U* at, Value&&... value) {
    if constexpr (sizeof...(value) == 0) {
      ::new (static_cast<void*>(at)) U;
    } else {
      ::new (static_cast<void*>(at)) U(std::forward<Value>(value)...);
    }
  }

  template <typename U>
  bool operator==(const LineAllocator<U>& /*other*/) const {
    return true;
  }
};

/// A vector whose first element starts a cache line. resize(n) leaves new numbers unset.
template <typename T>
using AlignedVector = std::vector<T, LineAllocator<T>>;

}  // namespace actant

#endif  // ACTANT_NLP_ALIGNED_HPP
