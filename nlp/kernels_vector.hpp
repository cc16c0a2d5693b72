// SPDX-License-Identifier: MIT
// Vectors of one width for all instruction sets: one AVX-512 register, two AVX2 registers, or an
// array. Each operation is one IEEE or integer operation an element, so the results are the same.
#ifndef ACTANT_NLP_KERNELS_VECTOR_HPP
#define ACTANT_NLP_KERNELS_VECTOR_HPP

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace actant {
namespace {

#if defined(__AVX512BW__)

struct Ints16 {
  __m512i v;
  static Ints16 load(const std::int32_t* p) { return {_mm512_loadu_si512(p)}; }
  void store(std::int32_t* p) const { _mm512_storeu_si512(p, v); }
  Ints16 plus(Ints16 o) const { return {_mm512_add_epi32(v, o.v)}; }
};

struct Floats16 {
  __m512 v;
  static Floats16 load(const float* p) { return {_mm512_loadu_ps(p)}; }
  static Floats16 all(float x) { return {_mm512_set1_ps(x)}; }
  static Floats16 of(Ints16 x) { return {_mm512_cvtepi32_ps(x.v)}; }
  void store(float* p) const { _mm512_storeu_ps(p, v); }
  Floats16 plus(Floats16 o) const { return {_mm512_add_ps(v, o.v)}; }
  Floats16 minus(Floats16 o) const { return {_mm512_sub_ps(v, o.v)}; }
  Floats16 times(Floats16 o) const { return {_mm512_mul_ps(v, o.v)}; }
  Floats16 larger(Floats16 o) const { return {_mm512_max_ps(v, o.v)}; }
  Floats16 smaller(Floats16 o) const { return {_mm512_min_ps(v, o.v)}; }
  /// To the nearest integer, half to even; what does not fit becomes the least integer.
  Ints16 rounded() const { return {_mm512_cvtps_epi32(v)}; }
  /// A bit for each element that equals `x`.
  std::uint32_t equals(float x) const {
    return _mm512_cmp_ps_mask(v, _mm512_set1_ps(x), _CMP_EQ_OQ);
  }
};

struct Shorts32 {
  __m512i v;
  static Shorts32 load(const std::int16_t* p) { return {_mm512_loadu_si512(p)}; }
  static Shorts32 all(std::int16_t x) { return {_mm512_set1_epi16(x)}; }
  static Shorts32 zero() { return {_mm512_setzero_si512()}; }
  static Shorts32 of_bytes(const std::int8_t* p) {
    return {_mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)))};
  }
  /// Saturated.
  static Shorts32 of(Ints16 low, Ints16 high) {
    const __m512i order = _mm512_setr_epi64(0, 2, 4, 6, 1, 3, 5, 7);
    return {_mm512_permutexvar_epi64(order, _mm512_packs_epi32(low.v, high.v))};
  }
  void store(std::int16_t* p) const { _mm512_storeu_si512(p, v); }
  /// The low byte of each element.
  void store_bytes(void* p) const {
    _mm256_storeu_si256(static_cast<__m256i*>(p), _mm512_cvtepi16_epi8(v));
  }
  Ints16 low() const { return {_mm512_cvtepi16_epi32(_mm512_castsi512_si256(v))}; }
  Ints16 high() const { return {_mm512_cvtepi16_epi32(_mm512_extracti64x4_epi64(v, 1))}; }
  Shorts32 plus(Shorts32 o) const { return {_mm512_add_epi16(v, o.v)}; }
  Shorts32 minus(Shorts32 o) const { return {_mm512_sub_epi16(v, o.v)}; }
  Shorts32 plus_saturated(Shorts32 o) const { return {_mm512_adds_epi16(v, o.v)}; }
  Shorts32 minus_saturated(Shorts32 o) const { return {_mm512_subs_epi16(v, o.v)}; }
  Shorts32 times_q15(Shorts32 o) const { return {_mm512_mulhrs_epi16(v, o.v)}; }
  Shorts32 magnitude() const { return {_mm512_abs_epi16(v)}; }
  Shorts32 larger(Shorts32 o) const { return {_mm512_max_epi16(v, o.v)}; }
  Shorts32 smaller(Shorts32 o) const { return {_mm512_min_epi16(v, o.v)}; }
  Shorts32 over_128() const { return {_mm512_srai_epi16(v, 7)}; }
};

