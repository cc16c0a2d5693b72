// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_PATTERN_MATCH_HPP
#define ACTANT_INGEST_PATTERN_MATCH_HPP

#include "ingest/clauses.hpp"
#include "ingest/edge_rule.hpp"
#include "ingest/tree.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace actant {

/// The tokens that fill the slots of a pattern, by slot number; no_head where an optional part is
/// missing.
struct PatternMatch {
  std::array<std::uint32_t, 10> slots;

  friend bool operator==(const PatternMatch&, const PatternMatch&) = default;
};

/// What a match looks at.
struct PatternText {
  const Tree& tree;
  const Clauses& clauses;
  const RuleBook& book;
};

/// The matches of a plan whose anchor is `token`, in text order of the tokens tried, each once, at
/// most 32. Types of slots are not checked. Subjects, objects and adjuncts of a verb are those of
/// its clause: gaps of relative clauses, control and coordination are filled.
[[nodiscard]] std::vector<PatternMatch> match_pattern(const PatternText& text,
                                                      const MatchPlan& plan, std::uint32_t token);

}  // namespace actant

#endif  // ACTANT_INGEST_PATTERN_MATCH_HPP
