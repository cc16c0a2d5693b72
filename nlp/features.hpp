// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_FEATURES_HPP
#define ACTANT_NLP_FEATURES_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Lower case, digits as 0, plain quotation marks and dashes; of a word of more than 32 code points
/// the first 24 and the last 8.
[[nodiscard]] std::string normal_form(std::string_view word);

/// What the network knows of a word form: rows of its hash table.
struct WordFeatures {
  std::string norm;
  std::vector<std::uint32_t> affixes;  ///< shape, prefixes, suffixes
  std::vector<std::uint32_t> ngrams;   ///< 3 to 5 code points of ^norm$

  /// Computes all of them for a table of `rows` rows, a power of two.
  void compute(std::string_view word, std::size_t rows);
};

/// Identifies the functions above in a model file.
[[nodiscard]] std::uint64_t feature_set_hash();

}  // namespace actant

#endif  // ACTANT_NLP_FEATURES_HPP
