// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_PRONOUN_SCORE_HPP
#define ACTANT_INGEST_PRONOUN_SCORE_HPP

#include "ingest/entity_draft.hpp"

namespace actant {

/// How much speaks for `other` being what `pronoun` means; the higher, the likelier, of any sign.
/// Only the scores of one pronoun compare.
///
/// @param seen  mentions of the thing before the pronoun
[[nodiscard]] double antecedent_score(const EntityDraft& draft, const DraftMention& pronoun,
                                      const DraftMention& other, unsigned seen);

/// The score of meaning none of the mentions before it, as in "it rained": the least that an
/// antecedent needs. "he" and "she" always mean somebody.
[[nodiscard]] double score_of_none(const EntityDraft& draft, const DraftMention& pronoun);

}  // namespace actant

#endif  // ACTANT_INGEST_PRONOUN_SCORE_HPP
