// SPDX-License-Identifier: MIT
#include "nlp/encoder.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <type_traits>

namespace actant {
namespace {

constexpr int byte_zero = 128;
constexpr std::size_t window = 3;
/// The gates of so many rows stay in the second-level cache beside the weights of a layer.
constexpr std::size_t block_rows = 64;

// Factors of fixed-point results; see Kernels.
constexpr float residual_factor = 512;
constexpr float sigmoid_factor = 4096;
constexpr float tanh_factor = 8192;

AlignedVector<float> padded(std::span<const float> values, std::size_t size, float factor) {
  AlignedVector<float> result;
  result.reserve(size);
  for (const float value : values) result.push_back(value * factor);
  result.resize(size);
  return result;
}

void expect(bool holds, const std::string& name) {
  if (!holds) throw Error("model tensor " + name + " has the wrong size");
}

void multiply(LinearLayer& layer, std::size_t begin, std::size_t end, float factor) {
  for (std::size_t o = begin; o < end; ++o) {
    layer.scale[o] *= factor;
    layer.bias[o] *= factor;
  }
}

/// A convolution as one matrix with one input: for the word before, the word itself and the word
/// after, all outputs.
LinearLayer load_convolution(const ModelFile& file, const std::string& name, std::size_t width) {
  const auto weights = file.int8(name + ".w");
  const auto scale = file.floats(name + ".scale");
  const auto bias = file.floats(name + ".bias");
  const std::size_t outputs = 2 * width;
  expect(scale.size() == outputs && bias.size() == outputs &&
             weights.size() == outputs * window * width,
         name);
  std::vector<std::int8_t> parts;
  parts.reserve(weights.size());
  for (std::size_t place = 0; place < window; ++place) {
    for (std::size_t o = 0; o < outputs; ++o) {
      const auto part = weights.subspan((o * window + place) * width, width);
      parts.insert(parts.end(), part.begin(), part.end());
    }
  }
  LinearLayer layer;
  layer.weights.pack(parts, window * outputs, width, byte_zero);
  layer.scale = padded(scale, outputs, 1);
  layer.bias = padded(bias, outputs, 1);
  multiply(layer, 0, width, residual_factor);
  multiply(layer, width, outputs, sigmoid_factor);
  return layer;
}

constexpr std::size_t ahead = 2;  ///< words whose sums are asked for before they are needed

void prefetch(const std::int32_t* from, std::size_t count) {
  constexpr std::size_t line = 64 / sizeof(std::int32_t);
  for (std::size_t i = 0; i < count; i += line) __builtin_prefetch(from + i);
}

/// Divides a batch into runs of sequences with at least `block_rows` rows together.
std::vector<std::span<const Sequence>> blocks_of(std::span<const Sequence> sequences) {
  std::vector<std::span<const Sequence>> result;
  for (std::size_t begin = 0; begin < sequences.size();) {
    std::size_t end = begin;
    while (end < sequences.size() &&
           (end == begin || sequences[end - 1].end - sequences[begin].begin < block_rows)) {
      ++end;
    }
    result.push_back(sequences.subspan(begin, end - begin));
    begin = end;
  }
  return result;
}

}  // namespace

void Batch::clear() {
  sequences_.clear();
  rows_ = 0;
}

void Batch::add(std::size_t length) {
  sequences_.push_back({rows_, rows_ + length});
  rows_ += length;
}

LinearRows LinearRows::part(std::size_t first, std::size_t count) const {
  const auto cut = [&](const auto& values, std::size_t size) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first * size);
    return std::remove_cvref_t<decltype(values)>(begin,
                                                 begin + static_cast<std::ptrdiff_t>(count * size));
  };
  return {inputs, cut(weights, inputs), cut(scale, 1), cut(bias, 1)};
}

LinearRows LinearRows::followed_by(const LinearRows& more) const {
  LinearRows result = *this;
  result.weights.insert(result.weights.end(), more.weights.begin(), more.weights.end());
  result.scale.insert(result.scale.end(), more.scale.begin(), more.scale.end());
  result.bias.insert(result.bias.end(), more.bias.begin(), more.bias.end());
  return result;
}

