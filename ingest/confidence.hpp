// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_CONFIDENCE_HPP
#define ACTANT_INGEST_CONFIDENCE_HPP

#include "ingest/hash_table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// What is rated: a claim of the graph, or a tuple in the words of the text.
enum class Extraction : std::uint8_t { claim, tuple };

/// How probable it is that an extraction is right, from its features: a logistic regression whose
/// weights a reader can look up. Integer arithmetic, so every machine gives the same figure.
///
/// The file is a table of three columns. `claim FEATURE WEIGHT` and `tuple FEATURE WEIGHT` give
/// what a feature adds to the score, in thousandths of a logit; the feature `bias` is always there,
/// and features that no line names add nothing. `logistic SCORE PROBABILITY` are the knots, in
/// increasing order, between which the probability (in ten-thousandths) follows a straight line.
class ConfidenceModel {
 public:
  /// @throws InputError at the first mistake; Error if a part of the model is missing.
  ConfidenceModel(std::string_view text, const std::string& source);

  /// @param features  Names parted by blanks, such as "origin=verb-object type=MOVE".
  /// @return In (0, 1), with four decimals. Thread-safe.
  [[nodiscard]] double rate(Extraction what, std::string_view features) const;

 private:
  struct Knot {
    std::int32_t score = 0;
    std::int32_t probability = 0;
  };

  [[nodiscard]] std::int32_t probability(std::int32_t score) const;

  std::array<HashTable<std::int32_t>, 2> weights_;  // by Extraction
  std::vector<Knot> knots_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_CONFIDENCE_HPP
