// SPDX-License-Identifier: MIT
// Layers: products and what is done with their sums, 32 outputs at a time.
#ifndef ACTANT_NLP_KERNELS_LAYERS_HPP
#define ACTANT_NLP_KERNELS_LAYERS_HPP

#include "nlp/kernels_products.hpp"

namespace actant {
namespace {

void sums(ByteRows in, const PackedMatrix& weights, std::int32_t* out) {
  const std::size_t width = weights.padded_outputs();
  for_each_tile(in, weights, [&](std::size_t row, std::size_t o, const std::int32_t* sum) {
    std::memcpy(out + row * width + o, sum, tile_outputs * sizeof(std::int32_t));
  });
}

inline Floats16 affine(Ints16 sum, const float* scale, const float* bias) {
  return Floats16::of(sum).times(Floats16::load(scale)).plus(Floats16::load(bias));
}

/// 32 outputs, rounded and saturated.
inline Shorts32 rounded(Ints16 low, Ints16 high, const float* scale, const float* bias) {
  constexpr float most = 32767;
  return Shorts32::of(affine(low, scale, bias).rounded(most),
                      affine(high, scale + 16, bias + 16).rounded(most));
}

/// Calls use(row, output, values) with 32 rounded outputs.
template <typename Use>
void for_each_rounded(ByteRows in, const LinearLayer& layer, Use&& use) {
  for_each_tile(in, layer.weights, [&](std::size_t row, std::size_t o, const std::int32_t* sum) {
    use(row, o,
        rounded(Ints16::load(sum), Ints16::load(sum + 16), layer.scale.data() + o,
                layer.bias.data() + o));
  });
}

void linear(ByteRows in, const LinearLayer& layer, float* out) {
  const std::size_t width = layer.weights.padded_outputs();
  const float* const scale = layer.scale.data();
  const float* const bias = layer.bias.data();
  for_each_tile(in, layer.weights, [&](std::size_t row, std::size_t o, const std::int32_t* sum) {
    float* const to = out + row * width + o;
    affine(Ints16::load(sum), scale + o, bias + o).store(to);
    affine(Ints16::load(sum + 16), scale + o + 16, bias + o + 16).store(to + 16);
  });
}

void linear_int16(ByteRows in, const LinearLayer& layer, std::int16_t* out) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_rounded(in, layer, [&](std::size_t row, std::size_t o, Shorts32 y) {
    y.store(out + row * width + o);
  });
}

void linear_residual(ByteRows in, const LinearLayer& layer, std::int16_t* residual) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_rounded(in, layer, [&](std::size_t row, std::size_t o, Shorts32 y) {
    std::int16_t* const to = residual + row * width + o;
    Shorts32::load(to).plus_saturated(y).store(to);
  });
}

template <typename Byte>
void linear_bytes(ByteRows in, const LinearLayer& layer, std::size_t width, std::int16_t least,
                  Byte* out) {
  for_each_rounded(in, layer, [&](std::size_t row, std::size_t o, Shorts32 y) {
    const Shorts32 q = y.larger(Shorts32::all(least)).smaller(Shorts32::all(127));
    if (o + tile_outputs <= width) {
      q.store_bytes(out + row * width + o);
    } else if (o < width) {
      Byte last[tile_outputs];
      q.store_bytes(last);
      std::memcpy(out + row * width + o, last, width - o);
    }
  });
}

void linear_relu(ByteRows in, const LinearLayer& layer, std::size_t width, std::uint8_t* out) {
  linear_bytes(in, layer, width, 0, out);
}

void linear_signed(ByteRows in, const LinearLayer& layer, std::size_t width, std::int8_t* out) {
  linear_bytes(in, layer, width, -127, out);
}

/// 2 (x - x |x|), the quadratic sigmoid of both activations; x within one half, Q15.
inline Shorts32 bent(Shorts32 x) {
  const Shorts32 half = Shorts32::all(16384);
  x = x.smaller(half).larger(Shorts32::all(-16384));
  const Shorts32 once = x.minus(x.times_q15(x.magnitude()));
  return once.plus(once);
}

/// 0.5 + 0.5 t(y/2) in Q15 of y * 4096, t(x) = x (1 - |x|/4) on [-2, 2].
inline Shorts32 sigmoid(Shorts32 y) { return bent(y).plus_saturated(Shorts32::all(16384)); }

void linear_gates(ByteRows in, const LinearLayer& layer, std::int16_t* out) {
  const std::size_t width = layer.weights.padded_outputs();
  const std::size_t third = width / 3;
  for_each_rounded(in, layer, [&](std::size_t row, std::size_t o, Shorts32 y) {
    const bool candidate = o >= third && o < 2 * third;
    (candidate ? bent(y) : sigmoid(y)).store(out + row * width + o);
  });
}

void convolve(const WindowSums& sums, const float* scale, const float* bias, std::size_t width,
              const std::int16_t* in, std::int16_t* out) {
  const auto output = [&](std::size_t o) {
    const auto sum = [&](std::size_t at) {
      return Ints16::load(sums.before + at)
          .plus(Ints16::load(sums.at + at))
          .plus(Ints16::load(sums.after + at));
    };
    return rounded(sum(o), sum(o + 16), scale + o, bias + o);
  };
  for (std::size_t i = 0; i < width; i += tile_outputs) {
    const Shorts32 gate = sigmoid(output(width + i));
    Shorts32::load(in + i).plus_saturated(output(i).times_q15(gate)).store(out + i);
  }
}

}  // namespace
}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_LAYERS_HPP
