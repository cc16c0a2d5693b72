// SPDX-License-Identifier: MIT
#include "nlp/tree.hpp"

#include <algorithm>
#include <iterator>

namespace actant {
namespace {

constexpr std::int64_t never = -(std::int64_t{1} << 55);
constexpr std::int64_t root_cost = std::int64_t{1} << 40;

}  // namespace

void TreeFinder::find(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
  greedy(scores, heads);
  if (is_tree(heads)) return;
  contractions_.clear();
  outside_.clear();
  cycles_.clear();
  fill(scores);
  for (choose_heads(); find_cycle(); choose_heads()) contract();
  while (!contractions_.empty()) expand();
  std::copy(std::next(heads_.begin()), heads_.end(), heads.begin());
}

void TreeFinder::greedy(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
  heads.assign(scores.words, 0);
  best_.assign(scores.values, scores.values + scores.words);
  for (std::size_t head = 1; head <= scores.words; ++head) {
    const std::int32_t* const row = scores.values + head * scores.stride;
    for (std::size_t word = 0; word < scores.words; ++word) {
      if (row[word] > best_[word] && word + 1 != head) {
        best_[word] = row[word];
        heads[word] = static_cast<std::uint32_t>(head);
      }
    }
  }
}

bool TreeFinder::is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  seen_.assign(heads.size() + 1, 0);
  for (std::uint32_t start = 1; start <= heads.size(); ++start) {
    std::uint32_t at = start;
    while (at != 0 && seen_[at] == 0) {
      seen_[at] = start;
      at = heads[at - 1];
    }
    if (at != 0 && seen_[at] == start) return false;
  }
  return true;
}

void TreeFinder::fill(const ArcScores& scores) {
  nodes_ = scores.words + 1;
  table_.assign(nodes_ * nodes_, never);
  for (std::size_t word = 0; word < scores.words; ++word) {
    for (std::size_t head = 0; head <= scores.words; ++head) {
      if (head == word + 1) continue;
      at(word + 1, head) = std::int64_t{scores(head, word)} - (head == 0 ? root_cost : 0);
    }
  }
}

void TreeFinder::choose_heads() {
  heads_.assign(nodes_, 0);
  for (std::size_t node = 1; node < nodes_; ++node) {
    const auto row = std::next(table_.begin(), static_cast<std::ptrdiff_t>(node * nodes_));
    const auto best = std::max_element(row, std::next(row, static_cast<std::ptrdiff_t>(nodes_)));
    heads_[node] = static_cast<std::uint32_t>(best - row);
  }
}

// Appends a cycle of heads_ to cycles_, if there is one.
bool TreeFinder::find_cycle() {
  seen_.assign(nodes_, 0);
  for (std::uint32_t start = 1; start < nodes_; ++start) {
    std::uint32_t node = start;
    while (node != 0 && seen_[node] == 0) {
      seen_[node] = start;
      node = heads_[node];
    }
    if (node == 0 || seen_[node] != start) continue;
    contractions_.push_back({nodes_, outside_.size(), cycles_.size()});
    const std::uint32_t first = node;
    do {
      cycles_.push_back({node, heads_[node]});
      node = heads_[node];
    } while (node != first);
    return true;
  }
  return false;
}

// Makes the last cycle one node, the last one of a smaller table, which is written over the old.
void TreeFinder::contract() {
  const Contraction& last = contractions_.back();
  const auto cycle = std::next(cycles_.begin(), static_cast<std::ptrdiff_t>(last.cycle));
  seen_.assign(nodes_, 0);
  std::for_each(cycle, cycles_.end(), [&](const Member& member) { seen_[member.node] = 1; });
  gains_.clear();
  for (std::uint32_t node = 0; node < nodes_; ++node) {
    if (seen_[node] != 0) continue;
    Outside arcs{node, cycle->node, cycle->node};
    std::int64_t most = at(cycle->node, node) - at(cycle->node, cycle->head);
    for (auto member = cycle; member != cycles_.end(); ++member) {
      const std::int64_t gain = at(member->node, node) - at(member->node, member->head);
      if (gain > most) {
        most = gain;
        arcs.entering = member->node;
      }
      if (at(node, member->node) > at(node, arcs.leaving)) arcs.leaving = member->node;
    }
    outside_.push_back(arcs);
    gains_.push_back(most);
  }
  const Outside* const kept = outside_.data() + last.outside;
  const std::size_t count = gains_.size();
  std::int64_t* to = table_.data();  // never passes what is still to be read
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t* const row = table_.data() + kept[i].node * nodes_;
    const std::int64_t leaving = row[kept[i].leaving];
    for (std::size_t j = 0; j < count; ++j) *to++ = row[kept[j].node];
    *to++ = leaving;
  }
  to = std::copy(gains_.begin(), gains_.end(), to);
  *to = never;
  nodes_ = count + 1;
}

// Turns the heads of a contracted table into those of the table before.
void TreeFinder::expand() {
  const Contraction last = contractions_.back();
  const Outside* const kept = outside_.data() + last.outside;
  const std::size_t cycle = heads_.size() - 1;  // its number
  wider_.assign(last.nodes, 0);
  for (std::size_t i = last.cycle; i < cycles_.size(); ++i) {
    wider_[cycles_[i].node] = cycles_[i].head;
  }
  for (std::size_t i = 1; i < cycle; ++i) {
    const std::uint32_t head = heads_[i];
    wider_[kept[i].node] = head == cycle ? kept[i].leaving : kept[head].node;
  }
  const Outside& entry = kept[heads_[cycle]];
  wider_[entry.entering] = entry.node;
  heads_.swap(wider_);
  outside_.resize(last.outside);
  cycles_.resize(last.cycle);
  contractions_.pop_back();
}

}  // namespace actant
