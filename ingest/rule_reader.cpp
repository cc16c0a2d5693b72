// SPDX-License-Identifier: MIT
#include "ingest/rule_reader.hpp"

#include "ingest/pattern_variants.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace actant {
namespace {

constexpr std::size_t longest_sentence = 2000;  // bytes
constexpr std::size_t most_rules = 20000;
constexpr std::string_view arrow = "=>";
constexpr std::string_view test_key = "test";

/// What stands before and after the last arrow of a line.
struct Halves {
  std::string_view left;
  std::string_view right;
};

Halves halves(std::string_view text) {
  const std::size_t at = text.rfind(arrow);
  return {trimmed(text.substr(0, at)), trimmed(text.substr(at + arrow.size()))};
}

bool has_arrow(std::string_view text) { return text.find(arrow) != std::string_view::npos; }

/// "acquired (1, 2)" as the name and what is between the parentheses.
Halves call(const RuleText& text, const RuleLine& line, std::string_view part) {
  const std::size_t open = part.find('(');
  if (open == std::string_view::npos || part.back() != ')') {
    text.fail(line, part,
              "no edge after '=>'; a relation and two ends such as 'acquired(1, 2)' "
              "were expected");
  }
  return {trimmed(part.substr(0, open)), part.substr(open + 1, part.size() - open - 2)};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

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
  if (colon != std::string_view::npos && head == test_key) {
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
  const auto [left, right] = halves(line.content);
  EdgeRule rule;
  rule.example.push_back(sentence(line, left));
  rule.outcome = outcome(line, right);
  const auto known = [&](std::uint8_t slot) {
    if (slot > rule.example[0].slots.size()) {
      text_.fail(
          line, right,
          "the sentence has no slot " + in_quotes(std::to_string(slot)) + "; one was expected");
    }
  };
  known(rule.outcome.subject);
  known(rule.outcome.object);
  for (const auto& [role, slot] : rule.outcome.others) known(slot);
  begin(line, std::move(rule), {});
}

SlottedSentence RuleReader::sentence(const RuleLine& line, std::string_view text) const {
  if (text.size() > longest_sentence) {
    text_.fail(line, text, "sentence too long; at most 2000 bytes were expected");
  }
  SlottedSentence out;
  out.where = text_.where(line, text);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ']') text_.fail(line, text.substr(at), "']' without '['; a slot was expected");
    if (text[at] != '[') {
      out.text += text[at];
      continue;
    }
    const std::size_t end = text.find_first_of("[]", at + 1);
    if (end == std::string_view::npos || text[end] == '[') {
      text_.fail(line, text.substr(at), "'[' without ']'; a slot such as '[Acme]' was expected");
    }
    const std::string_view words = trimmed(text.substr(at + 1, end - at - 1));
    if (words.empty()) text_.fail(line, text.substr(at), "empty slot; words were expected");
    SlottedSentence::Slot slot;
    slot.where = text_.where(line, words);
    slot.span.begin = static_cast<std::uint32_t>(out.text.size());
    out.text += words;
    slot.span.end = static_cast<std::uint32_t>(out.text.size());
    at = end;
    while (at + 1 < text.size() && text[at + 1] == (slot.types.empty() ? ':' : '|')) {
      std::size_t stop = at + 2;
      const auto inside = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
      };
      while (stop < text.size() && inside(text[stop])) ++stop;
      const std::string_view type = text.substr(at + 2, stop - at - 2);
      if (type.empty()) text_.fail(line, text.substr(at + 1), "no type; a node type was expected");
      slot.types.emplace_back(type);
      check_types(line, type, slot.types);
      at = stop - 1;
    }
    out.slots.push_back(std::move(slot));
  }
  if (out.slots.size() < 2 || out.slots.size() > 9) {
    text_.fail(line, text,
               std::to_string(out.slots.size()) +
                   " slots; 2 to 9 such as '[Acme]:Organization' were expected");
  }
  return out;
}

