// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_CONLLU_HPP
#define ACTANT_NLP_CONLLU_HPP

#include "nlp/analysis.hpp"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace actant {

/// An analysis together with the text that its spans point into.
struct ConlluDocument {
  std::string text;
  Analysis analysis;
};

/// Reads CoNLL-U (universaldependencies.org/format.html): forms, lemmas, tags, features, trees, and
/// names from MISC (NE=B-Person). The text is rebuilt from forms and SpaceAfter, sentences one a
/// line, a blank line before each paragraph or document. Empty nodes and DEPS are skipped.
/// @throws InputError with the position of the first malformed line.
[[nodiscard]] ConlluDocument read_conllu(std::string_view bytes, const std::string& source);

/// Writes columns 1-8 and MISC; DEPS is "_".
/// @param notes  More for MISC, by token: "Entity=3|Link=surname"; may be shorter than the tokens.
void write_conllu(const Analysis& analysis, std::string_view text, std::ostream& out,
                  std::span<const std::string> notes = {});

}  // namespace actant

#endif  // ACTANT_NLP_CONLLU_HPP
