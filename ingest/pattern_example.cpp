// SPDX-License-Identifier: MIT
#include "ingest/pattern_example.hpp"

#include "ingest/clauses.hpp"
#include "ingest/pattern_match.hpp"
#include "ingest/pattern_variants.hpp"
#include "ingest/rule_text.hpp"
#include "ingest/tree.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

namespace actant {
namespace {

constexpr std::uint64_t apposition_bits =
    bit(DepRel::appos) | bit(DepRel::flat) | bit(DepRel::nmod_desc) | bit(DepRel::nmod_unmarked);
constexpr std::uint64_t oblique_bits =
    bit(DepRel::obl) | bit(DepRel::obl_npmod) | bit(DepRel::obl_tmod) | bit(DepRel::obl_unmarked);

class Compiler {
 public:
  Compiler(const SlottedSentence& sentence, const Analysis& analysis, const RuleBook& book)
      : sentence_(sentence),
        analysis_(analysis),
        tree_(analysis),
        clauses_(find_clauses(tree_, book)),
        slot_of_(tree_.size(), 0),
        on_path_(tree_.size(), false),
        inside_(tree_.size(), false) {}

  Pattern compile() {
    for (std::size_t i = 0; i < sentence_.slots.size(); ++i) {
      const std::uint32_t head = slot_head(sentence_.slots[i]);
      slot_of_[head] = static_cast<std::uint8_t>(i + 1);
      heads_.push_back(head);
    }
    const std::uint32_t root = common_ancestor();
    for (const std::uint32_t head : heads_) {
      for (std::uint32_t at = head; at != root; at = tree_.head(at)) on_path_[at] = true;
    }
    on_path_[root] = true;
    add(root);
    if (std::none_of(pattern_.nodes.begin(), pattern_.nodes.end(),
                     [](const PatternNode& node) { return node.has_word(); })) {
      throw InputError(sentence_.where,
                       "the parse ties the slots to each other without a word; a word between "
                       "them was expected");
    }
    return pattern_;
  }

  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] const Clauses& clauses() const { return clauses_; }
  /// The tokens that stand for the slots, in order.
  [[nodiscard]] const std::vector<std::uint32_t>& heads() const { return heads_; }

 private:
  /// The token of a slot that the rest of the sentence governs.
  std::uint32_t slot_head(const SlottedSentence::Slot& slot) {
    std::uint32_t head = no_head;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const Span span = analysis_.tokens[i].span;
      if (span.end <= slot.span.begin || span.begin >= slot.span.end) continue;
      if (span.begin < slot.span.begin || span.end > slot.span.end) {
        throw InputError(slot.where, "the slot cuts the word " + in_quotes(tree_.form(i)) +
                                         "; whole words were expected");
      }
      inside_[i] = true;
      const std::uint32_t up = tree_.head(i);
      const bool outer = up == no_head || analysis_.tokens[up].span.end <= slot.span.begin ||
                         analysis_.tokens[up].span.begin >= slot.span.end;
      if (outer && (head == no_head || depth(i) < depth(head))) head = i;
    }
    if (head == no_head) throw InputError(slot.where, "no word in the slot; one was expected");
    return head;
  }

  [[nodiscard]] std::size_t depth(std::uint32_t token) const {
    std::size_t steps = 0;
    for (std::uint32_t at = tree_.head(token); at != no_head; at = tree_.head(at)) ++steps;
    return steps;
  }

  [[nodiscard]] std::uint32_t common_ancestor() const {
    std::uint32_t common = heads_[0];
    for (const std::uint32_t head : heads_) {
      std::uint32_t a = common;
      std::uint32_t b = head;
      while (a != b && a != no_head && b != no_head) {
        const std::size_t left = depth(a);
        const std::size_t right = depth(b);
        if (left >= right) a = tree_.head(a);
        if (right >= left) b = tree_.head(b);
      }
      if (a != b || a == no_head) {
        throw InputError(sentence_.where,
                         "the slots are parsed as parts of several sentences; one sentence was "
                         "expected");
      }
      common = a;
    }
    return common;
  }

