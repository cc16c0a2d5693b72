// SPDX-License-Identifier: MIT
#include "ingest/labels.hpp"

#include <algorithm>
#include <vector>

namespace actant {
namespace {

void collect(const Tree& tree, const Clauses& clauses, const Clause& clause, int depth,
             std::vector<std::uint32_t>& tokens) {
  tokens.push_back(clause.trigger);
  if (clause.particle != no_head) tokens.push_back(clause.particle);
  if (is_idiom(tree, clause)) tokens.push_back(clause.object);
  const std::uint32_t verdict = tree.child(clause.trigger, DepRel::xcomp);  // "found her guilty"
  if (verdict != no_head && verdict > clause.trigger && tree.upos(verdict) == Upos::adj &&
      (clause.object != no_head || clause.agent != no_head)) {
    tokens.push_back(verdict);
  }
  bool own_group = true;
  bool due = false;  // "is to open"
  const std::uint32_t head = tree.head(clause.trigger);
  const Clause* outer = clauses.at(head);
  const DepRel rel = tree.rel(clause.trigger);
  const bool close = head != no_head && clause.trigger > head && clause.trigger - head <= 4;
  if (outer != nullptr && depth > 0 && close && outer->object == no_head &&
      outer->recipient == no_head && (rel == DepRel::xcomp || rel == DepRel::advcl)) {
    const std::uint32_t mark = opening_preposition(tree, clause.trigger);
    const bool inside = rel == DepRel::xcomp || (mark != no_head && tree.lemma(mark) == "in");
    if (inside) {
      collect(tree, clauses, *outer, depth - 1, tokens);
      own_group = false;
    }
  }
  for (const std::uint32_t child : tree.children(clause.trigger)) {
    const DepRel kind = tree.rel(child);
    const std::string_view lemma = tree.lemma(child);
    const bool auxiliary = kind == DepRel::aux || kind == DepRel::aux_pass || kind == DepRel::cop;
    const bool negation = kind == DepRel::advmod && (lemma == "not" || lemma == "never");
    due = due || (auxiliary && lemma == "be" && tree.xpos(clause.trigger) == "VB");
    const bool link = kind == DepRel::mark &&
                      ((!own_group && lemma == "in") || ((!own_group || due) && lemma == "to"));
    if ((auxiliary || negation || link) && child < clause.trigger) tokens.push_back(child);
  }
}

bool is_modal(std::string_view lemma) {
  return lemma == "will" || lemma == "would" || lemma == "shall" || lemma == "should" ||
         lemma == "may" || lemma == "might" || lemma == "can" || lemma == "could" ||
         lemma == "must";
}

}  // namespace

std::string inner_form(const Tree& tree, std::uint32_t token) {
  std::string form(tree.form(token));
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool capital = form.size() > 1 && upper(form[0]) && !upper(form[1]);
  if (capital && tree.upos(token) != Upos::propn) form[0] = static_cast<char>(form[0] - 'A' + 'a');
  return form;
}

bool is_idiom(const Tree& tree, const Clause& clause) {
  if (clause.object == no_head || tree.lemma(clause.trigger) != "take") return false;
  const std::string_view noun = tree.lemma(clause.object);
  return noun == "place" || noun == "part";
}

std::string verb_label(const Tree& tree, const Clauses& clauses, const Clause& clause,
                       std::uint32_t preposition, Voice voice) {
  std::vector<std::uint32_t> tokens;
  collect(tree, clauses, clause, 3, tokens);
  std::sort(tokens.begin(), tokens.end());
  const bool turned = voice == Voice::active && clause.passive;
  bool modal = false;
  std::string label;
  for (const std::uint32_t token : tokens) {
    const bool joined = token > 0 && tree.analysis().tokens[token - 1].joined;
    if (turned && token != clause.trigger && tree.lemma(token) == "be") continue;
    modal = modal || is_modal(tree.lemma(token));
    const bool glue = joined && !label.empty();
    if (!label.empty() && !glue) label += ' ';
    label += turned && modal && token == clause.trigger ? std::string(tree.lemma(token))
                                                        : inner_form(tree, token);
  }
  if (preposition != no_head) {
    label += ' ';
    label += inner_form(tree, preposition);
    for (const std::uint32_t child : tree.children(preposition)) {  // "out of"
      if (tree.rel(child) != DepRel::fixed || child < preposition) continue;
      label += ' ';
      label += tree.form(child);
    }
  }
  return label;
}

std::string verb_predicate(const Tree& tree, const Clause& clause) {
  std::string predicate(tree.lemma(clause.trigger));
  if (clause.particle != no_head) {
    predicate += ' ';
    predicate += tree.lemma(clause.particle);
  }
  return predicate;
}

}  // namespace actant
