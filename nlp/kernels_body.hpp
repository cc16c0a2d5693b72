// SPDX-License-Identifier: MIT
// The body of the kernels, compiled once for each instruction set by the kernels_*.cpp files, which
// define ACTANT_KERNELS (the function that returns the table) and ACTANT_KERNELS_NAME. Everything
// is in an unnamed namespace, so no copy can stand in for another at link time. The loops are plain
// C++ that the compiler vectorises; only the dot products and the recurrence name instructions.
#ifndef ACTANT_NLP_KERNELS_BODY_HPP
#define ACTANT_NLP_KERNELS_BODY_HPP

#include "nlp/kernels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace actant {
namespace {

#if defined(__AVX2__) && !defined(__AVX512VNNI__)
constexpr std::size_t tile_rows = 4;  // 16 registers hold no more
#else
constexpr std::size_t tile_rows = 8;
#endif
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

using Tile = std::int32_t[tile_rows][tile_outputs];

// --- dot products -------------------------------------------------------------------------------

#if defined(__AVX512VNNI__)

// The intrinsic makes gcc 12 spill its accumulators; the instruction itself does not.
[[gnu::always_inline]] inline void dot(__m512i& sum, __m512i bytes, __m512i weights) {
  asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(bytes), "v"(weights));
}

template <std::size_t Rows>
void multiply(const std::uint8_t* in, std::size_t stride, const std::int8_t* weights,
              std::size_t inputs, const std::int32_t* start, Tile& tile) {
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
      dot(first[r], bytes, w0);
      dot(second[r], bytes, w1);
    });
  }
  unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
    _mm512_storeu_si512(&tile[r][0], first[r]);
    _mm512_storeu_si512(&tile[r][16], second[r]);
  });
}

#elif defined(__AVX2__)

[[gnu::always_inline]] inline void dot(__m256i& sum, __m256i bytes, __m256i weights) {
  const __m256i pairs = _mm256_maddubs_epi16(bytes, weights);
  sum = _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

// Half a tile at a time; weights are within +-63, or the bytes within 127, so that the 16-bit sums
// of two products never saturate.
template <std::size_t Rows>
void multiply(const std::uint8_t* in, std::size_t stride, const std::int8_t* weights,
              std::size_t inputs, const std::int32_t* start, Tile& tile) {
  const auto load = [](const void* p) __attribute__((always_inline)) {
    return _mm256_loadu_si256(static_cast<const __m256i*>(p));
  };
  for (std::size_t part = 0; part < tile_outputs; part += 16) {
    const std::int8_t* const block = weights + part * inputs;
    __m256i first[Rows];
    __m256i second[Rows];
    unrolled<Rows>([&](auto r) __attribute__((always_inline)) {
      first[r] = load(start + part);
      second[r] = load(start + part + 8);
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
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(&tile[r][part]), first[r]);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(&tile[r][part + 8]), second[r]);
    });
  }
}

#else

template <std::size_t Rows>
void multiply(const std::uint8_t* in, std::size_t stride, const std::int8_t* weights,
              std::size_t inputs, const std::int32_t* start, Tile& tile) {
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t o = 0; o < tile_outputs; ++o) tile[r][o] = start[o];
    for (std::size_t part = 0; part < 2; ++part) {
      const std::int8_t* const block = weights + part * PackedMatrix::block * inputs;
      for (std::size_t i = 0; i < inputs; ++i) {
        const std::int32_t byte = in[r * stride + i];
        const std::int8_t* const column = block + i / 4 * 64 + i % 4;
        for (std::size_t o = 0; o < 16; ++o) tile[r][part * 16 + o] += byte * column[o * 4];
      }
    }
  }
}

#endif

/// multiply for 1, 2 ... tile_rows rows.
using Multiply = void (*)(const std::uint8_t*, std::size_t, const std::int8_t*, std::size_t,
                          const std::int32_t*, Tile&);
template <std::size_t... I>
constexpr std::array<Multiply, sizeof...(I)> multiply_table(std::index_sequence<I...>) {
  return {multiply<I + 1>...};
}
constexpr auto multiplies = multiply_table(std::make_index_sequence<tile_rows>{});

/// Calls use(row, first output, sums of 32 outputs) for each row and each 32 outputs.
template <typename Use>
void for_each_tile(ByteRows in, const PackedMatrix& w, Use&& use) {
  alignas(64) Tile tile;
  for (std::size_t o = 0; o < w.padded_outputs(); o += tile_outputs) {
    const std::int8_t* const weights = w.data() + o * w.padded_inputs();
    for (std::size_t row = 0; row < in.rows; row += tile_rows) {
      const std::size_t n = std::min(tile_rows, in.rows - row);
      multiplies[n - 1](in.data + row * in.stride, in.stride, weights, w.padded_inputs(),
                        w.start() + o, tile);
      for (std::size_t r = 0; r < n; ++r) use(row + r, o, tile[r]);
    }
  }
}

