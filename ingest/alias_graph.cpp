// SPDX-License-Identifier: MIT
#include "ingest/alias_graph.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <cstddef>

namespace actant {
namespace {

std::uint64_t hash_of(NodeType type, std::string_view name) {
  return fold_hash(without_article(name),
                   fold_seed + (static_cast<std::uint64_t>(type) + 1) * 0x9E3779B97F4A7C15ULL);
}

}  // namespace

void AliasGraph::add_name(NodeType type, std::string_view name) {
  std::uint32_t& number = names_[hash_of(type, name)];
  if (number == 0) number = static_cast<std::uint32_t>(names_.size());
  last_ = number;
}

void AliasGraph::add_alias(NodeType type, std::string_view alias, std::uint64_t place) {
  aliases_.push_back({last_, hash_of(type, alias), place});
}

std::optional<std::uint64_t> AliasGraph::find_cycle() {
  std::erase_if(aliases_, [this](const Alias& alias) {
    const std::uint32_t* const to = names_.find(alias.hash);
    return to == nullptr || *to == alias.from;
  });
  std::stable_sort(aliases_.begin(), aliases_.end(),
                   [](const Alias& a, const Alias& b) { return a.from < b.from; });
  const auto first_of = [this](std::uint32_t name) {
    return static_cast<std::size_t>(std::ranges::lower_bound(aliases_, name, {}, &Alias::from) -
                                    aliases_.begin());
  };

  enum class State : std::uint8_t { unseen, open, done };
  struct Step {
    std::uint32_t name;
    std::size_t next;
  };
  std::vector<State> states(names_.size() + 1, State::unseen);
  std::vector<Step> path;
  for (const Alias& start : aliases_) {
    if (states[start.from] != State::unseen) continue;
    states[start.from] = State::open;
    path.push_back({start.from, first_of(start.from)});
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == aliases_.size() || aliases_[step.next].from != step.name) {
        states[step.name] = State::done;
        path.pop_back();
        continue;
      }
      const Alias& alias = aliases_[step.next++];
      const std::uint32_t to = *names_.find(alias.hash);
      if (states[to] == State::open) return alias.place;
      if (states[to] == State::done) continue;
      states[to] = State::open;
      path.push_back({to, first_of(to)});
    }
  }
  return std::nullopt;
}

}  // namespace actant
