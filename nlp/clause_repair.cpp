// SPDX-License-Identifier: MIT
#include "nlp/clause_repair.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {
namespace {

constexpr std::uint32_t reach = 40;  // words from a verb to what hangs on it

/// What hangs on a token, in one bit each.
enum Dependent : std::uint8_t {
  has_subject = 1,
  has_auxiliary = 2,
  has_mark = 4,
  has_agent = 8,
  has_object = 16,  // behind it, more than a bare noun
  has_copula = 32,
  has_owner = 64,  // an article, owner, number or adjective
};

std::uint8_t bit_of(DepRel relation) {
  switch (relation) {
    case DepRel::nsubj:
    case DepRel::nsubj_pass:
    case DepRel::nsubj_outer:
    case DepRel::csubj:
    case DepRel::csubj_pass:
    case DepRel::expl:
      return has_subject;
    case DepRel::aux:
    case DepRel::aux_pass:
      return has_auxiliary;
    case DepRel::cop:
      return has_copula;
    case DepRel::mark:
      return has_mark;
    case DepRel::obl_agent:
      return has_agent;
    case DepRel::det:
    case DepRel::nmod_poss:
    case DepRel::nummod:
    case DepRel::amod:
      return has_owner;
    default:
      return 0;
  }
}

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::array<std::string_view, Count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Verbs whose object is told, not done something to.
constexpr std::array<std::string_view, 16> telling = {
    "say",  "report", "show",    "suggest",  "announce", "confirm", "add",    "claim",
    "note", "state",  "believe", "indicate", "think",    "argue",   "allege", "reveal"};
/// Prepositions that open clauses as well.
constexpr std::array<std::string_view, 5> opening = {"after", "before", "since", "until", "as"};
/// Verbs with two objects, of which a participle keeps one: "the man given a medal".
constexpr std::array<std::string_view, 30> double_object = {
    "give", "award", "grant", "offer",   "deny",     "pay",      "sell",    "tell",
    "show", "teach", "send",  "lend",    "assign",   "allow",    "promise", "owe",
    "name", "call",  "elect", "appoint", "declare",  "consider", "deem",    "dub",
    "ask",  "rate",  "title", "entitle", "nickname", "designate"};

class ClauseRepair {
 public:
  explicit ClauseRepair(Analysis& analysis) : analysis_(analysis), tokens_(analysis.tokens) {}

  void run(const Sentence& sentence) {
    begin_ = sentence.begin;
    end_ = sentence.end;
    const bool verbal = std::any_of(tokens_.begin() + begin_, tokens_.begin() + end_,
                                    [](const Token& token) { return token.upos == Upos::verb; });
    if (!verbal) return;
    note_dependents();
    for (std::uint32_t t = begin_; t < end_; ++t) {
      if (tokens_[t].deprel == DepRel::compound) uncross(t);
      if (tokens_[t].deprel == DepRel::acl) revive(t);
    }
  }

 private:
  [[nodiscard]] std::string_view xpos(std::uint32_t t) const {
    return analysis_.strings.view(tokens_[t].xpos);
  }
  [[nodiscard]] std::string_view lemma(std::uint32_t t) const {
    return analysis_.strings.view(tokens_[t].lemma);
  }
  [[nodiscard]] bool has(std::uint32_t t, std::uint8_t bits) const {
    return (dependents_[t - begin_] & bits) != 0;
  }

  void note_dependents() {
    dependents_.assign(end_ - begin_, 0);
    for (std::uint32_t t = begin_; t < end_; ++t) {
      if (tokens_[t].head == no_head) continue;
      dependents_[tokens_[t].head - begin_] |= bit_of(tokens_[t].deprel);
    }
    for (std::uint32_t t = begin_; t < end_; ++t) {
      const Token& token = tokens_[t];
      if (token.deprel != DepRel::obj || token.head == no_head || token.head > t) continue;
      // Neither "held hostage" nor "published Monday".
      const bool thing = token.upos == Upos::num || xpos(t) == "NNS" || has(t, has_owner);
      if (thing) dependents_[token.head - begin_] |= has_object;
    }
  }

