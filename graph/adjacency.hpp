// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_ADJACENCY_HPP
#define ACTANT_GRAPH_ADJACENCY_HPP

#include "base/string_pool.hpp"
#include "graph/knowledge_graph.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>
#include <string_view>

namespace actant {

/// A vertex is an entity: vertex number and EntityId::value are the same.
struct EntityVertex {
  StringId key;
  StringId type;
};

/// An edge is a relation between two entities; parallel edges are kept. Relations to literals have
/// no edge.
struct RelationEdge {
  std::size_t relation = 0;  ///< position in KnowledgeGraph::relations()
  StringId predicate;
  StringId type;
};

/// The graph behind a KnowledgeGraph. Out-edges are in the order of the relations.
using AdjacencyGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                             EntityVertex, RelationEdge>;

/// The Boost.Graph view, to run Boost's or one's own algorithms on; this header is the only one
/// that includes Boost. Lives until the graph changes. Thread-safe; linear on the first call after
/// a change.
[[nodiscard]] const AdjacencyGraph& adjacency(const KnowledgeGraph& graph);

/// The string of an id in a vertex or an edge of adjacency(graph); lives as long.
[[nodiscard]] std::string_view label(const KnowledgeGraph& graph, StringId id);

}  // namespace actant

#endif  // ACTANT_GRAPH_ADJACENCY_HPP
