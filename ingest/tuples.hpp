// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_TUPLES_HPP
#define ACTANT_INGEST_TUPLES_HPP

#include "ingest/rule_book.hpp"
#include "nlp/analysis.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// What one clause tells, in the words of the text: open information extraction.
struct Tuple {
  std::uint32_t sentence = 0;          ///< position in Analysis::sentences
  std::string text;                    ///< the sentence as read
  double confidence = 0.5;             ///< in (0, 1); Pipeline rates the tuples that it returns
  std::string relation;                ///< "was asked to leave"
  std::vector<std::string> arguments;  ///< the first is the subject; phrases of the text
  std::string features;  ///< what the confidence is computed from: names for ConfidenceModel::rate

  friend bool operator==(const Tuple&, const Tuple&) = default;
};

/// The tuples of an analysed text, in text order. Thread-safe.
[[nodiscard]] std::vector<Tuple> find_tuples(std::string_view text, const Analysis& analysis,
                                             const RuleBook& book);

/// One sentence whose tokens are parted by blanks, not analysed yet. Spans point into `line`.
[[nodiscard]] Analysis split_at_blanks(std::string_view line);

}  // namespace actant

#endif  // ACTANT_INGEST_TUPLES_HPP
