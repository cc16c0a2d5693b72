// SPDX-License-Identifier: MIT
#include "ingest/tree.hpp"

#include "nlp/white_space.hpp"

#include <algorithm>

namespace actant {
namespace {

/// "Congress and not judges", "peace, not war", "the people rather than the party".
bool is_denied(const Tree& tree, std::uint32_t conjunct) {
  for (const std::uint32_t child : tree.children(conjunct)) {
    if (child > conjunct) break;
    const DepRel rel = tree.rel(child);
    const std::string_view lemma = tree.lemma(child);
    if ((rel == DepRel::advmod || rel == DepRel::cc) &&
        (lemma == "not" || lemma == "rather" || lemma == "never")) {
      return true;
    }
  }
  return false;
}

}  // namespace

Tree::Tree(const Analysis& analysis) : analysis_(analysis) {
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  heads_.assign(count, no_head);
  sentences_.assign(count, 0);
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::uint32_t head = analysis.tokens[i].head;
      if (head != i && head >= sentence.begin && head < sentence.end) heads_[i] = head;
      sentences_[i] = s;
    }
  }
  link();
  sort_top_down();
  measure();
}

void Tree::link() {
  const std::uint32_t count = size();
  first_.assign(count + 1, 0);
  for (const std::uint32_t head : heads_) {
    if (head != no_head) ++first_[head + 1];
  }
  for (std::uint32_t i = 0; i < count; ++i) first_[i + 1] += first_[i];
  children_.resize(first_[count]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (heads_[i] != no_head) children_[next[heads_[i]]++] = i;
  }
}

void Tree::sort_top_down() {
  const std::uint32_t count = size();
  order_.reserve(count);
  std::vector<bool> seen(count, false);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (heads_[i] != no_head) continue;
    order_.push_back(i);
    seen[i] = true;
  }
  for (std::size_t at = 0; at < order_.size(); ++at) {
    for (const std::uint32_t child : children(order_[at])) {
      order_.push_back(child);
      seen[child] = true;
    }
  }
  if (order_.size() == count) return;
  for (std::uint32_t i = 0; i < count; ++i) {  // cycles
    if (seen[i]) continue;
    heads_[i] = no_head;
    order_.push_back(i);
  }
  link();
}

void Tree::measure() {
  const std::uint32_t count = size();
  left_.resize(count);
  right_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    left_[i] = i;
    right_[i] = i + 1;
  }
  for (auto it = order_.rbegin(); it != order_.rend(); ++it) {
    const std::uint32_t head = heads_[*it];
    if (head == no_head) continue;
    left_[head] = std::min(left_[head], left_[*it]);
    right_[head] = std::max(right_[head], right_[*it]);
  }
}

std::uint32_t Tree::child(std::uint32_t token, DepRel relation) const {
  for (const std::uint32_t child : children(token)) {
    if (rel(child) == relation) return child;
  }
  return no_head;
}

std::string_view Tree::case_lemma(std::uint32_t token) const {
  const std::uint32_t mark = preposition(token);
  return mark == no_head ? std::string_view() : lemma(mark);
}

void conjuncts(const Tree& tree, std::uint32_t token, std::vector<std::uint32_t>& out) {
  const std::size_t start = out.size();
  out.push_back(token);
  const bool nominal = tree.is_nominal(token);
  for (std::size_t at = start; at < out.size(); ++at) {
    for (const std::uint32_t child : tree.children(out[at])) {
      if (tree.rel(child) != DepRel::conj) continue;
      if (nominal && (!tree.is_nominal(child) || is_denied(tree, child))) continue;
      out.push_back(child);
    }
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(start), out.end());
}

bool is_bare(const Tree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  return std::none_of(children.begin(), children.end(), [&](std::uint32_t child) {
    const DepRel rel = tree.rel(child);
    return rel == DepRel::det || rel == DepRel::nmod_poss || rel == DepRel::nmod ||
           rel == DepRel::nummod || rel == DepRel::amod;
  });
}

std::uint32_t opening_preposition(const Tree& tree, std::uint32_t clause) {
  const std::uint32_t mark = tree.child(clause, DepRel::mark);
  return mark == no_head || tree.child(mark, DepRel::fixed) != no_head ? no_head : mark;
}

std::uint32_t antecedent(const Tree& tree, std::uint32_t token) {
  const std::string_view tag = tree.xpos(token);
  const DepRel rel = tree.rel(token);
  const bool that = tree.lemma(token) == "that" && rel != DepRel::mark && rel != DepRel::det;
  const bool relative = that || tag == "WDT" || tag == "WP" || tag == "WRB" || tag == "WP$" ||
                        tree.has_feature(token, "PronType=Rel");
  if (!relative) return token;
  for (std::uint32_t at = tree.head(token); at != no_head; at = tree.head(at)) {
    if (that && at < token) break;  // a demonstrative
    if (tree.rel(at) == DepRel::acl_relcl && tree.head(at) != no_head) return tree.head(at);
  }
  return token;
}

bool is_clausal(DepRel relation) {
  switch (relation) {
    case DepRel::acl:
    case DepRel::acl_relcl:
    case DepRel::advcl:
    case DepRel::advcl_relcl:
    case DepRel::ccomp:
    case DepRel::csubj:
    case DepRel::csubj_pass:
    case DepRel::csubj_outer:
    case DepRel::parataxis:
    case DepRel::xcomp:
      return true;
    default:
      return false;
  }
}

std::string phrase(const Analysis& analysis, std::string_view text, std::uint32_t begin,
                   std::uint32_t end) {
  if (begin >= end) return {};
  return one_line(
      slice(text, {analysis.tokens[begin].span.begin, analysis.tokens[end - 1].span.end}));
}

}  // namespace actant
