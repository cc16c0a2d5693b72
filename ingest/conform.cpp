// SPDX-License-Identifier: MIT
#include "ingest/conform.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace actant {
namespace {

/// The type of what fills a role; values are "Quantity" or "Date".
std::string_view type_of(const Entities& entities, const CandidateArgument& argument) {
  if (argument.cluster.valid()) return entities.clusters[argument.cluster.value].type;
  return argument.literal.datatype == "date" ? "Date" : "Quantity";
}

/// Changes the fillers of the first two roles, which keep their names.
void swap_ends(CandidateClaim& claim) {
  std::swap(claim.arguments[0], claim.arguments[1]);
  std::swap(claim.arguments[0].role, claim.arguments[1].role);
}

void repair_direction(const Ontology& ontology, const Entities& entities, CandidateClaim& claim) {
  const RelationEnds* const ends = ontology.ends(claim.type);
  if (ends == nullptr || claim.arguments.size() < 2 || !claim.arguments[1].cluster.valid()) return;
  const std::string_view from = type_of(entities, claim.arguments[0]);
  const std::string_view to = type_of(entities, claim.arguments[1]);
  if (ontology.is_one_of(from, ends->domain) && ontology.is_one_of(to, ends->range)) return;
  if (ontology.is_one_of(to, ends->domain) && ontology.is_one_of(from, ends->range)) {
    swap_ends(claim);
  }
}

bool has_types(const Ontology& ontology, const Entities& entities, const CandidateClaim& claim) {
  return ontology.has_edge_type(claim.type) &&
         std::all_of(claim.arguments.begin(), claim.arguments.end(),
                     [&](const CandidateArgument& argument) {
                       return !argument.cluster.valid() ||
                              ontology.has_node_type(type_of(entities, argument));
                     });
}

}  // namespace

std::string_view described_type(const Ontology& ontology, const Analysis& analysis,
                                const Entities& entities, const Cluster& cluster) {
  if (!ontology.describes()) return cluster.type;
  for (const std::uint32_t m : cluster.mentions) {
    const EntityMention& mention = entities.mentions[m];
    if (mention.kind == MentionKind::pronoun) continue;
    const Token& token =
        analysis.tokens[mention.kind == MentionKind::name ? mention.end - 1 : mention.head];
    const std::string_view word =
        analysis.strings.view(mention.kind == MentionKind::name ? token.form : token.lemma);
    const std::string_view told = ontology.described_as(lower_ascii(word));
    if (told.empty()) continue;
    if (!ontology.has_parent(told) || ontology.is_kind(told, cluster.type)) return told;
  }
  return cluster.type;
}

void conform(const Ontology& ontology, const Analysis& analysis, Entities& entities,
             std::vector<CandidateClaim>& claims) {
  if (ontology.describes()) {
    for (Cluster& cluster : entities.clusters) {
      cluster.type = std::string(described_type(ontology, analysis, entities, cluster));
    }
  }
  for (CandidateClaim& claim : claims) repair_direction(ontology, entities, claim);
  if (!ontology.replaced()) return;
  claims.erase(std::remove_if(claims.begin(), claims.end(),
                              [&](const CandidateClaim& claim) {
                                return !has_types(ontology, entities, claim);
                              }),
               claims.end());
  for (Cluster& cluster : entities.clusters) {
    if (!ontology.has_node_type(cluster.type)) cluster.named = false;  // no claim: no node
  }
}

}  // namespace actant
