// SPDX-License-Identifier: MIT
#include "ingest/clauses.hpp"

#include "ingest/noun_clause.hpp"

namespace actant {
namespace {

bool is_copular(const Tree& tree, std::uint32_t token) {
  return tree.child(token, DepRel::cop) != no_head;
}

/// Does the token open a clause of its own?
bool is_predicate(const Tree& tree, std::uint32_t token) {
  const DepRel rel = tree.rel(token);
  const Upos tag = tree.upos(token);
  if (rel == DepRel::aux || rel == DepRel::aux_pass || rel == DepRel::cop ||
      rel == DepRel::compound || rel == DepRel::amod || rel == DepRel::case_ ||
      rel == DepRel::mark || rel == DepRel::fixed || rel == DepRel::punct || rel == DepRel::flat) {
    return false;
  }
  if (tag == Upos::verb || is_copular(tree, token)) return true;
  if (tag == Upos::aux)
    return is_clausal(rel) || tree.head(token) == no_head || rel == DepRel::conj;
  if (tag == Upos::adj || tag == Upos::adv) {
    if (tree.child(token, DepRel::nsubj) != no_head) return true;
    return rel == DepRel::xcomp || rel == DepRel::acl || rel == DepRel::advcl ||
           rel == DepRel::acl_relcl;
  }
  return false;
}

/// "sent by ...", but not "to have sent".
bool is_participle(const Tree& tree, std::uint32_t token) {
  return tree.xpos(token) == "VBN" && tree.child(token, DepRel::aux) == no_head;
}

class Finder {
 public:
  Finder(const Tree& tree, const RuleBook& book) : tree_(tree), book_(book) {
    clauses_.of_token.assign(tree.size(), no_head);
  }

  Clauses find() {
    for (const std::uint32_t token : tree_.top_down()) {
      if (!is_predicate(tree_, token)) continue;
      Clause clause;
      clause.trigger = token;
      collect(clause);
      connect(clause);
      clauses_.of_token[token] = static_cast<std::uint32_t>(clauses_.list.size());
      clauses_.list.push_back(std::move(clause));
    }
    for (Clause& clause : clauses_.list) share_object(clause);
    return std::move(clauses_);
  }

 private:
  /// Is the verb a passive by its own words, or a participle without words that make it active?
  bool looks_passive(std::uint32_t token) const {
    if (!tree_.has_feature(token, "Voice=Pass")) return false;
    if (tree_.child(token, DepRel::aux_pass) != no_head) return true;
    // "has killed 10 and wounded 35", "X referred to Y": the tagger took a past tense for a
    // participle.
    if (tree_.child(token, DepRel::nsubj) != no_head) return false;
    return tree_.rel(token) != DepRel::conj || tree_.child(token, DepRel::obj) == no_head;
  }