void RuleReader::check_types(const RuleLine& line, std::string_view place,
                             const std::vector<std::string>& types) const {
  for (const std::string& type : types) {
    if (ontology_.has_node_type(type)) continue;
    const std::size_t at = place.find(type);
    text_.fail(line, at == std::string_view::npos ? place : place.substr(at),
               "unknown node type " + in_quotes(type) + "; one that was declared was expected");
  }
}

RuleOutcome RuleReader::outcome(const RuleLine& line, std::string_view text) {
  if (text.empty()) text_.fail(line, text, "nothing after '=>'; an edge was expected");
  const auto [name, ends] = call(text_, line, text);
  if (!ontology_.has_edge_type(name) && !ontology_.declare_relation(name)) {
    text_.fail(
        line, name,
        "unknown edge type " + in_quotes(name) +
            "; one that was declared, or a relation with a small letter first, was expected");
  }
  RuleOutcome out;
  out.relation = std::string(name);
  const std::vector<std::string_view> parts = split(ends, ',');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string_view slot = parts[i];
    std::string_view role;
    if (i >= 2) {
      const std::size_t equals = slot.find('=');
      role = trimmed(slot.substr(0, std::min(equals, slot.size())));
      if (equals == std::string_view::npos || !is_rule_name(role)) {
        text_.fail(line, slot,
                   "bad participant; a role and a slot such as 'amount=3' were expected");
      }
      slot = trimmed(slot.substr(equals + 1));
    }
    if (slot.size() != 1 || slot[0] < '1' || slot[0] > '9') {
      text_.fail(line, slot, "bad slot " + in_quotes(slot) + "; a digit from 1 to 9 was expected");
    }
    const auto number = static_cast<std::uint8_t>(slot[0] - '0');
    if (i == 0) out.subject = number;
    if (i == 1) out.object = number;
    if (i >= 2) out.others.emplace_back(role, number);
  }
  if (out.object == 0 || out.object == out.subject) {
    text_.fail(line, ends, "an edge with one end; two different slots were expected");
  }
  if (out.others.size() > 4)
    text_.fail(line, ends, "too many participants; at most 6 were expected");
  return out;
}

void RuleReader::option(const RuleLine& line) {
  const std::size_t colon = line.content.find(':');
  if (colon == std::string_view::npos) {
    text_.fail(line, line.content, "no ':'; an option of the rule above was expected");
  }
  const std::string_view key = trimmed(line.content.substr(0, colon));
  const std::string_view value = trimmed(line.content.substr(colon + 1));
  if (value.empty()) text_.fail(line, key, "no value after the option; one was expected");
  if (key == test_key) {
    test(line, value, rules_.back().origin);
  } else {
    set(line, key, value);
  }
}

void RuleReader::set(const RuleLine& line, std::string_view key, std::string_view value) {
  EdgeRule& rule = rules_.back();
  if (key == "priority") {
    const bool minus = value.front() == '-';
    const std::string_view digits = value.substr(minus ? 1 : 0);
    const bool number = !digits.empty() && digits.size() <= 4 &&
                        digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number) {
      text_.fail(line, value,
                 "bad priority " + in_quotes(value) + "; a number from -9999 to 9999 was expected");
    }
    rule.priority = 0;
    for (const char digit : digits) rule.priority = rule.priority * 10 + (digit - '0');
    if (minus) rule.priority = -rule.priority;
  } else if (key == "confidence") {
    // "0.85": digits only, so that no locale has a say.
    const bool form = (value == "1" || value == "0") ||
                      (value.size() >= 3 && value.size() <= 6 && value.substr(0, 2) == "0." &&
                       value.find_first_not_of("0123456789", 2) == std::string_view::npos);
    if (!form) {
      text_.fail(line, value,
                 "bad confidence " + in_quotes(value) + "; a number such as 0.85 was expected");
    }
    double digit = 1.0;
    rule.confidence = value[0] - '0';
    for (const char c : value.substr(std::min<std::size_t>(2, value.size()))) {
      digit /= 10;
      rule.confidence += (c - '0') * digit;
    }
  } else if (key == "label") {
    if (value.size() > 100) {
      text_.fail(line, value, "label too long; at most 100 bytes were expected");
    }
    rule.label = std::string(value);
  } else if (!rule.example.empty()) {
    set_example(line, key, value);
  } else if (key == "attachment") {
    set_attachment(line, value);
  } else {
    text_.fail(line, key,
               "unknown option " + in_quotes(key) +
                   "; attachment, confidence, label, priority or test was expected");
  }
}