  /// Adds a token of the path, and below it what hangs on it.
  void add(std::uint32_t token) {
    const std::size_t at = pattern_.nodes.size();
    if (at > 16) {
      throw InputError(sentence_.where,
                       "the path between the slots is too long; a shorter sentence was expected");
    }
    pattern_.nodes.push_back(node(token));
    const bool word = slot_of_[token] == 0;
    for (const std::uint32_t child : tree_.children(token)) {
      const bool needed = word && !on_path_[child] && belongs(token, child);
      if (!on_path_[child] && !needed) continue;
      PatternEdge edge = this->edge(token, child);
      edge.from = static_cast<std::uint8_t>(at);
      edge.to = static_cast<std::uint8_t>(pattern_.nodes.size());
      pattern_.edges.push_back(std::move(edge));
      if (needed) {
        pattern_.nodes.push_back(node(child));
      } else {
        add(child);
      }
    }
  }

  /// Words beside the path without which it would say something else: "gave birth to", "set up",
  /// "prime minister".
  [[nodiscard]] bool belongs(std::uint32_t token, std::uint32_t child) const {
    if (inside_[child]) return false;
    const DepRel rel = tree_.rel(child);
    if (rel == DepRel::compound_prt) return true;
    if (tree_.is_noun(token)) return rel == DepRel::compound || rel == DepRel::amod;
    return rel == DepRel::obj || rel == DepRel::xcomp;
  }

  [[nodiscard]] PatternNode node(std::uint32_t token) const {
    PatternNode node;
    if (slot_of_[token] != 0) {
      node.slot = slot_of_[token];
      node.types = sentence_.slots[node.slot - 1U].types;
      return node;
    }
    if (inside_[token]) {
      throw InputError(sentence_.where, "the word " + in_quotes(tree_.form(token)) +
                                            " of a slot ties the others together in the parse; "
                                            "a simpler sentence was expected");
    }
    node.lemmas.push_back(lower_ascii(tree_.lemma(token)));
    node.tags = tree_.is_noun(token) ? bit(Upos::noun) | bit(Upos::propn) : bit(tree_.upos(token));
    return node;
  }

  [[nodiscard]] PatternEdge edge(std::uint32_t token, std::uint32_t child) const {
    PatternEdge edge;
    const DepRel rel = tree_.rel(child);
    edge.relations = bit(rel);
    if ((edge.relations & apposition_bits) != 0) edge.relations = apposition_bits;
    const Clause* clause = clauses_.at(token);
    if (clause != nullptr) {
      if (child == clause->subject) {
        edge.relations = bit(clause->passive ? DepRel::nsubj_pass : DepRel::nsubj);
      } else if (child == clause->agent) {
        edge.relations = bit(DepRel::obl_agent);
        return edge;
      } else if (child == clause->object) {
        edge.relations = bit(DepRel::obj);
      } else if ((edge.relations & oblique_bits) != 0) {
        edge.relations = oblique_bits;
      }
    }
    if (const std::uint32_t mark = tree_.preposition(child); mark != no_head) {
      edge.marks.push_back(lower_ascii(tree_.lemma(mark)));
    }
    return edge;
  }

  const SlottedSentence& sentence_;
  const Analysis& analysis_;
  Tree tree_;
  Clauses clauses_;
  std::vector<std::uint8_t> slot_of_;  // by token: the slot that it stands for, or 0
  std::vector<bool> on_path_;          // by token
  std::vector<bool> inside_;           // by token: within a slot
  std::vector<std::uint32_t> heads_;
  Pattern pattern_;
};

bool matches(const Compiler& compiler, const MatchPlan& plan, const RuleBook& book) {
  const PatternText text{compiler.tree(), compiler.clauses(), book};
  for (std::uint32_t token = 0; token < compiler.tree().size(); ++token) {
    for (const PatternMatch& match : match_pattern(text, plan, token)) {
      bool same = true;
      for (std::size_t i = 0; i < compiler.heads().size(); ++i) {
        same = same && match.slots[i + 1] == compiler.heads()[i];
      }
      if (same) return true;
    }
  }
  return false;
}

constexpr std::size_t name_turns = 3;

/// Drops an article at the end: names do without.
void drop_article(std::string& text) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (text.size() < article.size()) continue;
    const std::size_t start = text.size() - article.size();
    if (text.compare(start, article.size(), article) != 0) continue;
    if (start > 0 && text[start - 1] != ' ') continue;
    text.resize(start);
    return;
  }
}

