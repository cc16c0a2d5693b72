// SPDX-License-Identifier: MIT
#include "nlp/word_cache.hpp"

#include "nlp/kernels.hpp"
#include "tests/nlp/model_writer.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace actant {
namespace {

/// One token for each form.
Analysis with_forms(std::size_t begin, std::size_t end) {
  Analysis result;
  for (std::size_t i = begin; i < end; ++i) {
    Token token;
    token.form = result.strings.intern("word" + std::to_string(i));
    result.tokens.push_back(token);
  }
  return result;
}

using Rows = std::pair<std::vector<std::int16_t>, std::vector<std::int32_t>>;

struct Fixture {
  TemporaryFile file{random_model(3)};
  Model model{file.path()};
  EncoderScratch scratch;
  WordCache cache;
  std::vector<std::uint32_t> numbers;

  void number(const Analysis& analysis) {
    const TokenRange all{0, static_cast<std::uint32_t>(analysis.tokens.size())};
    cache.prepare(model, best_kernels(), analysis.strings.size());
    cache.number(analysis, std::span(&all, 1), scratch, numbers);
  }

  /// What is known of the forms that were numbered last.
  [[nodiscard]] Rows rows(const WordStarts& starts, const Encoder& encoder) const {
    Rows result;
    for (const std::uint32_t number : numbers) {
      for (std::size_t j = 0; j < encoder.width(); ++j) {
        result.first.push_back(starts.residual[number * encoder.width() + j]);
      }
      for (std::size_t j = 0; j < encoder.sums_width(); ++j) {
        result.second.push_back(starts.sums[number * encoder.sums_width() + j]);
      }
    }
    return result;
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "equal forms have one number, in this and in later documents") {
  Analysis analysis = with_forms(0, 3);
  analysis.tokens.push_back(analysis.tokens[1]);
  number(analysis);
  CHECK(numbers == std::vector<std::uint32_t>{0, 1, 2, 1});
  number(with_forms(2, 4));
  CHECK(numbers == std::vector<std::uint32_t>{2, 3});
  CHECK(cache.words().residual.size() == 4 * model.words.width());
  CHECK(cache.words().sums.size() == 4 * model.words.sums_width());
}

TEST_CASE_METHOD(Fixture, "the cache has a bounded size and stays right after it forgot") {
  number(with_forms(0, 10));
  const Rows words = rows(cache.words(), model.words);
  const Rows segmenter = rows(cache.segmenter(), model.segmenter);
  for (std::size_t i = 1; i <= 30; ++i) {
    number(with_forms(1000 * i, 1000 * i + 1000));
    REQUIRE(cache.size() <= WordCache::most_words);
  }
  number(with_forms(0, 10));
  CHECK(rows(cache.words(), model.words) == words);
  CHECK(rows(cache.segmenter(), model.segmenter) == segmenter);
}

TEST_CASE_METHOD(Fixture, "a full cache keeps the forms that a second document had") {
  number(with_forms(0, 20));
  number(with_forms(10, 20));
  const Rows words = rows(cache.words(), model.words);
  const Rows segmenter = rows(cache.segmenter(), model.segmenter);
  const auto add = [&](std::size_t i) { number(with_forms(1000 * i, 1000 * i + 1000)); };
  std::size_t i = 1;
  for (std::size_t before = 0; cache.size() >= before; ++i) {
    before = cache.size();
    add(i);
    REQUIRE(i < 30);
  }
  const std::size_t size = cache.size();
  CHECK(size == 1010);
  number(with_forms(10, 20));
  CHECK(cache.size() == size);
  CHECK(rows(cache.words(), model.words) == words);
  CHECK(rows(cache.segmenter(), model.segmenter) == segmenter);
  number(with_forms(0, 1));
  CHECK(cache.size() == size + 1);
}

TEST_CASE_METHOD(Fixture, "a cache full of forms that many documents have is emptied") {
  for (std::size_t round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < 12; ++i) {
      number(with_forms(1000 * i, 1000 * i + 1000));
      REQUIRE(cache.size() <= WordCache::most_words);
    }
  }
  number(with_forms(20000, 21000));
  CHECK(cache.size() == 1000);
}

TEST_CASE_METHOD(Fixture, "long forms do not fill the memory") {
  for (std::size_t i = 0; i < 300; ++i) {
    Analysis analysis;
    Token token;
    token.form = analysis.strings.intern(std::to_string(i) + std::string(8000, 'x'));
    analysis.tokens.push_back(token);
    number(analysis);
    REQUIRE(cache.size() <= WordCache::most_bytes / 8000 + 1);
  }
}

}  // namespace actant