LinearRows read_linear(const ModelFile& file, const std::string& name, std::size_t inputs) {
  const auto weights = file.int8(name + ".w");
  const auto scale = file.floats(name + ".scale");
  const auto bias = file.floats(name + ".bias");
  expect(!scale.empty() && bias.size() == scale.size() && weights.size() == scale.size() * inputs,
         name);
  return {inputs,
          {weights.begin(), weights.end()},
          {scale.begin(), scale.end()},
          {bias.begin(), bias.end()}};
}

LinearLayer make_linear(const LinearRows& rows, int zero, float factor) {
  LinearLayer layer;
  layer.weights.pack(rows.weights, rows.scale.size(), rows.inputs, zero);
  layer.scale = padded(rows.scale, layer.weights.padded_outputs(), factor);
  layer.bias = padded(rows.bias, layer.weights.padded_outputs(), factor);
  return layer;
}

LinearLayer load_linear(const ModelFile& file, const std::string& name, std::size_t inputs,
                        int zero, float factor) {
  return make_linear(read_linear(file, name, inputs), zero, factor);
}

NormLayer load_norm(const ModelFile& file, const std::string& name, std::size_t width) {
  const auto gamma = file.floats(name + ".gamma");
  const auto beta = file.floats(name + ".beta");
  expect(gamma.size() == width && beta.size() == width, name);
  return {{gamma.begin(), gamma.end()}, {beta.begin(), beta.end()}};
}

void WordStarts::keep(std::span<const std::uint32_t> numbers, std::size_t count) {
  const auto keep_rows = [&](auto& rows) {
    const std::size_t width = rows.size() / count;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i] != i) std::copy_n(&rows[numbers[i] * width], width, &rows[i * width]);
    }
    rows.resize(numbers.size() * width);
  };
  if (!residual.empty()) keep_rows(residual);
  if (!sums.empty()) keep_rows(sums);
}

Encoder::Encoder(const ModelFile& file, const std::string& prefix)
    : embedding_(file.number("E")),
      width_(file.number(prefix + "D")),
      half_(file.number(prefix + "H")),
      in_norm_(load_norm(file, prefix + "in.ln", embedding_)),
      in_(load_linear(file, prefix + "in", embedding_, byte_zero, residual_factor)),
      out_norm_(load_norm(file, prefix + "out.ln", width_)),
      nothing_(2 * width_, 0) {
  expect(embedding_ % 64 == 0 && width_ % 64 == 0 && half_ % 64 == 0 &&
             in_.weights.outputs() == width_,
         prefix + "in");
  const std::string_view kinds = file.setting(prefix + "layers");
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    load_layer(file, prefix + "layer" + std::to_string(k), kinds[k] == 'R');
  }
}

void Encoder::load_layer(const ModelFile& file, const std::string& name, bool recurrent) {
  Layer layer;
  layer.recurrent = recurrent;
  layer.norm = load_norm(file, name + ".ln", width_);
  if (recurrent) {
    layer.in = load_linear(file, name, width_, byte_zero, sigmoid_factor);
    layer.out = load_linear(file, name + ".wo", 2 * half_, byte_zero, residual_factor);
    expect(layer.in.weights.outputs() == 6 * half_ && layer.out.weights.outputs() == width_, name);
    multiply(layer.in, 2 * half_, 4 * half_, tanh_factor / sigmoid_factor);
  } else {
    layer.in = load_convolution(file, name, width_);
  }
  layers_.push_back(std::move(layer));
}

std::size_t Encoder::sums_width() const {
  return layers_.empty() || layers_[0].recurrent ? 0 : layers_[0].in.weights.padded_outputs();
}

void Encoder::reserve(WordStarts& starts, std::size_t forms) const {
  starts.residual.reserve(forms * width_);
  starts.sums.reserve(forms * sums_width());
}