/// Exact sums of int16 values and of their squares.
struct Moments {
  __m512i sum = _mm512_setzero_si512();
  __m512i squares = _mm512_setzero_si512();
  void add(Shorts32 x) {
    sum = _mm512_add_epi32(sum, _mm512_madd_epi16(x.v, _mm512_set1_epi16(1)));
    const __m512i pairs = _mm512_madd_epi16(x.v, x.v);  // unsigned: two squares reach 2^31
    squares = _mm512_add_epi64(squares, _mm512_srli_epi64(pairs, 32));
    squares = _mm512_add_epi64(squares, _mm512_and_si512(pairs, _mm512_set1_epi64(0xFFFFFFFF)));
  }
  std::int64_t total() const { return _mm512_reduce_add_epi32(sum); }
  std::int64_t total_of_squares() const { return _mm512_reduce_add_epi64(squares); }
};

#elif defined(__AVX2__)

struct Ints16 {
  __m256i a, b;
  static __m256i half(const void* p) { return _mm256_loadu_si256(static_cast<const __m256i*>(p)); }
  static Ints16 load(const std::int32_t* p) { return {half(p), half(p + 8)}; }
  void store(std::int32_t* p) const {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), a);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p + 8), b);
  }
  Ints16 plus(Ints16 o) const { return {_mm256_add_epi32(a, o.a), _mm256_add_epi32(b, o.b)}; }
};

struct Floats16 {
  __m256 a, b;
  static Floats16 load(const float* p) { return {_mm256_loadu_ps(p), _mm256_loadu_ps(p + 8)}; }
  static Floats16 all(float x) { return {_mm256_set1_ps(x), _mm256_set1_ps(x)}; }
  static Floats16 of(Ints16 x) { return {_mm256_cvtepi32_ps(x.a), _mm256_cvtepi32_ps(x.b)}; }
  void store(float* p) const {
    _mm256_storeu_ps(p, a);
    _mm256_storeu_ps(p + 8, b);
  }
  Floats16 plus(Floats16 o) const { return {_mm256_add_ps(a, o.a), _mm256_add_ps(b, o.b)}; }
  Floats16 minus(Floats16 o) const { return {_mm256_sub_ps(a, o.a), _mm256_sub_ps(b, o.b)}; }
  Floats16 times(Floats16 o) const { return {_mm256_mul_ps(a, o.a), _mm256_mul_ps(b, o.b)}; }
  Floats16 larger(Floats16 o) const { return {_mm256_max_ps(a, o.a), _mm256_max_ps(b, o.b)}; }
  Floats16 smaller(Floats16 o) const { return {_mm256_min_ps(a, o.a), _mm256_min_ps(b, o.b)}; }
  Ints16 rounded() const { return {_mm256_cvtps_epi32(a), _mm256_cvtps_epi32(b)}; }
  std::uint32_t equals(float x) const {
    const __m256 wanted = _mm256_set1_ps(x);
    const int low = _mm256_movemask_ps(_mm256_cmp_ps(a, wanted, _CMP_EQ_OQ));
    const int high = _mm256_movemask_ps(_mm256_cmp_ps(b, wanted, _CMP_EQ_OQ));
    return static_cast<std::uint32_t>(low | high << 8);
  }
};

