// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_ANALYSIS_HPP
#define ACTANT_NLP_ANALYSIS_HPP

#include "base/span.hpp"
#include "base/string_pool.hpp"
#include "nlp/universal.hpp"

#include <cstdint>
#include <vector>

namespace actant {

/// Head of a root token.
inline constexpr std::uint32_t no_head = 0xFFFFFFFFU;

/// One syntactic word. Words of a multiword token (do+n't) are neighbours; every one but the last
/// has `joined` set.
struct Token {
  Span span;       ///< bytes of the word in the text
  StringId form;   ///< in Analysis::strings
  StringId lemma;  ///< in Analysis::strings
  StringId xpos;   ///< Penn tag, in Analysis::strings
  StringId feats;  ///< "Number=Plur|..." or "_", in Analysis::strings
  std::uint32_t head =
      no_head;  ///< index in Analysis::tokens, within the same sentence; no_head: root
  Upos upos = Upos::x;
  DepRel deprel = DepRel::dep;
  bool space_after = true;  ///< white space or the end of the text follows
  bool joined = false;      ///< forms one surface token with the next word

  friend bool operator==(const Token&, const Token&) = default;
};

/// A run of tokens [begin, end) with exactly one root.
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Span span;                     ///< from the first byte of its first token to the last of its last
  bool paragraph_start = false;  ///< first of a paragraph (after a blank line or at the start)

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// A name found by the model: tokens [begin, end) of one sentence. Names never overlap.
struct Name {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameType type = NameType::person;

  friend bool operator==(const Name&, const Name&) = default;
};

/// Linguistic analysis of one text. A plain value: it holds no reference to the text or the model.
/// Tokens, sentences and names are in text order.
struct Analysis {
  StringPool strings;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Name> names;
};

}  // namespace actant

#endif  // ACTANT_NLP_ANALYSIS_HPP
