// SPDX-License-Identifier: MIT
#include "nlp/tree.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <random>

namespace actant {
namespace {

bool is_single_root_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  for (std::uint32_t word = 1; word <= heads.size(); ++word) {
    std::uint32_t at = word;
    std::size_t steps = 0;
    while (at != 0 && steps <= heads.size()) {
      at = heads[at - 1];
      ++steps;
    }
    if (at != 0) return false;
  }
  return true;
}

std::int64_t total(const ArcScores& scores, const std::vector<std::uint32_t>& heads) {
  std::int64_t sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) sum += scores(heads[word], word);
  return sum;
}

/// The sum of the best tree, by trying all.
std::int64_t best_total(const ArcScores& scores) {
  std::vector<std::uint32_t> heads(scores.words, 0);
  std::int64_t best = INT64_MIN;
  while (true) {
    if (is_single_root_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t at = 0;
    while (at < heads.size() && heads[at] == scores.words) heads[at++] = 0;
    if (at == heads.size()) return best;
    ++heads[at];
  }
}

std::vector<std::int32_t> random_scores(std::mt19937& random, std::size_t words, int range) {
  std::vector<std::int32_t> result((words + 1) * words);
  for (auto& score : result) {
    score = static_cast<std::int32_t>(random() % static_cast<unsigned>(range)) - range / 2;
  }
  return result;
}

}  // namespace

TEST_CASE("the best tree has one root and the highest sum of all such trees") {
  std::mt19937 random(7);
  TreeFinder finder;
  std::vector<std::uint32_t> heads;
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + random() % 5;
    const int range = round % 2 == 0 ? 2000 : 4;  // with and without many ties
    const auto values = random_scores(random, words, range);
    const ArcScores scores{values.data(), words, words};
    finder.find(scores, heads);
    REQUIRE(is_single_root_tree(heads));
    CHECK(total(scores, heads) == best_total(scores));
  }
}

TEST_CASE("a long sentence whose words all want the root still gets one tree") {
  constexpr std::size_t words = 256;
  std::vector<std::int32_t> values((words + 1) * words, 0);
  std::fill_n(values.begin(), words, 1000000);
  std::vector<std::uint32_t> heads;
  TreeFinder().find({values.data(), words, words}, heads);
  CHECK(is_single_root_tree(heads));
}

TEST_CASE("a long sentence of nested cycles ends in a tree") {
  constexpr std::size_t words = 256;
  std::mt19937 random(3);
  auto values = random_scores(random, words, 100);
  for (std::size_t word = 0; word < words; ++word) {  // pairs that want each other
    values[((word ^ 1U) + 1) * words + word] = 100000 - static_cast<std::int32_t>(word);
  }
  std::vector<std::uint32_t> heads;
  TreeFinder().find({values.data(), words, words}, heads);
  CHECK(is_single_root_tree(heads));
}

}  // namespace actant