void Encoder::start(const Kernels& k, const std::int16_t* x0, std::size_t count,
                    EncoderScratch& scratch, WordStarts& starts) const {
  if (count == 0) return;
  std::uint8_t* const normed = scratch.normed.reserve(count * std::max(embedding_, width_));
  k.norm(x0, count, embedding_, in_norm_, normed);
  const std::size_t known = starts.residual.size();
  starts.residual.resize(known + count * width_);
  std::int16_t* const residual = starts.residual.data() + known;
  k.linear_int16({normed, count, embedding_}, in_, residual);
  if (sums_width() == 0) return;
  k.norm(residual, count, width_, layers_[0].norm, normed);
  const std::size_t known_sums = starts.sums.size();
  starts.sums.resize(known_sums + count * sums_width());
  k.sums({normed, count, width_}, layers_[0].in.weights, starts.sums.data() + known_sums);
}

void Encoder::recur(const Kernels& k, const Layer& layer, std::span<const Sequence> block,
                    EncoderScratch& scratch) const {
  const std::size_t first = block.front().begin;
  const std::size_t rows = block.back().end - first;
  std::uint8_t* const normed = scratch.normed.reserve(rows * width_);
  std::int16_t* const gates = scratch.gates.reserve(rows * 6 * half_);
  std::uint8_t* const states = scratch.states.reserve(rows * 2 * half_);
  std::int16_t* const residual = scratch.residual.data() + first * width_;
  k.norm(residual, rows, width_, layer.norm, normed);
  k.linear_gates({normed, rows, width_}, layer.in, gates);
  for (const Sequence s : block) {
    k.recur(gates + (s.begin - first) * 6 * half_, s.size(), half_,
            states + (s.begin - first) * 2 * half_);
  }
  k.linear_residual({states, rows, 2 * half_}, layer.out, residual);
}

template <typename Place>
void Encoder::convolve(const Kernels& k, const Layer& layer, const Batch& batch,
                       const std::int32_t* sums, const std::int16_t* in, Place place,
                       std::int16_t* residual) const {
  const std::size_t outputs = 2 * width_;
  const std::size_t stride = layer.in.weights.padded_outputs();
  for (const Sequence s : batch.sequences()) {
    for (std::size_t row = s.begin; row < s.end; ++row) {
      if (row + ahead < s.end) prefetch(sums + place(row + ahead) * stride, stride);
      WindowSums at{nothing_.data(), sums + place(row) * stride + outputs, nothing_.data()};
      if (row > s.begin) at.before = sums + place(row - 1) * stride;
      if (row + 1 < s.end) at.after = sums + place(row + 1) * stride + 2 * outputs;
      k.convolve(at, layer.in.scale.data(), layer.in.bias.data(), width_, in + place(row) * width_,
                 residual + row * width_);
    }
  }
}

void Encoder::run(const Kernels& k, const Batch& batch, const WordStarts& starts,
                  std::span<const std::uint32_t> numbers, EncoderScratch& scratch,
                  std::uint8_t* out) const {
  const std::size_t rows = batch.rows();
  std::int16_t* const residual = scratch.residual.reserve(rows * width_);
  const auto blocks = blocks_of(batch.sequences());
  const bool by_form = sums_width() != 0;
  if (by_form) {
    convolve(
        k, layers_[0], batch, starts.sums.data(), starts.residual.data(),
        [&](std::size_t row) { return std::size_t{numbers[row]}; }, residual);
  } else {
    for (std::size_t row = 0; row < rows; ++row) {
      std::copy_n(starts.residual.data() + numbers[row] * width_, width_, residual + row * width_);
    }
  }
  for (const Layer& layer : std::span(layers_).subspan(by_form ? 1 : 0)) {
    if (layer.recurrent) {
      for (const std::span<const Sequence> block : blocks) recur(k, layer, block, scratch);
    } else {
      std::uint8_t* const normed = scratch.normed.reserve(rows * width_);
      std::int32_t* const sums = scratch.sums.reserve(rows * layer.in.weights.padded_outputs());
      k.norm(residual, rows, width_, layer.norm, normed);
      k.sums({normed, rows, width_}, layer.in.weights, sums);
      convolve(
          k, layer, batch, sums, residual, [](std::size_t row) { return row; }, residual);
    }
  }
  k.norm(residual, rows, width_, out_norm_, out);
}

}  // namespace actant
