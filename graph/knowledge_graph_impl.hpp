// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_KNOWLEDGE_GRAPH_IMPL_HPP
#define ACTANT_GRAPH_KNOWLEDGE_GRAPH_IMPL_HPP

#include "graph/adjacency.hpp"
#include "graph/keyed_store.hpp"
#include "graph/knowledge_graph.hpp"

#include <atomic>
#include <mutex>
#include <vector>

namespace actant {

/// What is behind a KnowledgeGraph. Adding only appends; the first const call afterwards settles
/// the stores and rebuilds what depends on positions, under a lock.
struct KnowledgeGraph::Impl {
  KeyedStore<DocumentRecord> documents;
  KeyedStore<Entity> entities;
  KeyedStore<Claim> claims;
  std::vector<Relation> relations;
  AdjacencyGraph adjacency;
  StringPool labels;  // of the vertices and edges of `adjacency`

  std::mutex mutex;
  std::atomic<bool> settled = true;
  std::atomic<bool> connected = false;

  /// To be called before anything is added.
  void changed();
  /// Orders everything; nothing to do if nothing was added.
  void settle();
  /// Settles, and builds `adjacency` if that is still to be done.
  void connect();

 private:
  void build_relations();
  void build_adjacency();
};

}  // namespace actant

#endif  // ACTANT_GRAPH_KNOWLEDGE_GRAPH_IMPL_HPP
