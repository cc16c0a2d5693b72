// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_EDGES_HPP
#define ACTANT_GRAPH_EDGES_HPP

#include "graph/claim.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A binary edge of a claim: positions in Claim::participants. `from` always is an entity.
struct ClaimEdge {
  std::size_t from = 0;
  std::size_t to = 0;

  friend bool operator==(const ClaimEdge&, const ClaimEdge&) = default;
};

/// The binary edges that diagrams and databases show for an n-ary claim: subject to object first,
/// then subject to each further participant whose role makes a fact of its own (recipient,
/// destination, origin, target, partner), then object to each destination and origin. Participants
/// that give no edge are qualifiers of every edge.
[[nodiscard]] std::vector<ClaimEdge> edges_of(const Claim& claim);

/// The preposition that leads to a further participant: "to" for a destination or recipient, "from"
/// for an origin, "against" for a target, "with" for a partner, "in" for a place, "for" for a
/// beneficiary; "" for other roles. Static storage.
[[nodiscard]] std::string_view preposition_of(std::string_view role);

/// The words on an edge of the claim: its label on the main edge, "introduced to" on an edge to a
/// further participant. A preposition that the label ends with belongs to the main edge and gives
/// way. Where the role has no preposition the role itself stands in brackets: "met (time)".
[[nodiscard]] std::string edge_label(const Claim& claim, ClaimEdge edge);

}  // namespace actant

#endif  // ACTANT_GRAPH_EDGES_HPP
