// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_EDGE_RULE_HPP
#define ACTANT_INGEST_EDGE_RULE_HPP

#include "base/error.hpp"
#include "base/span.hpp"
#include "ingest/pattern.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace actant {

/// The edge that a rule tells: `acquired(1, 2, amount=3)`.
struct RuleOutcome {
  std::string relation;      ///< an edge type of the ontology
  std::uint8_t subject = 0;  ///< slots
  std::uint8_t object = 0;
  std::vector<std::pair<std::string, std::uint8_t>> others;  ///< roles and slots

  friend bool operator==(const RuleOutcome&, const RuleOutcome&) = default;
};

/// A sentence with marked slots, from which a pattern is compiled.
struct SlottedSentence {
  struct Slot {
    Span span;                       ///< bytes of `text`
    std::vector<std::string> types;  ///< empty: any
    Location where;
  };
  std::string text;         ///< without the marks of the slots
  std::vector<Slot> slots;  ///< the first is slot 1
  Location where;
  std::vector<std::string> lemmas;    ///< that may stand in the place of the topmost word
  std::vector<std::string> nominals;  ///< nouns of the event: "acquisition"
  Location nominals_where;
  bool passive = false;  ///< matches the other voice too
};

/// A pattern and the order in which a match walks it.
struct MatchPlan {
  struct Step {
    PatternEdge edge;     ///< turned so that `from` is matched before `to`
    std::size_t end = 0;  ///< steps up to here hang on this one
  };
  Pattern pattern;
  std::uint8_t anchor = 0;  ///< the node that a match starts from
  std::vector<Step> steps;
};

/// The plan of a pattern: it starts from the topmost node that names its words.
[[nodiscard]] MatchPlan plan_match(Pattern pattern);

/// A rule of a file: where its patterns match, there is an edge.
struct EdgeRule {
  std::string origin;  ///< file and name or line: "mine:acquisition", "mine:12"
  Location where;
  RuleOutcome outcome;
  std::string label;  ///< what a diagram shows; "": by default
  std::int32_t priority = 1;
  double confidence = 0.8;
  std::vector<SlottedSentence> example;  ///< the sentence of a rule by example, else nothing
  std::vector<MatchPlan> plans;          ///< alternatives
};

/// A sentence of a rule file and the edge that must come out of it.
struct RuleTest {
  Location where;
  std::string sentence;
  bool nothing = false;  ///< no edge is expected
  std::string relation;
  std::string subject;  ///< as the sentence names it
  std::string object;
  std::string origin;  ///< of the rule that must tell it; "": any
};

}  // namespace actant

#endif  // ACTANT_INGEST_EDGE_RULE_HPP
