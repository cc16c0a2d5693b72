// SPDX-License-Identifier: MIT
#include "ingest/tuples.hpp"

#include "ingest/claim_features.hpp"
#include "ingest/clauses.hpp"
#include "ingest/tree.hpp"

#include <algorithm>
#include <array>

namespace actant {
namespace {

/// Tokens [begin, end) that fill a slot.
struct Phrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

constexpr std::size_t most_items = 4;  // objects that make a tuple each

class TupleFinder {
 public:
  TupleFinder(std::string_view text, const Analysis& analysis, const RuleBook& book)
      : text_(text), tree_(analysis), clauses_(find_clauses(tree_, book)) {}

  std::vector<Tuple> find() {
    for (const Clause& clause : clauses_.list) {
      if (clause.subject != no_head) tell(clause);
    }
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.rel(i) == DepRel::appos) tell_apposition(i);
    }
    std::stable_sort(order_.begin(), order_.end());
    std::vector<Tuple> tuples;
    tuples.reserve(order_.size());
    for (const auto& [trigger, at] : order_) tuples.push_back(std::move(tuples_[at]));
    return tuples;
  }

 private:
  /// The subtree of a noun, without clauses and asides behind it.
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
    cut_asides(phrase, token);
    trim(phrase, token);
    return phrase;
  }

  /// Deeper down, a clause or an apposition behind a comma is an aside, and a clause with a subject
  /// of its own is another statement.
  void cut_asides(Phrase& phrase, std::uint32_t token) const {
    for (std::uint32_t at = token + 1; at < phrase.end; ++at) {
      const DepRel rel = tree_.rel(at);
      const std::uint32_t first = tree_.left(at);
      if (first <= token) continue;
      const bool aside = rel == DepRel::acl_relcl || rel == DepRel::appos ||
                         rel == DepRel::parataxis || rel == DepRel::advcl || rel == DepRel::acl;
      const bool statement = rel == DepRel::conj && tree_.child(at, DepRel::nsubj) != no_head;
      if (statement || (aside && (tree_.form(first - 1) == "," || tree_.form(first) == ","))) {
        phrase.end = first;
        return;
      }
    }
  }

  /// The phrase without what is coordinated with its noun.
  Phrase alone(Phrase phrase, std::uint32_t token) const {
    for (const std::uint32_t child : tree_.children(token)) {
      const DepRel rel = tree_.rel(child);
      if (child > token && (rel == DepRel::conj || rel == DepRel::cc)) {
        phrase.end = std::min(phrase.end, tree_.left(child));
      } else if (rel == DepRel::cc) {
        phrase.begin = std::max(phrase.begin, tree_.right(child));
      }
    }
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
    const std::string subject = words(noun_phrase(clause.subject, false));
    std::vector<std::uint32_t> items;
    if (last->object != no_head && tree_.is_noun(last->object)) {
      conjuncts(tree_, last->object, items);
    }
    if (items.size() < 2 || items.size() > most_items) {
      tell(clause, *last, tokens, subject,
           last->object == no_head ? Phrase() : noun_phrase(last->object, false));
      return;
    }
    for (const std::uint32_t item : items) {
      tell(clause, *last, tokens, subject, alone(noun_phrase(item, false), item));
    }
  }

  /// One tuple for one object; an empty phrase when there is none.
  void tell(const Clause& clause, const Clause& last, const std::vector<std::uint32_t>& tokens,
            const std::string& subject, Phrase object) {
    std::vector<std::string> arguments = {subject};
    std::uint32_t mark = no_head;
    objects(last, object, arguments);
    if (&last != &clause && clause.object == no_head) adjuncts(clause, arguments, nullptr);
    adjuncts(last, arguments, arguments.size() == 1 ? &mark : nullptr);
    if (arguments.size() < 2 && tokens.empty()) return;
    emit(clause, last, tokens, mark, std::move(arguments));
  }

  /// "Ankara, the capital of Turkey": the one is the other.
  void tell_apposition(std::uint32_t token) {
    const std::uint32_t head = tree_.head(token);
    if (head == no_head || head > token || !tree_.is_noun(head) || !tree_.is_noun(token)) return;
    Tuple tuple;
    tuple.relation = "is";
    tuple.sentence = tree_.sentence(token);
    tuple.text = sentence_text(tuple.sentence);
    tuple.arguments = {words(noun_phrase(head, false)), words(noun_phrase(token, false))};
    add_feature(tuple.features, "clause", "appos");
    add_feature(tuple.features, "first-tag", to_string(tree_.upos(head)));
    add_feature(tuple.features, "second-tag", to_string(tree_.upos(token)));
    describe_lengths(tuple);
    order_.emplace_back(token, tuples_.size());
    tuples_.push_back(std::move(tuple));
  }

  void objects(const Clause& last, Phrase object, std::vector<std::string>& arguments) const {
    if (last.copular) {
      arguments.push_back(words(noun_phrase(last.trigger, true)));
      return;
    }
    if (last.recipient != no_head) arguments.push_back(words(noun_phrase(last.recipient, false)));
    if (object.begin < object.end) arguments.push_back(words(object));
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
      // What follows the noun or adjective of a copula is part of its phrase.
      if (clause.copular && oblique.head > clause.trigger) continue;
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

  void emit(const Clause& clause, const Clause& last, std::vector<std::uint32_t> tokens,
            std::uint32_t mark, std::vector<std::string> arguments) {
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
    tuple.arguments = std::move(arguments);
    describe(clause, last, tuple);
    order_.emplace_back(clause.trigger, tuples_.size());
    tuples_.push_back(std::move(tuple));
  }

  std::string sentence_text(std::uint32_t index) const {
    const Sentence& sentence = tree_.analysis().sentences[index];
    return actant::phrase(tree_.analysis(), text_, sentence.begin, sentence.end);
  }

  static std::string_view name(SubjectOrigin origin) {
    constexpr std::array<std::string_view, 5> names = {"none", "own", "shared", "controlled",
                                                       "antecedent"};
    return names.at(static_cast<std::size_t>(origin));
  }

  /// What tells whether the tuple is likely to be right; names for ConfidenceModel::rate.
  void describe(const Clause& clause, const Clause& last, Tuple& tuple) const {
    std::string& features = tuple.features;
    const auto add = [&features](std::string_view group, std::string_view value) {
      add_feature(features, group, value);
    };
    const auto flag = [&add](std::string_view group, bool holds) {
      add(group, holds ? "yes" : "no");
    };
    add("clause", to_string(tree_.rel(clause.trigger)));
    add("predicate", tree_.xpos(clause.trigger));
    add("subject", name(clause.subject_origin));
    add("subject-tag", to_string(tree_.upos(clause.subject)));
    add("subject-rel", to_string(tree_.rel(clause.subject)));
    flag("before", clause.subject < clause.trigger);
    flag("copular", clause.copular);
    flag("passive", clause.passive);
    flag("chain", &last != &clause);
    flag("object", last.object != no_head);
    flag("recipient", last.recipient != no_head);
    flag("agent", clause.agent != no_head);
    flag("helped", tree_.child(clause.trigger, DepRel::aux) != no_head);
    flag("content", tree_.child(last.trigger, DepRel::ccomp) != no_head);
    flag("open", tree_.child(last.trigger, DepRel::xcomp) != no_head);
    flag("spread", tree_.child(clause.subject, DepRel::conj) != no_head);
    add_length(features, "adjuncts", static_cast<std::uint32_t>(last.obliques.size()));
    const std::uint32_t far = clause.subject < clause.trigger ? clause.trigger - clause.subject
                                                              : clause.subject - clause.trigger;
    add_length(features, "far", far);
    add_length(features, "depth", depth(clause.trigger));
    describe_lengths(tuple);
  }

  void describe_lengths(Tuple& tuple) const {
    const auto length = [&tuple](std::string_view group, std::uint32_t number) {
      add_length(tuple.features, group, number);
    };
    length("slots", static_cast<std::uint32_t>(tuple.arguments.size()));
    length("words", count_words(tuple.relation));
    length("first", count_words(tuple.arguments[0]));
    length("second", tuple.arguments.size() < 2 ? 0 : count_words(tuple.arguments[1]));
    length("rest", words_from(tuple.arguments, 2));
    const Sentence& sentence = tree_.analysis().sentences[tuple.sentence];
    length("sentence", sentence.end - sentence.begin);
  }

  static std::uint32_t count_words(std::string_view words) {
    return words.empty()
               ? 0
               : 1 + static_cast<std::uint32_t>(std::count(words.begin(), words.end(), ' '));
  }

  static std::uint32_t words_from(const std::vector<std::string>& arguments, std::size_t first) {
    std::uint32_t sum = 0;
    for (std::size_t i = first; i < arguments.size(); ++i) sum += count_words(arguments[i]);
    return sum;
  }

  std::uint32_t depth(std::uint32_t token) const {
    std::uint32_t steps = 0;
    for (std::uint32_t up = tree_.head(token); up != no_head; up = tree_.head(up)) ++steps;
    return steps;
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

}  // namespace actant
