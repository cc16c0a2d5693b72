// SPDX-License-Identifier: MIT
// Layers: products and what is done with their sums, 32 outputs at a time.
#ifndef ACTANT_NLP_KERNELS_LAYERS_HPP
#define ACTANT_NLP_KERNELS_LAYERS_HPP

#include "nlp/kernels_products.hpp"

namespace actant {
namespace {

/// Scale and bias of 16 outputs.
struct Affine16 {
  Floats16 scale;
  Floats16 bias;

  static Affine16 load(const float* scale, const float* bias) {
    return {Floats16::load(scale), Floats16::load(bias)};
  }
  Floats16 of(Ints16 sum) const { return Floats16::of(sum).times(scale).plus(bias); }
};

/// Scale and bias of 32 outputs.
struct Affine32 {
  Affine16 low;
  Affine16 high;

  static Affine32 load(const float* scale, const float* bias) {
    return {Affine16::load(scale, bias), Affine16::load(scale + 16, bias + 16)};
  }
  /// Rounded and saturated.
  Shorts32 rounded(Ints16 low_sum, Ints16 high_sum) const {
    return Shorts32::of(low.of(low_sum).rounded(), high.of(high_sum).rounded());
  }
};

void sums(ByteRows in, const PackedMatrix& weights, std::int32_t* out) {
  const std::size_t width = weights.padded_outputs();
  for_each_column(in, weights, [=](std::size_t o) {
    return [=](std::size_t row, Ints16 low, Ints16 high) __attribute__((always_inline)) {
      low.store(out + row * width + o);
      high.store(out + row * width + o + 16);
    };
  });
}

void linear(ByteRows in, const LinearLayer& layer, float* out) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_column(
      in, layer.weights, [=, scale = layer.scale.data(), bias = layer.bias.data()](std::size_t o) {
        const Affine32 affine = Affine32::load(scale + o, bias + o);
        return [=](std::size_t row, Ints16 low, Ints16 high) __attribute__((always_inline)) {
          affine.low.of(low).store(out + row * width + o);
          affine.high.of(high).store(out + row * width + o + 16);
        };
      });
}

/// For every 32 outputs from o on: use = column(o), then use(row, those outputs, rounded).
template <typename Column>
void for_each_rounded(ByteRows in, const LinearLayer& layer, Column column) {
  for_each_column(in, layer.weights,
                  [=, scale = layer.scale.data(), bias = layer.bias.data()](std::size_t o) {
                    const Affine32 affine = Affine32::load(scale + o, bias + o);
                    return [ =, use = column(o) ](std::size_t row, Ints16 low, Ints16 high)
                        __attribute__((always_inline)) {
                      use(row, affine.rounded(low, high));
                    };
                  });
}

void linear_int16(ByteRows in, const LinearLayer& layer, std::int16_t* out) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_rounded(in, layer, [=](std::size_t o) {
    return [=](std::size_t row, Shorts32 y) __attribute__((always_inline)) {
      y.store(out + row * width + o);
    };
  });
}

void linear_residual(ByteRows in, const LinearLayer& layer, std::int16_t* residual) {
  const std::size_t width = layer.weights.padded_outputs();
  for_each_rounded(in, layer, [=](std::size_t o) {
    return [=](std::size_t row, Shorts32 y) __attribute__((always_inline)) {
      std::int16_t* const to = residual + row * width + o;
      Shorts32::load(to).plus_saturated(y).store(to);
    };
  });
}

template <typename Byte>
void linear_bytes(ByteRows in, const LinearLayer& layer, std::size_t width, std::int16_t least,
                  Byte* out) {
  for_each_rounded(in, layer, [=](std::size_t o) {
    return [=](std::size_t row, Shorts32 y) __attribute__((always_inline)) {
      const Shorts32 q = y.larger(Shorts32::all(least)).smaller(Shorts32::all(127));
      if (o + tile_outputs <= width) {
        q.store_bytes(out + row * width + o);
      } else if (o < width) {
        Byte last[tile_outputs];
        q.store_bytes(last);
        std::memcpy(out + row * width + o, last, width - o);
      }
    };
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
  for_each_rounded(in, layer, [=](std::size_t o) {
    const Shorts32 offset = Shorts32::all(o >= third && o < 2 * third ? 0 : 16384);
    return [=](std::size_t row, Shorts32 y) __attribute__((always_inline)) {
      bent(y).plus_saturated(offset).store(out + row * width + o);
    };
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
    return Affine32::load(scale + o, bias + o).rounded(sum(o), sum(o + 16));
  };
  for (std::size_t i = 0; i < width; i += tile_outputs) {
    const Shorts32 gate = sigmoid(output(width + i));
    Shorts32::load(in + i).plus_saturated(output(i).times_q15(gate)).store(out + i);
  }
}

}  // namespace
}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_LAYERS_HPP