// --- after the sum ------------------------------------------------------------------------------

inline float affine(std::int32_t sum, float scale, float bias) {
  const float scaled = static_cast<float>(sum) * scale;
  return scaled + bias;
}

/// Rounds half to even, within [-limit, limit]; limits are exact floats.
inline std::int32_t rounded(float x, float low, float high) {
  x = x > low ? x : low;  // what is not a number becomes `low`
  x = x < high ? x : high;
  return static_cast<std::int32_t>(__builtin_rintf(x));
}

inline std::int32_t multiply_q15(std::int32_t a, std::int32_t b) { return (a * b + 0x4000) >> 15; }

inline std::int32_t saturate16(std::int32_t x) {
  x = x < -32768 ? -32768 : x;
  return x > 32767 ? 32767 : x;
}

/// 0.5 + 0.5 t(y/2) in Q15, t(x) = x (1 - |x|/4) on [-2, 2].
inline std::int32_t sigmoid_q15(float y) {
  const std::int32_t x = rounded(y * 4096.0F, -16384.0F, 16384.0F);
  const std::int32_t s = 16384 + 2 * (x - multiply_q15(x, x < 0 ? -x : x));
  return s > 32767 ? 32767 : s;
}

/// t(y) in Q14.
inline std::int32_t tanh_q14(float y) {
  const std::int32_t x = rounded(y * 8192.0F, -16384.0F, 16384.0F);
  return 2 * (x - multiply_q15(x, x < 0 ? -x : x));
}

void sums(ByteRows in, const PackedMatrix& weights, std::int32_t* out) {
  const std::size_t width = weights.padded_outputs();
  for_each_tile(in, weights, [&](std::size_t row, std::size_t o, const std::int32_t* sum) {
    std::memcpy(out + row * width + o, sum, tile_outputs * sizeof(std::int32_t));
  });
}

/// Calls use(row, output, y) with the loop over 32 outputs innermost.
template <typename Use>
void for_each_output(ByteRows in, const LinearLayer& layer, Use&& use) {
  for_each_tile(in, layer.weights, [&](std::size_t row, std::size_t o, const std::int32_t* sum) {
    const float* const scale = layer.scale.data() + o;
    const float* const bias = layer.bias.data() + o;
    use(row, o, [=](std::size_t i) { return affine(sum[i], scale[i], bias[i]); });
  });
}

void linear(ByteRows in, const LinearLayer& layer, float* out) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_output(in, layer, [&](std::size_t row, std::size_t o, auto y) {
    float* const to = out + row * width + o;
    for (std::size_t i = 0; i < tile_outputs; ++i) to[i] = y(i);
  });
}

void linear_fixed(ByteRows in, const LinearLayer& layer, float one, std::int16_t* out) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_output(in, layer, [&](std::size_t row, std::size_t o, auto y) {
    std::int16_t* const to = out + row * width + o;
    for (std::size_t i = 0; i < tile_outputs; ++i) {
      to[i] = static_cast<std::int16_t>(rounded(y(i) * one, -32768.0F, 32767.0F));
    }
  });
}

void linear_q9(ByteRows in, const LinearLayer& layer, std::int16_t* out) {
  linear_fixed(in, layer, 512.0F, out);
}

void linear_q8(ByteRows in, const LinearLayer& layer, std::int16_t* out) {
  linear_fixed(in, layer, 256.0F, out);
}

void linear_residual(ByteRows in, const LinearLayer& layer, std::int16_t* residual) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_output(in, layer, [&](std::size_t row, std::size_t o, auto y) {
    std::int16_t* const to = residual + row * width + o;
    for (std::size_t i = 0; i < tile_outputs; ++i) {
      to[i] = static_cast<std::int16_t>(
          saturate16(to[i] + rounded(y(i) * 512.0F, -32768.0F, 32767.0F)));
    }
  });
}

template <typename Byte>
void linear_bytes(ByteRows in, const LinearLayer& layer, std::size_t width, float low, Byte* out) {
  for_each_output(in, layer, [&](std::size_t row, std::size_t o, auto y) {
    Byte q[tile_outputs];
    for (std::size_t i = 0; i < tile_outputs; ++i) {
      q[i] = static_cast<Byte>(rounded(y(i), low, 127.0F));
    }
    if (o < width) std::memcpy(out + row * width + o, q, std::min(tile_outputs, width - o));
  });
}

void linear_relu(ByteRows in, const LinearLayer& layer, std::size_t width, std::uint8_t* out) {
  linear_bytes(in, layer, width, 0.0F, out);
}

