// SPDX-License-Identifier: MIT
#include "nlp/kernels.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace actant {
namespace {

/// Every instruction set that this processor has.
std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> result;
  for (const auto set : {Instructions::scalar, Instructions::avx2, Instructions::avx512_vnni}) {
    if (const Kernels* const found = kernels(set)) result.push_back(found);
  }
  return result;
}

struct Layer {
  LinearLayer layer;
  std::vector<std::int8_t> weights;
  std::vector<std::uint8_t> in;
  std::size_t rows, inputs;

  [[nodiscard]] ByteRows input() const { return {in.data(), rows, inputs}; }
};

Layer random_layer(std::mt19937& random, std::size_t rows, std::size_t outputs,
                   std::size_t inputs) {
  Layer result{{}, std::vector<std::int8_t>(outputs * inputs), {}, rows, inputs};
  for (auto& w : result.weights)
    w = static_cast<std::int8_t>(static_cast<int>(random() % 127) - 63);
  result.layer.weights.pack(result.weights, outputs, inputs, 128);
  const std::size_t padded = result.layer.weights.padded_outputs();
  for (std::size_t o = 0; o < padded; ++o) {
    result.layer.scale.push_back(static_cast<float>(random() % 1000) * 1e-7F);
    result.layer.bias.push_back(static_cast<float>(random() % 1000) * 1e-3F - 0.5F);
  }
  result.in.resize(rows * inputs);
  for (auto& byte : result.in) byte = static_cast<std::uint8_t>(1 + random() % 255);
  return result;
}

template <typename T>
std::vector<T> random_values(std::mt19937& random, std::size_t n) {
  std::vector<T> result(n);
  for (auto& value : result) value = static_cast<T>(random());
  return result;
}

/// Calls run(kernels) for each instruction set and compares what it returns with the scalar result.
template <typename Run>
void check_same(Run run) {
  const auto expected = run(*kernels(Instructions::scalar));
  for (const Kernels* const k : all_kernels()) {
    INFO(k->name);
    CHECK(run(*k) == expected);
  }
}

}  // namespace

TEST_CASE("sums are the products of signed inputs and weights") {
  std::mt19937 random(1);
  const Layer l = random_layer(random, 5, 40, 36);
  for (const Kernels* const k : all_kernels()) {
    INFO(k->name);
    const std::size_t width = l.layer.weights.padded_outputs();
    std::vector<std::int32_t> out(l.rows * width);
    k->sums(l.input(), l.layer.weights, out.data());
    for (std::size_t row = 0; row < l.rows; ++row) {
      for (std::size_t o = 0; o < 40; ++o) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < l.inputs; ++i) {
          sum += (int{l.in[row * l.inputs + i]} - 128) * l.weights[o * l.inputs + i];
        }
        CHECK(out[row * width + o] == sum);
      }
    }
  }
}

TEST_CASE("every instruction set gives the same bytes for every layer") {
  std::mt19937 random(2);
  for (std::size_t rows = 1; rows <= 27; ++rows) {
    const Layer l = random_layer(random, rows, 192, 64);
    const std::size_t width = 192;
    const auto start = random_values<std::int16_t>(random, rows * width);
    check_same([&](const Kernels& k) {
      std::vector<float> out(rows * width);
      k.linear(l.input(), l.layer, out.data());
      return out;
    });
    check_same([&](const Kernels& k) {
      std::vector<std::uint8_t> out(rows * width);
      k.linear_relu(l.input(), l.layer, width, out.data());
      return out;
    });
    check_same([&](const Kernels& k) {
      std::vector<std::int8_t> out(rows * width);
      k.linear_signed(l.input(), l.layer, width, out.data());
      return out;
    });
    for (const auto layer :
         {&Kernels::linear_int16, &Kernels::linear_residual, &Kernels::linear_gates}) {
      check_same([&](const Kernels& k) {
        std::vector<std::int16_t> out = start;
        (k.*layer)(l.input(), l.layer, out.data());
        return out;
      });
    }
  }
}

