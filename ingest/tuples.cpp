// SPDX-License-Identifier: MIT
#include "ingest/tuples.hpp"

#include "ingest/clauses.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/tree.hpp"

#include <algorithm>

namespace actant {
namespace {

/// Tokens [begin, end) that fill a slot.
struct Phrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class TupleFinder {
 public:
  TupleFinder(std::string_view text, const Analysis& analysis, const RuleBook& book)
      : text_(text), tree_(analysis), clauses_(find_clauses(tree_, book)) {}

  std::vector<Tuple> find() {
    for (const Clause& clause : clauses_.list) {
      if (clause.subject != no_head) tell(clause);
    }
    std::stable_sort(order_.begin(), order_.end());
    std::vector<Tuple> tuples;
    tuples.reserve(order_.size());
    for (const auto& [trigger, at] : order_) tuples.push_back(std::move(tuples_[at]));
    return tuples;
  }

 private:
  /// The subtree of a noun, without clauses, asides and what is coordinated when `alone`.
  Phrase noun_phrase(std::uint32_t token, bool preposition) const {
    Phrase phrase{tree_.left(token), tree_.right(token)};
    for (const std::uint32_t child : tree_.children(token)) {
      const DepRel rel = tree_.rel(child);
      if (child > token) {
        const bool aside = rel == DepRel::acl_relcl || rel == DepRel::parataxis ||
                           rel == DepRel::advcl || rel == DepRel::appos ||
                           (rel == DepRel::acl && tree_.right(child) - tree_.left(child) > 6);
        if (aside) phrase.end = std::min(phrase.end, tree_.left(child));
      } else if (rel == DepRel::case_ && !preposition) {
        phrase.begin = std::max(phrase.begin, tree_.right(child));
      } else if (rel == DepRel::cop || rel == DepRel::nsubj || rel == DepRel::mark ||
                 rel == DepRel::aux || rel == DepRel::cc || rel == DepRel::advcl ||
                 rel == DepRel::nsubj_outer || rel == DepRel::expl ||
                 (rel == DepRel::advmod && tree_.child(token, DepRel::cop) != no_head &&
                  child < tree_.child(token, DepRel::cop)) ||
                 (rel == DepRel::obl && tree_.child(token, DepRel::cop) != no_head)) {
        phrase.begin = std::max(phrase.begin, tree_.right(child));
      }
    }
    phrase.begin = std::min(phrase.begin, token);
    phrase.end = std::max(phrase.end, token + 1);
    trim(phrase, token);
    return phrase;
  }

  void trim(Phrase& phrase, std::uint32_t token) const {
    const auto loose = [&](std::uint32_t at) {
      const std::string_view form = tree_.form(at);
      return tree_.upos(at) == Upos::punct && form != ")" && form != "(" && form != "-RRB-" &&
             form != "-LRB-";
    };
    while (phrase.end > token + 1 && loose(phrase.end - 1)) --phrase.end;
    while (phrase.begin < token && loose(phrase.begin)) ++phrase.begin;
  }

  std::string words(Phrase phrase) const {
    return actant::phrase(tree_.analysis(), text_, phrase.begin, phrase.end);
  }

  /// The verbs that the relation strings together: "decided to help".
  const Clause* chain(const Clause& clause, std::vector<std::uint32_t>& tokens) const {
    const Clause* last = &clause;
    for (int depth = 0; depth < 4; ++depth) {
      group(*last, tokens);
      const Clause* next = nullptr;
      if (last->object == no_head && last->recipient == no_head) {
        for (const std::uint32_t child : tree_.children(last->trigger)) {
          if (tree_.rel(child) == DepRel::xcomp && tree_.upos(child) == Upos::verb &&
              child > last->trigger && child - last->trigger <= 4) {
            next = clauses_.at(child);
          }
        }
      }
      if (next == nullptr) break;
      last = next;
    }
    return last;
  }

  void group(const Clause& clause, std::vector<std::uint32_t>& tokens) const {
    const bool whole = !clause.copular;
    if (whole) tokens.push_back(clause.trigger);
    if (clause.particle != no_head) tokens.push_back(clause.particle);
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const DepRel rel = tree_.rel(child);
      const bool helps = rel == DepRel::aux || rel == DepRel::aux_pass || rel == DepRel::cop;
      const bool denies =
          rel == DepRel::advmod && (tree_.lemma(child) == "not" || tree_.lemma(child) == "never" ||
                                    tree_.lemma(child) == "n't");
      const bool to = rel == DepRel::mark && tree_.lemma(child) == "to" && !tokens.empty() &&
                      tree_.rel(clause.trigger) == DepRel::xcomp;
      const bool adverb = rel == DepRel::advmod && whole && child + 1 == clause.trigger &&
                          tree_.upos(child) == Upos::adv && tree_.xpos(child) == "RB";
      if (helps || denies || to || adverb) tokens.push_back(child);
    }
  }

  void tell(const Clause& clause) {
    const DepRel rel = tree_.rel(clause.trigger);
    if (rel == DepRel::xcomp && clause.subject_origin != SubjectOrigin::own) {
      const Clause* outer = clauses_.at(tree_.head(clause.trigger));
      if (outer != nullptr && outer->object == no_head && outer->recipient == no_head) return;
    }
    std::vector<std::uint32_t> tokens;
    const Clause* last = chain(clause, tokens);
    std::vector<std::string> arguments;
    Phrase subject = noun_phrase(clause.subject, false);
    arguments.push_back(words(subject));
    std::uint32_t mark = no_head;
    objects(*last, arguments);
    if (last != &clause && clause.object == no_head) adjuncts(clause, arguments, nullptr);
    adjuncts(*last, arguments, arguments.size() == 1 ? &mark : nullptr);
    if (arguments.size() < 2 && tokens.empty()) return;
    emit(clause, tokens, mark, std::move(arguments));
  }

