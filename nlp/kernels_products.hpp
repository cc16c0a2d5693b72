// SPDX-License-Identifier: MIT
// Integer matrix products. Only the dot products name instructions of a set.
#ifndef ACTANT_NLP_KERNELS_PRODUCTS_HPP
#define ACTANT_NLP_KERNELS_PRODUCTS_HPP

#include "nlp/kernels.hpp"
#include "nlp/kernels_vector.hpp"

#include <array>
#include <type_traits>
#include <utility>

namespace actant {
namespace {

// AVX2's 16 registers hold the sums of no more rows. More would fit those of AVX-512, but what is
// done with the sums of a small tile runs beside the products of the next one.
constexpr std::size_t tile_rows = 4;
constexpr std::size_t tile_outputs = 2 * PackedMatrix::block;

/// Calls use(0), use(1) ... with constants, so that arrays indexed by them become registers; gcc
/// unrolls plain loops too late for that.
template <std::size_t N, typename Use>
[[gnu::always_inline]] inline void unrolled(Use&& use) {
  [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
    (use(std::integral_constant<std::size_t, I>{}), ...);
  }
  (std::make_index_sequence<N>{});
}

// multiply: for each row r of a tile, use(row + r, its first 16 sums, the others). Its arguments
// are single values because structures would be passed in memory.

#if defined(__AVX512VNNI__)

// Intrinsics make gcc 12 spill the sums; so does one instruction at a time, in some functions.
[[gnu::always_inline]] inline void dot(__m512i& first, __m512i& second, __m512i bytes, __m512i w0,
                                       __m512i w1) {
  asm("vpdpbusd %3, %2, %0\n\tvpdpbusd %4, %2, %1"
      : "+&v"(first), "+&v"(second)
      : "v"(bytes), "v"(w0), "v"(w1));
}

template <std::size_t Rows, typename Use>
void multiply(const std::uint8_t* in, std::size_t stride, const std::int8_t* weights,
              std::size_t inputs, const std::int32_t* start, std::size_t row, const Use& use) {
  __m512i first[Rows];
  __m512i second[Rows];
  unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
    first[r] = _mm512_loadu_si512(start);
    second[r] = _mm512_loadu_si512(start + 16);
  });
  const std::int8_t* const beside = weights + PackedMatrix::block * inputs;
  for (std::size_t i = 0; i < inputs; i += 4) {
    const __m512i w0 = _mm512_loadu_si512(weights + i * 16);
    const __m512i w1 = _mm512_loadu_si512(beside + i * 16);
    unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
      std::int32_t four;
      std::memcpy(&four, in + r * stride + i, 4);
      const __m512i bytes = _mm512_set1_epi32(four);
      dot(first[r], second[r], bytes, w0, w1);
    });
  }
  unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
    use(row + r, Ints16{first[r]}, Ints16{second[r]});
  });
}

#elif defined(__AVX2__)

[[gnu::always_inline]] inline void dot(__m256i& sum, __m256i bytes, __m256i weights) {
  const __m256i pairs = _mm256_maddubs_epi16(bytes, weights);
  sum = _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

// Half a tile at a time; weights are within +-63, or the bytes within 127, so that the 16-bit sums
// of two products never saturate.
template <std::size_t Rows, typename Use>
void multiply(const std::uint8_t* in, std::size_t stride, const std::int8_t* weights,
              std::size_t inputs, const std::int32_t* start, std::size_t row, const Use& use) {
  const auto load = [](const void* p) __attribute__((always_inline)) {
    return _mm256_loadu_si256(static_cast<const __m256i*>(p));
  };
  Ints16 sums[2][Rows];
  for (std::size_t part = 0; part < 2; ++part) {
    const std::int8_t* const block = weights + part * PackedMatrix::block * inputs;
    const std::int32_t* const begin = start + part * PackedMatrix::block;
    __m256i first[Rows];
    __m256i second[Rows];
    unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
      first[r] = load(begin);
      second[r] = load(begin + 8);
    });
    for (std::size_t i = 0; i < inputs; i += 4) {
      const __m256i w0 = load(block + i * 16);
      const __m256i w1 = load(block + i * 16 + 32);
      unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
        std::int32_t four;
        std::memcpy(&four, in + r * stride + i, 4);
        const __m256i bytes = _mm256_set1_epi32(four);
        dot(first[r], bytes, w0);
        dot(second[r], bytes, w1);
      });
    }
    unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
      sums[part][r] = {first[r], second[r]};
    });
  }
  for (std::size_t r = 0; r < Rows; ++r) use(row + r, sums[0][r], sums[1][r]);
}

