// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_RULE_BOOK_HPP
#define ACTANT_INGEST_RULE_BOOK_HPP

#include "base/string_hash.hpp"
#include "ingest/edge_rule.hpp"
#include "ingest/ontology.hpp"
#include "ingest/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actant {

class Analyzer;

/// Sets of words that rules ask about; `words NAME:` lines of a rule file fill them.
enum class WordClass : std::uint8_t {
  future,      ///< verbs and adjectives whose complement is still to come: plan, intend, expected
  possible,    ///< whose complement is not settled: seem, allege, suspect; adverbs too
  required,    ///< whose complement is demanded: order, urge, advise
  negative,    ///< whose complement did not happen: refuse, fail, avoid
  speech,      ///< verbs whose subject vouches for the complement: say, note, show
  control,     ///< subject control in spite of an object: promise, threaten
  role,        ///< nouns for positions: president, chairman, spokeswoman
  family,      ///< nouns of kinship
  light,       ///< verbs that lend a noun their grammar: make, take, launch
  include,     ///< verbs from a whole to its parts: include, comprise
  member,      ///< nouns for members
  container,   ///< nouns that only measure the noun after "of": number, group, dozens
  unit,        ///< nouns that make a number an amount: percent, dollar, people
  period,      ///< nouns of time: day, week, morning
  task,        ///< nouns whose infinitive their owner does: right, ability, attempt
  settlement,  ///< nouns that a name follows with "of": the city of Rome
  classifier,  ///< nouns that say what the name before them names: the Labour party
  manner,      ///< nouns that tell how or why: in a way, on the grounds
  adverbial,   ///< nouns that are adverbs when they stand alone after a preposition: by mail
  vague,       ///< adjectives that say nothing of a thing by themselves: same, clear, possible
  account,     ///< nouns of what tells something without being somebody: report, results
  giving,      ///< verbs with two objects, of which the first may become the subject: give, award
};

inline constexpr std::size_t word_class_count = 22;

/// "speech". Static storage.
[[nodiscard]] std::string_view to_string(WordClass which);
/// The class of that name; nothing when there is none.
[[nodiscard]] std::optional<WordClass> parse_word_class(std::string_view name);
/// All names, for messages: "future, possible, ...".
[[nodiscard]] std::string word_class_list();

/// What the rule files say about one lemma. Types are "" when none was given.
struct WordEntry {
  std::string verb_type;       ///< event type or static relation of the verb
  std::string noun_type;       ///< of the noun
  std::string adjective_type;  ///< of the adjective
  std::uint32_t classes = 0;   ///< one bit for each WordClass
  std::uint32_t plans = 0;     ///< which RuleBook::plans() the word may anchor; 0: none

  [[nodiscard]] bool in(WordClass which) const {
    return (classes >> static_cast<unsigned>(which) & 1U) != 0;
  }
};

/// A plan of a rule.
struct PlanRef {
  std::uint32_t rule = 0;  ///< position in RuleBook::rules()
  std::uint32_t plan = 0;  ///< position in EdgeRule::plans
};

/// Words, types and rules as rule and ontology files declare them. Fill it, compile it, then share
/// it as const.
///
/// The language of the files: docs/rules.md. A later line goes before an earlier one. Ontology
/// files are read first, since types must be declared before rules use them.
class RuleBook {
 public:
  /// @param mistake  Hears of each mistake, in order; what is wrong is left out. Without it the
  ///                 first is thrown.
  /// @throws InputError at the first mistake if there is no `mistake`; what was read before stays.
  void read_rules(std::string_view text, const std::string& source,
                  const Diagnostics& mistake = {});
  /// As read_rules.
  void read_ontology(std::string_view text, const std::string& source,
                     const Diagnostics& mistake = {});
  /// Makes patterns of the rules by example, and ties patterns to the words that they start from.
  /// Call it once all files are read; without it no pattern matches.
  /// @param analyzer  Parses the examples; null if there are none.
  /// @param mistake   As of read_rules.
  void compile(const Analyzer* analyzer, const Diagnostics& mistake = {});

  /// The entry of a lemma; one that is empty when no rule knows the word.
  [[nodiscard]] const WordEntry& word(std::string_view lemma) const;
  /// Type of a verb with its particle or preposition (may be ""); "ACT" when none is known.
  [[nodiscard]] std::string_view verb_type(std::string_view lemma, std::string_view mark) const;

  [[nodiscard]] const Ontology& ontology() const { return ontology_; }
  [[nodiscard]] const std::vector<std::string>& node_types() const {
    return ontology_.node_types();
  }
  [[nodiscard]] const std::vector<std::string>& edge_types() const {
    return ontology_.edge_types();
  }
  [[nodiscard]] const std::vector<EdgeRule>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<RuleTest>& tests() const { return tests_; }
  /// Plans whose anchor is one of the lemmas that share this list; number 0 holds those that any
  /// word may anchor.
  [[nodiscard]] std::span<const PlanRef> plans(std::uint32_t list) const {
    return list < plans_.size() ? std::span<const PlanRef>(plans_[list])
                                : std::span<const PlanRef>();
  }

 private:
  class FileReader;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return string_hash(text); }
  };

  void index();
  [[nodiscard]] std::vector<std::string> members_of(std::uint32_t classes) const;
  void anchor(const std::string& lemma, PlanRef plan);

  std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> words_;  // looked up only
  Ontology ontology_;
  std::vector<EdgeRule> rules_;
  std::vector<RuleTest> tests_;
  std::vector<std::vector<PlanRef>> plans_;
};

/// Files that a user adds to the shipped ones.
struct UserRules {
  std::vector<std::string> ontologies;  ///< paths, read in order
  std::vector<std::string> rules;       ///< paths, read in order, after the ontologies
};

/// Reads every `*.ontology` file of one folder and every `*.rules` file of the other, in the order
/// of their names, then the user's ontologies and rules, but for those that are shipped ones. Not
/// compiled.
/// @param mistake  Hears of mistakes in the user's files; without it the first is thrown.
/// @throws Error if a folder cannot be read or holds none, InputError for a mistake in a file.
[[nodiscard]] RuleBook load_rule_book(const std::string& rules_folder,
                                      const std::string& ontology_folder,
                                      const UserRules& user = {}, const Diagnostics& mistake = {});

}  // namespace actant

#endif  // ACTANT_INGEST_RULE_BOOK_HPP
