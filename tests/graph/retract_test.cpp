// SPDX-License-Identifier: MIT
#include "graph/retract.hpp"

#include "graph/merge.hpp"
#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <vector>

namespace actant {

TEST_CASE("retracting documents equals never having read them") {
  std::mt19937 random(23);  // NOLINT: the same graphs every time
  for (int round = 0; round < 500; ++round) {
    std::vector<KnowledgeGraph> kept;
    std::vector<KnowledgeGraph> all;
    std::vector<std::string> gone;
    for (unsigned document = 0; document < 6; ++document) {
      const KnowledgeGraph graph =
          document_graph(document, static_cast<std::uint32_t>(random() % 100));
      all.push_back(graph);
      if (random() % 3 == 0) {
        gone.push_back(document_id(document));
      } else {
        kept.push_back(graph);
      }
    }
    REQUIRE(retract(merge(all), gone) == merge(kept));
  }
}

TEST_CASE("retracting what was never read changes nothing") {
  const KnowledgeGraph graph = document_graph(1, 0);
  CHECK(retract(graph, std::vector<std::string>{document_id(2)}) == graph);
  CHECK(retract(graph, {}) == graph);
}

TEST_CASE("entities that a caller made without mentions stay") {
  KnowledgeGraph graph = document_graph(1, 0);
  Entity bare = entity("person", "Ada");
  bare.mentions.clear();
  graph.add(bare);
  const KnowledgeGraph rest = retract(graph, std::vector<std::string>{document_id(1)});
  REQUIRE(rest.entities().size() == 1);
  CHECK(rest.entities()[0] == bare);
}

TEST_CASE("a claim keeps the entities that it needs") {
  KnowledgeGraph graph;
  graph.add(entity("person", "Ada"));
  graph.add(entity("person", "Bob"));
  Claim met = claim("person:ada", "meet", "person:bob");
  met.evidence[0].document = document_id(9);  // which mentions neither
  graph.add(met);
  const KnowledgeGraph rest = retract(graph, std::vector<std::string>{document_id(0)});
  CHECK(rest.claims().size() == 1);
  CHECK(rest.entities().size() == 2);
  CHECK(rest.entities()[0].mentions.empty());
}

}  // namespace actant