TEST_CASE("rounding saturates and takes half to even on every instruction set") {
  const std::vector<std::int8_t> weights(32, 0);
  LinearLayer layer;
  layer.weights.pack(weights, 32, 1, 0);
  layer.scale.assign(32, 1);
  layer.bias.assign(32, 0);
  const std::vector<float> bias = {0.5F,   1.5F,   -0.5F,  -2.5F, 40000,
                                   -40000, 2.1e9F, -1e30F, 1e30F, NAN};
  std::copy(bias.begin(), bias.end(), layer.bias.begin());
  const std::vector<std::uint8_t> in(4, 0);
  const std::vector<std::int16_t> expected = {0,      2,     0,      -2,     32767,
                                              -32768, 32767, -32768, -32768, -32768};
  for (const Kernels* const k : all_kernels()) {
    INFO(k->name);
    std::vector<std::int16_t> out(32);
    k->linear_int16({in.data(), 1, 4}, layer, out.data());
    out.resize(expected.size());
    CHECK(out == expected);
    std::vector<std::int32_t> whole(bias.size() - 1);  // all but NaN
    k->round_all(bias.data(), whole.size(), 2, whole.data());
    CHECK(whole == std::vector<std::int32_t>{1, 3, -1, -5, 80000, -80000, 2147483520, INT32_MIN,
                                             2147483520});
  }
}

TEST_CASE("every instruction set gives the same convolution and embedding") {
  std::mt19937 random(5);
  constexpr std::size_t width = 64;
  std::vector<std::int32_t> sums(6 * width);
  for (auto& sum : sums) sum = static_cast<std::int32_t>(random() % 2000000) - 1000000;
  std::vector<float> scale(2 * width, 0.01F);
  std::vector<float> bias(2 * width, -3);
  const auto start = random_values<std::int16_t>(random, width);
  check_same([&](const Kernels& k) {
    std::vector<std::int16_t> out(width);
    k.convolve({sums.data(), sums.data() + 2 * width, sums.data() + 4 * width}, scale.data(),
               bias.data(), width, start.data(), out.data());
    return out;
  });
  const auto table = random_values<std::int8_t>(random, 300 * width);
  std::vector<std::uint32_t> rows(256);
  for (auto& row : rows) row = static_cast<std::uint32_t>(random() % 300);
  for (const std::size_t count : {0, 1, 9, 256}) {
    check_same([&](const Kernels& k) {
      std::vector<std::int16_t> out(width);
      const std::span<const std::uint32_t> some = std::span(rows).first(count);
      k.embed({table.data(), table.data(), some, some, 0.02F, 0.03F, 0.01F}, width, out.data());
      return out;
    });
  }
}

TEST_CASE("every instruction set gives the same recurrence and norm") {
  std::mt19937 random(3);
  for (const std::size_t length : {1, 2, 33}) {
    const auto gates = random_values<std::int16_t>(random, length * 6 * 64);
    check_same([&](const Kernels& k) {
      std::vector<std::uint8_t> out(length * 2 * 64);
      k.recur(gates.data(), length, 64, out.data());
      return out;
    });
    const auto in = random_values<std::int16_t>(random, length * 192);
    NormLayer norm;
    for (int i = 0; i < 192; ++i) {
      norm.gamma.push_back(static_cast<float>(random() % 100));
      norm.beta.push_back(static_cast<float>(random() % 100) - 50);
    }
    check_same([&](const Kernels& k) {
      std::vector<std::uint8_t> out(length * 192);
      k.norm(in.data(), length, 192, norm, out.data());
      return out;
    });
    check_same([&](const Kernels& k) {
      std::vector<std::uint8_t> out(length * 64);
      k.relu_sum(gates.data(), gates.data() + length * 64, length * 64, 0.01F, out.data());
      return out;
    });
  }
}

TEST_CASE("a constant row is normed to its offsets") {
  const std::vector<std::int16_t> in(64, 1234);
  const NormLayer norm{AlignedVector<float>(64, 10), AlignedVector<float>(64, -3)};
  std::vector<std::uint8_t> out(64);
  best_kernels().norm(in.data(), 1, 64, norm, out.data());
  CHECK(out == std::vector<std::uint8_t>(64, 125));
}

TEST_CASE("of equal values the first is the largest") {
  for (const Kernels* const k : all_kernels()) {
    for (std::size_t n = 1; n < 70; ++n) {
      std::vector<float> values(n, -2);
      CHECK(k->argmax(values.data(), n) == 0);
      values[n / 2] = values[n - 1] = 3;
      CHECK(k->argmax(values.data(), n) == n / 2);
    }
  }
}

TEST_CASE("the scalar kernels are always there") {
  REQUIRE(kernels(Instructions::scalar) != nullptr);
  CHECK(kernels(Instructions::scalar)->name == "scalar");
}

}  // namespace actant
