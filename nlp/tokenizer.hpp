// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_TOKENIZER_HPP
#define ACTANT_NLP_TOKENIZER_HPP

#include "nlp/analysis.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace actant {

/// Splits text into the words of the English Universal Dependencies treebanks.
///
/// White space parts chunks; punctuation is peeled off their ends; hyphens, slashes and dashes
/// between letters part words; contractions become multiword tokens (do|n't, John|'s). Addresses,
/// abbreviations, numbers and smileys stay whole. A broken or whole HTML entity ("& mdash;") is one
/// word whose form is the character that it means.
class Tokenizer {
 public:
  /// @param abbreviations  Words whose final full stop belongs to them, lower case, with it.
  /// The views must outlive the tokenizer.
  explicit Tokenizer(const std::vector<std::string_view>& abbreviations);

  /// Appends form, span, space_after and joined of each token of `text` to `analysis`.
  /// @param paragraphs  Receives the token numbers at which paragraphs start (after blank lines).
  /// Any bytes are taken; linear in the text. Thread-safe.
  void tokenize(std::string_view text, Analysis& analysis,
                std::vector<std::uint32_t>& paragraphs) const;

 private:
  std::unordered_set<std::string_view> abbreviations_;
};

}  // namespace actant

#endif  // ACTANT_NLP_TOKENIZER_HPP
