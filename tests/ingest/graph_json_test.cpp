// SPDX-License-Identifier: MIT
#include "ingest/graph_json.hpp"

#include "base/error.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <string>
#include <vector>

namespace actant {
namespace {

const std::string small = R"({"actant": 1,
"documents": [{"id": "d", "uri": "a.txt", "title": null, "published": "2022-01-06"}],
"nodes": [
{"id": "n1", "key": "person:ada", "type": "Person", "name": "Ada", "aliases": ["A."],
 "mentions": [{"document": "d", "start": 0, "end": 3, "byteStart": 0, "byteEnd": 3}]},
{"id": "n2", "key": "facility:mill", "type": "Facility", "name": "mill", "named": false}
],
"edges": [
{"id": "c1", "claim": "x", "from": "n1", "to": "n2", "predicate": "guard", "type": "PROTECT",
 "polarity": "negative", "modality": "future", "attributedTo": "n1", "time": null,
 "confidence": 0.91, "origin": "rule", "qualifiers": [{"role": "place", "node": "n2"},
 {"role": "amount", "value": "2.5 thousand", "datatype": "quantity"}],
 "evidence": [{"document": "d", "start": 0, "end": 9, "byteStart": 0, "byteEnd": 10}]}
]})";

std::string with(const std::string& old_part, const std::string& new_part) {
  std::string changed = small;
  const std::size_t at = changed.find(old_part);
  REQUIRE(at != std::string::npos);
  return changed.replace(at, old_part.size(), new_part);
}

std::string failure(const std::string& json) {
  try {
    (void)read_graph_json(json, "g.json");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("the contract's fields are enough") {
  const KnowledgeGraph graph = read_graph_json(small, "g.json");
  REQUIRE(graph.documents().size() == 1);
  CHECK(graph.documents()[0].published == "2022-01-06");
  CHECK_FALSE(graph.documents()[0].title);
  REQUIRE(graph.entities().size() == 2);
  CHECK_FALSE(graph.entities()[0].named);
  CHECK(graph.entities()[1].aliases == std::vector<std::string>{"A."});
  CHECK(graph.entities()[1].mentions == std::vector<Mention>{{"d", {0, 3, 0, 3}}});
  REQUIRE(graph.claims().size() == 1);
  const Claim& claim = graph.claims()[0];
  CHECK(claim.label == "guard");
  CHECK(claim.polarity == Polarity::negative);
  CHECK(claim.modality == Modality::future);
  CHECK(claim.attributed_to == "person:ada");
  CHECK(claim.confidence == 0.91);
  CHECK(claim.participants ==
        std::vector<Participant>{{"agent", EntityKey{"person:ada"}},
                                 {"patient", EntityKey{"facility:mill"}},
                                 {"amount", Literal{"2.5 thousand", "quantity"}},
                                 {"place", EntityKey{"facility:mill"}}});
  CHECK(claim.evidence == std::vector<Evidence>{{"d", {0, 9, 0, 10}, {0, 9, 0, 10}}});
}

TEST_CASE("edges before nodes, other fields and a byte order mark do not matter") {
  const std::string nodes =
      small.substr(small.find("\"nodes\""), small.find("\"edges\"") - small.find("\"nodes\""));
  std::string turned = with(nodes, "\"extra\": {\"deep\": [[1]]}, \"more\": [[], 3, null],");
  turned.insert(turned.rfind('}'), "," + nodes.substr(0, nodes.rfind(',')));
  CHECK(read_graph_json("\xEF\xBB\xBF" + turned, "g.json") == read_graph_json(small, "g.json"));
}

TEST_CASE("the edges of one claim become one claim") {
  const std::string second =
      R"(, {"claim": "x", "from": "n1", "value": "the front", "toRole": "destination",
            "predicate": "guard"}
]})";
  const KnowledgeGraph graph = read_graph_json(with("\n]}", second), "g.json");
  REQUIRE(graph.claims().size() == 1);
  CHECK(graph.relations().size() == 3);
  CHECK(failure(with("\n]}", R"(, {"claim": "x", "from": "n3", "to": "n1"}]})")) ==
        "g.json:13:89: an edge of claim 'x' starts neither at its subject nor at its object");
}

TEST_CASE("claims without an edge stand in a list of their own") {
  const KnowledgeGraph graph = read_graph_json(
      with("\n]}", R"(], "claims": [{"participants": [{"role": "agent", "node": "n1"}],
        "predicate": "resign", "evidence": [{"document": "d", "start": 0, "end": 1,
        "byteStart": 0, "byteEnd": 1}]}]})"),
      "g.json");
  CHECK(graph.claims().size() == 2);
  CHECK(graph.relations().size() == 1);
}

