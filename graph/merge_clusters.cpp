// SPDX-License-Identifier: MIT
#include "graph/merge_clusters.hpp"

#include "base/folding.hpp"
#include "graph/person_names.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

namespace actant {
namespace {

using Nodes = std::vector<std::uint32_t>;

constexpr std::size_t most_names = 64;  // of one person

/// Sets that can be joined.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

  std::uint32_t find(std::uint32_t n) {
    while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
    return n;
  }
  /// The smallest member stands for the set.
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// Which names of persons must go together: those of a cluster, or also those that its members
/// resemble: "George Bush" may be either of two.
enum class Scope : std::uint8_t { cluster, neighbours };

class Clusterer {
 public:
  Clusterer(const KnowledgeGraph& graph, std::vector<MergeCandidate> candidates,
            std::span<const NodePair> always, std::span<const NodePair> never)
      : entities_(graph.entities()),
        candidates_(std::move(candidates)),
        asked_(entities_.size()),
        sets_(entities_.size()) {
    std::sort(candidates_.begin(), candidates_.end(), [](const auto& x, const auto& y) {
      return std::tie(x.rule, x.a, x.b) < std::tie(y.rule, y.a, y.b);
    });
    for (const auto& [a, b] : never) {
      never_[a].insert(b);
      never_[b].insert(a);
    }
    for (const MergeCandidate& candidate : candidates_) {
      if (!candidate.possible) continue;
      others_[candidate.a].push_back(candidate.b);
      others_[candidate.b].push_back(candidate.a);
    }
    for (auto [a, b] : always) {
      if (a > b) std::swap(a, b);
      asked_.join(a, b);
      sets_.join(a, b);
      decisions_.push_back({{a, b, MergeRule::asked, {}, false}, {}});
    }
  }

  MergeClusters run() {
    for (auto begin = candidates_.begin(); begin != candidates_.end();) {
      const int now = step(begin->rule);
      const auto end = std::find_if(begin, candidates_.end(),
                                    [&](const auto& c) { return step(c.rule) != now; });
      if (begin->rule == MergeRule::surname) {
        decide_surnames({begin, end});
      } else {
        decide({begin, end});
      }
      begin = end;
    }
    MergeClusters result;
    for (auto& [root, members] : members_of_sets()) {
      if (members.size() > 1) result.clusters.push_back(std::move(members));
    }
    result.decisions = std::move(decisions_);
    std::sort(result.decisions.begin(), result.decisions.end(), [](const auto& x, const auto& y) {
      return std::tie(x.candidate.rule, x.candidate.a, x.candidate.b) <
             std::tie(y.candidate.rule, y.candidate.a, y.candidate.b);
    });
    return result;
  }

 private:
  std::map<std::uint32_t, Nodes> members_of_sets() {
    std::map<std::uint32_t, Nodes> members;
    for (std::uint32_t n = 0; n < entities_.size(); ++n) members[sets_.find(n)].push_back(n);
    return members;
  }

  void note(const MergeCandidate& candidate, std::string refused) {
    decisions_.push_back({candidate, std::move(refused)});
  }

  /// Merges what hangs together by candidates of one step, or says why not.
  void decide(std::span<const MergeCandidate> step_candidates) {
    Sets joined = sets_;
    std::vector<const MergeCandidate*> open;
    for (const MergeCandidate& candidate : step_candidates) {
      if (!candidate.refused.empty()) {
        note(candidate, candidate.refused);
      } else {
        open.push_back(&candidate);
        joined.join(candidate.a, candidate.b);
      }
    }
    std::set<std::uint32_t> touched;
    for (const MergeCandidate* candidate : open) touched.insert(joined.find(candidate->a));
    std::map<std::uint32_t, Nodes> groups;
    for (std::uint32_t n = 0; n < entities_.size(); ++n) {
      if (const std::uint32_t root = joined.find(n); touched.contains(root)) {
        groups[root].push_back(n);
      }
    }
    std::map<std::uint32_t, std::string> conflicts;
    const bool by_likeness = step(step_candidates.front().rule) >= step(MergeRule::initials);
    for (const auto& [root, nodes] : groups) {
      conflicts[root] = conflict(nodes, by_likeness ? Scope::neighbours : Scope::cluster);
    }
    for (const MergeCandidate* candidate : open) {
      const std::string& why = conflicts[joined.find(candidate->a)];
      if (why.empty()) sets_.join(candidate->a, candidate->b);
      note(*candidate, why);
    }
  }

  /// A bare surname goes to the one cluster that has it, if documents have called it so before.
  void decide_surnames(std::span<const MergeCandidate> step_candidates) {
    std::map<std::uint32_t, std::vector<const MergeCandidate*>> by_bare;
    for (const MergeCandidate& candidate : step_candidates) {
      by_bare[is_bare(candidate.a) ? candidate.a : candidate.b].push_back(&candidate);
    }
    const auto members = members_of_sets();
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        joins;  // done last: a join may rename a set
    for (const auto& [bare, full] : by_bare) {
      std::set<std::uint32_t> clusters;
      std::string why;
      bool supported = false;
      for (const MergeCandidate* candidate : full) {
        clusters.insert(sets_.find(candidate->a == bare ? candidate->b : candidate->a));
        if (why.empty()) why = candidate->refused;
        supported = supported || candidate->supported;
      }
      if (clusters.size() > 1) {
        why = "it may stand for several persons";
      } else if (why.empty()) {
        why = check_surname(bare, members.at(*clusters.begin()), supported);
      }
      for (const MergeCandidate* candidate : full) note(*candidate, why);
      if (why.empty()) joins.emplace_back(bare, *clusters.begin());
    }
    for (const auto& [bare, cluster] : joins) sets_.join(bare, cluster);
  }

