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

/// Sequences laid out one below the other.
class Batch {
 public:
  void clear();
  void add(std::size_t length);

  [[nodiscard]] std::span<const Sequence> sequences() const { return sequences_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  std::vector<Sequence> sequences_;
  std::size_t rows_ = 0;
};

/// Memory for at least as many values as were asked for; what is in it is not kept. Unlike a
/// vector's resize, asking for less and then for more writes nothing.
template <typename T>
class Buffer {
 public:
  T* reserve(std::size_t size) {
    if (values_.size() < size) values_.assign(size, T());
    return values_.data();
  }
  [[nodiscard]] T* data() { return values_.data(); }

 private:
  AlignedVector<T> values_;
};

/// Layer NAME (".w", ".scale", ".bias") of a model, row by row.
struct LinearRows {
  std::size_t inputs = 0;
  std::vector<std::int8_t> weights;
  std::vector<float> scale;
  std::vector<float> bias;

  [[nodiscard]] LinearRows part(std::size_t first, std::size_t count) const;
  [[nodiscard]] LinearRows followed_by(const LinearRows& more) const;
};

/// @throws Error if it is missing or has not `inputs` inputs.
[[nodiscard]] LinearRows read_linear(const ModelFile& file, const std::string& name,
                                     std::size_t inputs);

/// @param zero  See PackedMatrix.
/// @param factor  Of the fixed-point result; see LinearLayer.
[[nodiscard]] LinearLayer make_linear(const LinearRows& rows, int zero, float factor = 1);

/// Reads and makes a layer.
[[nodiscard]] LinearLayer load_linear(const ModelFile& file, const std::string& name,
                                      std::size_t inputs, int zero, float factor = 1);

/// Reads NAME.gamma and NAME.beta.
[[nodiscard]] NormLayer load_norm(const ModelFile& file, const std::string& name,
                                  std::size_t width);

/// What an encoder knows of each word form before it sees a sentence, by number.
struct WordStarts {
  AlignedVector<std::int16_t> residual;  ///< width() values a form
  AlignedVector<std::int32_t> sums;      ///< sums_width() values a form

  /// Keeps only the forms with these numbers, which ascend; they are numbered anew, from 0 on.
  /// @param count  Forms before.
  void keep(std::span<const std::uint32_t> numbers, std::size_t count);
};

/// Scratch of Encoder; grows to the largest batch.
struct EncoderScratch {
  Buffer<std::int16_t> residual;
  Buffer<std::uint8_t> normed;
  Buffer<std::int16_t> gates;
  Buffer<std::uint8_t> states;
  Buffer<std::int32_t> sums;
};

/// A stack of layers over sequences of words: C, a gated convolution over three words, and R, a
/// light recurrence in both directions. Immutable and thread-safe.
///
/// Where the first layer is a convolution, its input depends on the word form alone, and so do the
/// three parts of its sums (the form before, in and after the middle of the window). They are
/// computed once for each form; a token costs two additions an output instead of a product.
class Encoder {
 public:
  /// @param prefix  "" or "seg." for both settings and tensors.
  Encoder(const ModelFile& file, const std::string& prefix);

  [[nodiscard]] std::size_t width() const { return width_; }
  /// Sums kept for each form; 0 unless the first layer is a convolution.
  [[nodiscard]] std::size_t sums_width() const;

  /// Reserves memory for so many forms.
  void reserve(WordStarts& starts, std::size_t forms) const;

  /// Appends `count` forms, whose embeddings are the rows of `x0`, to `starts`.
  void start(const Kernels& k, const std::int16_t* x0, std::size_t count, EncoderScratch& scratch,
             WordStarts& starts) const;

  /// Runs the layers over the forms with the given numbers, one a row of the batch, and writes the
  /// normed result to `out` (batch.rows() x width() bytes, value + 128).
  void run(const Kernels& k, const Batch& batch, const WordStarts& starts,
           std::span<const std::uint32_t> numbers, EncoderScratch& scratch,
           std::uint8_t* out) const;

 private:
  struct Layer {
    bool recurrent = false;
    NormLayer norm;
    LinearLayer in;   ///< of a convolution: its three parts, one below the other
    LinearLayer out;  ///< of a recurrence
  };

  void load_layer(const ModelFile& file, const std::string& name, bool recurrent);
  /// @param block  Sequences of a batch whose intermediate results fit the processor's cache.
  void recur(const Kernels& k, const Layer& layer, std::span<const Sequence> block,
             EncoderScratch& scratch) const;
  /// @param place  Place(row): which row of sums and of `in` belongs to that row of the batch.
  template <typename Place>
  void convolve(const Kernels& k, const Layer& layer, const Batch& batch, const std::int32_t* sums,
                const std::int16_t* in, Place place, std::int16_t* residual) const;

  std::size_t embedding_;
  std::size_t width_;
  std::size_t half_;
  NormLayer in_norm_;
  LinearLayer in_;
  std::vector<Layer> layers_;
  NormLayer out_norm_;
  AlignedVector<std::int32_t> nothing_;  ///< the sums of what lies outside a sequence
};

}  // namespace actant

#endif  // ACTANT_NLP_ENCODER_HPP
