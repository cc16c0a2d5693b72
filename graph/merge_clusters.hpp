// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_MERGE_CLUSTERS_HPP
#define ACTANT_GRAPH_MERGE_CLUSTERS_HPP

#include "graph/knowledge_graph.hpp"
#include "graph/merge_candidates.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace actant {

/// Positions of two entities.
using NodePair = std::pair<std::uint32_t, std::uint32_t>;

/// What became of a candidate.
struct ClusterDecision {
  MergeCandidate candidate;
  std::string refused;  ///< why they stay apart; "" for merged
};

struct MergeClusters {
  std::vector<std::vector<std::uint32_t>> clusters;  ///< of two nodes or more, sorted
  std::vector<ClusterDecision> decisions;            ///< sorted by rule, then by position
};

/// Decides about all candidates, the surest rules first. Candidates of one step that hang together
/// are merged together, or not at all where that would put into one cluster two types, IRIs that
/// differ, names that no one person has, or a pair of `never`. The order of the candidates does not
/// matter. `always` comes first and is exempt from all but `never`.
[[nodiscard]] MergeClusters merge_clusters(const KnowledgeGraph& graph,
                                           std::vector<MergeCandidate> candidates,
                                           std::span<const NodePair> always,
                                           std::span<const NodePair> never);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_CLUSTERS_HPP
