// SPDX-License-Identifier: MIT
#include "ingest/clause_claim.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace actant {
namespace {

/// The part that a prepositional phrase plays. `place` says whether the noun is one.
std::string_view role_of(std::string_view preposition, bool place, std::string_view type) {
  const bool moves = type == "MOVE" || type == "DEPLOY" || type == "RETREAT";
  if (preposition == "into" || preposition == "onto" || preposition == "toward" ||
      preposition == "towards") {
    return "destination";
  }
  if (preposition == "to") return place || moves ? "destination" : "recipient";
  if (preposition == "from") return "origin";
  if (type == "ASSAULT" && (preposition == "at" || preposition == "on")) return "target";
  if (preposition == "in" || preposition == "at" || preposition == "near" || preposition == "on" ||
      preposition == "inside" || preposition == "across" || preposition == "outside" ||
      preposition == "around") {
    return place ? "place" : "topic";
  }
  if (preposition == "with" || preposition == "alongside") return "partner";
  if (preposition == "against") return "target";
  if (preposition == "for") return "beneficiary";
  if (preposition == "about" || preposition == "over" || preposition == "regarding") return "topic";
  if (preposition == "because" || preposition == "due" || preposition == "despite") return "cause";
  return "circumstance";
}

/// Parts that only something of a certain kind plays: nobody asks "with equanimity", and what is
/// taken "from a statement" has not been there.
bool can_play(std::string_view role, std::string_view type, bool named, std::string_view event) {
  const bool actor =
      type == "Person" || type == "Organization" || type == "GeopoliticalEntity" || type == "Group";
  if (role == "partner" || role == "recipient") return actor;
  if (role == "origin") {
    // "angered lawmakers from both parties" takes nothing from the parties.
    const bool takes = event == "ACQUIRE" || event == "MOVE" || event == "RETREAT" ||
                       event == "REQUEST" || event == "DEPLOY" || event == "COERCE" ||
                       event == "SANCTION" || event == "CONCEDE" || event == "RESEARCH";
    const bool place = type == "Location" || type == "Facility" || type == "GeopoliticalEntity";
    const bool starts = event == "ASSAULT" || event == "CREATE";  // "launched it from X"
    return (takes && (actor || place)) || (starts && place);
  }
  if (role == "target") return type != "Concept" && type != "Document" && type != "Product";
  if (role == "destination") return type != "Concept" && (type != "Document" || named);
  return true;
}

/// Prepositions whose noun may be the object of a verb without one, the closest kinds first.
int rank_of(std::string_view preposition) {
  static constexpr std::array<std::string_view, 17> ranked = {
      "on",    "to",   "into", "from", "with",    "against", "for",    "at",    "in",
      "about", "over", "near", "of",   "through", "onto",    "toward", "across"};
  const auto* const found = std::find(ranked.begin(), ranked.end(), preposition);
  return static_cast<int>(found - ranked.begin());
}

/// "in a way", "on the grounds", "by mail": how, not what.
bool is_adverbial(const Reading& reading, const Oblique& oblique) {
  if (oblique.preposition == no_head || reading.is_named(oblique.head)) return false;
  const WordEntry& word = reading.word(oblique.head);
  return word.in(WordClass::manner) ||
         (word.in(WordClass::adverbial) && is_bare(reading.tree(), oblique.head));
}

/// "..., with bunkers nearing completion": what else was so, no part of the event.
bool is_absolute(const Tree& tree, const Oblique& oblique) {
  if (oblique.preposition == no_head || tree.lemma(oblique.preposition) != "with") return false;
  const std::uint32_t first = oblique.preposition;
  const bool apart = first > 0 && tree.form(first - 1) == ",";
  return apart && tree.child(oblique.head, DepRel::acl) != no_head;
}

/// Of "because of" and "as well as" the first word stands for the whole.
std::string_view mark_of(const Tree& tree, const Oblique& oblique) {
  return oblique.preposition == no_head ? std::string_view() : tree.lemma(oblique.preposition);
}

}  // namespace

bool is_copula(const Tree& tree, const Clause& clause) {
  return clause.copular || tree.upos(clause.trigger) == Upos::adj;
}

