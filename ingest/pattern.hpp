// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_PATTERN_HPP
#define ACTANT_INGEST_PATTERN_HPP

#include "base/error.hpp"
#include "nlp/universal.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A word of a pattern: what a token must be to stand in its place. Empty tests allow everything.
struct PatternNode {
  std::vector<std::string> lemmas;  ///< alternatives, in lower case
  std::uint32_t classes = 0;        ///< one bit for each WordClass; an alternative to the lemmas
  std::uint32_t tags = 0;           ///< alternatives, one bit for each Upos
  std::uint8_t slot = 0;            ///< 1 to 9; 0: none
  std::vector<std::string> types;   ///< alternatives for what fills the slot: node types

  [[nodiscard]] bool has_word() const { return !lemmas.empty() || classes != 0; }
  friend bool operator==(const PatternNode&, const PatternNode&) = default;
};

/// What ties a word to the one that stands before it in the pattern.
struct PatternEdge {
  enum class Need : std::uint8_t { required, optional, forbidden };

  std::uint8_t from = 0;  ///< position in Pattern::nodes
  std::uint8_t to = 0;    ///< position in Pattern::nodes
  bool up = false;        ///< `to` is the head of `from`, else its dependent
  Need need = Need::required;
  std::uint64_t relations = 0;     ///< alternatives, one bit for each DepRel
  std::vector<std::string> marks;  ///< lemmas of the dependent's preposition; empty: any or none

  friend bool operator==(const PatternEdge&, const PatternEdge&) = default;
};

/// A part of a dependency tree, with slots. Every node but the first is the `to` of one edge, and
/// edges come in the order of their targets.
struct Pattern {
  std::vector<PatternNode> nodes;
  std::vector<PatternEdge> edges;

  /// Position of the node with that slot, or nodes.size().
  [[nodiscard]] std::size_t node_of(std::uint8_t slot) const;
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// A pattern is wrong.
class PatternMistake : public Error {
 public:
  PatternMistake(std::string_view place, const std::string& message)
      : Error(message), place_(place) {}
  /// Where: a view into the text that was read.
  [[nodiscard]] std::string_view place() const { return place_; }

 private:
  std::string_view place_;
};

/// Reads a pattern (grammar: docs/rules.md). Types are not checked.
/// @throws PatternMistake
[[nodiscard]] Pattern parse_pattern(std::string_view text);

/// The text of a pattern: parse_pattern gives the same pattern back.
[[nodiscard]] std::string to_string(const Pattern& pattern);

[[nodiscard]] constexpr std::uint64_t bit(DepRel relation) {
  return std::uint64_t{1} << static_cast<unsigned>(relation);
}
[[nodiscard]] constexpr std::uint32_t bit(Upos tag) {
  return std::uint32_t{1} << static_cast<unsigned>(tag);
}

}  // namespace actant

#endif  // ACTANT_INGEST_PATTERN_HPP
