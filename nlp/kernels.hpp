// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_KERNELS_HPP
#define ACTANT_NLP_KERNELS_HPP

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
  std::vector<std::int8_t> data_;
  std::vector<std::int32_t> start_;
  std::size_t outputs_ = 0;
  std::size_t inputs_ = 0;
};

/// A linear layer: y = float(sum) * scale + bias. Scale and bias are padded like the matrix.
struct LinearLayer {
  PackedMatrix weights;
  std::vector<float> scale;
  std::vector<float> bias;
};

/// Gain and offset of a layer norm whose result is int8.
struct NormLayer {
  std::vector<float> gamma;
  std::vector<float> beta;
};

/// Rows of unsigned bytes; consecutive rows start `stride` bytes apart.
struct ByteRows {
  const std::uint8_t* data = nullptr;
  std::size_t rows = 0;
  std::size_t stride = 0;
};

/// The arithmetic of the network, once for each instruction set. Every set gives the same bytes:
/// sums are integers, and what follows is single IEEE operations in a fixed order.
/// Output rows have the padded width of the layer unless said otherwise. Thread-safe.
struct Kernels {
  std::string_view name;

  /// out[row][o] = sum.
  void (*sums)(ByteRows in, const PackedMatrix& weights, std::int32_t* out);
  /// out[row][o] = y.
  void (*linear)(ByteRows in, const LinearLayer& layer, float* out);
  /// out[row][o] = clamp16(round(y * 512)): the start of the residual stream.
  void (*linear_q9)(ByteRows in, const LinearLayer& layer, std::int16_t* out);
  /// r[row][o] = sat16(r + clamp16(round(y * 512))).
  void (*linear_residual)(ByteRows in, const LinearLayer& layer, std::int16_t* residual);
  /// out[row][o] = clamp16(round(y * 256)).
  void (*linear_q8)(ByteRows in, const LinearLayer& layer, std::int16_t* out);
  /// out[row][o] = clamp(round(y), 0, 127); `width` bytes a row.
  void (*linear_relu)(ByteRows in, const LinearLayer& layer, std::size_t width, std::uint8_t* out);
  /// out[row][o] = clamp(round(y), -127, 127); `width` bytes a row.
  void (*linear_signed)(ByteRows in, const LinearLayer& layer, std::size_t width, std::int8_t* out);
  /// Convolution: outputs a, b; r[row] = sat16(r + mulhrs(clamp16(round(a * 512)), sigmoid(b))).
  void (*linear_gated)(ByteRows in, const LinearLayer& layer, std::int16_t* residual);
  /// Recurrence: outputs z, c, g of equal width; z and g become Q15 sigmoids, c a Q14 tanh.
  void (*linear_gates)(ByteRows in, const LinearLayer& layer, std::int16_t* out);
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
};

enum class Instructions : std::uint8_t { scalar, avx2, avx512_vnni };

/// The kernels of an instruction set, or null if this processor lacks it.
[[nodiscard]] const Kernels* kernels(Instructions set);

/// The fastest kernels that this processor runs.
[[nodiscard]] const Kernels& best_kernels();

}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_HPP