  [[nodiscard]] bool is_bare(std::uint32_t n) const {
    return person_form(entities_[n].name).words.size() == 1;
  }

  std::string check_surname(std::uint32_t bare, const Nodes& cluster, bool supported) {
    const std::string name = fold_name(entities_[bare].name);
    std::size_t documents = 0;
    for (const std::uint32_t n : cluster) documents += documents_with_alias(entities_[n], name);
    if (documents < 2 && !supported)
      return "fewer than two other documents use the short name with the full one";
    Nodes all = cluster;
    all.push_back(bare);
    return conflict(all, Scope::cluster);
  }

  /// Why the nodes cannot be one thing; "" if they can.
  std::string conflict(const Nodes& nodes, Scope scope) {
    std::map<std::uint32_t, Nodes> units;  // what the caller joined is one
    for (const std::uint32_t n : nodes) units[asked_.find(n)].push_back(n);
    const std::set<std::uint32_t> all(nodes.begin(), nodes.end());
    for (const std::uint32_t n : nodes) {
      const auto apart = never_.find(n);
      if (apart == never_.end()) continue;
      if (std::ranges::any_of(apart->second, [&](std::uint32_t m) { return all.contains(m); })) {
        return "you keep two of them apart";
      }
    }
    if (!have_common_type(units)) return "their types differ";
    if (!have_linked_iris(units)) return "they have different IRIs";
    return persons_apart(nodes, scope);
  }

  [[nodiscard]] bool have_common_type(const std::map<std::uint32_t, Nodes>& units) const {
    std::set<std::string_view> common;
    bool first = true;
    for (const auto& [root, nodes] : units) {
      std::set<std::string_view> types;
      for (const std::uint32_t n : nodes) types.insert(entities_[n].type);
      if (first) {
        common = types;
      } else {
        std::erase_if(common, [&](std::string_view type) { return !types.contains(type); });
      }
      first = false;
    }
    return !common.empty();
  }

  /// Do all units that have IRIs hang together by shared ones?
  [[nodiscard]] bool have_linked_iris(const std::map<std::uint32_t, Nodes>& units) const {
    std::map<std::string_view, std::uint32_t> numbers;
    Sets linked(units.size() + count_iris(units));
    std::uint32_t next = 0;
    Nodes with;
    for (const auto& [root, nodes] : units) {
      const std::uint32_t unit = next++;
      bool any = false;
      for (const std::uint32_t n : nodes) {
        for (const std::string& iri : entities_[n].same_as) {
          const auto number = static_cast<std::uint32_t>(units.size() + numbers.size());
          linked.join(unit, numbers.try_emplace(iri, number).first->second);
          any = true;
        }
      }
      if (any) with.push_back(unit);
    }
    return std::ranges::all_of(
        with, [&](std::uint32_t unit) { return linked.find(unit) == linked.find(with.front()); });
  }

  [[nodiscard]] std::size_t count_iris(const std::map<std::uint32_t, Nodes>& units) const {
    std::size_t count = 0;
    for (const auto& [root, nodes] : units) {
      for (const std::uint32_t n : nodes) count += entities_[n].same_as.size();
    }
    return count;
  }

  std::string persons_apart(const Nodes& nodes, Scope scope) {
    std::set<std::uint32_t> around(nodes.begin(), nodes.end());
    for (const std::uint32_t n : nodes) {
      if (scope == Scope::cluster) break;
      if (const auto others = others_.find(n); others != others_.end()) {
        around.insert(others->second.begin(), others->second.end());
      }
    }
    std::map<std::string, PersonForm> forms;
    for (const std::uint32_t n : around) {
      if (entities_[n].type != "Person" || asked_.find(n) != n) continue;
      PersonForm form = person_form(entities_[n].name);
      std::string text = form.generation;
      for (const std::string& word : form.words) text += " " + word;
      forms.emplace(std::move(text), std::move(form));
    }
    if (forms.size() > most_names) return "too many names go together";
    for (auto x = forms.begin(); x != forms.end(); ++x) {
      for (auto y = forms.begin(); y != x; ++y) {
        if (compare_persons(x->second, y->second) == PersonMatch::different) {
          return "it may stand for several persons";
        }
      }
    }
    return {};
  }

  std::span<const Entity> entities_;
  std::vector<MergeCandidate> candidates_;
  std::map<std::uint32_t, std::set<std::uint32_t>> never_;
  std::map<std::uint32_t, Nodes> others_;  // persons that a person may also be
  Sets asked_;
  Sets sets_;
  std::vector<ClusterDecision> decisions_;
};

}  // namespace

MergeClusters merge_clusters(const KnowledgeGraph& graph, std::vector<MergeCandidate> candidates,
                             std::span<const NodePair> always, std::span<const NodePair> never) {
  return Clusterer(graph, std::move(candidates), always, never).run();
}

}  // namespace actant