struct Shorts32 {
  __m256i a, b;
  static Shorts32 load(const std::int16_t* p) { return {Ints16::half(p), Ints16::half(p + 16)}; }
  static Shorts32 all(std::int16_t x) { return {_mm256_set1_epi16(x), _mm256_set1_epi16(x)}; }
  static Shorts32 zero() { return {_mm256_setzero_si256(), _mm256_setzero_si256()}; }
  static Shorts32 of_bytes(const std::int8_t* p) {
    const auto* const from = reinterpret_cast<const __m128i*>(p);
    return {_mm256_cvtepi8_epi16(_mm_loadu_si128(from)),
            _mm256_cvtepi8_epi16(_mm_loadu_si128(from + 1))};
  }
  static Shorts32 of(Ints16 low, Ints16 high) {
    return {_mm256_permute4x64_epi64(_mm256_packs_epi32(low.a, low.b), 0xD8),
            _mm256_permute4x64_epi64(_mm256_packs_epi32(high.a, high.b), 0xD8)};
  }
  void store(std::int16_t* p) const {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), a);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p + 16), b);
  }
  void store_bytes(void* p) const {
    const __m256i byte = _mm256_set1_epi16(0xFF);
    const __m256i packed =
        _mm256_packus_epi16(_mm256_and_si256(a, byte), _mm256_and_si256(b, byte));
    _mm256_storeu_si256(static_cast<__m256i*>(p), _mm256_permute4x64_epi64(packed, 0xD8));
  }
  static Ints16 widened(__m256i x) {
    return {_mm256_cvtepi16_epi32(_mm256_castsi256_si128(x)),
            _mm256_cvtepi16_epi32(_mm256_extracti128_si256(x, 1))};
  }
  Ints16 low() const { return widened(a); }
  Ints16 high() const { return widened(b); }
  Shorts32 plus(Shorts32 o) const { return {_mm256_add_epi16(a, o.a), _mm256_add_epi16(b, o.b)}; }
  Shorts32 minus(Shorts32 o) const { return {_mm256_sub_epi16(a, o.a), _mm256_sub_epi16(b, o.b)}; }
  Shorts32 plus_saturated(Shorts32 o) const {
    return {_mm256_adds_epi16(a, o.a), _mm256_adds_epi16(b, o.b)};
  }
  Shorts32 minus_saturated(Shorts32 o) const {
    return {_mm256_subs_epi16(a, o.a), _mm256_subs_epi16(b, o.b)};
  }
  Shorts32 times_q15(Shorts32 o) const {
    return {_mm256_mulhrs_epi16(a, o.a), _mm256_mulhrs_epi16(b, o.b)};
  }
  Shorts32 magnitude() const { return {_mm256_abs_epi16(a), _mm256_abs_epi16(b)}; }
  Shorts32 larger(Shorts32 o) const { return {_mm256_max_epi16(a, o.a), _mm256_max_epi16(b, o.b)}; }
  Shorts32 smaller(Shorts32 o) const {
    return {_mm256_min_epi16(a, o.a), _mm256_min_epi16(b, o.b)};
  }
  Shorts32 over_128() const { return {_mm256_srai_epi16(a, 7), _mm256_srai_epi16(b, 7)}; }
};

struct Moments {
  __m256i sum = _mm256_setzero_si256();
  __m256i squares = _mm256_setzero_si256();
  void add(Shorts32 x) {
    for (const __m256i half : {x.a, x.b}) {
      sum = _mm256_add_epi32(sum, _mm256_madd_epi16(half, _mm256_set1_epi16(1)));
      const __m256i pairs = _mm256_madd_epi16(half, half);  // unsigned: two squares reach 2^31
      squares = _mm256_add_epi64(squares, _mm256_srli_epi64(pairs, 32));
      squares = _mm256_add_epi64(squares, _mm256_and_si256(pairs, _mm256_set1_epi64x(0xFFFFFFFF)));
    }
  }
  std::int64_t total() const {
    std::int32_t parts[8];
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts), sum);
    std::int64_t result = 0;
    for (const std::int32_t part : parts) result += part;
    return result;
  }
  std::int64_t total_of_squares() const {
    std::int64_t parts[4];
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts), squares);
    return parts[0] + parts[1] + parts[2] + parts[3];
  }
};

#else

/// An array of numbers to which an operation is applied one by one.
template <typename Number, std::size_t Size>
struct Array {
  Number v[Size];

  template <typename Result = Number, typename Operation>
  Array<Result, Size> each(const Array& o, Operation operation) const {
    Array<Result, Size> result;
    for (std::size_t i = 0; i < Size; ++i) {
      result.v[i] = static_cast<Result>(operation(v[i], o.v[i]));
    }
    return result;
  }
};

struct Ints16 : Array<std::int32_t, 16> {
  static Ints16 load(const std::int32_t* p) {
    Ints16 result;
    std::memcpy(result.v, p, sizeof result.v);
    return result;
  }
  void store(std::int32_t* p) const { std::memcpy(p, v, sizeof v); }
  Ints16 plus(Ints16 o) const {
    return {each(o, [](std::int32_t x, std::int32_t y) { return x + y; })};
  }
};