  void collect(Clause& clause) const {
    const std::uint32_t token = clause.trigger;
    clause.copular = tree_.upos(token) != Upos::verb && is_copular(tree_, token);
    clause.passive = !clause.copular && looks_passive(token);
    bool outer = false;  // is the subject so far that of an outer clause?
    std::uint32_t first_object = no_head;
    for (const std::uint32_t child : tree_.children(token)) {
      switch (tree_.rel(child)) {
        case DepRel::nsubj_pass:
        case DepRel::csubj_pass:
          clause.passive = true;
          [[fallthrough]];
        case DepRel::nsubj:
        case DepRel::nsubj_outer:
        case DepRel::csubj:
          // Of two, the nearer before the verb: "the forces will be withdrawn, X said", "the
          // problem is that they are late".
          if (clause.subject == no_head || outer ||
              (child < token && tree_.rel(child) == DepRel::nsubj && !clause.copular)) {
            outer = tree_.rel(child) == DepRel::nsubj_outer;
            clause.subject = antecedent(tree_, child);
            clause.subject_origin = SubjectOrigin::own;
          }
          break;
        case DepRel::aux_pass:
          clause.passive = true;
          break;
        case DepRel::obj:
          if (clause.object == no_head) {
            clause.object = antecedent(tree_, child);
          } else if (first_object != no_head && tree_.lemma(first_object) == "that") {
            // "evidence that Iraq bought uranium": the clause is complete without the noun.
            clause.object = antecedent(tree_, child);
            clause.is_content = true;
          }
          if (first_object == no_head) first_object = child;
          break;
        case DepRel::iobj:
          clause.recipient = antecedent(tree_, child);
          break;
        case DepRel::compound_prt:
          clause.particle = child;
          break;
        case DepRel::obl_agent:
          if (tree_.case_lemma(child) != "by") {
            add_oblique(clause, child);
          } else if (clause.agent == no_head) {
            clause.agent = child;
          }
          break;
        case DepRel::obl:
        case DepRel::obl_tmod:
        case DepRel::obl_npmod:
        case DepRel::obl_unmarked:
          add_oblique(clause, child);
          break;
        case DepRel::nmod:
        case DepRel::nmod_tmod:
        case DepRel::nmod_unmarked:
          if (clause.copular) add_oblique(clause, child);
          break;
        case DepRel::advmod:
          // "yesterday" and relative "where" are adverbs to the tagger.
          if (tree_.is_noun(child)) add_oblique(clause, child);
          break;
        default:
          break;
      }
    }
  }

  void add_oblique(Clause& clause, std::uint32_t child) const {
    const std::uint32_t mark = tree_.preposition(child);
    if (clause.passive && clause.agent == no_head && mark != no_head && tree_.lemma(mark) == "by" &&
        tree_.is_nominal(child) && !book_.word(tree_.lemma(child)).in(WordClass::period) &&
        tree_.upos(child) != Upos::num) {
      clause.agent = child;
      return;
    }
    clause.obliques.push_back({antecedent(tree_, child), mark});
  }

  void connect(Clause& clause) {
    const std::uint32_t token = clause.trigger;
    const std::uint32_t head = tree_.head(token);
    if (head == no_head) return;
    const Clause* up = clauses_.around(tree_, head);
    if (up != nullptr) clause.parent = up->trigger;
    const DepRel rel = tree_.rel(token);
    if (rel == DepRel::acl_relcl || rel == DepRel::advcl_relcl) {
      fill_gap(clause, head);
    }
    const std::uint32_t mark = tree_.child(token, DepRel::mark);
    if (rel == DepRel::acl && mark != no_head) {
      const std::string_view word = tree_.lemma(mark);
      clause.is_content = word == "that" || word == "of";
    }
    if (clause.subject != no_head) return;
    const Clause* over = clauses_.at(head);
    switch (rel) {
      case DepRel::conj:
        if (over != nullptr) inherit(clause, *over);
        break;
      case DepRel::xcomp:
        if (over != nullptr) control(clause, *over);
        break;
      case DepRel::ccomp:
      case DepRel::advcl:
        if (over != nullptr && is_done_by_object(token, *over)) {
          control(clause, *over);
        } else if (over != nullptr && over->subject != no_head) {
          if (is_aside(token) || is_consequence(token, *over)) break;
          clause.subject = over->subject;
          clause.subject_origin = SubjectOrigin::controlled;
          if (is_participle(tree_, token)) clause.passive = true;
        } else if (over == nullptr && tree_.is_noun(head)) {
          modify(clause, head, up);
        }
        break;
      case DepRel::acl:
      case DepRel::acl_relcl:
        modify(clause, head, up);
        break;
      default:
        break;
    }
  }

  /// "as reported by X", "compared to Y": said of the whole clause, not of its subject.
  bool is_aside(std::uint32_t token) const {
    if (!is_participle(tree_, token) || tree_.child(token, DepRel::aux_pass) != no_head) {
      return false;
    }
    const std::uint32_t mark = tree_.child(token, DepRel::mark);
    return (mark != no_head && tree_.lemma(mark) == "as") || tree_.lemma(token) == "compare";
  }

