// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_JOIN_HPP
#define ACTANT_GRAPH_JOIN_HPP

#include "graph/claim.hpp"
#include "graph/entity.hpp"

namespace actant {

/// How two records of one thing become one. Each record is a map from documents to what they say
/// (attestations, left out while all agree) with its places (mentions, evidence); a join unites
/// the maps, so it is commutative, associative and idempotent, and the shown attributes are
/// computed from the map.

/// Brings a record that a caller made into the form that the graph keeps.
void normalise(Entity& entity);
void normalise(Claim& claim);

/// Takes over all that `other`, a normalised record of the same thing, says. Amortised linear in
/// `other`; `into` is in order only after settle().
void absorb(DocumentRecord& into, DocumentRecord&& other);
void absorb(Entity& into, Entity&& other);
void absorb(Claim& into, Claim&& other);

/// Restores order after any number of absorb().
void settle(DocumentRecord& record);
void settle(Entity& entity);
void settle(Claim& claim);

/// Takes out all that comes from the documents for which `gone` is true.
/// @return False if nothing is left.
template <typename Record, typename Gone>
[[nodiscard]] bool forget(Record& record, const Gone& gone);

/// Gives every document of the places its attestation, also when all agree.
void expand(Entity& entity);
void expand(Claim& claim);

inline std::vector<Mention>& places(Entity& entity) { return entity.mentions; }
inline std::vector<Evidence>& places(Claim& claim) { return claim.evidence; }

template <typename Record, typename Gone>
bool forget(Record& record, const Gone& gone) {
  expand(record);
  std::erase_if(record.attestations, [&](const auto& said) { return gone(said.document); });
  std::erase_if(places(record), [&](const auto& place) { return gone(place.document); });
  if (record.attestations.empty()) return false;
  settle(record);
  return true;
}

}  // namespace actant

#endif  // ACTANT_GRAPH_JOIN_HPP
