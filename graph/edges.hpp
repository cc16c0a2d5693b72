// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_EDGES_HPP
#define ACTANT_GRAPH_EDGES_HPP

#include "graph/claim.hpp"

#include <cstddef>
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

}  // namespace actant

#endif  // ACTANT_GRAPH_EDGES_HPP
