// SPDX-License-Identifier: MIT
#include "ingest/pattern_match.hpp"

#include "ingest/rule_text.hpp"

#include <algorithm>
#include <optional>

namespace actant {
namespace {

constexpr std::size_t most_matches = 32;
constexpr int most_tries = 5000;  // candidates: keeps hostile trees and patterns from exploding

constexpr std::uint64_t oblique_bits =
    bit(DepRel::obl) | bit(DepRel::obl_npmod) | bit(DepRel::obl_tmod) | bit(DepRel::obl_unmarked);
/// Relations that a clause answers for.
constexpr std::uint64_t clause_bits = bit(DepRel::nsubj) | bit(DepRel::nsubj_pass) |
                                      bit(DepRel::obj) | bit(DepRel::iobj) |
                                      bit(DepRel::obl_agent) | oblique_bits;

bool same_word(std::string_view lemma, const std::string& lower) {
  if (lemma.size() != lower.size()) return false;
  for (std::size_t i = 0; i < lemma.size(); ++i) {
    const char c = lemma[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower[i]) return false;
  }
  return true;
}

class Matcher {
 public:
  Matcher(const PatternText& text, const MatchPlan& plan)
      : text_(text), tree_(text.tree), plan_(plan), bound_(plan.pattern.nodes.size(), no_head) {}