/// The sentence with known names of their types in its slots, others each turn; slots whose types
/// have none keep their words.
SlottedSentence with_names(const SlottedSentence& sentence, const Ontology& ontology,
                           std::size_t turn) {
  SlottedSentence out = sentence;
  out.text.clear();
  std::map<std::string, std::size_t> used;  // names, by type
  std::uint32_t copied = 0;
  for (SlottedSentence::Slot& slot : out.slots) {
    const Span old = slot.span;
    out.text += sentence.text.substr(copied, old.begin - copied);
    copied = old.end;
    static const std::vector<std::string> none;
    const auto& names = slot.types.empty() ? none : ontology.names_of(slot.types.front());
    if (!names.empty()) drop_article(out.text);
    slot.span.begin = static_cast<std::uint32_t>(out.text.size());
    if (names.empty()) {
      out.text += slice(sentence.text, old);
    } else {
      out.text += names[(turn + used[slot.types.front()]++) % names.size()];
    }
    slot.span.end = static_cast<std::uint32_t>(out.text.size());
  }
  out.text += sentence.text.substr(copied);
  return out;
}

/// What one parse of the sentence gives.
struct Candidate {
  CompiledExample compiled;
  bool clause = false;  ///< a predicate is the root of the sentence
  std::size_t votes = 1;

  [[nodiscard]] const Pattern& pattern() const { return compiled.plans.front().pattern; }
  /// Whole sentences before headlines, then frequent ones, then those with fewer words.
  [[nodiscard]] bool is_better_than(const Candidate& other) const {
    const std::size_t size = pattern().nodes.size();
    const std::size_t other_size = other.pattern().nodes.size();
    return std::tie(clause, votes, other_size) > std::tie(other.clause, other.votes, size);
  }
};

Candidate compile_as_is(const SlottedSentence& sentence, const RuleOutcome& outcome,
                        const RuleBook& book, const Analyzer& analyzer, Workspace& scratch) {
  const Analysis analysis = analyzer.analyze(closed_sentence(sentence.text), scratch);
  Compiler compiler(sentence, analysis, book);
  const Pattern pattern = compiler.compile();
  Candidate found;
  found.compiled.sentence = sentence;
  std::vector<MatchPlan>& plans = found.compiled.plans;
  for (Pattern& variant : pattern_variants(pattern, sentence, outcome)) {
    plans.push_back(plan_match(std::move(variant)));
  }
  if (!matches(compiler, plans.front(), book)) {
    throw InputError(sentence.where, "the pattern " + in_quotes(to_string(pattern)) +
                                         " does not match the sentence itself; a simpler "
                                         "sentence was expected");
  }
  std::uint32_t root = compiler.heads().front();
  while (compiler.tree().head(root) != no_head) root = compiler.tree().head(root);
  found.clause = compiler.clauses().at(root) != nullptr;
  return found;
}

}  // namespace

std::string closed_sentence(const std::string& text) {
  const std::size_t last = text.find_last_not_of(" \t");
  const bool closed = last != std::string::npos &&
                      std::string_view(".!?\"')").find(text[last]) != std::string_view::npos;
  return closed ? text : text + " .";  // apart, so that "Co" does not become "Co."
}

CompiledExample compile_example(const SlottedSentence& sentence, const RuleOutcome& outcome,
                                const RuleBook& book, const Analyzer& analyzer,
                                Workspace& scratch) {
  std::vector<Candidate> found;
  const auto vote = [&](const SlottedSentence& version) {
    Candidate next = compile_as_is(version, outcome, book, analyzer, scratch);
    const auto same = std::find_if(found.begin(), found.end(), [&](const Candidate& other) {
      return other.clause == next.clause && other.pattern() == next.pattern();
    });
    if (same != found.end()) {
      ++same->votes;
    } else {
      found.push_back(std::move(next));
    }
  };
  for (std::size_t turn = 0; turn < name_turns; ++turn) {
    const SlottedSentence named = with_names(sentence, book.ontology(), turn);
    if (named.text == sentence.text) break;
    try {
      vote(named);
    } catch (const InputError&) {
      // The sentence in its own words has the last say, and the positions to report.
    }
  }
  try {
    vote(sentence);
  } catch (const InputError&) {
    if (found.empty()) throw;
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (found[i].is_better_than(found[best])) best = i;
  }
  return std::move(found[best].compiled);
}

}  // namespace actant
