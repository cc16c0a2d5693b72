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

/// Finds trees; keeps its memory from sentence to sentence. Not thread-safe: one a worker.
class TreeFinder {
 public:
  /// The head of each word (0 for the root, i for word i - 1): the best tree with exactly one root.
  /// Greedy if that is a tree, else Chu-Liu-Edmonds (Chu and Liu 1965, Edmonds 1967); of equal
  /// scores the lower head wins. At most cubic in the words.
  void find(const ArcScores& scores, std::vector<std::uint32_t>& heads);

 private:
  /// A node that is in no cycle; the best entries of the arcs between it and the cycle.
  struct Outside {
    std::uint32_t node = 0;
    std::uint32_t entering = 0;  ///< node of the cycle to which the arc from here leads
    std::uint32_t leaving = 0;   ///< node of the cycle from which the arc to here comes
  };
  struct Member {
    std::uint32_t node = 0;
    std::uint32_t head = 0;
  };
  /// A cycle that became one node, the last one of a smaller table.
  struct Contraction {
    std::size_t nodes = 0;    ///< of the table before
    std::size_t outside = 0;  ///< the first of its nodes in outside_
    std::size_t cycle = 0;    ///< the first of its nodes in cycles_
  };

  void greedy(const ArcScores& scores, std::vector<std::uint32_t>& heads);
  [[nodiscard]] bool is_tree(const std::vector<std::uint32_t>& heads);
  void fill(const ArcScores& scores);
  [[nodiscard]] std::int64_t& at(std::size_t node, std::size_t head) {
    return table_[node * nodes_ + head];
  }
  void choose_heads();
  [[nodiscard]] bool find_cycle();
  void contract();
  void expand();

  std::size_t nodes_ = 0;
  std::vector<std::int64_t> table_;  ///< score of each head (column) for each node (row); 0 is root
  std::vector<std::uint32_t> heads_;  ///< of the nodes of the table
  std::vector<std::uint32_t> wider_;  ///< the same before a contraction
  std::vector<std::uint32_t> seen_;   ///< by node, the start of the path that passed there
  std::vector<std::int32_t> best_;    ///< by word
  std::vector<std::int64_t> gains_;   ///< of entering the cycle, by outside node
  std::vector<Contraction> contractions_;
  std::vector<Outside> outside_;
  std::vector<Member> cycles_;
};

}  // namespace actant

#endif  // ACTANT_NLP_TREE_HPP
