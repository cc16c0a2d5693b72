// SPDX-License-Identifier: MIT
#include "graph/knowledge_graph.hpp"

#include "base/error.hpp"
#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <limits>
#include <thread>

namespace actant {
namespace {

KnowledgeGraph two_people() {
  KnowledgeGraph graph;
  graph.add(entity("person", "Bob"));
  graph.add(entity("person", "Ada"));
  return graph;
}

}  // namespace

TEST_CASE("a repeated claim adds evidence, not an edge") {
  KnowledgeGraph graph = two_people();
  graph.add(claim("person:ada", "meet", "person:bob", 10));
  graph.add(claim("person:ada", "meet", "person:bob", 40));
  graph.add(claim("person:ada", "meet", "person:bob", 10));
  REQUIRE(graph.relations().size() == 1);
  CHECK(graph.claims()[0].evidence.size() == 2);
}

TEST_CASE("the higher confidence wins, with its origin, and keeps four decimals") {
  KnowledgeGraph graph = two_people();
  Claim sure = claim("person:ada", "meet", "person:bob");
  Claim unsure = sure;
  sure.confidence = 0.123456;
  sure.origin = "sure";
  unsure.confidence = 0.1;
  graph.add(sure);
  graph.add(unsure);
  CHECK(graph.claims()[0].confidence == 0.1235);
  CHECK(graph.claims()[0].origin == "sure");
}

TEST_CASE("a quote fills in for a missing one, and a place counts once") {
  KnowledgeGraph graph = two_people();
  Claim quoted = claim("person:ada", "meet", "person:bob");
  quoted.evidence[0].quote = "Ada met Bob.";
  graph.add(claim("person:ada", "meet", "person:bob"));
  graph.add(quoted);
  graph.add(claim("person:ada", "meet", "person:bob"));
  CHECK(graph.claims()[0].evidence == quoted.evidence);
}

TEST_CASE("contradicting claims live side by side") {
  KnowledgeGraph graph = two_people();
  Claim denied = claim("person:ada", "meet", "person:bob");
  denied.polarity = Polarity::negative;
  graph.add(claim("person:ada", "meet", "person:bob"));
  graph.add(denied);
  CHECK(graph.relations().size() == 2);
}

TEST_CASE("entities are in key order and relations point at them, whatever is added when") {
  KnowledgeGraph graph = two_people();
  graph.add(claim("person:bob", "meet", "person:ada"));
  CHECK(graph.entities()[0].key == "person:ada");
  CHECK(graph.find("person:bob") == EntityId(1));
  CHECK(graph.entity(graph.relations()[0].subject).name == "Bob");
  graph.add(entity("organization", "Acme"));  // moves the others
  CHECK(graph.find("person:bob") == EntityId(2));
  CHECK(graph.entity(graph.relations()[0].subject).name == "Bob");
  CHECK_FALSE(graph.find("person:eve").valid());
}

TEST_CASE("claims are in the order of their ids") {
  KnowledgeGraph graph = two_people();
  for (const char* predicate : {"a", "b", "c", "d", "e"}) {
    graph.add(claim("person:ada", predicate, "person:bob"));
  }
  for (std::uint32_t i = 0; i < 5; ++i) {
    CHECK(graph.claim_id(ClaimIndex(i)) == claim_id(graph.claims()[i]));
    if (i > 0) CHECK(graph.claim_id(ClaimIndex(i - 1)) < graph.claim_id(ClaimIndex(i)));
  }
}

TEST_CASE("a joined entity has all names, under the one that most documents use") {
  KnowledgeGraph graph;
  const auto add = [&](unsigned document, const std::string& name) {
    Entity made = entity("person", "zas");
    made.name = name;
    made.mentions[0].document = document_id(document);
    graph.add(made);
  };
  add(1, "Zas");
  CHECK(graph.entities()[0].name == "Zas");
  add(2, "Stanislav Zas");  // as many documents: the longer name
  CHECK(graph.entities()[0].name == "Stanislav Zas");
  add(3, "Zas");
  CHECK(graph.entities()[0].name == "Zas");
  CHECK(graph.entities()[0].aliases == std::vector<std::string>{"Stanislav Zas"});
  CHECK(graph.entities()[0].mentions.size() == 3);
}

TEST_CASE("documents that agree need no attestations") {
  KnowledgeGraph graph;
  for (unsigned document = 0; document < 3; ++document) {
    Entity made = entity("person", "Ada");
    made.mentions[0].document = document_id(document);
    graph.add(made);
  }
  CHECK(graph.entities()[0].attestations.empty());
}

TEST_CASE("what is wrong with a claim is said, and nothing is added") {
  KnowledgeGraph graph = two_people();
  const Claim good = claim("person:ada", "meet", "person:bob");
  Claim bad = good;
  bad.participants[1].filler = EntityKey{"person:eve"};
  CHECK_THROWS_WITH(graph.add(bad),
                    "a claim is about 'person:eve', which is not an entity of its graph");
  bad = good;
  bad.attributed_to = "person:eve";
  CHECK_THROWS_AS(graph.add(bad), Error);
  bad = good;
  bad.evidence.clear();
  CHECK_THROWS_WITH(graph.add(bad), "a claim needs evidence");
  bad = good;
  bad.participants.clear();
  CHECK_THROWS_WITH(graph.add(bad), "a claim needs a participant");
  for (const double confidence : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    bad = good;
    bad.confidence = confidence;
    CHECK_THROWS_WITH(graph.add(bad), "the confidence of a claim must be in [0, 1]");
  }
  CHECK(graph.claims().empty());
}

TEST_CASE("an entity needs a key and a name") {
  KnowledgeGraph graph;
  Entity bad = entity("person", "Ada");
  bad.name.clear();
  CHECK_THROWS_AS(graph.add(bad), Error);
  bad = entity("person", "Ada");
  bad.key.clear();
  CHECK_THROWS_AS(graph.add(bad), Error);
  CHECK(graph.entities().empty());
}

TEST_CASE("two records of a document become one, what is known wins") {
  KnowledgeGraph graph;
  graph.add(DocumentRecord{"id", "b.txt", std::nullopt, "2022-01-06", std::nullopt, "en"});
  graph.add(DocumentRecord{"id", "a.txt", "Title", std::nullopt, std::nullopt, "en"});
  REQUIRE(graph.documents().size() == 1);
  CHECK(graph.documents()[0] ==
        DocumentRecord{"id", "a.txt", "Title", "2022-01-06", std::nullopt, "en"});
}

TEST_CASE("a copy is equal and independent") {
  KnowledgeGraph graph = document_graph(3, 0);
  KnowledgeGraph copy = graph;
  CHECK(copy == graph);
  copy.add(entity("person", "Ada"));
  CHECK_FALSE(copy == graph);
  graph = copy;
  CHECK(copy == graph);
}

TEST_CASE("the order of adding does not matter") {
  std::vector<Entity> entities;
  std::vector<Claim> claims;
  for (unsigned document = 0; document < 6; ++document) {
    const KnowledgeGraph graph = document_graph(document, 1);
    entities.insert(entities.end(), graph.entities().begin(), graph.entities().end());
    claims.insert(claims.end(), graph.claims().begin(), graph.claims().end());
  }
  const auto build = [&](bool look_often) {
    KnowledgeGraph graph;
    for (const Entity& e : entities) {
      graph.add(e);
      if (look_often) CHECK_FALSE(graph.entities().empty());
    }
    for (const Claim& c : claims) {
      graph.add(c);
      if (look_often) CHECK_FALSE(graph.relations().size() == 99999);
    }
    return graph;
  };
  const KnowledgeGraph expected = build(false);
  CHECK(build(true) == expected);
  std::mt19937 random(5);  // NOLINT: the same orders every time
  for (int round = 0; round < 20; ++round) {
    std::shuffle(entities.begin(), entities.end(), random);
    std::shuffle(claims.begin(), claims.end(), random);
    REQUIRE(build(false) == expected);
  }
}

TEST_CASE("several threads may be the first to look") {
  KnowledgeGraph graph;
  for (unsigned document = 0; document < 50; ++document) graph.add(document_graph(document, 0));
  std::vector<std::thread> threads;
  std::vector<std::size_t> seen(4);
  for (std::size_t t = 0; t < seen.size(); ++t) {
    threads.emplace_back([&graph, &seen, t] {
      seen[t] = graph.relations().size() + graph.entities().size() +
                (graph.find("person:1").valid() ? 1U : 0U);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(seen == std::vector<std::size_t>(4, seen[0]));
}

}  // namespace actant
