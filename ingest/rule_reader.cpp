// SPDX-License-Identifier: MIT
#include "ingest/rule_reader.hpp"

#include "nlp/white_space.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace actant {
namespace {

constexpr std::size_t most_rules = 20000;

}  // namespace

RuleReader::RuleReader(const RuleText& text, const std::string& source, Ontology& ontology,
                       std::vector<EdgeRule>& rules, std::vector<RuleTest>& tests)
    : text_(text),
      stem_(std::filesystem::path(source).stem().string()),
      ontology_(ontology),
      rules_(rules),
      tests_(tests) {}

std::string RuleReader::origin(std::string_view name) const {
  return stem_ + ":" + std::string(name);
}

bool RuleReader::read(const RuleLine& line) {
  if (line.indented) {
    if (state_ == State::none) return false;
    if (state_ == State::dropped) return true;
    try {
      option(line);
    } catch (const InputError&) {
      rules_.pop_back();
      tests_.resize(first_test_);
      state_ = State::dropped;
      throw;
    }
    return true;
  }
  state_ = State::none;
  const std::string_view content = line.content;
  const std::size_t colon = content.find(':');
  const std::string_view head = trimmed(content.substr(0, std::min(colon, content.size())));
  if (colon != std::string_view::npos && head == "test") {
    test(line, trimmed(content.substr(colon + 1)), "");
    return true;
  }
  const bool pattern = head.substr(0, 8) == "pattern " || head == "pattern";
  if (!pattern && !has_arrow(content)) return false;
  state_ = State::dropped;
  if (pattern) {
    start_pattern(line, content.substr(7));
  } else {
    start_example(line);
  }
  return true;
}

void RuleReader::begin(const RuleLine& line, EdgeRule rule, std::string_view name) {
  if (rules_.size() >= most_rules) {
    text_.fail(line, line.content, "too many rules; at most 20000 were expected");
  }
  rule.where = text_.where(line, line.content);
  rule.origin = origin(std::to_string(line.number));
  first_test_ = tests_.size();
  rules_.push_back(std::move(rule));
  state_ = State::open;
  if (name.empty()) return;
  try {
    rename(line, name);
  } catch (const InputError&) {
    rules_.pop_back();
    state_ = State::dropped;
    throw;
  }
}

void RuleReader::rename(const RuleLine& line, std::string_view name) {
  if (!is_rule_name(name)) {
    text_.fail(line, name,
               "bad name " + in_quotes(name) +
                   "; letters, digits, '_' and '-' were expected, a letter first");
  }
  const std::string renamed = origin(name);
  if (!names_.insert(renamed).second) {
    text_.fail(line, name,
               "a rule " + in_quotes(name) + " is there already; a new name was expected");
  }
  for (std::size_t i = first_test_; i < tests_.size(); ++i) tests_[i].origin = renamed;
  rules_.back().origin = renamed;
}

void RuleReader::start_pattern(const RuleLine& line, std::string_view rest) {
  const std::size_t colon = rest.find(':');
  const std::string_view name = trimmed(rest.substr(0, std::min(colon, rest.size())));
  if (colon == std::string_view::npos || !is_rule_name(name)) {
    text_.fail(line, rest, "no name after 'pattern'; 'pattern NAME: TREE => EDGE' was expected");
  }
  rest.remove_prefix(colon + 1);
  if (!has_arrow(rest)) {
    text_.fail(line, rest, "no '=>' after the pattern; 'TREE => EDGE' was expected");
  }
  const auto [left, right] = halves(rest);
  EdgeRule rule;
  Pattern pattern;
  try {
    pattern = parse_pattern(left);
  } catch (const PatternMistake& mistake) {
    text_.fail(line, mistake.place(), mistake.what());
  }
  for (const PatternNode& node : pattern.nodes) check_types(line, left, node.types);
  rule.outcome = outcome(line, right);
  for (const std::uint8_t slot : {rule.outcome.subject, rule.outcome.object}) {
    const std::size_t node = pattern.node_of(slot);
    bool missing = node == pattern.nodes.size();
    for (std::size_t at = node; !missing && at != 0; at = pattern.edges[at - 1].from) {
      missing = pattern.edges[at - 1].need != PatternEdge::Need::required;
    }
    if (missing) {
      text_.fail(line, right,
                 "the pattern has no required slot " + in_quotes(std::to_string(slot)) +
                     "; one was expected");
    }
  }
  for (const auto& [role, slot] : rule.outcome.others) {
    if (pattern.node_of(slot) == pattern.nodes.size()) {
      text_.fail(
          line, right,
          "the pattern has no slot " + in_quotes(std::to_string(slot)) + "; one was expected");
    }
  }
  rule.plans.push_back(plan_match(std::move(pattern)));
  begin(line, std::move(rule), name);
}

void RuleReader::start_example(const RuleLine& line) {
  const Halves parts = halves(line.content);
  EdgeRule rule;
  rule.example.push_back(sentence(line, parts.left));
  rule.outcome = outcome(line, parts.right);
  const auto known = [&](std::uint8_t slot) {
    if (slot > rule.example[0].slots.size()) {
      text_.fail(
          line, parts.right,
          "the sentence has no slot " + in_quotes(std::to_string(slot)) + "; one was expected");
    }
  };
  known(rule.outcome.subject);
  known(rule.outcome.object);
  for (const auto& [role, slot] : rule.outcome.others) known(slot);
  begin(line, std::move(rule), {});
}

}  // namespace actant
