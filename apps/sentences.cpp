// SPDX-License-Identifier: MIT
#include "apps/sentences.hpp"

#include "graph/edges.hpp"

#include <variant>
#include <vector>

namespace actant {
namespace {

void join(std::string& text, std::string_view part, std::string_view separator) {
  if (!text.empty()) text += separator;
  text += part;
}

std::string name_of(const KnowledgeGraph& graph, std::string_view key) {
  const EntityId id = graph.find(key);
  return id.valid() ? graph.entity(id).name : std::string(key);
}

}  // namespace

std::string filler_text(const KnowledgeGraph& graph, const Participant& participant) {
  if (const auto* const key = std::get_if<EntityKey>(&participant.filler)) {
    return name_of(graph, key->key);
  }
  return std::get<Literal>(participant.filler).value;
}

std::string readable(const KnowledgeGraph& graph, const Claim& claim) {
  std::string text;
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    const Participant& participant = claim.participants[i];
    const std::string filler = filler_text(graph, participant);
    if (i == 1) join(text, claim.label, " ");
    if (i < 2) {
      join(text, filler, " ");
    } else if (const std::string_view preposition = preposition_of(participant.role);
               !preposition.empty()) {
      join(text, preposition, " ");
      join(text, filler, " ");
    } else {
      join(text, participant.role + ": " + filler, "; ");
    }
  }
  if (claim.participants.size() < 2) join(text, claim.label, " ");
  std::string marks;
  if (claim.polarity == Polarity::negative) join(marks, "denied", "; ");
  if (claim.modality != Modality::actual) join(marks, to_string(claim.modality), "; ");
  if (!claim.time.empty()) join(marks, claim.time, "; ");
  if (!claim.attributed_to.empty()) {
    join(marks, "says " + name_of(graph, claim.attributed_to), "; ");
    for (const std::string& key : claim.attributed_via) {
      join(marks, "says " + name_of(graph, key), ", ");
    }
  }
  return marks.empty() ? text : text + " [" + marks + "]";
}

std::string edge_id(std::size_t position) { return "c" + std::to_string(position + 1); }

std::string node_id(EntityId id) { return "n" + std::to_string(id.value + 1); }

}  // namespace actant
