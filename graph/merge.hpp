// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_MERGE_HPP
#define ACTANT_GRAPH_MERGE_HPP

#include "graph/knowledge_graph.hpp"

#include <vector>

namespace actant {

/// The sum of two graphs: commutative, associative and idempotent, with the empty graph as zero.
[[nodiscard]] KnowledgeGraph merge(KnowledgeGraph a, KnowledgeGraph b);

/// The sum of any number of graphs.
[[nodiscard]] KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_HPP
