// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_RULE_READER_HPP
#define ACTANT_INGEST_RULE_READER_HPP

#include "ingest/edge_rule.hpp"
#include "ingest/ontology.hpp"
#include "ingest/rule_text.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Reads the rules and tests of a rule file; word lists are RuleBook's.
///
/// Grammar: docs/rules.md. A rule with a mistake is dropped as a whole.
class RuleReader {
 public:
  /// All must outlive the reader. Rules and tests are appended; a rule that leads to a relation
  /// which was not declared declares it.
  RuleReader(const RuleText& text, const std::string& source, Ontology& ontology,
             std::vector<EdgeRule>& rules, std::vector<RuleTest>& tests);

  /// Reads a line that starts a rule or a test, or that goes on with one.
  /// @return False if the line is neither.
  /// @throws InputError for a mistake in the line; the rule it belongs to is dropped.
  [[nodiscard]] bool read(const RuleLine& line);
  /// Ends the rule that is open: call it before lines of other kinds and at the end of the file.
  void close() { state_ = State::none; }

 private:
  enum class State { none, open, dropped };

  void start_pattern(const RuleLine& line, std::string_view rest);
  void start_example(const RuleLine& line);
  void begin(const RuleLine& line, EdgeRule rule, std::string_view name);
  void option(const RuleLine& line);
  void set(const RuleLine& line, std::string_view key, std::string_view value);
  void set_attachment(const RuleLine& line, std::string_view value);
  void set_example(const RuleLine& line, std::string_view key, std::string_view value);
  void test(const RuleLine& line, std::string_view text, const std::string& origin);
  void rename(const RuleLine& line, std::string_view name);
  [[nodiscard]] SlottedSentence sentence(const RuleLine& line, std::string_view text) const;
  [[nodiscard]] RuleOutcome outcome(const RuleLine& line, std::string_view text);
  void check_types(const RuleLine& line, std::string_view place,
                   const std::vector<std::string>& types) const;
  [[nodiscard]] std::vector<std::string> list(const RuleLine& line, std::string_view value) const;
  [[nodiscard]] std::string origin(std::string_view name) const;

  const RuleText& text_;
  std::string stem_;
  Ontology& ontology_;
  std::vector<EdgeRule>& rules_;
  std::vector<RuleTest>& tests_;
  std::set<std::string> names_;
  std::size_t first_test_ = 0;  // of the open rule
  State state_ = State::none;
};

}  // namespace actant

#endif  // ACTANT_INGEST_RULE_READER_HPP
