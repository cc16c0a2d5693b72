// SPDX-License-Identifier: MIT
#include "nlp/tree.hpp"

#include <algorithm>

namespace actant {
namespace {

constexpr std::int64_t never = -(std::int64_t{1} << 55);
constexpr std::int64_t root_cost = std::int64_t{1} << 40;

void greedy(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
  heads.assign(scores.words, 0);
  std::vector<std::int32_t> best(scores.values, scores.values + scores.words);
  for (std::size_t head = 1; head <= scores.words; ++head) {
    const std::int32_t* const row = scores.values + head * scores.stride;
    for (std::size_t word = 0; word < scores.words; ++word) {
      if (row[word] > best[word] && word + 1 != head) {
        best[word] = row[word];
        heads[word] = static_cast<std::uint32_t>(head);
      }
    }
  }
}

bool is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  std::vector<std::uint32_t> seen(heads.size() + 1, 0);  // the start whose path passed here
  for (std::uint32_t start = 1; start <= heads.size(); ++start) {
    std::uint32_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = start;
      at = heads[at - 1];
    }
    if (at != 0 && seen[at] == start) return false;
  }
  return true;
}

/// A square table: score of each head (column) for each node (row); node 0 is the root.
struct Table {
  std::size_t n;
  std::vector<std::int64_t> values;

  explicit Table(std::size_t size) : n(size), values(size * size, never) {}
  std::int64_t& at(std::size_t node, std::size_t head) { return values[node * n + head]; }

  [[nodiscard]] std::size_t best_head(std::size_t node) const {
    const auto row = values.begin() + static_cast<std::ptrdiff_t>(node * n);
    return static_cast<std::size_t>(std::max_element(row, row + static_cast<std::ptrdiff_t>(n)) -
                                    row);
  }
};

std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> colour(heads.size(), 0);
  std::vector<std::size_t> path;
  for (std::size_t start = 1; start < heads.size(); ++start) {
    path.clear();
    std::size_t at = start;
    while (at != 0 && colour[at] == 0) {
      colour[at] = start;
      path.push_back(at);
      at = heads[at];
    }
    if (at != 0 && colour[at] == start) {
      path.erase(path.begin(), std::find(path.begin(), path.end(), at));
      return path;
    }
  }
  return {};
}

std::vector<std::size_t> arborescence(Table scores) {
  std::vector<std::size_t> heads(scores.n, 0);
  for (std::size_t node = 1; node < scores.n; ++node) heads[node] = scores.best_head(node);
  const std::vector<std::size_t> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;

  std::vector<bool> in_cycle(scores.n, false);
  for (const std::size_t node : cycle) in_cycle[node] = true;
  std::vector<std::size_t> outside;
  for (std::size_t node = 0; node < scores.n; ++node) {
    if (!in_cycle[node]) outside.push_back(node);
  }
  const std::size_t m = outside.size();  // in the smaller table, the whole cycle is node m
  Table smaller(m + 1);
  std::vector<std::size_t> entering(m, cycle.front());
  std::vector<std::size_t> leaving(m, cycle.front());
  for (std::size_t i = 0; i < m; ++i) {
    const std::size_t node = outside[i];
    for (std::size_t j = 0; j < m; ++j) smaller.at(i, j) = scores.at(node, outside[j]);
    std::int64_t most_in = scores.at(cycle[0], node) - scores.at(cycle[0], heads[cycle[0]]);
    for (const std::size_t c : cycle) {
      const std::int64_t gain = scores.at(c, node) - scores.at(c, heads[c]);
      if (gain > most_in) {
        most_in = gain;
        entering[i] = c;
      }
      if (scores.at(node, c) > scores.at(node, leaving[i])) leaving[i] = c;
    }
    smaller.at(m, i) = most_in;
    smaller.at(i, m) = scores.at(node, leaving[i]);
  }
  const std::vector<std::size_t> solved = arborescence(std::move(smaller));
  for (std::size_t i = 1; i < m; ++i) {
    heads[outside[i]] = solved[i] == m ? leaving[i] : outside[solved[i]];
  }
  heads[entering[solved[m]]] = outside[solved[m]];
  return heads;
}

}  // namespace

void best_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
  greedy(scores, heads);
  if (is_tree(heads)) return;
  Table table(scores.words + 1);
  for (std::size_t word = 0; word < scores.words; ++word) {
    for (std::size_t head = 0; head <= scores.words; ++head) {
      if (head == word + 1) continue;
      table.at(word + 1, head) = std::int64_t{scores(head, word)} - (head == 0 ? root_cost : 0);
    }
  }
  const std::vector<std::size_t> solved = arborescence(std::move(table));
  for (std::size_t word = 0; word < scores.words; ++word) {
    heads[word] = static_cast<std::uint32_t>(solved[word + 1]);
  }
}

}  // namespace actant
