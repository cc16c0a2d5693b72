// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_RULE_BOOK_HPP
#define ACTANT_INGEST_RULE_BOOK_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actant {

/// Sets of words that rules ask about; `words NAME:` lines of a rule file fill them.
enum class WordClass : std::uint8_t {
  future,     ///< verbs and adjectives whose complement is still to come: plan, intend, expected
  possible,   ///< whose complement is not settled: seem, allege, suspect; adverbs too
  required,   ///< whose complement is demanded: order, urge, advise
  negative,   ///< whose complement did not happen: refuse, fail, avoid
  speech,     ///< verbs whose subject vouches for the complement: say, note, show
  control,    ///< subject control in spite of an object: promise, threaten
  role,       ///< nouns for positions: president, chairman, spokeswoman
  family,     ///< nouns of kinship
  light,      ///< verbs that lend a noun their grammar: make, take, launch
  include,    ///< verbs from a whole to its parts: include, comprise
  member,     ///< nouns for members
  container,  ///< nouns that only measure the noun after "of": number, group, dozens
  unit,       ///< nouns that make a number an amount: percent, dollar, people
  period,     ///< nouns of time: day, week, morning
};

inline constexpr std::size_t word_class_count = 14;

/// What the rule files say about one lemma. Types are "" when none was given.
struct WordEntry {
  std::string verb_type;       ///< event type or static relation of the verb
  std::string noun_type;       ///< of the noun
  std::string adjective_type;  ///< of the adjective
  std::uint32_t classes = 0;   ///< one bit for each WordClass

  [[nodiscard]] bool in(WordClass which) const {
    return (classes >> static_cast<unsigned>(which) & 1U) != 0;
  }
};

/// Words and types as rule and ontology files declare them. Fill it, then share it as const.
///
/// A rule file has lines such as `verbs REQUEST: ask call_for demand`; lines that start with white
/// space go on with the list, `#` opens a comment. The kinds are `verbs`, `nouns`, `adjectives`
/// (followed by an edge type) and `words` (followed by a word class). `call_for` is a verb with
/// its particle or preposition, and goes before `call`. A later line replaces the type that an
/// earlier one gave. An ontology file has lines `events: NAME ...`, `relations: name ...` and
/// `nodes: Name ...`; types must be declared there before rules use them.
class RuleBook {
 public:
  /// @throws InputError at the first mistake; what was read before it stays.
  void read_rules(std::string_view text, const std::string& source);
  /// @throws InputError at the first mistake.
  void read_ontology(std::string_view text, const std::string& source);

  /// The entry of a lemma; one that is empty when no rule knows the word.
  [[nodiscard]] const WordEntry& word(std::string_view lemma) const;
  /// Type of a verb with its particle or preposition (may be ""); "ACT" when none is known.
  [[nodiscard]] std::string_view verb_type(std::string_view lemma, std::string_view mark) const;

  [[nodiscard]] const std::vector<std::string>& node_types() const { return node_types_; }
  [[nodiscard]] const std::vector<std::string>& edge_types() const { return edge_types_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };

  std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> words_;  // looked up only
  std::vector<std::string> node_types_;
  std::vector<std::string> edge_types_;
};

/// Reads every `*.ontology` file of one folder, then every `*.rules` file of the other, in the
/// order of their names.
/// @throws Error if a folder cannot be read or holds none, InputError for a mistake in a file.
[[nodiscard]] RuleBook load_rule_book(const std::string& rules_folder,
                                      const std::string& ontology_folder);

}  // namespace actant

#endif  // ACTANT_INGEST_RULE_BOOK_HPP
