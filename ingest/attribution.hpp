// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_ATTRIBUTION_HPP
#define ACTANT_INGEST_ATTRIBUTION_HPP

#include "ingest/clauses.hpp"
#include "ingest/mentions.hpp"

#include <vector>

namespace actant {

/// For each token: the cluster of the nearest speaker who vouches for what it is part of; invalid
/// where the article itself speaks.
///
/// Sources come from complements and parentheses of verbs of speech ("X said that", "..., X
/// said"), "according to X", "in the words of X", and, for quotations over several sentences, from
/// the speaker of the sentence where the quotation begins or ends. Linear in the tokens.
[[nodiscard]] std::vector<ClusterId> find_sources(const Tree& tree, const Clauses& clauses,
                                                  const Entities& entities, const RuleBook& book);

}  // namespace actant

#endif  // ACTANT_INGEST_ATTRIBUTION_HPP