  /// "X was treated in Y, bringing the number to nine": the event does it, not its patient.
  bool is_consequence(std::uint32_t token, const Clause& over) const {
    if (!over.passive || token < over.trigger || tree_.xpos(token) != "VBG" ||
        tree_.child(token, DepRel::mark) != no_head || tree_.form(tree_.left(token)) != ",") {
      return false;
    }
    const std::string_view type = book_.verb_type(tree_.lemma(token), {});
    return type == "CAUSE" || type == "CHANGE" || type == "HARM" || type == "MOVE" ||
           type == "RETREAT" || type == "SAY" || tree_.lemma(token) == "put";
  }

  /// The antecedent of a relative clause without a pronoun: "the forces the CSTO introduced".
  void fill_gap(Clause& clause, std::uint32_t head) const {
    if (clause.copular || clause.subject == no_head || clause.subject == head) return;
    if (clause.object != no_head || clause.passive || is_circumstance(head)) return;
    for (const Oblique& oblique : clause.obliques) {
      if (oblique.head == head) return;
    }
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const DepRel rel = tree_.rel(child);
      if (rel == DepRel::ccomp || rel == DepRel::xcomp) return;
      if (tree_.xpos(child) == "WRB" || tree_.case_lemma(child) == "whereby") return;
    }
    if (tree_.upos(clause.trigger) == Upos::verb) clause.object = head;
  }

  /// "the way it goes", "the day he left": when or how, not what.
  bool is_circumstance(std::uint32_t noun) const {
    const WordEntry& word = book_.word(tree_.lemma(noun));
    return word.in(WordClass::period) || word.in(WordClass::manner);
  }

  void inherit(Clause& clause, const Clause& over) const {
    clause.subject = over.subject;
    if (clause.subject == no_head) return;
    clause.subject_origin = SubjectOrigin::shared;
    const bool helped = tree_.child(clause.trigger, DepRel::aux) != no_head;
    if (over.passive && is_participle(tree_, clause.trigger) && !helped &&
        (clause.object == no_head ||
         book_.word(tree_.lemma(clause.trigger)).in(WordClass::giving))) {
      clause.passive = true;
    } else if (!over.passive && !over.copular && !helped && clause.agent == no_head &&
               tree_.child(clause.trigger, DepRel::aux_pass) == no_head &&
               tree_.upos(over.trigger) == Upos::verb) {
      clause.passive = false;
    }
    if (over.passive && !clause.passive && over.agent != no_head) clause.subject = over.agent;
  }

  /// "sent troops to guard the border": they guard it; "sent a letter to protest" does not.
  bool is_sent(std::uint32_t object) const {
    if (object == no_head) return false;
    const std::string_view tag = tree_.xpos(object);
    return tag == "NNS" || tag == "NNP" || book_.word(tree_.lemma(object)).in(WordClass::role);
  }

  /// "demanded that they leave", "accused them of leaving", "kept them from leaving".
  bool is_done_by_object(std::uint32_t token, const Clause& over) const {
    const WordEntry& matrix = book_.word(tree_.lemma(over.trigger));
    if (token < over.trigger) return false;  // "to ease the shortage they ordered more"
    if (tree_.xpos(token) == "VB" && matrix.in(WordClass::required)) return true;
    if (tree_.xpos(token) == "VB" && matrix.verb_type == "DEPLOY") return is_sent(over.object);
    if (tree_.rel(token) != DepRel::advcl || tree_.xpos(token) != "VBG") return false;
    const std::uint32_t mark = tree_.child(token, DepRel::mark);
    if (mark == no_head || over.object == no_head || over.object > token) return false;
    if (tree_.lemma(mark) == "into") return true;
    if (tree_.lemma(mark) == "from") return matrix.in(WordClass::negative);
    return is_held_against(tree_, book_, token);
  }