  std::vector<PatternMatch> find(std::uint32_t token) {
    if (!fits(plan_.anchor, token)) return {};
    bound_[plan_.anchor] = token;
    run(0, plan_.steps.size(), false);
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool fits(std::uint8_t position, std::uint32_t token) const {
    const PatternNode& node = plan_.pattern.nodes[position];
    if (node.tags != 0 && (node.tags & bit(tree_.upos(token))) == 0) return false;
    if (!node.has_word()) return true;
    const std::string_view lemma = tree_.lemma(token);
    const auto same = [&](const std::string& word) { return same_word(lemma, word); };
    if (std::any_of(node.lemmas.begin(), node.lemmas.end(), same)) return true;
    return node.classes != 0 && (text_.book.word(lower_ascii(lemma)).classes & node.classes) != 0;
  }

  /// Binds the steps from `step` to `end`. Of a look-ahead the first success ends it; else every
  /// complete binding is kept.
  bool run(std::size_t step, std::size_t end, bool look_ahead) {
    if (step == end) {
      if (!look_ahead) keep();
      return true;
    }
    const MatchPlan::Step& now = plan_.steps[step];
    if (now.edge.need != PatternEdge::Need::required) {
      const bool there = bind(step, now.end, true);
      if (there && now.edge.need == PatternEdge::Need::forbidden) return false;
      if (!there || now.edge.need == PatternEdge::Need::forbidden) {
        return run(now.end, end, look_ahead);
      }
    }
    return bind(step, end, look_ahead);
  }

  bool bind(std::size_t step, std::size_t end, bool look_ahead) {
    const PatternEdge& edge = plan_.steps[step].edge;
    bool any = false;
    each_candidate(edge, bound_[edge.from], [&](std::uint32_t token) {
      if (--tries_ < 0) return true;
      if (std::find(bound_.begin(), bound_.end(), token) != bound_.end()) return false;
      if (!fits(edge.to, token)) return false;
      bound_[edge.to] = token;
      any = run(step + 1, end, look_ahead) || any;
      bound_[edge.to] = no_head;
      return (any && look_ahead) || found_.size() >= most_matches;
    });
    return any;
  }

  void keep() {
    PatternMatch match;
    match.slots.fill(no_head);
    for (std::size_t i = 0; i < bound_.size(); ++i) {
      match.slots[plan_.pattern.nodes[i].slot] = bound_[i];
    }
    match.slots[0] = no_head;
    if (std::find(found_.begin(), found_.end(), match) == found_.end()) found_.push_back(match);
  }

  [[nodiscard]] bool marked(const PatternEdge& edge, std::uint32_t dependent) const {
    if (edge.marks.empty()) return true;
    for (const std::uint32_t child : tree_.children(dependent)) {
      if (tree_.rel(child) == DepRel::case_ && is_mark(edge, child)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_mark(const PatternEdge& edge, std::uint32_t preposition) const {
    return std::any_of(edge.marks.begin(), edge.marks.end(), [&](const std::string& mark) {
      return same_word(tree_.lemma(preposition), mark);
    });
  }

  /// Calls `each` for the tokens that an edge leads to, until it returns true.
  template <typename Each>
  void each_candidate(const PatternEdge& edge, std::uint32_t token, const Each& each) const {
    if (edge.up) {
      const std::uint32_t head = tree_.head(token);
      if (head != no_head && (edge.relations & bit(tree_.rel(token))) != 0 && marked(edge, token)) {
        each(head);
      }
      return;
    }
    std::uint64_t raw = edge.relations;
    if (const Clause* clause = text_.clauses.at(token); clause != nullptr) {
      raw &= ~clause_bits;
      if ((edge.relations & clause_bits) != 0 && each_of_clause(edge, *clause, each)) return;
    }
    if (raw == 0) return;
    for (const std::uint32_t child : tree_.children(token)) {
      if ((raw & bit(tree_.rel(child))) != 0 && marked(edge, child) && each(child)) return;
    }
  }

  template <typename Each>
  bool each_of_clause(const PatternEdge& edge, const Clause& clause, const Each& each) const {
    const auto place = [&](DepRel relation, std::uint32_t token) {
      return token != no_head && (edge.relations & bit(relation)) != 0 && marked(edge, token) &&
             each(token);
    };
    if (place(clause.passive ? DepRel::nsubj_pass : DepRel::nsubj, clause.subject)) return true;
    if (place(DepRel::obj, clause.object)) return true;
    if (place(DepRel::iobj, clause.recipient)) return true;
    if (place(DepRel::obl_agent, clause.agent)) return true;
    for (const Oblique& oblique : clause.obliques) {
      const DepRel own = tree_.rel(oblique.head);
      const bool hangs = tree_.head(oblique.head) == clause.trigger;
      const std::uint64_t relation = hangs ? bit(own) & oblique_bits : bit(DepRel::obl);
      if ((edge.relations & relation) == 0) continue;
      const bool right = hangs ? marked(edge, oblique.head)
                               : edge.marks.empty() || (oblique.preposition != no_head &&
                                                        is_mark(edge, oblique.preposition));
      if (right && each(oblique.head)) return true;
    }
    return false;
  }

  const PatternText& text_;
  const Tree& tree_;
  const MatchPlan& plan_;
  std::vector<std::uint32_t> bound_;
  std::vector<PatternMatch> found_;
  int tries_ = most_tries;
};

/// The node that a match starts from: the topmost in the tree that names its lemmas, else the
/// topmost that names word classes.
std::uint8_t choose_anchor(const Pattern& pattern) {
  std::vector<int> depths(pattern.nodes.size(), 0);
  std::vector<bool> required(pattern.nodes.size(), true);
  for (const PatternEdge& edge : pattern.edges) {
    depths[edge.to] = depths[edge.from] + (edge.up ? -1 : 1);
    required[edge.to] = required[edge.from] && edge.need == PatternEdge::Need::required;
  }
  std::optional<std::size_t> best;
  for (const bool classes : {false, true}) {
    for (std::size_t i = 0; i < depths.size(); ++i) {
      const PatternNode& node = pattern.nodes[i];
      const bool word = classes ? node.has_word() : !node.lemmas.empty() && node.classes == 0;
      if (word && required[i] && (!best || depths[i] < depths[*best])) best = i;
    }
    if (best) break;
  }
  return static_cast<std::uint8_t>(best.value_or(0));
}

class Planner {
 public:
  explicit Planner(MatchPlan& plan) : plan_(plan), done_(plan.pattern.nodes.size(), false) {}

  void walk(std::uint8_t node) {
    done_[node] = true;
    for (const PatternEdge& edge : plan_.pattern.edges) {
      const bool forward = edge.from == node;
      if (!forward && edge.to != node) continue;
      const std::uint8_t next = forward ? edge.to : edge.from;
      if (done_[next]) continue;
      const std::size_t step = plan_.steps.size();
      plan_.steps.push_back({edge, 0});
      if (!forward) {
        std::swap(plan_.steps[step].edge.from, plan_.steps[step].edge.to);
        plan_.steps[step].edge.up = !edge.up;
      }
      walk(next);
      plan_.steps[step].end = plan_.steps.size();
    }
  }

 private:
  MatchPlan& plan_;
  std::vector<bool> done_;
};

}  // namespace

MatchPlan plan_match(Pattern pattern) {
  MatchPlan plan;
  plan.pattern = std::move(pattern);
  plan.anchor = choose_anchor(plan.pattern);
  Planner(plan).walk(plan.anchor);
  return plan;
}

std::vector<PatternMatch> match_pattern(const PatternText& text, const MatchPlan& plan,
                                        std::uint32_t token) {
  return Matcher(text, plan).find(token);
}

}  // namespace actant