TEST_CASE("a claim whose hash is not its own is reported") {
  std::vector<std::string> warnings;
  (void)read_graph_json(small, "g.json",
                        [&](const InputError& e) { warnings.emplace_back(e.what()); });
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].starts_with("g.json:9:1: claim x was changed, its hash is now "));
}

TEST_CASE("what is wrong is said with its place") {
  CHECK(failure("") == "g.json:1:1: '{' was expected");
  CHECK(failure("[]") == "g.json:1:1: '{' was expected");
  CHECK(failure("{}") == "g.json:1:1: no \"actant\": 1; Actant JSON was expected");
  CHECK(failure("{\"actant\": 2}") ==
        "g.json:1:12: unknown version of Actant JSON; 1 was expected");
  CHECK(failure("{\"actant\": 1") == "g.json:1:13: '}' was expected");
  CHECK(failure("{\"actant\": 1} x") ==
        "g.json:1:15: nothing was expected after the end of the JSON text");
  CHECK(failure("{\"actant\": 1, }") == "g.json:1:15: a field name was expected");
  CHECK(failure(with("\"to\": \"n2\"", "\"to\": \"n9\"")) == "g.json:9:1: there is no node 'n9'");
  CHECK(failure(with("\"to\": \"n2\"", "\"to\": null")) ==
        "g.json:9:1: no 'to' and no 'value'; one of them was expected");
  CHECK(failure(with("\"attributedTo\": \"n1\"", "\"attributedTo\": \"n0\"")) ==
        "g.json:9:1: there is no node 'n0'");
  CHECK(failure(with("\"attributedTo\": \"n1\"", "\"attributedVia\": [\"n1\"]")) ==
        "g.json:9:1: 'attributedVia' without 'attributedTo'; both were expected");
  CHECK(failure(with("\"id\": \"n2\"", "\"id\": \"n1\"")) ==
        "g.json:6:1: two nodes have the id 'n1'");
  CHECK(failure(with("\"name\": \"mill\"", "\"name\": \"\"")) ==
        "g.json:6:1: a node needs a key and a name");
  CHECK(failure(with("\"name\": \"mill\"", "\"name\": 3")) ==
        "g.json:6:1: wrong 'name'; a string was expected");
  CHECK(failure(with("\"predicate\": \"guard\",", "")) ==
        "g.json:9:1: no 'predicate'; a string was expected");
  CHECK(failure(with("future", "maybe")) ==
        "g.json:9:1: unknown modality 'maybe'; one of actual, future, possible, conditional, "
        "required was expected");
  CHECK(failure(with("0.91", "1.5")) ==
        "g.json:9:1: 'confidence' out of range; a number in [0, 1] was expected");
  CHECK(failure(with("\"start\": 0, \"end\": 9", "\"start\": 10, \"end\": 9")) ==
        "g.json:9:1: a range ends before it starts");
  CHECK(failure(with("\"start\": 0, \"end\": 9", "\"start\": -1, \"end\": 9")) ==
        "g.json:9:1: wrong 'start'; a whole number was expected");
  CHECK(failure(with("\"aliases\": [\"A.\"]", "\"aliases\": [1]")) ==
        "g.json:4:1: wrong 'aliases'; an array of strings was expected");
  CHECK(failure(with("\"Ada\"", "\"A\xFF\"")).starts_with("g.json:4:"));
  CHECK(failure(with("\"Ada\"", "\"\\ud800\"")).starts_with("g.json:4:"));
}

TEST_CASE("deep nesting costs no call stack") {
  const std::string deep(3'000'000, '[');
  CHECK(failure("{\"actant\": 1, \"x\": " + deep).starts_with("g.json:1:"));
  CHECK(failure("{\"actant\": 1, \"nodes\": [{\"id\": " + deep).starts_with("g.json:1:"));
  const std::string closed = deep + std::string(deep.size(), ']');
  CHECK(failure("{\"actant\": 1, \"x\": {\"y\": " + closed + "}}") == "no error");
}

TEST_CASE("damaged bytes are read or refused, never more") {
  std::mt19937 random(29);  // NOLINT: the same damage every time
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = small;
    for (int i = 0; i < 3; ++i) {
      damaged[random() % damaged.size()] = "\0\"{}[]:,0n\xFF\\"[random() % 12];
    }
    damaged.resize(random() % 4 == 0 ? random() % damaged.size() : damaged.size());
    CHECK_NOTHROW((void)failure(damaged));
  }
}

}  // namespace actant
