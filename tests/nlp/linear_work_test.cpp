// SPDX-License-Identifier: MIT
// The work on a text, counted in multiply-adds and rows of the network, grows no faster than the
// text, whatever it consists of.
#include "nlp/analyzer.hpp"
#include "nlp/kernels.hpp"
#include "tests/nlp/model_writer.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

namespace actant {
namespace {

struct Work {
  std::size_t multiply_adds = 0;
  std::size_t most_rows = 0;      ///< of one product: what bounds the memory of a worker
  std::size_t longest_chain = 0;  ///< words that one recurrence runs over
};

Work work;  // kernels are plain functions

void count(ByteRows in, const PackedMatrix& weights) {
  work.multiply_adds += in.rows * weights.padded_inputs() * weights.padded_outputs();
  work.most_rows = std::max(work.most_rows, in.rows);
}

/// The fastest kernels, which count.
Kernels counting_kernels() {
  Kernels result = best_kernels();
  result.sums = [](ByteRows in, const PackedMatrix& weights, std::int32_t* out) {
    count(in, weights);
    best_kernels().sums(in, weights, out);
  };
  result.linear = [](ByteRows in, const LinearLayer& layer, float* out) {
    count(in, layer.weights);
    best_kernels().linear(in, layer, out);
  };
  result.linear_int16 = [](ByteRows in, const LinearLayer& layer, std::int16_t* out) {
    count(in, layer.weights);
    best_kernels().linear_int16(in, layer, out);
  };
  result.linear_gates = [](ByteRows in, const LinearLayer& layer, std::int16_t* out) {
    count(in, layer.weights);
    best_kernels().linear_gates(in, layer, out);
  };
  result.recur = [](const std::int16_t* gates, std::size_t length, std::size_t half,
                    std::uint8_t* out) {
    work.longest_chain = std::max(work.longest_chain, length);
    best_kernels().recur(gates, length, half, out);
  };
  return result;
}

/// At least `size` bytes of what `unit` makes: "%" becomes a number that counts up.
std::string repeated(const std::string& unit, std::size_t size) {
  std::string result;
  for (std::size_t i = 0; result.size() < size; ++i) {
    for (const char c : unit) {
      if (c == '%') {
        result += std::to_string(i);
      } else {
        result += c;
      }
    }
  }
  return result;
}

}  // namespace

TEST_CASE("the work of an analysis is linear in any text, and its batches are bounded") {
  const TemporaryFile file(random_model(7, "CR"));
  const Kernels kernels = counting_kernels();
  const Analyzer analyzer(file.path(), kernels);
  constexpr std::size_t size = 1U << 14U;
  const auto measure = [&](const std::string& text) {
    work = Work();
    Workspace scratch;
    const Analysis analysis = analyzer.analyze(text, scratch);
    std::uint32_t longest = 0;
    for (const Sentence& s : analysis.sentences) longest = std::max(longest, s.end - s.begin);
    CHECK(longest <= 8192);  // a chunk without white space is one surface token at most
    CHECK(analysis.tokens.size() <= text.size());
    return work;
  };
  for (const std::string unit :
       {"word ", "word% ", "word",         "w%",  "x", "x y ", "a. ", "a.",
        "(",     "'",      "n't",          "1,",  "-", "a-",   "\n",  "a\n\n",
        ":)",    "a@b.<",  "\xE2\x80\x9C", "x\n", "s'"}) {
    INFO("unit " << unit);
    const Work once = measure(repeated(unit, size));
    const Work twice = measure(repeated(unit, 2 * size));
    CHECK(twice.multiply_adds <= 2 * once.multiply_adds + once.multiply_adds / 4);
    CHECK(once.multiply_adds / size <= 150000);  // at most one token a byte
    CHECK(twice.most_rows <= 2000);
    CHECK(twice.longest_chain <= 400);
  }
}

}  // namespace actant
