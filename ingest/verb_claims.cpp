// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/labels.hpp"

#include <algorithm>
#include <array>

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
  return "circumstance";
}

/// Prepositions whose noun may be the object of a verb without one, the closest kinds first.
int rank_of(std::string_view preposition) {
  static constexpr std::array<std::string_view, 17> ranked = {
      "on",    "to",   "into", "from", "with",    "against", "for",    "at",    "in",
      "about", "over", "near", "of",   "through", "onto",    "toward", "across"};
  const auto* const found = std::find(ranked.begin(), ranked.end(), preposition);
  return static_cast<int>(found - ranked.begin());
}

class VerbClaims {
 public:
  VerbClaims(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {}

  void find() {
    for (const Clause& clause : reading_.clauses().list) {
      if (reading_.is_noise(clause.trigger)) continue;
      if (clause.copular || tree_.upos(clause.trigger) == Upos::adj) {
        find_copular(clause);
      } else {
        find_verbal(clause);
      }
    }
  }

 private:
  struct Complement {
    Filler filler;
    std::string_view role;
    std::string_view preposition;
    std::uint32_t mark = no_head;
  };

  /// What the adjuncts of a clause name, the nearest kinds of complement first.
  std::vector<Complement> complements(const Clause& clause) const {
    std::vector<Complement> found;
    const std::string_view type = type_of(clause);
    for (const Oblique& oblique : clause.obliques) {
      if (oblique.head == clause.subject || oblique.head == clause.object) continue;
      const std::string_view mark = mark_of(oblique);
      if (mark == "accord" || mark == "according" || mark == "as" || mark == "than") continue;
      if (reading_.is_time(oblique.head)) continue;
      for (Filler& filler : reading_.fillers(oblique.head)) {
        const bool value = !filler.cluster.valid();
        if (!value && mark.empty()) continue;
        const std::string_view role =
            value ? "amount" : role_of(mark, reading_.is_place(filler.token), type);
        found.push_back({std::move(filler), role, mark, oblique.preposition});
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const Complement& a, const Complement& b) {
      return rank_of(a.preposition) < rank_of(b.preposition);
    });
    return found;
  }

  std::string_view mark_of(const Oblique& oblique) const {
    if (oblique.preposition == no_head) return {};
    const std::string_view lemma = tree_.lemma(oblique.preposition);
    // "because of", "as well as": the first word stands for the whole.
    return lemma;
  }

  /// The verb's type, by the particle or by a preposition that the rule files know with it.
  std::string_view type_of(const Clause& clause) const {
    const std::string_view lemma = tree_.lemma(clause.trigger);
    const RuleBook& book = reading_.book();
    if (clause.particle != no_head) return book.verb_type(lemma, tree_.lemma(clause.particle));
    for (const Oblique& oblique : clause.obliques) {
      const std::string_view with = book.verb_type(lemma, mark_of(oblique));
      if (with != book.verb_type(lemma, {})) return with;
    }
    return book.verb_type(lemma, {});
  }

  void find_verbal(const Clause& clause) {
    const std::string_view type = type_of(clause);
    const std::vector<Complement> extras = complements(clause);
    if (clause.passive) {
      find_passive(clause, type, extras);
      return;
    }
    const std::vector<Filler> subjects = reading_.fillers(clause.subject);
    std::vector<Filler> objects;
    if (!is_idiom(clause)) objects = reading_.fillers(clause.object);
    for (const Filler& subject : subjects) {
      if (!subject.cluster.valid()) continue;
      if (clause.recipient != no_head) give(clause, type, subject);
      if (objects.empty()) {
        intransitive(clause, type, subject, extras);
        continue;
      }
      for (const Filler& object : objects) {
        if (!object.cluster.valid() && object.literal.value.empty()) continue;
        transitive(clause, type, subject, object, extras);
      }
    }
  }

  /// "take place", "take part": the object is no participant.
  bool is_idiom(const Clause& clause) const {
    if (clause.object == no_head || tree_.lemma(clause.trigger) != "take") return false;
    const std::string_view noun = tree_.lemma(clause.object);
    return noun == "place" || noun == "part";
  }

  bool is_membership(const Clause& clause, const Filler& whole, const Filler& item) const {
    if (!reading_.word(clause.trigger).in(WordClass::include)) return false;
    const std::string_view outer = reading_.type_of(whole.cluster);
    const std::string_view inner = reading_.type_of(item.cluster);
    const bool body = outer == "Organization" || outer == "Group";
    return body && (inner == "GeopoliticalEntity" || inner == "Organization" || inner == "Person");
  }

  void transitive(const Clause& clause, std::string_view type, const Filler& subject,
                  const Filler& object, const std::vector<Complement>& extras) {
    if (subject.cluster == object.cluster && subject.cluster.valid()) return;
    if (object.cluster.valid() && reading_.word(clause.trigger).in(WordClass::include)) {
      Filler amount = reading_.amount(object.token);  // "includes 3.6 thousand people"
      if (amount.token != no_head) {
        transitive(clause, type, subject, amount, extras);
        return;
      }
    }
    const bool value = !object.cluster.valid();
    if (is_membership(clause, subject, object)) {
      CandidateClaim claim = reading_.claim(clause.trigger, object, subject, "member", "whole");
      finish(claim, clause, "membership", "member of", "include", no_head, {});
      claim.predicate = "member";
      claims_.push_back(std::move(claim));
      return;
    }
    const bool counts = value && reading_.word(clause.trigger).in(WordClass::include);
    CandidateClaim claim =
        reading_.claim(clause.trigger, subject, object, "agent", value ? "amount" : "patient");
    finish(claim, clause, counts ? "quantity" : type, {}, "verb-object", no_head, extras);
    claims_.push_back(std::move(claim));
  }

  void intransitive(const Clause& clause, std::string_view type, const Filler& subject,
                    const std::vector<Complement>& extras) {
    bool first = true;
    for (const Complement& extra : extras) {
      if (extra.filler.cluster == subject.cluster && subject.cluster.valid()) continue;
      if (!first && !is_core(extra)) continue;
      CandidateClaim claim =
          reading_.claim(clause.trigger, subject, extra.filler, "agent", extra.role);
      const std::string_view kind = static_type(clause, type, extra);
      finish(claim, clause, kind, {}, "verb-adjunct", extra.mark, {});
      claims_.push_back(std::move(claim));
      first = false;
    }
    if (first) happen(clause, subject);
  }

  /// Adjuncts that make an edge beside another one.
  static bool is_core(const Complement& extra) {
    return extra.role == "destination" || extra.role == "recipient" || extra.role == "partner" ||
           extra.role == "origin" || extra.role == "target" || extra.role == "place" ||
           extra.role == "amount";
  }

  /// "stayed in Kazakhstan" is a location, "left for Paris" is not.
  std::string_view static_type(const Clause&, std::string_view type,
                               const Complement& extra) const {
    if (type == "ACT" && extra.role == "place") return "location";
    return type;
  }

  /// An event that has only a time: "the broadcasts began on August 10".
  void happen(const Clause& clause, const Filler& subject) {
    for (const Oblique& oblique : clause.obliques) {
      if (!reading_.is_time(oblique.head)) continue;
      const std::uint32_t mark = oblique.preposition;
      const std::uint32_t end = time_end(tree_, oblique.head);
      std::uint32_t begin = tree_.left(oblique.head);
      if (end - begin > 8 || tree_.lemma(oblique.head) == "time") continue;
      if (mark != no_head && mark < oblique.head && tree_.lemma(mark) != "from") begin = mark + 1;
      Filler date;
      date.token = oblique.head;
      date.literal = {phrase(tree_.analysis(), reading_.text(), begin, end), "date"};
      CandidateClaim claim = reading_.claim(clause.trigger, subject, date,
                                            clause.passive ? "patient" : "agent", "time");
      finish(claim, clause, "date", {}, "verb-time",
             mark != no_head && mark < begin ? mark : no_head, {});
      claims_.push_back(std::move(claim));
      return;
    }
  }

  /// "gave the army tanks", "told the court that".
  void give(const Clause& clause, std::string_view type, const Filler& subject) {
    for (const Filler& recipient : reading_.fillers(clause.recipient)) {
      if (!recipient.cluster.valid() || recipient.cluster == subject.cluster) continue;
      CandidateClaim claim =
          reading_.claim(clause.trigger, subject, recipient, "agent", "recipient");
      finish(claim, clause, type, {}, "verb-recipient", no_head, {});
      claims_.push_back(std::move(claim));
    }
  }

  void find_passive(const Clause& clause, std::string_view type,
                    const std::vector<Complement>& extras) {
    const std::vector<Filler> patients = reading_.fillers(clause.subject);
    const std::vector<Filler> agents = reading_.fillers(clause.agent);
    for (const Filler& patient : patients) {
      if (!patient.cluster.valid()) continue;
      bool done = false;
      for (const Filler& agent : agents) {
        if (!agent.cluster.valid() || agent.cluster == patient.cluster) continue;
        CandidateClaim claim = reading_.claim(clause.trigger, agent, patient, "agent", "patient");
        finish(claim, clause, type, {}, "passive-agent", no_head, extras, Voice::active);
        claims_.push_back(std::move(claim));
        done = true;
      }
      for (const Filler& object : reading_.fillers(clause.object)) {
        if (!object.cluster.valid() || object.cluster == patient.cluster) continue;
        CandidateClaim claim =
            reading_.claim(clause.trigger, patient, object, "recipient", "patient");
        finish(claim, clause, type, {}, "passive-object", no_head, {});
        claims_.push_back(std::move(claim));
        done = true;
      }
      bool first = !done;
      for (const Complement& extra : extras) {
        if (extra.filler.cluster == patient.cluster && patient.cluster.valid()) continue;
        if (!first && !is_core(extra)) continue;
        if (done && extra.role != "destination" && extra.role != "place") continue;
        CandidateClaim claim =
            reading_.claim(clause.trigger, patient, extra.filler, "patient", extra.role);
        finish(claim, clause, static_type(clause, type, extra), {}, "passive-adjunct", extra.mark,
               {});
        claims_.push_back(std::move(claim));
        first = false;
        done = true;
      }
      if (!done) happen(clause, patient);
    }
  }

  void find_copular(const Clause& clause) {
    for (const Filler& subject : reading_.fillers(clause.subject)) {
      if (!subject.cluster.valid()) continue;
      if (tree_.is_noun(clause.trigger)) {
        nominal(clause, subject);
      } else {
        adjectival(clause, subject);
      }
    }
  }

  /// "is under the aegis of Y", "are behind the attacks", "is a city".
  void nominal(const Clause& clause, const Filler& subject) {
    const std::uint32_t mark = tree_.preposition(clause.trigger);
    const WordEntry& word = reading_.word(clause.trigger);
    if (mark == no_head) {
      if (word.in(WordClass::role) || word.in(WordClass::family) || word.in(WordClass::member)) {
        return;  // a static claim
      }
      identity(clause, subject);
      return;
    }
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const bool of = tree_.rel(child) == DepRel::nmod || tree_.rel(child) == DepRel::obl;
      if (!of || owner_mark(child) == no_head) continue;
      if (reading_.cluster(clause.trigger).valid() && reading_.is_place(clause.trigger)) continue;
      for (const Filler& owner : reading_.fillers(child)) {
        if (!owner.cluster.valid() || owner.cluster == subject.cluster) continue;
        CandidateClaim claim = reading_.claim(clause.trigger, subject, owner, "subject", "object");
        finish(claim, clause, "affiliation", {}, "copula-of", no_head, {});
        claim.predicate = std::string(tree_.lemma(clause.trigger));
        claim.label = copula_label(clause, mark, clause.trigger) + " " +
                      std::string(tree_.form(owner_mark(child)));
        claims_.push_back(std::move(claim));
      }
      return;
    }
    if (reading_.is_time(clause.trigger)) return;
    for (const Filler& object : reading_.fillers(clause.trigger)) {
      if (!object.cluster.valid() || object.cluster == subject.cluster) continue;
      CandidateClaim claim = reading_.claim(clause.trigger, subject, object, "subject", "object");
      const WordEntry& preposition = reading_.book().word(tree_.lemma(mark));
      const bool place = reading_.is_place(object.token);
      const std::string_view type = !preposition.adjective_type.empty()
                                        ? std::string_view(preposition.adjective_type)
                                        : (place ? "location" : "attribute");
      finish(claim, clause, type, {}, "copula-preposition", no_head, {});
      claim.predicate = std::string(tree_.lemma(mark));
      claim.label = copula_label(clause, mark, no_head);
      claims_.push_back(std::move(claim));
    }
  }