void linear_signed(ByteRows in, const LinearLayer& layer, std::size_t width, std::int8_t* out) {
  linear_bytes(in, layer, width, -127.0F, out);
}

void linear_gates(ByteRows in, const LinearLayer& layer, std::int16_t* out) {
  const std::size_t width = layer.weights.padded_outputs();
  const std::size_t third = width / 3;
  for_each_output(in, layer, [&](std::size_t row, std::size_t o, auto y) {
    std::int16_t* const to = out + row * width + o;
    if (o / third == 1) {
      for (std::size_t i = 0; i < tile_outputs; ++i)
        to[i] = static_cast<std::int16_t>(tanh_q14(y(i)));
    } else {
      for (std::size_t i = 0; i < tile_outputs; ++i) {
        to[i] = static_cast<std::int16_t>(sigmoid_q15(y(i)));
      }
    }
  });
}

// The outputs a and b are interleaved when the layer is loaded: 16 of a, then their 16 of b.
void linear_gated(ByteRows in, const LinearLayer& layer, std::int16_t* residual) {
  const std::size_t width = layer.weights.padded_outputs() / 2;
  for_each_output(in, layer, [&](std::size_t row, std::size_t o, auto y) {
    std::int16_t* const to = residual + row * width + o / 2;
    for (std::size_t i = 0; i < PackedMatrix::block; ++i) {
      const std::int32_t a = rounded(y(i) * 512.0F, -32768.0F, 32767.0F);
      const std::int32_t gate = sigmoid_q15(y(i + PackedMatrix::block));
      to[i] = static_cast<std::int16_t>(saturate16(to[i] + multiply_q15(a, gate)));
    }
  });
}

// --- recurrence ---------------------------------------------------------------------------------