  void objects(const Clause& last, std::vector<std::string>& arguments) const {
    if (last.copular) {
      arguments.push_back(words(noun_phrase(last.trigger, true)));
      return;
    }
    if (last.recipient != no_head) arguments.push_back(words(noun_phrase(last.recipient, false)));
    if (last.object != no_head) {
      arguments.push_back(words(noun_phrase(last.object, false)));
    }
    for (const std::uint32_t child : tree_.children(last.trigger)) {
      const DepRel rel = tree_.rel(child);
      const bool clause = rel == DepRel::ccomp || (rel == DepRel::xcomp && last.object == no_head);
      if (!clause || child < last.trigger) continue;
      Phrase inside{tree_.left(child), tree_.right(child)};
      trim(inside, child);
      if (inside.begin > last.trigger) arguments.push_back(words(inside));
    }
  }

  void adjuncts(const Clause& clause, std::vector<std::string>& arguments,
                std::uint32_t* mark) const {
    if (clause.agent != no_head) {
      const bool first = mark != nullptr && *mark == no_head;
      if (first) *mark = tree_.preposition(clause.agent);
      arguments.push_back(words(noun_phrase(clause.agent, !first)));
    }
    for (const Oblique& oblique : clause.obliques) {
      if (oblique.head == clause.subject || tree_.head(oblique.head) != clause.trigger) continue;
      const bool first = mark != nullptr && *mark == no_head && oblique.preposition != no_head &&
                         oblique.head > clause.trigger;
      if (first) *mark = oblique.preposition;
      arguments.push_back(words(noun_phrase(oblique.head, !first)));
    }
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      if (tree_.rel(child) != DepRel::advcl || child < clause.trigger || clause.copular) continue;
      Phrase inside{tree_.left(child), tree_.right(child)};
      trim(inside, child);
      if (inside.end - inside.begin <= 12) arguments.push_back(words(inside));
    }
  }

  void emit(const Clause& clause, std::vector<std::uint32_t>& tokens, std::uint32_t mark,
            std::vector<std::string> arguments) {
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    Tuple tuple;
    for (const std::uint32_t token : tokens) {
      const bool joined = token > 0 && tree_.analysis().tokens[token - 1].joined;
      if (!tuple.relation.empty() && !joined) tuple.relation += ' ';
      tuple.relation += words({token, token + 1});
    }
    if (mark != no_head) {
      if (!tuple.relation.empty()) tuple.relation += ' ';
      tuple.relation += words({mark, mark + 1});
    }
    if (tuple.relation.empty()) return;
    tuple.sentence = tree_.sentence(clause.trigger);
    tuple.text = sentence_text(tuple.sentence);
    tuple.confidence = confidence(clause, arguments.size());
    tuple.arguments = std::move(arguments);
    order_.emplace_back(clause.trigger, tuples_.size());
    tuples_.push_back(std::move(tuple));
  }

  std::string sentence_text(std::uint32_t index) const {
    const Sentence& sentence = tree_.analysis().sentences[index];
    return actant::phrase(tree_.analysis(), text_, sentence.begin, sentence.end);
  }

  double confidence(const Clause& clause, std::size_t arguments) const {
    double value = 0.9;
    if (clause.subject_origin != SubjectOrigin::own) value -= 0.15;
    if (clause.subject_origin == SubjectOrigin::antecedent) value -= 0.1;
    if (tree_.upos(clause.subject) == Upos::pron) value -= 0.05;
    if (arguments < 2) value -= 0.3;
    if (arguments > 3) value -= 0.05;
    return value;
  }

  std::string_view text_;
  Tree tree_;
  Clauses clauses_;
  std::vector<Tuple> tuples_;
  std::vector<std::pair<std::uint32_t, std::size_t>> order_;
};

}  // namespace

std::vector<Tuple> find_tuples(std::string_view text, const Analysis& analysis,
                               const RuleBook& book) {
  return TupleFinder(text, analysis, book).find();
}

Analysis split_at_blanks(std::string_view line) {
  Analysis analysis;
  const StringId unknown = analysis.strings.intern("_");
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    Token token;
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    token.form = analysis.strings.intern(line.substr(at, end - at));
    token.lemma = token.form;
    token.xpos = unknown;
    token.feats = unknown;
    analysis.tokens.push_back(token);
    at = end;
  }
  if (analysis.tokens.empty()) return analysis;
  Sentence sentence;
  sentence.end = static_cast<std::uint32_t>(analysis.tokens.size());
  sentence.span = {analysis.tokens.front().span.begin, analysis.tokens.back().span.end};
  sentence.paragraph_start = true;
  analysis.sentences.push_back(sentence);
  return analysis;
}

std::vector<Tuple> Pipeline::tuples(std::string_view text, Workspace& scratch) const {
  const Analysis analysis = analyzer().analyze(text, scratch);
  return find_tuples(text, analysis, rules());
}

std::vector<Tuple> Pipeline::line_tuples(std::string_view line, Workspace& scratch) const {
  Analysis analysis = split_at_blanks(line);
  if (analysis.tokens.empty()) return {};
  analyzer().annotate(analysis, scratch);
  std::vector<Tuple> tuples = find_tuples(line, analysis, rules());
  for (Tuple& tuple : tuples) tuple.text = std::string(line);
  return tuples;
}

}  // namespace actant
