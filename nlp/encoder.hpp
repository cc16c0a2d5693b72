// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_ENCODER_HPP
#define ACTANT_NLP_ENCODER_HPP

#include "nlp/kernels.hpp"
#include "nlp/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace actant {

/// Rows [begin, end) of one sequence in a batch.
struct Sequence {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Sequences laid out one below the other, with one spare row before each and after the last.
class Batch {
 public:
  void clear();
  void add(std::size_t length);

  [[nodiscard]] std::span<const Sequence> sequences() const { return sequences_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  std::vector<Sequence> sequences_;
  std::size_t rows_ = 1;
};

/// Reads layer NAME (".w", ".scale", ".bias") of a model.
/// @param zero  See PackedMatrix.
[[nodiscard]] LinearLayer load_linear(const ModelFile& file, const std::string& name,
                                      std::size_t inputs, int zero);

/// Reads NAME.gamma and NAME.beta.
[[nodiscard]] NormLayer load_norm(const ModelFile& file, const std::string& name,
                                  std::size_t width);

/// Scratch of Encoder::run; grows to the largest batch.
struct EncoderScratch {
  std::vector<std::uint8_t> normed;
  std::vector<std::int16_t> gates;
  std::vector<std::uint8_t> states;
};

/// A stack of layers over sequences of words: C, a gated convolution over three words, and R, a
/// light recurrence in both directions. Immutable and thread-safe.
class Encoder {
 public:
  /// @param prefix  "" or "seg." for both settings and tensors.
  Encoder(const ModelFile& file, const std::string& prefix);

  [[nodiscard]] std::size_t width() const { return width_; }

  /// The start of the residual stream for one word with embedding `x0`; `out` holds width() values.
  void embed(const Kernels& k, std::span<const std::int16_t> x0, std::int16_t* out) const;

  /// Runs the layers over `residual` (batch.rows() x width(), changed) and writes the normed result
  /// to `out` (batch.rows() x width() bytes, value + 128). Spare rows hold no meaning.
  void run(const Kernels& k, const Batch& batch, std::int16_t* residual, EncoderScratch& scratch,
           std::uint8_t* out) const;

 private:
  struct Layer {
    bool recurrent = false;
    NormLayer norm;
    LinearLayer in;
    LinearLayer out;
  };

  std::size_t width_;
  std::size_t half_;
  NormLayer in_norm_;
  LinearLayer in_;
  std::vector<Layer> layers_;
  NormLayer out_norm_;
};

}  // namespace actant

#endif  // ACTANT_NLP_ENCODER_HPP
