// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_RETRACT_HPP
#define ACTANT_GRAPH_RETRACT_HPP

#include "graph/knowledge_graph.hpp"

#include <span>
#include <string>

namespace actant {

/// The graph without the documents of those ids, as if they had never been read: their records,
/// mentions and evidence go, with the names, labels and confidences that only they gave, and so do
/// the entities and claims that nothing else attests. Entities without mentions belong to no
/// document and stay. Unknown ids are ignored.
[[nodiscard]] KnowledgeGraph retract(const KnowledgeGraph& graph,
                                     std::span<const std::string> documents);

}  // namespace actant

#endif  // ACTANT_GRAPH_RETRACT_HPP
