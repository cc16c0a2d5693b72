// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_CLAUSE_CLAIM_HPP
#define ACTANT_INGEST_CLAUSE_CLAIM_HPP

#include "ingest/labels.hpp"
#include "ingest/reading.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {

/// A participant that an adjunct of a clause names.
struct Complement {
  Filler filler;
  std::string_view role;
  std::string_view preposition;  ///< lemma; "" for a bare adjunct. Lives as long as the analysis
  std::uint32_t mark = no_head;  ///< its token
};

/// What a clause tells, but for its ends.
struct ClauseClaim {
  std::string_view type;
  std::string_view label;  ///< "": the verb group
  std::string_view origin;
  std::uint32_t preposition = no_head;  ///< token that the label ends with
  Voice voice = Voice::surface;
};

/// Does a copula or an adjective tell it, rather than a verb?
[[nodiscard]] bool is_copula(const Tree& tree, const Clause& clause);

/// What a linking verb says of its subject, a noun or an adjective: "republic" in "became a
/// republic", "violent" in "turned violent"; or no_head.
[[nodiscard]] std::uint32_t linked_word(const Tree& tree, const Clause& clause);

/// What the adjuncts of a clause name, the nearest kinds of complement first.
[[nodiscard]] std::vector<Complement> complements(const Reading& reading, const Clause& clause);

/// The verb's type, by the particle or by a preposition that the rule files know with it.
[[nodiscard]] std::string_view verb_type(const Reading& reading, const Clause& clause);

/// Fills in predicate, label, type, time and further participants of a claim about two ends.
void finish_clause_claim(const Reading& reading, CandidateClaim& claim, const Clause& clause,
                         const ClauseClaim& what, const std::vector<Complement>& extras);

}  // namespace actant

#endif  // ACTANT_INGEST_CLAUSE_CLAIM_HPP
