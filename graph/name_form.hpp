// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_NAME_FORM_HPP
#define ACTANT_GRAPH_NAME_FORM_HPP

#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Names taken apart for comparison. All words are folded (fold_name), without punctuation.

/// A person's name in its usual order.
struct PersonForm {
  std::vector<std::string> words;  ///< given name first; articles such as "al-" left out
  std::string generation;          ///< "jr", "iii", or ""
  bool inverted = false;           ///< it was given as "Zas, Stanislav"

  friend bool operator==(const PersonForm&, const PersonForm&) = default;
};

/// "Zas, Stanislav" and "STANISLAV ZAS" as stanislav, zas; "George H.W. Bush" as george, h, w,
/// bush. What stands in quotes or brackets is left out.
[[nodiscard]] PersonForm person_form(std::string_view name);

/// "the U.N.'s Food & Drug Office" as un, food, and, drug, office.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

/// One letter, as in "George W. Bush".
[[nodiscard]] bool is_initial(std::string_view word);

/// What spellings of one foreign name have in common: "zhomart" and "jomart", "zelenskyy" and
/// "zelensky", "qaddafi" and "kadafi". Vowels stay, so that other names stay others.
[[nodiscard]] std::string romanised(std::string_view word);

/// One of the British and American spellings of an English word: "organization" for both.
[[nodiscard]] std::string common_spelling(std::string_view word);

/// "corporation" for "corp", "limited" for "ltd"; "" for what is no legal form of a company.
[[nodiscard]] std::string_view legal_form(std::string_view word);

/// True for words that acronyms pass over: "of", "and", "for".
[[nodiscard]] bool is_small_word(std::string_view word);

}  // namespace actant

#endif  // ACTANT_GRAPH_NAME_FORM_HPP
