// SPDX-License-Identifier: MIT
// An exporter of one's own: one line of plain text for each relation between entities.
#include "base/error.hpp"
#include "export/exporter.hpp"
#include "graph/knowledge_graph.hpp"

#include <iostream>
#include <ostream>

namespace {

class LineExporter final : public actant::Exporter {
 public:
  void write(const actant::KnowledgeGraph& graph, std::ostream& out) const override {
    for (const actant::Relation& relation : graph.relations()) {
      if (!relation.object.valid()) continue;  // to a literal
      out << graph.entity(relation.subject).name << " | " << graph.claim(relation.claim).label
          << " | " << graph.entity(relation.object).name << '\n';
    }
    if (!out) throw actant::Error("the output cannot be written");
  }
};

actant::KnowledgeGraph sample() {
  actant::Entity person;
  person.type = "Person";
  person.key = "person:ada lovelace";
  person.name = "Ada Lovelace";
  actant::Entity society;
  society.type = "Organization";
  society.key = "organization:analytical society";
  society.name = "Analytical Society";

  actant::Claim claim;
  claim.predicate = "work";
  claim.label = "works for";
  claim.type = "affiliation";
  claim.participants = {{"agent", actant::EntityKey{person.key}},
                        {"patient", actant::EntityKey{society.key}}};
  claim.evidence.push_back({"letter", {0, 9, 0, 9}, {0, 9, 0, 9}});

  actant::KnowledgeGraph graph;
  graph.add(actant::DocumentRecord{"letter", "letter.txt", {}, {}, {}});
  graph.add(person);
  graph.add(society);
  graph.add(claim);
  return graph;
}

}  // namespace

int main() {
  LineExporter().write(sample(), std::cout);
  return 0;
}