void RuleReader::set_attachment(const RuleLine& line, std::string_view value) {
  if (value != "either" && value != "as-written") {
    text_.fail(line, value,
               "bad value " + in_quotes(value) + "; either or as-written was expected");
  }
  std::vector<MatchPlan>& plans = rules_.back().plans;
  plans.resize(1);
  if (value == "as-written") return;
  std::optional<Pattern> other = other_attachment(plans.front().pattern);
  if (!other) {
    text_.fail(line, value,
               "no phrase behind an object in the pattern; one such as '>obj (war >nmod[on] 2)' "
               "was expected");
  }
  plans.push_back(plan_match(*std::move(other)));
}

void RuleReader::set_example(const RuleLine& line, std::string_view key, std::string_view value) {
  SlottedSentence& example = rules_.back().example[0];
  if (key == "name") {
    rename(line, value);
  } else if (key == "lemmas") {
    example.lemmas = list(line, value);
  } else if (key == "nominal") {
    example.nominals = list(line, value);
    example.nominals_where = text_.where(line, value);
  } else if (key == "passive") {
    if (value != "yes" && value != "no") {
      text_.fail(line, value, "bad value " + in_quotes(value) + "; yes or no was expected");
    }
    example.passive = value == "yes";
  } else {
    text_.fail(line, key,
               "unknown option " + in_quotes(key) +
                   "; confidence, label, lemmas, name, nominal, passive, priority or test was "
                   "expected");
  }
}

std::vector<std::string> RuleReader::list(const RuleLine& line, std::string_view value) const {
  std::vector<std::string> words;
  for (const std::string_view part : split(value, ',')) {
    if (part.empty() || part.find_first_of(" \t") != std::string_view::npos || part.size() > 200) {
      text_.fail(line, part,
                 "bad word " + in_quotes(part) + "; single words parted by commas were expected");
    }
    words.push_back(lower_ascii(part));
  }
  if (words.size() > 200) text_.fail(line, value, "too many words; at most 200 were expected");
  return words;
}

void RuleReader::test(const RuleLine& line, std::string_view value, const std::string& origin) {
  if (!has_arrow(value)) {
    text_.fail(line, value,
               "no '=>' after the sentence; 'SENTENCE => relation(words, words)' or "
               "'SENTENCE => nothing' was expected");
  }
  const auto [left, right] = halves(value);
  if (left.empty()) text_.fail(line, value, "no sentence before '=>'; one was expected");
  if (left.size() > longest_sentence) {
    text_.fail(line, left, "sentence too long; at most 2000 bytes were expected");
  }
  RuleTest found;
  found.where = text_.where(line, left);
  found.sentence = std::string(left);
  found.origin = origin;
  found.nothing = right == "nothing";
  if (!found.nothing) {
    if (right.empty()) text_.fail(line, value, "nothing after '=>'; an edge was expected");
    const auto [name, ends] = call(text_, line, right);
    if (!ontology_.has_edge_type(name)) {
      text_.fail(
          line, name,
          "unknown relation " + in_quotes(name) + "; an edge type that was declared was expected");
    }
    const std::vector<std::string_view> parts = split(ends, ',');
    if (parts.size() != 2 || parts[0].empty() || parts[1].empty()) {
      text_.fail(line, ends, "bad edge; the words of two ends, parted by a comma, were expected");
    }
    found.relation = std::string(name);
    found.subject = std::string(parts[0]);
    found.object = std::string(parts[1]);
  }
  tests_.push_back(std::move(found));
}

}  // namespace actant