  /// The "of" of a noun phrase, also where the parser hung it on a later word of the name.
  std::uint32_t owner_mark(std::uint32_t token) const {
    const std::uint32_t mark = tree_.preposition(token);
    if (mark != no_head) return tree_.lemma(mark) == "of" ? mark : no_head;
    const std::uint32_t first = tree_.left(token);
    return tree_.lemma(first) == "of" ? first : no_head;
  }

  std::string copula_label(const Clause& clause, std::uint32_t first, std::uint32_t second) const {
    std::string label;
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const DepRel rel = tree_.rel(child);
      const bool negation = rel == DepRel::advmod && tree_.lemma(child) == "not";
      if (rel != DepRel::aux && rel != DepRel::cop && !negation) continue;
      if (!label.empty() && !tree_.analysis().tokens[child - 1].joined) label += ' ';
      label += tree_.form(child);
    }
    for (const std::uint32_t token : {first, second}) {
      if (token == no_head) continue;
      if (!label.empty()) label += ' ';
      label += tree_.form(token);
    }
    return label;
  }

  void identity(const Clause& clause, const Filler& subject) {
    const ClusterId object = reading_.cluster(clause.trigger);
    Filler filler;
    filler.token = clause.trigger;
    if (object.valid() && object != subject.cluster && reading_.is_named(clause.trigger)) {
      filler.cluster = object;
    } else {
      const Filler amount = reading_.amount(clause.trigger);
      filler.literal = amount.token != no_head
                           ? amount.literal
                           : Literal{reading_.noun_phrase(clause.trigger), "text"};
    }
    CandidateClaim claim = reading_.claim(clause.trigger, subject, filler, "subject", "object");
    const bool amount = filler.literal.datatype == "quantity";
    finish(claim, clause, amount ? "quantity" : "identity", {}, "copula-noun", no_head, {});
    claim.predicate = "be";
    claim.label = copula_label(clause, no_head, no_head);
    if (claim.label.empty()) claim.label = "is";
    claims_.push_back(std::move(claim));
  }

  void adjectival(const Clause& clause, const Filler& subject) {
    const WordEntry& word = reading_.word(clause.trigger);
    const std::string_view lemma = tree_.lemma(clause.trigger);
    const std::string_view type =
        word.adjective_type.empty() ? std::string_view("attribute") : word.adjective_type;
    bool related = false;
    for (const Complement& extra : complements(clause)) {
      if (!extra.filler.cluster.valid() || extra.filler.cluster == subject.cluster) continue;
      CandidateClaim claim =
          reading_.claim(clause.trigger, subject, extra.filler, "subject", extra.role);
      finish(claim, clause, type, {}, "copula-adjective", no_head, {});
      claim.predicate = std::string(lemma);
      claim.label = copula_label(clause, clause.trigger, extra.mark);
      claims_.push_back(std::move(claim));
      related = true;
    }
    if (related || !clause.copular || tree_.upos(clause.trigger) != Upos::adj) return;
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      if (is_clausal(tree_.rel(child)) && child > clause.trigger &&
          tree_.rel(child) != DepRel::parataxis && tree_.rel(child) != DepRel::advcl) {
        return;  // "is likely to": the other clause tells it
      }
    }
    Filler value;
    value.token = clause.trigger;
    std::uint32_t begin = clause.trigger;
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const bool degree = tree_.rel(child) == DepRel::advmod && child < clause.trigger &&
                          child + 2 >= clause.trigger && tree_.lemma(child) != "not" &&
                          tree_.upos(child) == Upos::adv;
      if (degree) begin = std::min(begin, child);
    }
    value.literal = {phrase(tree_.analysis(), reading_.text(), begin, clause.trigger + 1), "text"};
    CandidateClaim claim = reading_.claim(clause.trigger, subject, value, "subject", "attribute");
    finish(claim, clause, "attribute", {}, "copula-attribute", no_head, {});
    claim.predicate = "be";
    claim.label = copula_label(clause, no_head, no_head);
    claims_.push_back(std::move(claim));
  }

  void finish(CandidateClaim& claim, const Clause& clause, std::string_view type,
              std::string_view label, std::string_view origin, std::uint32_t mark,
              const std::vector<Complement>& extras, Voice voice = Voice::surface) const {
    claim.type = type;
    claim.predicate = verb_predicate(tree_, clause);
    if (is_idiom(clause)) {
      claim.predicate += ' ';
      claim.predicate += tree_.lemma(clause.object);
    }
    claim.label = label.empty() ? verb_label(tree_, reading_.clauses(), clause, mark, voice)
                                : std::string(label);
    claim.origin = origin;
    claim.time = reading_.time_at(clause);
    for (const Complement& extra : extras) {
      if (claim.arguments.size() >= 6) break;
      if (extra.role == "circumstance" || extra.role == "topic") continue;
      reading_.add(claim, extra.filler, extra.role);
    }
    claim.confidence = confidence(clause, claim);
  }

  /// Clauses with a subject of their own and close ends are more often right.
  double confidence(const Clause& clause, const CandidateClaim& claim) const {
    double value = claim.origin == "verb-object" || claim.origin == "passive-agent" ? 0.85 : 0.7;
    switch (clause.subject_origin) {
      case SubjectOrigin::own:
        break;
      case SubjectOrigin::shared:
        value -= 0.08;
        break;
      case SubjectOrigin::controlled:
        value -= 0.12;
        break;
      default:
        value -= 0.1;
        break;
    }
    if (claim.end - claim.begin > 20) value -= 0.1;
    if (claim.type == "ACT") value -= 0.1;
    return value;
  }

  const Reading& reading_;
  const Tree& tree_;
  std::vector<CandidateClaim>& claims_;
};

}  // namespace

void find_verb_claims(const Reading& reading, std::vector<CandidateClaim>& claims) {
  VerbClaims(reading, claims).find();
}

}  // namespace actant
