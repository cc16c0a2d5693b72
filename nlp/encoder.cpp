// SPDX-License-Identifier: MIT
#include "nlp/encoder.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>

namespace actant {
namespace {

constexpr int byte_zero = 128;

template <typename T>
std::vector<T> padded(std::span<const T> values, std::size_t size) {
  std::vector<T> result(values.begin(), values.end());
  result.resize(size);
  return result;
}

void expect(bool holds, const std::string& name) {
  if (!holds) throw Error("model tensor " + name + " has the wrong size");
}

/// Alternates 16 rows of the first half with the matching 16 of the second.
template <typename T>
std::vector<T> interleaved(std::span<const T> rows, std::size_t count, std::size_t width) {
  std::vector<T> result;
  result.reserve(rows.size());
  for (std::size_t at = 0; at < count / 2; at += PackedMatrix::block) {
    for (const std::size_t from : {at, at + count / 2}) {
      const auto part = rows.subspan(from * width, PackedMatrix::block * width);
      result.insert(result.end(), part.begin(), part.end());
    }
  }
  return result;
}

LinearLayer make_linear(std::span<const std::int8_t> weights, std::span<const float> scale,
                        std::span<const float> bias, std::size_t inputs, int zero,
                        const std::string& name) {
  const std::size_t outputs = scale.size();
  expect(outputs > 0 && bias.size() == outputs && weights.size() == outputs * inputs, name);
  LinearLayer layer;
  layer.weights.pack(weights, outputs, inputs, zero);
  layer.scale = padded(scale, layer.weights.padded_outputs());
  layer.bias = padded(bias, layer.weights.padded_outputs());
  return layer;
}

LinearLayer load_gated(const ModelFile& file, const std::string& name, std::size_t inputs) {
  const auto scale = file.floats(name + ".scale");
  const auto weights = file.int8(name + ".w");
  const auto bias = file.floats(name + ".bias");
  const std::size_t outputs = scale.size();
  expect(outputs % (2 * PackedMatrix::block) == 0 && weights.size() == outputs * inputs &&
             bias.size() == outputs,
         name);
  return make_linear(interleaved(weights, outputs, inputs), interleaved(scale, outputs, 1),
                     interleaved(bias, outputs, 1), inputs, byte_zero, name);
}

}  // namespace

void Batch::clear() {
  sequences_.clear();
  rows_ = 1;
}

void Batch::add(std::size_t length) {
  sequences_.push_back({rows_, rows_ + length});
  rows_ += length + 1;
}

LinearLayer load_linear(const ModelFile& file, const std::string& name, std::size_t inputs,
                        int zero) {
  return make_linear(file.int8(name + ".w"), file.floats(name + ".scale"),
                     file.floats(name + ".bias"), inputs, zero, name);
}

NormLayer load_norm(const ModelFile& file, const std::string& name, std::size_t width) {
  const auto gamma = file.floats(name + ".gamma");
  const auto beta = file.floats(name + ".beta");
  expect(gamma.size() == width && beta.size() == width, name);
  return {{gamma.begin(), gamma.end()}, {beta.begin(), beta.end()}};
}

Encoder::Encoder(const ModelFile& file, const std::string& prefix)
    : width_(file.number(prefix + "D")),
      half_(file.number(prefix + "H")),
      in_norm_(load_norm(file, prefix + "in.ln", file.number("E"))),
      in_(load_linear(file, prefix + "in", file.number("E"), byte_zero)),
      out_norm_(load_norm(file, prefix + "out.ln", width_)) {
  expect(width_ % 64 == 0 && half_ % 64 == 0 && in_.weights.outputs() == width_, prefix + "in");
  const std::string_view kinds = file.setting(prefix + "layers");
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    const std::string name = prefix + "layer" + std::to_string(k);
    Layer layer;
    layer.recurrent = kinds[k] == 'R';
    layer.norm = load_norm(file, name + ".ln", width_);
    if (layer.recurrent) {
      layer.in = load_linear(file, name, width_, byte_zero);
      layer.out = load_linear(file, name + ".wo", 2 * half_, byte_zero);
      expect(layer.in.weights.outputs() == 6 * half_ && layer.out.weights.outputs() == width_,
             name);
    } else {
      layer.in = load_gated(file, name, 3 * width_);
      expect(layer.in.weights.outputs() == 2 * width_, name);
    }
    layers_.push_back(std::move(layer));
  }
}

void Encoder::embed(const Kernels& k, std::span<const std::int16_t> x0, std::int16_t* out) const {
  std::vector<std::uint8_t> normed(x0.size());
  k.norm(x0.data(), 1, x0.size(), in_norm_, normed.data());
  k.linear_q9({normed.data(), 1, x0.size()}, in_, out);
}

void Encoder::run(const Kernels& k, const Batch& batch, std::int16_t* residual,
                  EncoderScratch& scratch, std::uint8_t* out) const {
  const std::size_t rows = batch.rows();
  scratch.normed.resize(rows * width_);
  scratch.gates.resize(rows * 6 * half_);
  scratch.states.resize(rows * 2 * half_);
  std::uint8_t* const normed = scratch.normed.data();
  for (const Layer& layer : layers_) {
    k.norm(residual, rows, width_, layer.norm, normed);
    if (layer.recurrent) {
      k.linear_gates({normed, rows, width_}, layer.in, scratch.gates.data());
      for (const Sequence s : batch.sequences()) {
        k.recur(scratch.gates.data() + s.begin * 6 * half_, s.size(), half_,
                scratch.states.data() + s.begin * 2 * half_);
      }
      k.linear_residual({scratch.states.data(), rows, 2 * half_}, layer.out, residual);
    } else {
      // The spare rows are the zeros that a window sees beyond the ends of its sequence.
      for (const Sequence s : batch.sequences()) {
        std::fill_n(normed + (s.begin - 1) * width_, width_, std::uint8_t{byte_zero});
        std::fill_n(normed + s.end * width_, width_, std::uint8_t{byte_zero});
      }
      if (rows > 2) k.linear_gated({normed, rows - 2, width_}, layer.in, residual + width_);
    }
  }
  k.norm(residual, rows, width_, out_norm_, out);
}

}  // namespace actant
