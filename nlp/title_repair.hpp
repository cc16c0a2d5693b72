// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_TITLE_REPAIR_HPP
#define ACTANT_NLP_TITLE_REPAIR_HPP

#include "nlp/analysis.hpp"

namespace actant {

/// Joins what a name is called to the name where the parser took both for two dependents alike.
///
/// "drummer Charlie Watts said" with two subjects becomes a description of the name (nmod:desc),
/// "the daily Kathimerini said" a noun with the name in apposition (appos), as the guidelines of
/// UD English have it. Trees stay trees. Linear in the tokens.
void join_titles(Analysis& analysis);

}  // namespace actant

#endif  // ACTANT_NLP_TITLE_REPAIR_HPP
