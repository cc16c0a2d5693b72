// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_CLAIM_FINDERS_HPP
#define ACTANT_INGEST_CLAIM_FINDERS_HPP

#include "ingest/reading.hpp"

#include <vector>

namespace actant {

/// What verbs tell: who does what to whom.
void find_verb_claims(const Reading& reading, std::vector<CandidateClaim>& claims);

/// What copulas with their adjectives and nouns tell: "is behind the attacks", "is a city".
void find_copula_claims(const Reading& reading, std::vector<CandidateClaim>& claims);

/// What nouns of events tell: "the request of X for Y", "attacks on Y", "made a bid for Y".
void find_noun_claims(const Reading& reading, std::vector<CandidateClaim>& claims);

/// Who holds which position where: "President of X, NAME".
void find_position_claims(const Reading& reading, std::vector<CandidateClaim>& claims);

/// What noun phrases tell of kinship, members, places, owners, origins and amounts.
void find_static_claims(const Reading& reading, std::vector<CandidateClaim>& claims);

/// What the rules of rule files tell. Of claims that the same word makes about the same two ends,
/// those of the highest priority stay; the ones in `claims` count as priority 0.
void find_rule_claims(const Reading& reading, std::vector<CandidateClaim>& claims);

/// The words of complement clauses: added to the claims of their verb ("told X that ..."), and as
/// the value of a claim of their own where nothing inside them makes one ("promised to resign").
/// Takes all other claims.
void find_clause_values(const Reading& reading, std::vector<CandidateClaim>& claims);

}  // namespace actant

#endif  // ACTANT_INGEST_CLAIM_FINDERS_HPP
