// SPDX-License-Identifier: MIT
#include "ingest/rule_reader.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <utility>

// The parts of RuleReader that read sentences with slots and the edges behind arrows.

namespace actant {
namespace {

constexpr std::size_t longest_sentence = 2000;  // bytes

}  // namespace

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
  const auto [name, ends] = split_call(text_, line, text);
  if (!ontology_.has_edge_type(name) && !ontology_.declare_relation(name)) {
    text_.fail(
        line, name,
        "unknown edge type " + in_quotes(name) +
            "; one that was declared, or a relation with a small letter first, was expected");
  }
  RuleOutcome out;
  out.relation = std::string(name);
  const std::vector<std::string_view> parts = split_list(ends, ',');
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
    const auto [name, ends] = split_call(text_, line, right);
    if (!ontology_.has_edge_type(name)) {
      text_.fail(
          line, name,
          "unknown relation " + in_quotes(name) + "; an edge type that was declared was expected");
    }
    const std::vector<std::string_view> parts = split_list(ends, ',');
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
