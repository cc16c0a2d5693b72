// SPDX-License-Identifier: MIT
#include "graph/retract.hpp"

#include "graph/join.hpp"

#include <set>
#include <string_view>
#include <utility>

namespace actant {
namespace {

/// The keys of the entities that a claim is about.
void collect_keys(const Claim& claim, std::set<std::string, std::less<>>& keys) {
  for (const Participant& participant : claim.participants) {
    if (const auto* entity = std::get_if<EntityKey>(&participant.filler)) keys.insert(entity->key);
  }
  if (!claim.attributed_to.empty()) keys.insert(claim.attributed_to);
  keys.insert(claim.attributed_via.begin(), claim.attributed_via.end());
}

}  // namespace

KnowledgeGraph retract(const KnowledgeGraph& graph, std::span<const std::string> documents) {
  const std::set<std::string_view> ids(documents.begin(), documents.end());
  const auto gone = [&](std::string_view document) { return ids.contains(document); };

  KnowledgeGraph rest;
  for (const DocumentRecord& document : graph.documents()) {
    if (!gone(document.id)) rest.add(document);
  }
  std::vector<Claim> claims;
  std::set<std::string, std::less<>> needed;
  for (Claim claim : graph.claims()) {
    if (!forget(claim, gone)) continue;
    collect_keys(claim, needed);
    claims.push_back(std::move(claim));
  }
  for (const Entity& entity : graph.entities()) {
    Entity left = entity;
    if (forget(left, gone)) {
      rest.add(std::move(left));
    } else if (needed.contains(entity.key)) {
      // A caller's claim speaks of it in a document that never mentions it.
      left = entity;
      left.mentions.clear();
      left.attestations.clear();
      rest.add(std::move(left));
    }
  }
  for (Claim& claim : claims) rest.add(std::move(claim));
  return rest;
}

}  // namespace actant
