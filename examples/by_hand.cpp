// SPDX-License-Identifier: MIT
// Builds a graph without any article: claims may come from a table, a database or a person.
//
//   by_hand OUT.svg
#include "export/exporter.hpp"
#include "graph/knowledge_graph.hpp"

#include <fstream>
#include <iostream>
#include <string>

namespace {

actant::Entity entity(const std::string& type, const std::string& key, const std::string& name) {
  actant::Entity result;
  result.type = type;
  result.key = key;
  result.name = name;
  return result;
}

actant::Claim claim(const std::string& subject, const std::string& predicate,
                    const std::string& label, const std::string& type, const std::string& object) {
  actant::Claim result;
  result.predicate = predicate;
  result.label = label;
  result.type = type;
  result.participants = {{"agent", actant::EntityKey{subject}},
                         {"patient", actant::EntityKey{object}}};
  result.confidence = 1.0;
  result.origin = "by hand";
  // Nothing without evidence: where a claim comes from is part of it.
  result.evidence.push_back({"ledger", {0, 1, 0, 1}, {0, 1, 0, 1}});
  return result;
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc != 2) {
    std::cerr << "usage: by_hand OUT.svg\n";
    return 2;
  }
  actant::KnowledgeGraph graph;
  graph.add(actant::DocumentRecord{"ledger", "ledger.csv", "The ledger", {}, {}});
  graph.add(entity("Organization", "organization:acme", "Acme"));
  graph.add(entity("Organization", "organization:widget co", "Widget Co"));
  graph.add(entity("Person", "person:ada", "Ada"));

  graph.add(claim("organization:acme", "acquire", "acquired", "ACQUIRE", "organization:widget co"));
  graph.add(claim("person:ada", "head", "heads", "position", "organization:widget co"));
  actant::Claim denied =
      claim("organization:acme", "dismiss", "will not dismiss", "COERCE", "person:ada");
  denied.polarity = actant::Polarity::negative;
  denied.modality = actant::Modality::future;
  denied.attributed_to = "organization:acme";
  graph.add(denied);

  std::ofstream out(argv[1], std::ios::binary);
  actant::find_format("svg")->create()->write(graph, out);
  std::cout << graph.relations().size() << " relations\n";
  return out.flush() && graph.relations().size() == 3 ? 0 : 1;
}
