// SPDX-License-Identifier: MIT
#include "graph/resolve.hpp"

#include "base/error.hpp"
#include "graph/merge_candidates.hpp"
#include "graph/merge_clusters.hpp"
#include "graph/placed_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <variant>

namespace actant {
namespace {

using KeyMap = std::map<std::string, std::string, std::less<>>;  // from old keys to new

/// The key that stands for a cluster: an IRI if there is one, then one that is not a document's
/// own, then the one most documents know.
std::string key_of(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& cluster) {
  const auto rank = [&](std::uint32_t n) {
    const Entity& entity = graph.entities()[n];
    return std::tuple(entity.same_as.empty() ? 1 : 0, key_scope(entity.key).document,
                      -static_cast<std::int64_t>(entity.mentions.size()),
                      std::string_view(entity.key));
  };
  return graph.entities()[*std::ranges::min_element(cluster, {}, rank)].key;
}

/// True if the claim speaks of one of the keys.
bool speaks_of(const Claim& claim, const KeyMap& keys) {
  return keys.contains(claim.attributed_to) ||
         std::ranges::any_of(claim.attributed_via,
                             [&](const std::string& key) { return keys.contains(key); }) ||
         std::ranges::any_of(claim.participants, [&](const Participant& participant) {
           const auto* const key = std::get_if<EntityKey>(&participant.filler);
           return key != nullptr && keys.contains(key->key);
         });
}

Claim renamed(Claim claim, const KeyMap& keys) {
  const auto rename = [&](std::string& key) {
    if (const auto found = keys.find(key); found != keys.end()) key = found->second;
  };
  rename(claim.attributed_to);
  for (std::string& key : claim.attributed_via) rename(key);
  for (Participant& participant : claim.participants) {
    if (auto* const key = std::get_if<EntityKey>(&participant.filler)) rename(key->key);
  }
  return claim;
}

std::vector<NodePair> known_pairs(const KnowledgeGraph& graph, const std::vector<KeyPair>& pairs) {
  std::vector<NodePair> known;
  for (const auto& [a, b] : pairs) {
    const EntityId x = graph.find(a);
    const EntityId y = graph.find(b);
    if (x.valid() && y.valid() && x != y) known.emplace_back(x.value, y.value);
  }
  return known;
}

/// Adds the entities that a claim speaks of.
void add_entities_of(const Claim& claim, const KnowledgeGraph& graph, std::set<EntityId>& needed) {
  for (const Participant& participant : claim.participants) {
    if (const auto* const key = std::get_if<EntityKey>(&participant.filler)) {
      needed.insert(graph.find(key->key));
    }
  }
  if (!claim.attributed_to.empty()) needed.insert(graph.find(claim.attributed_to));
  for (const std::string& key : claim.attributed_via) needed.insert(graph.find(key));
}

}  // namespace

std::optional<std::size_t> find_contradiction(const ResolveOptions& options) {
  std::map<std::string_view, std::string_view> parent;
  const auto find = [&](std::string_view key) {
    while (true) {
      const auto up = parent.try_emplace(key, key).first->second;
      if (up == key) return key;
      key = up;
    }
  };
  for (const auto& [a, b] : options.always) {
    const std::string_view x = find(a);
    const std::string_view y = find(b);
    parent[std::max(x, y)] = std::min(x, y);
  }
  for (std::size_t i = 0; i < options.never.size(); ++i) {
    if (find(options.never[i].first) == find(options.never[i].second)) return i;
  }
  return std::nullopt;
}

Resolution resolve(const KnowledgeGraph& graph, const ResolveOptions& options) {
  if (find_contradiction(options)) throw Error("a pair is both to be merged and to be kept apart");
  const MergeClusters merged =
      merge_clusters(graph, merge_candidates(graph), known_pairs(graph, options.always),
                     known_pairs(graph, options.never));
  const auto entities = graph.entities();
  Resolution result;
  KeyMap keys;
  for (const auto& cluster : merged.clusters) {
    const std::string into = key_of(graph, cluster);
    result.restoration.nodes.push_back(into);
    for (const std::uint32_t n : cluster) keys.emplace(entities[n].key, into);
  }
  std::sort(result.restoration.nodes.begin(), result.restoration.nodes.end());
  for (const ClusterDecision& decided : merged.decisions) {
    const MergeCandidate& pair = decided.candidate;
    const std::string& a = entities[pair.a].key;
    const bool is_merged = decided.refused.empty();
    result.decisions.push_back({a, entities[pair.b].key, is_merged,
                                std::string(to_string(pair.rule)), decided.refused,
                                is_merged ? keys.at(a) : std::string()});
  }

  std::set<EntityId> needed;
  for (const DocumentRecord& document : graph.documents()) result.graph.add(document);
  for (std::uint32_t n = 0; n < entities.size(); ++n) {
    Entity entity = entities[n];
    if (const auto into = keys.find(entity.key); into != keys.end()) {
      needed.insert(EntityId(n));
      entity.key = into->second;
    }
    result.graph.add(std::move(entity));
  }
  std::vector<const Claim*> changed;
  std::set<std::string> made;
  for (const Claim& claim : graph.claims()) {
    if (!speaks_of(claim, keys)) {
      result.graph.add(claim);
      continue;
    }
    changed.push_back(&claim);
    add_entities_of(claim, graph, needed);
    Claim other = renamed(claim, keys);
    made.insert(claim_id(other));
    result.graph.add(std::move(other));
  }
  result.restoration.claims.assign(made.begin(), made.end());
  for (const EntityId id : needed) result.restoration.original.add(graph.entity(id));
  for (const Claim* claim : changed) result.restoration.original.add(*claim);
  return result;
}

KnowledgeGraph restore(const KnowledgeGraph& resolved, const Restoration& restoration) {
  const std::set<std::string_view> nodes(restoration.nodes.begin(), restoration.nodes.end());
  const std::set<std::string_view> claims(restoration.claims.begin(), restoration.claims.end());
  KnowledgeGraph graph;
  std::size_t found = 0;
  for (const DocumentRecord& document : resolved.documents()) graph.add(document);
  for (const Entity& entity : resolved.entities()) {
    if (nodes.contains(entity.key)) {
      ++found;
    } else {
      graph.add(entity);
    }
  }
  graph.add(restoration.original);
  for (std::uint32_t c = 0; c < resolved.claims().size(); ++c) {
    if (claims.contains(resolved.claim_id(ClaimIndex(c)))) {
      ++found;
    } else {
      graph.add(resolved.claim(ClaimIndex(c)));
    }
  }
  if (found != nodes.size() + claims.size()) {
    throw Error("the graph is not the one that the decisions made");
  }
  return graph;
}

}  // namespace actant
