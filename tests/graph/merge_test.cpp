// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"

#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace actant {

TEST_CASE("merge is commutative, associative and idempotent, with an empty zero") {
  std::mt19937 random(11);  // NOLINT: the same graphs every time
  for (int round = 0; round < 500; ++round) {
    const KnowledgeGraph a = random_graph(random, 5);
    const KnowledgeGraph b = random_graph(random, 5);
    const KnowledgeGraph c = random_graph(random, 5);
    REQUIRE(merge(a, b) == merge(b, a));
    REQUIRE(merge(merge(a, b), c) == merge(a, merge(b, c)));
    REQUIRE(merge(a, a) == a);
    REQUIRE(merge(merge(a, b), b) == merge(a, b));
    REQUIRE(merge(a, KnowledgeGraph()) == a);
    REQUIRE(merge(KnowledgeGraph(), a) == a);
  }
}

TEST_CASE("the laws hold for entities without mentions too") {
  const auto said = [](const std::string& name, bool mentioned) {
    KnowledgeGraph graph;
    Entity made = entity("person", "zas");
    made.name = name;
    if (!mentioned) made.mentions.clear();
    graph.add(made);
    return graph;
  };
  const KnowledgeGraph a = said("Zas", false);
  const KnowledgeGraph b = said("Zas", true);
  const KnowledgeGraph c = said("Stanislav Zas", true);
  const KnowledgeGraph d = said("S. Zas", false);
  CHECK(merge(merge(a, b), c) == merge(a, merge(b, c)));
  CHECK(merge(merge(a, c), b) == merge(a, merge(b, c)));
  CHECK(merge(merge(a, d), b) == merge(a, merge(b, d)));
  CHECK(merge(a, b) == merge(b, a));
  CHECK(merge(merge(a, b), a) == merge(a, b));
}

TEST_CASE("any split and order of an archive gives the same sum") {
  std::vector<KnowledgeGraph> archive;
  for (unsigned document = 0; document < 12; ++document) {
    archive.push_back(document_graph(document, 4));
  }
  const KnowledgeGraph expected = merge(archive);
  std::mt19937 random(3);  // NOLINT: the same orders every time
  for (int round = 0; round < 20; ++round) {
    std::shuffle(archive.begin(), archive.end(), random);
    const auto cut = archive.begin() + static_cast<std::ptrdiff_t>(random() % archive.size());
    REQUIRE(merge(merge(std::vector(archive.begin(), cut)),
                  merge(std::vector(cut, archive.end()))) == expected);
  }
}

TEST_CASE("merging no graphs gives the empty graph") {
  CHECK(merge(std::vector<KnowledgeGraph>()) == KnowledgeGraph());
}

}  // namespace actant
