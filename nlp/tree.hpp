// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_TREE_HPP
#define ACTANT_NLP_TREE_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace actant {

/// Scores of every head for every word of a sentence: score(head, word) with head 0 the root and
/// head i the word i - 1.
struct ArcScores {
  const std::int32_t* values = nullptr;  ///< (words + 1) rows of `stride`
  std::size_t words = 0;
  std::size_t stride = 0;

  [[nodiscard]] std::int32_t operator()(std::size_t head, std::size_t word) const {
    return values[head * stride + word];
  }
};

/// The head of each word (0 for the root, i for word i - 1): the best tree with exactly one root.
/// Greedy if that is a tree, else Chu-Liu-Edmonds (Chu and Liu 1965, Edmonds 1967); of equal scores
/// the lower head wins. At most cubic in the words.
void best_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads);

}  // namespace actant

#endif  // ACTANT_NLP_TREE_HPP
