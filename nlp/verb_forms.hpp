// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_VERB_FORMS_HPP
#define ACTANT_NLP_VERB_FORMS_HPP

#include <string>
#include <string_view>

namespace actant {

/// The lemma of a verb form as far as English grammar settles it: "flee" for "fled", "ram" for
/// "rammed", which a lemma made by rules of endings gets wrong when the word was never seen.
///
/// @param form   As written; only forms of small letters are known.
/// @param lemma  What the rules of endings made of it; returned where grammar has nothing better.
[[nodiscard]] std::string settle_verb_lemma(std::string_view form, std::string lemma);

}  // namespace actant

#endif  // ACTANT_NLP_VERB_FORMS_HPP