std::uint32_t linked_word(const Tree& tree, const Clause& clause) {
  const std::string_view verb = tree.lemma(clause.trigger);
  const std::uint32_t word = tree.child(clause.trigger, DepRel::xcomp);
  if (word == no_head || word < clause.trigger || tree.preposition(word) != no_head) return no_head;
  const bool becomes = verb == "become" || verb == "remain";
  if (becomes && tree.is_noun(word)) return word;
  const bool turns = becomes || verb == "turn" || verb == "prove" || verb == "stay" ||
                     verb == "grow" || verb == "fall";
  const bool judged = clause.passive && clause.agent == no_head;  // "was found guilty"
  return (turns || judged) && tree.upos(word) == Upos::adj ? word : no_head;
}

std::vector<Complement> complements(const Reading& reading, const Clause& clause) {
  std::vector<Complement> found;
  if (clause.obliques.empty()) return found;
  const std::string_view type = verb_type(reading, clause);
  for (const Oblique& oblique : clause.obliques) {
    if (oblique.head == clause.subject || oblique.head == clause.object) continue;
    const std::string_view mark = mark_of(reading.tree(), oblique);
    const bool compared = mark == "than" && reading.tree().upos(clause.trigger) == Upos::adj;
    if (mark == "than" && !compared) continue;
    if (mark == "accord" || mark == "according" || mark == "as" || mark == "follow" ||
        mark == "unlike" ||
        (mark == "along" && reading.tree().child(oblique.preposition, DepRel::fixed) != no_head) ||
        mark == "together" || mark == "include" || mark == "including" || mark == "except" ||
        mark == "besides" || mark == "instead") {
      continue;
    }
    if (reading.is_time(oblique.head) || is_adverbial(reading, oblique) ||
        is_absolute(reading.tree(), oblique)) {
      continue;
    }
    for (Filler& filler : reading.fillers(oblique.head)) {
      const bool value = !filler.cluster.valid();
      if (!value && mark.empty()) continue;
      std::string_view role =
          value ? "amount" : role_of(mark, reading.is_place(filler.token), type);
      if (!value &&
          !can_play(role, reading.type_of(filler.cluster), reading.is_named(filler.token), type)) {
        role = "topic";
      }
      found.push_back({std::move(filler), role, mark, oblique.preposition});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Complement& a, const Complement& b) {
    return rank_of(a.preposition) < rank_of(b.preposition);
  });
  return found;
}

std::string_view verb_type(const Reading& reading, const Clause& clause) {
  const Tree& tree = reading.tree();
  const std::string_view lemma = tree.lemma(clause.trigger);
  const RuleBook& book = reading.book();
  if (clause.particle != no_head) return book.verb_type(lemma, tree.lemma(clause.particle));
  if (is_idiom(tree, clause)) return book.verb_type(lemma, tree.lemma(clause.object));
  if ((lemma == "make" || lemma == "get") && clause.object != no_head &&
      tree.child(clause.trigger, DepRel::xcomp) != no_head) {
    return "CAUSE";  // "made him leave" makes nobody
  }
  if (lemma == "conclude" && (tree.child(clause.trigger, DepRel::ccomp) != no_head ||
                              tree.child(clause.trigger, DepRel::xcomp) != no_head)) {
    return "SAY";  // not a treaty
  }
  const std::string_view bare = book.verb_type(lemma, {});
  if (clause.object != no_head) {  // "claimed lives"
    const std::string_view with = book.verb_type(lemma, tree.lemma(clause.object));
    if (with != bare) return with;
  }
  for (const Oblique& oblique : clause.obliques) {
    const std::string_view with = book.verb_type(lemma, mark_of(tree, oblique));
    if (with != bare) return with;
  }
  return bare;
}

void finish_clause_claim(const Reading& reading, CandidateClaim& claim, const Clause& clause,
                         const ClauseClaim& what, const std::vector<Complement>& extras) {
  const Tree& tree = reading.tree();
  claim.type = what.type;
  claim.predicate = verb_predicate(tree, clause);
  if (is_idiom(tree, clause)) {
    claim.predicate += ' ';
    claim.predicate += tree.lemma(clause.object);
  }
  claim.label = what.label.empty()
                    ? verb_label(tree, reading.clauses(), clause, what.preposition, what.voice)
                    : std::string(what.label);
  claim.origin = what.origin;
  claim.time = reading.time_at(clause);
  for (const Complement& extra : extras) {
    if (claim.arguments.size() >= 6) break;
    if (extra.role == "circumstance" || extra.role == "topic") continue;
    reading.add(claim, extra.filler, extra.role);
  }
}

}  // namespace actant
