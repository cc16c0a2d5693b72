// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_KERNELS_HPP
#define ACTANT_NLP_KERNELS_HPP

#include "nlp/aligned.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace actant {

/// An int8 weight matrix, reordered for the products below: blocks of 16 outputs; in a block, for
/// every four inputs, the 16 x 4 weights side by side. Outputs and inputs are padded with zeros.
class PackedMatrix {
 public:
  static constexpr std::size_t block = 16;
  static constexpr std::size_t depth = 4;

  /// Packs `outputs` rows of `inputs` weights, given row by row; memory is reused.
  /// @param zero  What the unsigned inputs add to the signed values they stand for: 0 or 128.
  void pack(std::span<const std::int8_t> rows, std::size_t outputs, std::size_t inputs, int zero);

  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  [[nodiscard]] std::size_t padded_outputs() const { return start_.size(); }
  [[nodiscard]] std::size_t padded_inputs() const { return inputs_; }
  [[nodiscard]] const std::int8_t* data() const { return data_.data(); }
  /// For each padded output, the sum to start from: -zero * (sum of its weights).
  [[nodiscard]] const std::int32_t* start() const { return start_.data(); }

 private:
  AlignedVector<std::int8_t> data_;
  AlignedVector<std::int32_t> start_;
  std::size_t outputs_ = 0;
  std::size_t inputs_ = 0;
};

/// A linear layer: y = float(sum) * scale + bias. Scale and bias are padded like the matrix; where
/// the result is fixed-point, they contain its factor, a power of two.
struct LinearLayer {
  PackedMatrix weights;
  AlignedVector<float> scale;
  AlignedVector<float> bias;
};

/// Gain and offset of a layer norm whose result is int8.
struct NormLayer {
  AlignedVector<float> gamma;
  AlignedVector<float> beta;
};

/// Rows of unsigned bytes; consecutive rows start `stride` bytes apart.
struct ByteRows {
  const std::uint8_t* data = nullptr;
  std::size_t rows = 0;
  std::size_t stride = 0;
};

/// The parts of the sums of a convolution over three words: what the word before, the word itself
/// and the word after add to each output.
struct WindowSums {
  const std::int32_t* before = nullptr;
  const std::int32_t* at = nullptr;
  const std::int32_t* after = nullptr;
};

/// What an embedding is mixed from: own_scale * own + (affix_scale * sum of the rows `affixes` of
/// the table + ngram_scale * sum of the rows `ngrams`). At most 256 rows each.
struct WordRows {
  const std::int8_t* own = nullptr;
  const std::int8_t* table = nullptr;
  std::span<const std::uint32_t> affixes;
  std::span<const std::uint32_t> ngrams;
  float own_scale = 0;
  float affix_scale = 0;
  float ngram_scale = 0;
};

/// The arithmetic of the network, once for each instruction set. Every set gives the same bytes:
/// sums are integers, and what follows is single IEEE operations in a fixed order.
/// y is within +-2^31 in any trained model; a larger one or NaN rounds to the least number.
/// Output rows have the padded width of the layer unless said otherwise; widths of rows are
/// multiples of 32, half the width of a recurrence one of 64. Thread-safe.
struct Kernels {
  std::string_view name;

  /// out[row][o] = sum.
  void (*sums)(ByteRows in, const PackedMatrix& weights, std::int32_t* out);
  /// out[row][o] = y.
  void (*linear)(ByteRows in, const LinearLayer& layer, float* out);
  /// out[row][o] = clamp16(round(y)).
  void (*linear_int16)(ByteRows in, const LinearLayer& layer, std::int16_t* out);
  /// r[row][o] = sat16(r + clamp16(round(y))).
  void (*linear_residual)(ByteRows in, const LinearLayer& layer, std::int16_t* residual);
  /// out[row][o] = clamp(round(y), 0, 127); `width` bytes a row.
  void (*linear_relu)(ByteRows in, const LinearLayer& layer, std::size_t width, std::uint8_t* out);
  /// out[row][o] = clamp(round(y), -127, 127); `width` bytes a row.
  void (*linear_signed)(ByteRows in, const LinearLayer& layer, std::size_t width, std::int8_t* out);
  /// Recurrence: outputs z, c, g of equal width, factors 4096, 8192, 4096; z and g become Q15
  /// sigmoids, c a Q14 tanh.
  void (*linear_gates)(ByteRows in, const LinearLayer& layer, std::int16_t* out);
  /// Gated convolution at one word, outputs a, b of `width` each, factors 512 and 4096:
  /// out[i] = sat16(in[i] + mulhrs(clamp16(round(a)), sigmoid(b))).
  void (*convolve)(const WindowSums& sums, const float* scale, const float* bias, std::size_t width,
                   const std::int16_t* in, std::int16_t* out);
  /// out[i] = clamp(round(embedding * 512), -32767, 32767).
  void (*embed)(const WordRows& word, std::size_t width, std::int16_t* out);
  /// Runs the recurrence over `length` rows of gates (width 6 * half), forward in the first half of
  /// the channels, backward in the second; out: 2 * half bytes a row, value + 128.
  void (*recur)(const std::int16_t* gates, std::size_t length, std::size_t half, std::uint8_t* out);
  /// Layer norm of rows of `width` values; out[row][i] = result + 128.
  void (*norm)(const std::int16_t* in, std::size_t rows, std::size_t width, const NormLayer& layer,
               std::uint8_t* out);
  /// out[i] = min(127, round(max(0, sat16(a[i] + b[i])) * scale)).
  void (*relu_sum)(const std::int16_t* a, const std::int16_t* b, std::size_t width, float scale,
                   std::uint8_t* out);
  /// Position of the largest of `n` values, the first of equals; n > 0.
  std::size_t (*argmax)(const float* values, std::size_t n);
  /// out[i] = round(values[i] * scale).
  void (*round_all)(const float* values, std::size_t n, float scale, std::int32_t* out);
};

enum class Instructions : std::uint8_t { scalar, avx2, avx512_vnni };

/// The kernels of an instruction set, or null if this processor lacks it.
[[nodiscard]] const Kernels* kernels(Instructions set);

/// The fastest kernels that this processor runs.
[[nodiscard]] const Kernels& best_kernels();

}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_HPP
