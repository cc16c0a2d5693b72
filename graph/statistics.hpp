// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_STATISTICS_HPP
#define ACTANT_GRAPH_STATISTICS_HPP

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace actant {

/// How central an entity is.
struct Centrality {
  EntityId entity;
  std::size_t in_degree = 0;   ///< relations of which it is the object
  std::size_t out_degree = 0;  ///< relations of which it is the subject, literals included
  double page_rank = 0.0;      ///< sums to 1 over all entities

  friend bool operator==(const Centrality&, const Centrality&) = default;
};

struct Statistics {
  std::size_t documents = 0;
  std::size_t entities = 0;
  std::size_t named = 0;
  std::size_t claims = 0;
  std::size_t relations = 0;
  std::size_t literals = 0;  ///< relations to a literal
  std::size_t negative = 0;  ///< claims
  std::size_t attributed = 0;
  std::size_t mentions = 0;
  std::size_t evidence = 0;
  std::map<std::string, std::size_t> entity_types;
  std::map<std::string, std::size_t> claim_types;
  std::map<std::string, std::size_t> modalities;
  std::vector<std::size_t> components;  ///< sizes in entities, largest first
  std::vector<Centrality> central;      ///< by page rank (to six decimals), then by key
};

/// Counts, degrees, connected components and the most central entities. PageRank runs on the
/// relations read in both directions, since who is acted upon by many and who acts upon many are
/// equally central to a story; damping 0.85, 40 rounds.
/// @param most_central  How many entities `central` holds at most.
[[nodiscard]] Statistics statistics(const KnowledgeGraph& graph, std::size_t most_central = 10);

}  // namespace actant

#endif  // ACTANT_GRAPH_STATISTICS_HPP
