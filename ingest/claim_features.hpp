// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_CLAIM_FEATURES_HPP
#define ACTANT_INGEST_CLAIM_FEATURES_HPP

#include "ingest/extractor.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace actant {

/// Appends the feature "group=value" to a list that blanks part.
void add_feature(std::string& features, std::string_view group, std::string_view value);

/// The same with a number as one of the classes 0, 1, 2, 3, 4-5, 6-8, 9-12, 13-20, 21-30 and 31+.
void add_length(std::string& features, std::string_view group, std::uint32_t number);

/// What tells whether a claim is likely to be right: the rule that found it, its type, the
/// dependency paths from its predicate to both ends, their distance, kind and type, the place of
/// the predicate in the sentence, polarity, modality and source. Names for ConfidenceModel::rate;
/// they replace what `features` held. The same for claims of every extractor.
void describe_claim(const Analysis& analysis, const Entities& entities, const CandidateClaim& claim,
                    std::string& features);

}  // namespace actant

#endif  // ACTANT_INGEST_CLAIM_FEATURES_HPP
