// SPDX-License-Identifier: MIT
#include "graph/adjacency.hpp"

#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

namespace actant {
namespace {

KnowledgeGraph guards() {
  KnowledgeGraph graph;
  graph.add(entity("group", "troops"));
  graph.add(entity("facility", "airport"));
  graph.add(claim("group:troops", "guard", "facility:airport"));
  graph.add(claim("group:troops", "hold", "facility:airport"));
  Claim size = claim("group:troops", "number", "");
  size.participants[1].filler = Literal{"2.5 thousand", "quantity"};
  graph.add(size);
  return graph;
}

}  // namespace

TEST_CASE("vertices are entities, parallel edges stay, literals have no edge") {
  const KnowledgeGraph graph = guards();
  const AdjacencyGraph& view = adjacency(graph);
  REQUIRE(boost::num_vertices(view) == 2);
  REQUIRE(boost::num_edges(view) == 2);
  const EntityId troops = graph.find("group:troops");
  CHECK(boost::out_degree(troops.value, view) == 2);
  CHECK(boost::in_degree(troops.value, view) == 0);
  CHECK(label(graph, view[troops.value].key) == "group:troops");
  CHECK(label(graph, view[troops.value].type) == "group");
}

TEST_CASE("an edge knows its relation") {
  const KnowledgeGraph graph = guards();
  const AdjacencyGraph& view = adjacency(graph);
  const auto [first, last] = boost::edges(view);
  for (auto edge = first; edge != last; ++edge) {
    const Relation& relation = graph.relations()[view[*edge].relation];
    CHECK(relation.subject.value == boost::source(*edge, view));
    CHECK(relation.object.value == boost::target(*edge, view));
    CHECK(label(graph, view[*edge].predicate) == graph.claim(relation.claim).predicate);
  }
}

TEST_CASE("the view follows the graph") {
  KnowledgeGraph graph = guards();
  CHECK(boost::num_vertices(adjacency(graph)) == 2);
  graph.add(entity("person", "Zas"));
  CHECK(boost::num_vertices(adjacency(graph)) == 3);
}

}  // namespace actant
