// SPDX-License-Identifier: MIT
// What is done to whole rows: embedding, recurrence, layer norm, largest element.
#ifndef ACTANT_NLP_KERNELS_ROWS_HPP
#define ACTANT_NLP_KERNELS_ROWS_HPP

#include "nlp/kernels.hpp"
#include "nlp/kernels_vector.hpp"

#include <algorithm>
#include <bit>

namespace actant {
namespace {

constexpr std::size_t lanes = 32;

void embed(const WordRows& word, std::size_t width, std::int16_t* out) {
  const auto sum = [&](std::span<const std::uint32_t> rows, std::size_t at) {
    Shorts32 result = Shorts32::zero();
    for (const std::uint32_t row : rows) {
      result = result.plus(Shorts32::of_bytes(word.table + row * width + at));
    }
    return result;
  };
  const auto mixed = [&](Ints16 own, Ints16 affixes, Ints16 ngrams) {
    const Floats16 affix_part = Floats16::of(affixes).times(Floats16::all(word.affix_scale));
    const Floats16 ngram_part = Floats16::of(ngrams).times(Floats16::all(word.ngram_scale));
    return Floats16::of(own)
        .times(Floats16::all(word.own_scale))
        .plus(affix_part.plus(ngram_part))
        .times(Floats16::all(512))
        .rounded();
  };
  for (std::size_t at = 0; at < width; at += lanes) {
    const Shorts32 own = Shorts32::of_bytes(word.own + at);
    const Shorts32 affixes = sum(word.affixes, at);
    const Shorts32 ngrams = sum(word.ngrams, at);
    Shorts32::of(mixed(own.low(), affixes.low(), ngrams.low()),
                 mixed(own.high(), affixes.high(), ngrams.high()))
        .larger(Shorts32::all(-32767))
        .store(out + at);
  }
}

/// One stripe of channels in one direction: h += z (c - h); out = g h.
template <std::size_t Chains>
void recur_stripe(const std::int16_t* gates, std::size_t length, std::size_t channels,
                  std::ptrdiff_t step, std::uint8_t* out) {
  Shorts32 h[Chains];
  for (Shorts32& chain : h) chain = Shorts32::zero();
  const auto gate_step = step * static_cast<std::ptrdiff_t>(3 * channels);
  const auto out_step = step * static_cast<std::ptrdiff_t>(channels);
  for (std::size_t t = 0; t < length; ++t) {
    for (std::size_t k = 0; k < Chains; ++k) {
      const std::int16_t* const at = gates + k * lanes;
      const Shorts32 z = Shorts32::load(at);
      const Shorts32 c = Shorts32::load(at + channels);
      const Shorts32 g = Shorts32::load(at + 2 * channels);
      h[k] = h[k].plus(z.times_q15(c.minus_saturated(h[k])));
      g.times_q15(h[k])
          .plus(Shorts32::all(64))
          .over_128()
          .smaller(Shorts32::all(127))
          .larger(Shorts32::all(-127))
          .plus(Shorts32::all(128))
          .store_bytes(out + k * lanes);
    }
    gates += gate_step;
    out += out_step;
  }
}

void recur(const std::int16_t* gates, std::size_t length, std::size_t half, std::uint8_t* out) {
  if (length == 0) return;
  const std::size_t channels = 2 * half;
  constexpr std::size_t chains = 2;
  const std::size_t last = length - 1;
  for (std::size_t at = 0; at < half; at += chains * lanes) {
    recur_stripe<chains>(gates + at, length, channels, 1, out + at);
    recur_stripe<chains>(gates + last * 3 * channels + half + at, length, channels, -1,
                         out + last * channels + half + at);
  }
}

void norm(const std::int16_t* in, std::size_t rows, std::size_t width, const NormLayer& layer,
          std::uint8_t* out) {
  constexpr std::size_t group = 8;  // rows whose square roots are computed together
  const auto n = static_cast<double>(width);
  const float* const gamma = layer.gamma.data();
  const float* const beta = layer.beta.data();
  for (std::size_t first = 0; first < rows; first += group) {
    const std::size_t count = std::min(group, rows - first);
    double mean[group] = {};
    double squares[group] = {};
    for (std::size_t r = 0; r < count; ++r) {
      Moments moments;
      for (std::size_t i = 0; i < width; i += lanes) {
        moments.add(Shorts32::load(in + (first + r) * width + i));
      }
      mean[r] = static_cast<double>(moments.total()) / n;
      squares[r] = static_cast<double>(moments.total_of_squares());
    }
    float inverse[group];
    for (std::size_t r = 0; r < group; ++r) {
      const double variance = squares[r] / n - mean[r] * mean[r];
      inverse[r] = static_cast<float>(1.0 / std::sqrt(variance + 1e-5 * 512 * 512));
    }
    for (std::size_t r = 0; r < count; ++r) {
      const std::int16_t* const from = in + (first + r) * width;
      std::uint8_t* const to = out + (first + r) * width;
      const Floats16 centre = Floats16::all(static_cast<float>(mean[r]));
      const Floats16 scale = Floats16::all(inverse[r]);
      for (std::size_t i = 0; i < width; i += lanes) {
        const auto normed = [&](Ints16 x, std::size_t at) {
          return Floats16::of(x)
              .minus(centre)
              .times(scale)
              .times(Floats16::load(gamma + at))
              .plus(Floats16::load(beta + at))
              .rounded();
        };
        const Shorts32 x = Shorts32::load(from + i);
        Shorts32::of(normed(x.low(), i), normed(x.high(), i + 16))
            .smaller(Shorts32::all(127))
            .larger(Shorts32::all(-127))
            .plus(Shorts32::all(128))
            .store_bytes(to + i);
      }
    }
  }
}

void relu_sum(const std::int16_t* a, const std::int16_t* b, std::size_t width, float scale,
              std::uint8_t* out) {
  const Floats16 factor = Floats16::all(scale);
  for (std::size_t i = 0; i < width; i += lanes) {
    const Shorts32 sum = Shorts32::load(a + i).plus_saturated(Shorts32::load(b + i));
    const Shorts32 positive = sum.larger(Shorts32::zero());
    Shorts32::of(Floats16::of(positive.low()).times(factor).rounded(),
                 Floats16::of(positive.high()).times(factor).rounded())
        .smaller(Shorts32::all(127))
        .larger(Shorts32::zero())
        .store_bytes(out + i);
  }
}

std::size_t argmax(const float* values, std::size_t n) {
  constexpr std::size_t part = 16;
  float best = values[0];
  std::size_t i = 1;
  if (n >= part) {
    Floats16 most = Floats16::load(values);
    for (i = part; i + part <= n; i += part) most = Floats16::load(values + i).larger(most);
    float parts[part];
    most.store(parts);
    best = *std::max_element(parts, parts + part);
  }
  for (; i < n; ++i) best = values[i] > best ? values[i] : best;
  for (i = 0; i + part <= n; i += part) {
    const std::uint32_t found = Floats16::load(values + i).equals(best);
    if (found != 0) return i + static_cast<std::size_t>(std::countr_zero(found));
  }
  while (i + 1 < n && values[i] != best) ++i;
  return i;
}

void round_all(const float* values, std::size_t n, float scale, std::int32_t* out) {
  constexpr float most = 2147483520;  // the largest float that is an int32
  const auto rounded = [=](const float* from) {
    return Floats16::load(from).times(Floats16::all(scale)).smaller(Floats16::all(most)).rounded();
  };
  std::size_t i = 0;
  for (; i + 16 <= n; i += 16) rounded(values + i).store(out + i);
  if (i == n) return;
  float last[16] = {};
  std::int32_t results[16];
  std::copy(values + i, values + n, last);
  rounded(last).store(results);
  std::copy_n(results, n - i, out + i);
}

}  // namespace
}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_ROWS_HPP
