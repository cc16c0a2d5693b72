// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
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

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> prepositions = {{
    {"destination", "to"},
    {"recipient", "to"},
    {"origin", "from"},
    {"target", "against"},
    {"partner", "with"},
    {"place", "in"},
    {"beneficiary", "for"},
}};

/// Prepositions that lead from a label to the second participant.
constexpr std::array<std::string_view, 12> endings = {
    "to", "from", "against", "with", "in", "for", "on", "at", "into", "onto", "near", "about"};

/// The label without a preposition behind the verb: "arrived" of "arrived from".
std::string_view bare(std::string_view label) {
  const std::size_t blank = label.rfind(' ');
  if (blank == std::string_view::npos || blank == 0) return label;
  const bool ends =
      std::find(endings.begin(), endings.end(), label.substr(blank + 1)) != endings.end();
  return ends ? label.substr(0, blank) : label;
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

std::string_view preposition_of(std::string_view role) {
  for (const auto& [known, preposition] : prepositions) {
    if (known == role) return preposition;
  }
  return {};
}

std::string edge_label(const Claim& claim, ClaimEdge edge) {
  if (edge.to < 2) return claim.label;
  const std::string& role = claim.participants[edge.to].role;
  const std::string_view preposition = preposition_of(role);
  if (preposition.empty()) return claim.label + " (" + role + ")";
  std::string label(bare(claim.label));
  if (!label.empty()) label += ' ';
  label += preposition;
  return label;
}

}  // namespace actant
