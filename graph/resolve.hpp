// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_RESOLVE_HPP
#define ACTANT_GRAPH_RESOLVE_HPP

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace actant {

/// Keys of two entities.
using KeyPair = std::pair<std::string, std::string>;

struct ResolveOptions {
  std::vector<KeyPair> always;  ///< to be merged, whatever their names and types
  std::vector<KeyPair> never;   ///< to be kept apart, also when others stand between them
};

/// What was decided about two nodes.
struct MergeDecision {
  std::string a;  ///< keys; a < b
  std::string b;
  bool merged = false;
  std::string rule;    ///< "same-name", "inverted-name", "spelling", "abbreviation", "legal-form",
                       ///< "acronym", "initials", "transliteration", "shared-claims", "surname", or
                       ///< "asked" for ResolveOptions::always
  std::string reason;  ///< why they stay apart; "" when they are merged
  std::string into;    ///< key of the node that they became; "" when they stay apart

  friend bool operator==(const MergeDecision&, const MergeDecision&) = default;
};

/// All that is needed to take a resolution back.
struct Restoration {
  std::vector<std::string> nodes;   ///< keys of the nodes that were made
  std::vector<std::string> claims;  ///< ids of the claims that were made
  KnowledgeGraph original;          ///< what they were made of, with all that its claims speak of
};

struct Resolution {
  KnowledgeGraph graph;
  std::vector<MergeDecision> decisions;  ///< merged or not, the surest rule first, then by key
  Restoration restoration;
};

/// Merges named nodes of a graph that are one thing under several keys: spelling variants, acronym
/// and long form, inverted names. A wrong merge is worse than a missed one: types must be the same,
/// IRIs must not differ, and a short form that may stand for two things stands for none.
///
/// The result does not depend on the order in which the graph was put together. Mentions, names,
/// claims and evidence of merged nodes are united. Keys that the graph lacks are ignored.
/// About linear in the graph.
/// @throws Error if find_contradiction() finds one.
[[nodiscard]] Resolution resolve(const KnowledgeGraph& graph, const ResolveOptions& options = {});

/// The graph as it was before: restore(resolve(g).graph, resolve(g).restoration) == g.
/// @throws Error if the graph lacks a node or a claim that the resolution made.
[[nodiscard]] KnowledgeGraph restore(const KnowledgeGraph& resolved,
                                     const Restoration& restoration);

/// The position of the first pair in `never` whose keys `always` puts into one cluster.
[[nodiscard]] std::optional<std::size_t> find_contradiction(const ResolveOptions& options);

}  // namespace actant

#endif  // ACTANT_GRAPH_RESOLVE_HPP
