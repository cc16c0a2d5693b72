// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_TOKENIZER_HPP
#define ACTANT_NLP_TOKENIZER_HPP

#include "nlp/analysis.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace actant {

/// Words that the tokenizer knows, lower case. The views must outlive it.
struct TokenizerLists {
  std::vector<std::string_view> abbreviations;    ///< with the full stop that belongs to them
  std::vector<std::string_view> whole_tokens;     ///< not divided at - ' & /: "e-mail"
  std::vector<std::string_view> hyphen_prefixes;  ///< "non": no division at the hyphen behind it
  /// ASCII words without an apostrophe that are several words: "dunno TAB 2 1 2", their lengths.
  std::vector<std::string_view> multiwords;
};

/// Splits text into the words of the English Universal Dependencies treebanks.
///
/// White space parts chunks; punctuation is peeled off their ends; hyphens, slashes and dashes
/// between letters part words; contractions become multiword tokens (do|n't, John|'s). Addresses,
/// abbreviations, numbers and smileys stay whole. The form of "[W]e" is "We". A broken or whole
/// HTML entity ("& mdash;") is one word whose form is the character that it means.
class Tokenizer {
 public:
  /// @throws Error if a multiword's lengths are not those of its parts.
  explicit Tokenizer(const TokenizerLists& lists);

  /// Appends form, span, space_after and joined of each token of `text` to `analysis`.
  /// @param paragraphs  Receives the token numbers at which paragraphs start (after blank lines).
  /// Any bytes are taken; linear in the text. Thread-safe.
  void tokenize(std::string_view text, Analysis& analysis,
                std::vector<std::uint32_t>& paragraphs) const;

 private:
  class Splitter;

  void add_multiword(std::string_view line);

  std::unordered_set<std::string_view> abbreviations_, whole_tokens_, hyphen_prefixes_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> multiwords_;  ///< all but the last
  std::size_t longest_multiword_ = 0;
};

}  // namespace actant

#endif  // ACTANT_NLP_TOKENIZER_HPP
