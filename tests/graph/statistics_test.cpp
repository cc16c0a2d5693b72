// SPDX-License-Identifier: MIT
#include "graph/statistics.hpp"

#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

namespace actant {

TEST_CASE("an empty graph has empty statistics") {
  const Statistics empty = statistics(KnowledgeGraph());
  CHECK(empty.entities == 0);
  CHECK(empty.components.empty());
  CHECK(empty.central.empty());
}

TEST_CASE("counts, degrees and components") {
  KnowledgeGraph graph;
  for (const char* name : {"A", "B", "C", "D", "E"}) graph.add(entity("person", name));
  for (const char* other : {"b", "c", "d"}) {
    graph.add(claim("person:a", "meet", std::string("person:") + other));
  }
  Claim size = claim("person:e", "age", "");
  size.participants[1].filler = Literal{"42", "quantity"};
  size.polarity = Polarity::negative;
  size.attributed_to = "person:a";
  graph.add(size);

  const Statistics result = statistics(graph, 2);
  CHECK(result.entities == 5);
  CHECK(result.named == 5);
  CHECK(result.claims == 4);
  CHECK(result.relations == 4);
  CHECK(result.literals == 1);
  CHECK(result.negative == 1);
  CHECK(result.attributed == 1);
  CHECK(result.entity_types == std::map<std::string, std::size_t>{{"person", 5}});
  CHECK(result.modalities == std::map<std::string, std::size_t>{{"actual", 4}});
  CHECK(result.components == std::vector<std::size_t>{4, 1});
  REQUIRE(result.central.size() == 2);
  CHECK(result.central[0].entity == graph.find("person:a"));
  CHECK(result.central[0].out_degree == 3);
  CHECK(result.central[0].in_degree == 0);
  // B, C and D are equal: the key decides.
  CHECK(result.central[1].entity == graph.find("person:b"));
  CHECK(result.central[0].page_rank > result.central[1].page_rank);
}

TEST_CASE("page ranks sum to one") {
  KnowledgeGraph graph;
  for (unsigned document = 0; document < 5; ++document) graph.add(document_graph(document, 2));
  double sum = 0.0;
  for (const Centrality& entity : statistics(graph, 1000).central) sum += entity.page_rank;
  CHECK(sum == Approx(1.0).margin(1e-4));
}

}  // namespace actant
