// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_PATTERN_EXAMPLE_HPP
#define ACTANT_INGEST_PATTERN_EXAMPLE_HPP

#include "ingest/edge_rule.hpp"
#include "ingest/rule_book.hpp"
#include "nlp/analyzer.hpp"

#include <vector>

namespace actant {

/// What came of a rule by example.
struct CompiledExample {
  SlottedSentence sentence;      ///< as it was parsed
  std::vector<MatchPlan> plans;  ///< that of the sentence itself is the first
};

/// Compiles the patterns of a rule by example: the words on the paths between its slots in the
/// tree that the analyzer finds, with what belongs to them (docs/rules.md); then the variants that
/// its options ask for. The sentence is parsed several times: as it is, and with names that the
/// ontology knows for the types of the slots, since a parser errs more on names that it never saw.
/// The pattern that most parses with a predicate at their root agree on
/// counts; of equals the smallest.
/// @throws InputError, at the sentence or the slot, if no tree gives a pattern that matches it.
[[nodiscard]] CompiledExample compile_example(const SlottedSentence& sentence,
                                              const RuleOutcome& outcome, const RuleBook& book,
                                              const Analyzer& analyzer, Workspace& scratch);

/// The sentence as it is parsed: with a full stop where its own end is missing.
[[nodiscard]] std::string closed_sentence(const std::string& text);

}  // namespace actant

#endif  // ACTANT_INGEST_PATTERN_EXAMPLE_HPP