struct Floats16 : Array<float, 16> {
  static Floats16 load(const float* p) {
    Floats16 result;
    std::memcpy(result.v, p, sizeof result.v);
    return result;
  }
  static Floats16 all(float x) {
    Floats16 result;
    std::fill_n(result.v, 16, x);
    return result;
  }
  static Floats16 of(Ints16 x) {
    Floats16 result;
    for (std::size_t i = 0; i < 16; ++i) result.v[i] = static_cast<float>(x.v[i]);
    return result;
  }
  void store(float* p) const { std::memcpy(p, v, sizeof v); }
  Floats16 plus(Floats16 o) const {
    return {each(o, [](float x, float y) { return x + y; })};
  }
  Floats16 minus(Floats16 o) const {
    return {each(o, [](float x, float y) { return x - y; })};
  }
  Floats16 times(Floats16 o) const {
    return {each(o, [](float x, float y) { return x * y; })};
  }
  Floats16 larger(Floats16 o) const {
    return {each(o, [](float x, float y) { return x > y ? x : y; })};
  }
  Floats16 smaller(Floats16 o) const {
    return {each(o, [](float x, float y) { return x < y ? x : y; })};
  }
  Ints16 rounded() const {
    Ints16 result;
    for (std::size_t i = 0; i < 16; ++i) {
      const bool there = v[i] > -2147483648.0F && v[i] < 2147483648.0F;
      result.v[i] = there ? static_cast<std::int32_t>(__builtin_lrintf(v[i])) : INT32_MIN;
    }
    return result;
  }
  std::uint32_t equals(float x) const {
    std::uint32_t result = 0;
    for (std::uint32_t i = 0; i < 16; ++i) result |= (v[i] == x ? 1U : 0U) << i;
    return result;
  }
};

struct Shorts32 : Array<std::int16_t, 32> {
  static Shorts32 load(const std::int16_t* p) {
    Shorts32 result;
    std::memcpy(result.v, p, sizeof result.v);
    return result;
  }
  static Shorts32 all(std::int16_t x) {
    Shorts32 result;
    std::fill_n(result.v, 32, x);
    return result;
  }
  static Shorts32 zero() { return all(0); }
  static Shorts32 of_bytes(const std::int8_t* p) {
    Shorts32 result;
    for (std::size_t i = 0; i < 32; ++i) result.v[i] = p[i];
    return result;
  }
  static std::int16_t saturated(std::int32_t x) {
    return static_cast<std::int16_t>(std::clamp(x, -32768, 32767));
  }
  static Shorts32 of(Ints16 low, Ints16 high) {
    Shorts32 result;
    for (std::size_t i = 0; i < 16; ++i) {
      result.v[i] = saturated(low.v[i]);
      result.v[16 + i] = saturated(high.v[i]);
    }
    return result;
  }
  void store(std::int16_t* p) const { std::memcpy(p, v, sizeof v); }
  void store_bytes(void* p) const {
    auto* const to = static_cast<std::uint8_t*>(p);
    for (std::size_t i = 0; i < 32; ++i) to[i] = static_cast<std::uint8_t>(v[i]);
  }
  Ints16 low() const {
    Ints16 result;
    std::copy_n(v, 16, result.v);
    return result;
  }
  Ints16 high() const {
    Ints16 result;
    std::copy_n(v + 16, 16, result.v);
    return result;
  }
  Shorts32 plus(Shorts32 o) const {
    return {each(o, [](int x, int y) { return x + y; })};
  }
  Shorts32 minus(Shorts32 o) const {
    return {each(o, [](int x, int y) { return x - y; })};
  }
  Shorts32 plus_saturated(Shorts32 o) const {
    return {each(o, [](int x, int y) { return saturated(x + y); })};
  }
  Shorts32 minus_saturated(Shorts32 o) const {
    return {each(o, [](int x, int y) { return saturated(x - y); })};
  }
  Shorts32 times_q15(Shorts32 o) const {
    return {each(o, [](int x, int y) { return (x * y + 0x4000) >> 15; })};
  }
  Shorts32 magnitude() const {
    return {each(*this, [](int x, int) { return x < 0 ? -x : x; })};
  }
  Shorts32 larger(Shorts32 o) const {
    return {each(o, [](int x, int y) { return x > y ? x : y; })};
  }
  Shorts32 smaller(Shorts32 o) const {
    return {each(o, [](int x, int y) { return x < y ? x : y; })};
  }
  Shorts32 over_128() const {
    return {each(*this, [](int x, int) { return x >> 7; })};
  }
};

struct Moments {
  std::int64_t sum = 0;
  std::int64_t squares = 0;
  void add(const Shorts32& x) {
    for (const std::int16_t value : x.v) {
      sum += value;
      squares += std::int32_t{value} * value;
    }
  }
  std::int64_t total() const { return sum; }
  std::int64_t total_of_squares() const { return squares; }
};

#endif

}  // namespace
}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_VECTOR_HPP