  /// A noun in the phrase of an object behind the verb.
  void uncross(std::uint32_t t) {
    const std::uint32_t phrase = tokens_[t].head;
    if (phrase == no_head || phrase < t) return;
    const std::uint32_t verb = tokens_[phrase].head;
    if (verb == no_head || verb < t || verb > phrase || tokens_[phrase].deprel != DepRel::obj)
      return;
    const std::string_view tag = xpos(verb);
    const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
    if (!finite || tokens_[verb].upos != Upos::verb || has(verb, has_subject | has_auxiliary))
      return;
    const bool noun = tokens_[t].upos == Upos::noun || tokens_[t].upos == Upos::propn;
    if (!noun) return;
    for (std::uint32_t w = t > reach + begin_ ? t - reach : begin_; w < verb; ++w) {
      if (w != t && tokens_[w].head == phrase) tokens_[w].head = t;
    }
    tokens_[t].head = verb;
    tokens_[t].deprel = DepRel::nsubj;
    dependents_[verb - begin_] |= has_subject;
  }

  /// A participle that is a verb in the past tense.
  void revive(std::uint32_t verb) {
    const std::uint32_t noun = tokens_[verb].head;
    if (noun == no_head || noun > verb || xpos(verb) != "VBN") return;
    if (has(verb, has_subject | has_auxiliary | has_mark | has_agent)) return;
    const Token& above = tokens_[noun];
    if (above.upos != Upos::noun && above.upos != Upos::propn) return;
    const bool object = has(verb, has_object) && !is_one_of(lemma(verb), double_object);
    if (above.head == no_head) {
      const bool lacks_verb = !has(noun, has_copula | has_subject | has_auxiliary);
      const bool adjacent = noun + 1 == verb && is_stopped();
      if (lacks_verb && (object || adjacent)) take_over(noun, verb, DepRel::root);
      return;
    }
    if (!object) return;
    const bool told =
        above.deprel == DepRel::obj && above.head < noun && is_one_of(lemma(above.head), telling);
    if (told) take_over(noun, verb, DepRel::ccomp);
    if (above.deprel == DepRel::obl) open_clause(noun, verb);
  }

  /// "after the tanker delivered fuel"
  void open_clause(std::uint32_t noun, std::uint32_t verb) {
    std::uint32_t opener = no_head;
    for (std::uint32_t w = noun > reach + begin_ ? noun - reach : begin_; w < noun; ++w) {
      if (tokens_[w].head == noun && tokens_[w].deprel == DepRel::case_) opener = w;
    }
    if (opener == no_head || !is_one_of(lemma(opener), opening)) return;
    take_over(noun, verb, DepRel::advcl);
    tokens_[opener].head = verb;
    tokens_[opener].deprel = DepRel::mark;
  }

  [[nodiscard]] bool is_stopped() const {
    const std::string_view last = analysis_.strings.view(tokens_[end_ - 1].form);
    return last == "." || last == "\"" || last == "\u201D" || last == "''";
  }

  /// The verb goes where the noun was, the noun becomes its subject.
  void take_over(std::uint32_t noun, std::uint32_t verb, DepRel relation) {
    tokens_[verb].head = tokens_[noun].head;
    tokens_[verb].deprel = relation;
    tokens_[verb].xpos = analysis_.strings.intern("VBD");
    tokens_[verb].feats = analysis_.strings.intern("Mood=Ind|Tense=Past|VerbForm=Fin");
    tokens_[noun].head = verb;
    tokens_[noun].deprel = DepRel::nsubj;
    for (std::uint32_t w = verb + 1; w < end_ && w < verb + reach; ++w) {
      if (tokens_[w].head == noun) tokens_[w].head = verb;
    }
    // The stop of a sentence may be further away than anything else.
    if (tokens_[end_ - 1].head == noun) tokens_[end_ - 1].head = verb;
  }

  Analysis& analysis_;
  std::vector<Token>& tokens_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::vector<std::uint8_t> dependents_;  // of each token of the sentence: bits of Dependent
};

}  // namespace

void restore_subjects(Analysis& analysis) {
  ClauseRepair repair(analysis);
  for (const Sentence& sentence : analysis.sentences) repair.run(sentence);
}

}  // namespace actant
