// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "export/exporter.hpp"
#include "graph/merge.hpp"
#include "ingest/graph_json.hpp"
#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <sstream>

namespace actant {
namespace {

std::string to_json(const KnowledgeGraph& graph) {
  std::ostringstream out;
  find_format("json")->create()->write(graph, out);
  return out.str();
}

}  // namespace

TEST_CASE("a graph written and read is the same graph, and the same bytes") {
  std::mt19937 random(17);  // NOLINT: the same graphs every time
  for (int round = 0; round < 300; ++round) {
    const KnowledgeGraph graph = random_graph(random, 6);
    const std::string json = to_json(graph);
    const auto unexpected = [](const InputError& error) { FAIL(error.what()); };
    const KnowledgeGraph read = read_graph_json(json, "test.json", unexpected);
    REQUIRE(read == graph);
    REQUIRE(to_json(read) == json);
  }
}

TEST_CASE("the sum of graphs has the same bytes in any order") {
  std::mt19937 random(19);  // NOLINT: the same graphs every time
  for (int round = 0; round < 100; ++round) {
    const KnowledgeGraph a = random_graph(random, 6);
    const KnowledgeGraph b = random_graph(random, 6);
    REQUIRE(to_json(merge(a, b)) == to_json(merge(b, a)));
    REQUIRE(to_json(merge(merge(a, b), a)) == to_json(merge(a, b)));
  }
}

TEST_CASE("hostile names come back as they were") {
  const std::string name = std::string("\"quoted\" \\ back </script> &amp; \x01\x1F\x7F", 36) +
                           std::string("\0nul", 4) + "\n\r\t\xE2\x80\xA8\xF0\x9F\x98\x80";
  KnowledgeGraph graph;
  graph.add(entity(name, name));
  CHECK(read_graph_json(to_json(graph), "test.json") == graph);
}

TEST_CASE("names that are not UTF-8 are written with replacement characters") {
  KnowledgeGraph graph;
  graph.add(entity("person", "Z\xFF\xC3s"));
  const std::string json = to_json(graph);
  CHECK(is_valid_utf8(json));
  CHECK(read_graph_json(json, "test.json").entities()[0].name == "Z\xEF\xBF\xBD\xEF\xBF\xBDs");
}

TEST_CASE("what is read from damaged JSON can be written and read again") {
  std::mt19937 random(31);  // NOLINT: the same damage every time
  int read_all_the_same = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string json = to_json(random_graph(random, 6));
    for (int i = 0; i < 1 + round % 3; ++i) {
      json[random() % json.size()] = "\0\"{}[]:,0nc\xFF\\"[random() % 13];
    }
    try {
      const KnowledgeGraph graph = read_graph_json(json, "test.json");
      ++read_all_the_same;
      REQUIRE(read_graph_json(to_json(graph), "test.json") == graph);
    } catch (const InputError&) {
      continue;  // refused, which is the other thing that may happen
    }
  }
  CHECK(read_all_the_same > 100);
}

TEST_CASE("confidences come back exactly") {
  for (int i = 0; i <= 10000; ++i) {
    KnowledgeGraph graph;
    graph.add(entity("person", "Ada"));
    graph.add(entity("person", "Bob"));
    Claim made = claim("person:ada", "meet", "person:bob");
    made.confidence = i / 10000.0;
    graph.add(made);
    if (!(read_graph_json(to_json(graph), "test.json") == graph)) FAIL("confidence " << i);
  }
}

}  // namespace actant
