// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NOUN_CLAUSE_HPP
#define ACTANT_INGEST_NOUN_CLAUSE_HPP

#include "ingest/clauses.hpp"
#include "ingest/rule_book.hpp"
#include "ingest/tree.hpp"

#include <cstdint>

namespace actant {

/// Who does what a clause says that modifies a noun and has no subject of its own: the noun in
/// "peacekeepers sent to X" and "protests to end the war", its owner in "their right to leave", the
/// subject of the clause around it in "announced a plan to leave". Linear in the noun's dependents.
///
/// @param up  The clause around the noun; null when there is none.
/// @return A token, or no_head when the words do not say it: "charges of stealing".
[[nodiscard]] std::uint32_t doer_beside_noun(const Tree& tree, const RuleBook& book,
                                             const Clause& clause, std::uint32_t noun,
                                             const Clause* up);

}  // namespace actant

#endif  // ACTANT_INGEST_NOUN_CLAUSE_HPP
