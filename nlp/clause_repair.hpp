// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_CLAUSE_REPAIR_HPP
#define ACTANT_NLP_CLAUSE_REPAIR_HPP

#include "nlp/analysis.hpp"

namespace actant {

/// Gives verbs back the subjects that the parser took for something else.
///
/// "The U.S. imposed sanctions" with the country in the phrase of the sanctions: a noun cannot be
/// part of a phrase behind the verb, so it is the subject. "The blast wounded 15" and "Talks
/// centered on trade" with the verb as a participle of the noun ("the blast that was wounded"):
/// where the participle has an object of its own, or the sentence no other verb, it is a verb in
/// the past tense. Trees stay trees. Linear in the tokens.
void restore_subjects(Analysis& analysis);

}  // namespace actant

#endif  // ACTANT_NLP_CLAUSE_REPAIR_HPP
