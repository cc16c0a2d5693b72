// SPDX-License-Identifier: MIT
#include "apps/graph_file.hpp"
#include "apps/program.hpp"
#include "apps/sentences.hpp"
#include "base/error.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace actant {
namespace {

void field(std::string_view name, std::string_view value) {
  if (!value.empty()) std::cout << "  " << name << ": " << value << '\n';
}

std::string place(const KnowledgeGraph& graph, const std::string& document,
                  const TextRange& range) {
  const auto documents = graph.documents();
  const auto it = std::find_if(documents.begin(), documents.end(),
                               [&](const DocumentRecord& d) { return d.id == document; });
  const std::string uri = it == documents.end() ? document : it->uri;
  return uri + ", characters " + std::to_string(range.start) + " to " + std::to_string(range.end) +
         ", bytes " + std::to_string(range.byte_start) + " to " + std::to_string(range.byte_end);
}

void explain_entity(const KnowledgeGraph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  std::cout << node_id(id) << ": " << entity.name << '\n';
  field("type", entity.type);
  field("key", entity.key);
  field("known by", entity.named ? "its name" : "a description");
  for (const std::string& alias : entity.aliases) field("also", alias);
  for (const std::string& iri : entity.same_as) field("same as", iri);
  for (const Mention& m : entity.mentions) field("mentioned in", place(graph, m.document, m.range));
  const auto relations = graph.relations();
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (relations[i].subject != id && relations[i].object != id) continue;
    std::cout << "  " << edge_id(i) << ": " << readable(graph, graph.claim(relations[i].claim))
              << '\n';
  }
}

void explain_claim(const KnowledgeGraph& graph, std::size_t position) {
  const Relation& relation = graph.relations()[position];
  const Claim& claim = graph.claim(relation.claim);
  std::cout << edge_id(position) << ": " << readable(graph, claim) << '\n';
  field("claim", graph.claim_id(relation.claim));
  field("predicate", claim.predicate);
  field("type", claim.type);
  for (const Participant& p : claim.participants) field(p.role, filler_text(graph, p));
  field("polarity", to_string(claim.polarity));
  field("modality", to_string(claim.modality));
  if (!claim.attributed_to.empty()) {
    const EntityId source = graph.find(claim.attributed_to);
    field("says so", source.valid() ? graph.entity(source).name : claim.attributed_to);
  }
  for (const std::string& key : claim.attributed_via) {
    field("reported by", graph.entity(graph.find(key)).name);
  }
  field("time", claim.time);
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.4f", claim.confidence);
  field("confidence", confidence);
  field("found by", claim.origin);
  for (const Evidence& e : claim.evidence) {
    field("evidence", place(graph, e.document, e.range));
    field("sentence", e.quote);
  }
}

Exit explain(const KnowledgeGraph& graph, const std::string& id) {
  for (std::uint32_t i = 0; i < graph.entities().size(); ++i) {
    if (id != node_id(EntityId(i)) && id != graph.entities()[i].key) continue;
    explain_entity(graph, EntityId(i));
    return Exit::done;
  }
  bool found = false;
  for (std::size_t i = 0; i < graph.relations().size(); ++i) {
    if (id != edge_id(i) && id != graph.claim_id(graph.relations()[i].claim)) continue;
    explain_claim(graph, i);
    found = true;
  }
  if (!found) {
    throw Error(
        id +
        ": not in the graph; a node (n1 or its key) or an edge (c1 or its claim) was expected");
  }
  return Exit::done;
}

}  // namespace

void add_explain(CLI::App& app, Program& program) {
  struct Options {
    std::string input;
    std::string id;
  };
  auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand(
      "explain", "why a node or an edge is there: rule or model, sentence, participants");
  command->add_option("GRAPH.json", options->input, "Actant JSON, or -")->required();
  command->add_option("ID", options->id, "n1, c1, a key or the hash of a claim")->required();
  command->callback([options, &program] {
    program.run = [options] { return explain(read_graph(options->input), options->id); };
  });
}

}  // namespace actant