#else

template <std::size_t Rows, typename Use>
void multiply(const std::uint8_t* in, std::size_t stride, const std::int8_t* weights,
              std::size_t inputs, const std::int32_t* start, std::size_t row, const Use& use) {
  for (std::size_t r = 0; r < Rows; ++r) {
    Ints16 sums[2];
    for (std::size_t part = 0; part < 2; ++part) {
      Ints16 sum = Ints16::load(start + part * PackedMatrix::block);
      const std::int8_t* const block = weights + part * PackedMatrix::block * inputs;
      for (std::size_t i = 0; i < inputs; ++i) {
        const std::int32_t byte = in[r * stride + i];
        const std::int8_t* const column = block + i / 4 * 64 + i % 4;
        for (std::size_t o = 0; o < 16; ++o) sum.v[o] += byte * column[o * 4];
      }
      sums[part] = sum;
    }
    use(row + r, sums[0], sums[1]);
  }
}

#endif

/// multiply for 1, 2 ... tile_rows rows.
template <typename Use>
using Multiply = void (*)(const std::uint8_t*, std::size_t, const std::int8_t*, std::size_t,
                          const std::int32_t*, std::size_t, const Use&);
template <typename Use, std::size_t... I>
constexpr std::array<Multiply<Use>, sizeof...(I)> multiply_table(std::index_sequence<I...>) {
  return {multiply<I + 1, Use>...};
}
template <typename Use>
constexpr auto multiplies = multiply_table<Use>(std::make_index_sequence<tile_rows>{});

/// Asks for part `k` of `parts` of `bytes` bytes, which are needed soon.
inline void prefetch(const std::int8_t* from, std::size_t bytes, std::size_t k, std::size_t parts) {
  constexpr std::size_t line = 64;
  const std::size_t lines = bytes / line;
  for (std::size_t i = k * lines / parts; i < (k + 1) * lines / parts; ++i) {
    __builtin_prefetch(from + i * line);
  }
}

/// For every 32 outputs from o on: use = column(o), then use(row, the first 16 sums, the others)
/// for each row. Tiles have nearly equal numbers of rows: a small one would wait for its own sums.
template <typename Column>
void for_each_column(ByteRows in, const PackedMatrix& w, Column column) {
  using Use = decltype(column(std::size_t{0}));
  const std::size_t tiles = (in.rows + tile_rows - 1) / tile_rows;
  const std::size_t inputs = w.padded_inputs();
  for (std::size_t o = 0; o < w.padded_outputs(); o += tile_outputs) {
    const std::int8_t* const weights = w.data() + o * inputs;
    const bool last = o + tile_outputs == w.padded_outputs();
    const Use use = column(o);
    std::size_t row = 0;
    for (std::size_t k = 0; k < tiles; ++k) {
      const std::size_t n = (in.rows - row) / (tiles - k);
      if (!last) prefetch(weights + tile_outputs * inputs, tile_outputs * inputs, k, tiles);
      multiplies<Use>[n - 1](in.data + row * in.stride, in.stride, weights, inputs, w.start() + o,
                             row, use);
      row += n;
    }
  }
}

}  // namespace
}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_PRODUCTS_HPP
