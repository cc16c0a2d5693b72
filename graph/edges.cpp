// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

namespace actant {
namespace {

constexpr std::array<std::string_view, 3> edge_roles = {"recipient", "destination", "origin"};

bool makes_edge(const Participant& participant) {
  return std::find(edge_roles.begin(), edge_roles.end(), participant.role) != edge_roles.end();
}

}  // namespace

std::vector<ClaimEdge> edges_of(const Claim& claim) {
  std::vector<ClaimEdge> edges;
  const auto& participants = claim.participants;
  if (participants.size() < 2 || !std::holds_alternative<EntityKey>(participants[0].filler)) {
    return edges;
  }
  edges.push_back({0, 1});
  for (std::size_t i = 2; i < participants.size(); ++i) {
    if (makes_edge(participants[i])) edges.push_back({0, i});
  }
  return edges;
}

}  // namespace actant
