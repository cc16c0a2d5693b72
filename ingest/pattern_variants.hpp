// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_PATTERN_VARIANTS_HPP
#define ACTANT_INGEST_PATTERN_VARIANTS_HPP

#include "ingest/edge_rule.hpp"

#include <optional>
#include <vector>

namespace actant {

/// The pattern with the phrase behind an object hung on the verb instead of the object, or on the
/// object instead of the verb: parsers waver between the two. Nothing when there is no such phrase.
[[nodiscard]] std::optional<Pattern> other_attachment(const Pattern& pattern);

/// The pattern of an example with its further lemmas, and the variants that the example asks for:
/// the other voice, and the nouns of the event. The pattern itself comes first, then the one with
/// the other attachment of a phrase behind an object.
/// @throws InputError, at the sentence or the option, if the pattern has no such variant.
[[nodiscard]] std::vector<Pattern> pattern_variants(Pattern pattern,
                                                    const SlottedSentence& sentence,
                                                    const RuleOutcome& outcome);

}  // namespace actant

#endif  // ACTANT_INGEST_PATTERN_VARIANTS_HPP
