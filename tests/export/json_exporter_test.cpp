// SPDX-License-Identifier: MIT
#include "export/exporter.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace actant {
namespace {

const std::string first(64, 'a');  // ids of documents
const std::string second(64, 'b');

std::string golden(const std::string& name) {
  std::ifstream file(std::string(ACTANT_TEST_DATA "/json/") + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string to_json(const KnowledgeGraph& graph) {
  std::ostringstream out;
  find_format("json")->create()->write(graph, out);
  return out.str();
}

Entity made(const std::string& key, const std::string& type, const std::string& name) {
  Entity entity;
  entity.key = key;
  entity.type = type;
  entity.name = name;
  entity.mentions = {{first, {0, 3, 0, 3}}};
  return entity;
}

/// One of everything that the format has a field for.
KnowledgeGraph everything() {
  KnowledgeGraph graph;
  graph.add(DocumentRecord{first, "csto.txt", "A \"title\"", "2022-01-06", std::nullopt, "en"});
  graph.add(DocumentRecord{second, "more.txt", std::nullopt, std::nullopt, "The Paper", "en"});
  graph.add(made("person:stanislav zas", "Person", "Stanislav Zas"));
  Entity again = made("person:stanislav zas", "Person", "S. Zas");
  again.mentions[0].document = second;
  again.same_as = {"http://example.org/zas"};
  graph.add(again);
  Entity troops = made("group:peacekeepers", "Group", "the peacekeepers");
  troops.named = false;
  troops.aliases = {"peacekeepers", "troops\t\\"};
  graph.add(troops);
  graph.add(made("facility:airport", "Facility", "airport"));

  Claim guard;
  guard.predicate = "guard";
  guard.label = "will guard";
  guard.type = "PROTECT";
  guard.participants = {{"agent", EntityKey{"group:peacekeepers"}},
                        {"patient", EntityKey{"facility:airport"}},
                        {"destination", EntityKey{"facility:airport"}},
                        {"amount", Literal{"2.5 thousand", "quantity"}},
                        {"manner", Literal{"at night", ""}},
                        {"place", EntityKey{"facility:airport"}}};
  guard.modality = Modality::future;
  guard.polarity = Polarity::negative;
  guard.attributed_to = "person:stanislav zas";
  guard.time = "2022-01-06";
  guard.confidence = 0.91;
  guard.origin = "rule.svo";
  guard.evidence = {{first, {10, 20, 11, 22}, {0, 30, 0, 34}, "\"They will not,\" said Zas.\n"}};
  graph.add(guard);
  guard.confidence = 1;
  guard.label = "guards";
  guard.evidence = {{second, {10, 20, 10, 20}, {10, 20, 10, 20}}};
  graph.add(guard);

  Claim size = guard;
  size.predicate = "number";
  size.type = "quantity";
  size.participants = {{"subject", EntityKey{"group:peacekeepers"}},
                       {"object", Literal{"2.5 thousand", "quantity"}}};
  size.attributed_to.clear();
  size.time.clear();
  graph.add(size);

  Claim resign = size;
  resign.predicate = "resign";
  resign.participants = {{"agent", EntityKey{"person:stanislav zas"}}};
  graph.add(resign);
  return graph;
}

}  // namespace

TEST_CASE("Actant JSON of everything is as the golden file has it") {
  CHECK(to_json(everything()) == golden("full.json"));
}

TEST_CASE("Actant JSON of nothing is valid and short") {
  CHECK(to_json(KnowledgeGraph()) == golden("empty.json"));
}

}  // namespace actant