#if defined(__AVX512BW__)
struct Lanes {
  static constexpr std::size_t size = 32;
  __m512i v;
  static Lanes load(const std::int16_t* p) { return {_mm512_loadu_si512(p)}; }
  static Lanes zero() { return {_mm512_setzero_si512()}; }
  Lanes minus(Lanes o) const { return {_mm512_subs_epi16(v, o.v)}; }
  Lanes plus(Lanes o) const { return {_mm512_add_epi16(v, o.v)}; }
  Lanes times(Lanes o) const { return {_mm512_mulhrs_epi16(v, o.v)}; }
  void store_bytes(std::uint8_t* to) const {
    __m512i q = _mm512_srai_epi16(_mm512_add_epi16(v, _mm512_set1_epi16(64)), 7);
    q = _mm512_max_epi16(_mm512_min_epi16(q, _mm512_set1_epi16(127)), _mm512_set1_epi16(-127));
    q = _mm512_add_epi16(q, _mm512_set1_epi16(128));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi16_epi8(q));
  }
};
#elif defined(__AVX2__)
struct Lanes {
  static constexpr std::size_t size = 16;
  __m256i v;
  static Lanes load(const std::int16_t* p) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p))};
  }
  static Lanes zero() { return {_mm256_setzero_si256()}; }
  Lanes minus(Lanes o) const { return {_mm256_subs_epi16(v, o.v)}; }
  Lanes plus(Lanes o) const { return {_mm256_add_epi16(v, o.v)}; }
  Lanes times(Lanes o) const { return {_mm256_mulhrs_epi16(v, o.v)}; }
  void store_bytes(std::uint8_t* to) const {
    __m256i q = _mm256_srai_epi16(_mm256_add_epi16(v, _mm256_set1_epi16(64)), 7);
    q = _mm256_max_epi16(_mm256_min_epi16(q, _mm256_set1_epi16(127)), _mm256_set1_epi16(-127));
    q = _mm256_add_epi16(q, _mm256_set1_epi16(128));
    const __m128i bytes =
        _mm_packus_epi16(_mm256_castsi256_si128(q), _mm256_extracti128_si256(q, 1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
  }
};
#else
struct Lanes {
  static constexpr std::size_t size = 1;
  std::int16_t v;
  static Lanes load(const std::int16_t* p) { return {*p}; }
  static Lanes zero() { return {0}; }
  Lanes minus(Lanes o) const { return {static_cast<std::int16_t>(saturate16(v - o.v))}; }
  Lanes plus(Lanes o) const { return {static_cast<std::int16_t>(v + o.v)}; }
  Lanes times(Lanes o) const { return {static_cast<std::int16_t>(multiply_q15(v, o.v))}; }
  void store_bytes(std::uint8_t* to) const {
    const std::int32_t q = (v + 64) >> 7;
    *to = static_cast<std::uint8_t>(std::clamp(q, -127, 127) + 128);
  }
};
#endif

/// One stripe of channels in one direction: h += z (c - h); out = g h.
template <std::size_t Chains>
void recur_stripe(const std::int16_t* gates, std::size_t length, std::size_t channels,
                  std::ptrdiff_t step, std::uint8_t* out) {
  Lanes h[Chains];
  for (Lanes& lanes : h) lanes = Lanes::zero();
  const auto gate_step = step * static_cast<std::ptrdiff_t>(3 * channels);
  const auto out_step = step * static_cast<std::ptrdiff_t>(channels);
  for (std::size_t t = 0; t < length; ++t) {
    for (std::size_t k = 0; k < Chains; ++k) {
      const std::int16_t* const at = gates + k * Lanes::size;
      const Lanes z = Lanes::load(at);
      const Lanes c = Lanes::load(at + channels);
      const Lanes g = Lanes::load(at + 2 * channels);
      h[k] = h[k].plus(z.times(c.minus(h[k])));
      g.times(h[k]).store_bytes(out + k * Lanes::size);
    }
    gates += gate_step;
    out += out_step;
  }
}

void recur(const std::int16_t* gates, std::size_t length, std::size_t half, std::uint8_t* out) {
  if (length == 0) return;
  const std::size_t channels = 2 * half;
  constexpr std::size_t chains_used = 64 / Lanes::size == 2 ? 2 : 4;
  constexpr std::size_t stripe = chains_used * Lanes::size;
  for (std::size_t at = 0; at < half; at += stripe) {
    recur_stripe<chains_used>(gates + at, length, channels, 1, out + at);
    const std::size_t last = length - 1;
    recur_stripe<chains_used>(gates + last * 3 * channels + half + at, length, channels, -1,
                              out + last * channels + half + at);
  }
}

// --- layer norm ---------------------------------------------------------------------------------

void norm(const std::int16_t* in, std::size_t rows, std::size_t width, const NormLayer& layer,
          std::uint8_t* out) {
  const auto n = static_cast<double>(width);
  const float* const gamma = layer.gamma.data();
  const float* const beta = layer.beta.data();
  for (std::size_t row = 0; row < rows; ++row, in += width, out += width) {
    std::int32_t sum = 0;
    std::int64_t squares = 0;
    for (std::size_t i = 0; i < width; ++i) sum += in[i];
    for (std::size_t i = 0; i < width; ++i) squares += std::int32_t{in[i]} * in[i];
    const double mean = static_cast<double>(sum) / n;
    const double variance = static_cast<double>(squares) / n - mean * mean;
    const auto inverse = static_cast<float>(1.0 / std::sqrt(variance + 1e-5 * 512 * 512));
    const auto centre = static_cast<float>(mean);
    std::uint8_t* __restrict const to = out;
    for (std::size_t i = 0; i < width; ++i) {
      const float scaled = (static_cast<float>(in[i]) - centre) * inverse;
      const float y = scaled * gamma[i] + beta[i];
      to[i] = static_cast<std::uint8_t>(rounded(y, -127.0F, 127.0F) + 128);
    }
  }
}

void relu_sum(const std::int16_t* a, const std::int16_t* b, std::size_t width, float scale,
              std::uint8_t* __restrict out) {
  for (std::size_t i = 0; i < width; ++i) {
    const std::int32_t sum = saturate16(a[i] + b[i]);
    const auto positive = static_cast<float>(sum < 0 ? 0 : sum);
    out[i] = static_cast<std::uint8_t>(rounded(positive * scale, 0.0F, 127.0F));
  }
}

std::size_t argmax(const float* values, std::size_t n) {
  constexpr std::size_t lanes = 16;
  float best = values[0];
  std::size_t i = 0;
  if (n >= lanes) {
    float most[lanes];
    std::copy_n(values, lanes, most);
    for (i = lanes; i + lanes <= n; i += lanes) {
      for (std::size_t k = 0; k < lanes; ++k) {
        most[k] = values[i + k] > most[k] ? values[i + k] : most[k];
      }
    }
    best = *std::max_element(most, most + lanes);
  }
  for (; i < n; ++i) best = values[i] > best ? values[i] : best;
  return static_cast<std::size_t>(std::find(values, values + n, best) - values);
}

constexpr Kernels table = {ACTANT_KERNELS_NAME,
                           sums,
                           linear,
                           linear_q9,
                           linear_residual,
                           linear_q8,
                           linear_relu,
                           linear_signed,
                           linear_gated,
                           linear_gates,
                           recur,
                           norm,
                           relu_sum,
                           argmax};

}  // namespace

const Kernels& ACTANT_KERNELS();
const Kernels& ACTANT_KERNELS() { return table; }

}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_BODY_HPP
