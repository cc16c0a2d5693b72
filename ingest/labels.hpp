// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_LABELS_HPP
#define ACTANT_INGEST_LABELS_HPP

#include "ingest/clauses.hpp"

#include <cstdint>
#include <string>

namespace actant {

/// Whether the edge runs from the surface subject or, for a passive, from the agent.
enum class Voice : std::uint8_t { surface, active };

/// The word as it stands inside a sentence: "Speaking" at its start is "speaking".
[[nodiscard]] std::string inner_form(const Tree& tree, std::uint32_t token);

/// "take place", "take part": the object is no participant.
[[nodiscard]] bool is_idiom(const Tree& tree, const Clause& clause);

/// The verb group as a diagram shows it: "will not participate in dispersing", "withdrawn from".
/// @param preposition  Shown last; no_head: none.
[[nodiscard]] std::string verb_label(const Tree& tree, const Clauses& clauses, const Clause& clause,
                                     std::uint32_t preposition, Voice voice);

/// Lemma of the verb with its particle: "set up".
[[nodiscard]] std::string verb_predicate(const Tree& tree, const Clause& clause);

}  // namespace actant

#endif  // ACTANT_INGEST_LABELS_HPP
