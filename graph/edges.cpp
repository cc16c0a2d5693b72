// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

namespace actant {
namespace {

/// Parts that make a fact between the subject and who plays them.
constexpr std::array<std::string_view, 5> subject_roles = {"recipient", "destination", "origin",
                                                           "target", "partner"};
/// Parts that make a fact between the object and who plays them: where what is moved comes from
/// and goes to.
constexpr std::array<std::string_view, 2> object_roles = {"destination", "origin"};

template <std::size_t Count>
bool plays(const Participant& participant, const std::array<std::string_view, Count>& roles) {
  return std::find(roles.begin(), roles.end(), participant.role) != roles.end();
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
    if (plays(participants[i], subject_roles)) edges.push_back({0, i});
  }
  if (!std::holds_alternative<EntityKey>(participants[1].filler)) return edges;
  for (std::size_t i = 2; i < participants.size(); ++i) {
    if (plays(participants[i], object_roles)) edges.push_back({1, i});
  }
  return edges;
}

}  // namespace actant