  void control(Clause& clause, const Clause& over) const {
    const WordEntry& matrix = book_.word(tree_.lemma(over.trigger));
    const bool by_subject = matrix.in(WordClass::control);
    // "called on members to pay"
    if (over.object == no_head && matrix.in(WordClass::required) && !over.passive) {
      for (const Oblique& oblique : over.obliques) {
        if (oblique.preposition == no_head || oblique.head > clause.trigger) continue;
        const std::string_view mark = tree_.lemma(oblique.preposition);
        if (mark != "for" && mark != "on" && mark != "upon" && mark != "to" && mark != "with") {
          continue;
        }
        clause.subject = oblique.head;
        clause.subject_origin = SubjectOrigin::controlled;
        return;
      }
    }
    if (!by_subject && over.object != no_head && over.object != tree_.head(over.trigger)) {
      clause.subject = over.object;
    } else if (!by_subject && over.recipient != no_head) {
      clause.subject = over.recipient;
    } else {
      clause.subject = over.subject;
    }
    if (clause.subject == no_head) return;
    clause.subject_origin = SubjectOrigin::controlled;
    if (is_participle(tree_, clause.trigger)) clause.passive = true;
  }

  /// Clauses that modify a noun: "peacekeepers sent by ...", "the decision to help".
  void modify(Clause& clause, std::uint32_t noun, const Clause* up) const {
    clause.subject = doer_beside_noun(tree_, book_, clause, noun, up);
    if (clause.subject == no_head) return;
    clause.subject_origin = SubjectOrigin::antecedent;
    if (clause.subject == noun && is_participle(tree_, clause.trigger)) clause.passive = true;
  }

  /// "stabilize and normalize the situation": one object for both.
  void share_object(Clause& clause) {
    if (tree_.rel(clause.trigger) != DepRel::conj || clause.passive || clause.copular) return;
    const std::uint32_t head = tree_.head(clause.trigger);
    if (head == no_head || clauses_.of_token[head] == no_head) return;
    Clause& first = clauses_.list[clauses_.of_token[head]];
    if (first.passive || first.copular || tree_.upos(clause.trigger) != Upos::verb) return;
    const bool adjacent = clause.trigger - head <= 2;
    if (clause.object == no_head && first.object != no_head && first.object > clause.trigger &&
        clause.obliques.empty()) {
      clause.object = first.object;
    } else if (first.object == no_head && clause.object != no_head && adjacent &&
               first.obliques.empty() && clause.subject_origin == SubjectOrigin::shared) {
      first.object = clause.object;
    }
  }

  const Tree& tree_;
  const RuleBook& book_;
  Clauses clauses_;
};

}  // namespace

const Clause* Clauses::around(const Tree& tree, std::uint32_t token) const {
  for (std::uint32_t up = token; up != no_head; up = tree.head(up)) {
    if (of_token[up] != no_head) return &list[of_token[up]];
  }
  return nullptr;
}

bool is_held_against(const Tree& tree, const RuleBook& book, std::uint32_t clause) {
  if (tree.rel(clause) != DepRel::advcl || tree.xpos(clause) != "VBG") return false;
  const std::uint32_t mark = tree.child(clause, DepRel::mark);
  if (mark == no_head) return false;
  const std::string_view lemma = tree.lemma(mark);
  if (lemma == "of") return true;
  const std::string& verb = book.word(tree.lemma(tree.head(clause))).verb_type;
  const bool judges = verb == "ACCUSE" || verb == "SUPPORT" || verb == "SANCTION" ||
                      verb == "COERCE" || verb == "AID";
  return judges && (lemma == "for" || lemma == "with" || lemma == "over");
}

Clauses find_clauses(const Tree& tree, const RuleBook& book) { return Finder(tree, book).find(); }

}  // namespace actant
