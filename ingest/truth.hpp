// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_TRUTH_HPP
#define ACTANT_INGEST_TRUTH_HPP

#include "graph/claim.hpp"
#include "ingest/clauses.hpp"

#include <vector>

namespace actant {

/// Is it so, and is it a fact, planned, possible, conditional or demanded?
struct Truth {
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;

  friend bool operator==(const Truth&, const Truth&) = default;
};

/// Truth of each clause, in the order of Clauses::list: from auxiliaries, adverbs and negative
/// determiners of the clause itself, then from what embeds it (refuse to, plan to, if, without).
[[nodiscard]] std::vector<Truth> find_truth(const Tree& tree, const Clauses& clauses,
                                            const RuleBook& book);

}  // namespace actant

#endif  // ACTANT_INGEST_TRUTH_HPP
