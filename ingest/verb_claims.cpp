// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/clause_claim.hpp"

#include <algorithm>

namespace actant {
namespace {

class VerbClaims {
 public:
  VerbClaims(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {}

  void find() {
    for (const Clause& clause : reading_.clauses().list) {
      if (reading_.is_noise(clause.trigger)) continue;
      if (!is_copula(tree_, clause) && linked_word(tree_, clause) == no_head) find_verbal(clause);
    }
  }

 private:
  void find_verbal(const Clause& clause) {
    const std::string_view type = verb_type(reading_, clause);
    const std::vector<Complement> extras = complements(reading_, clause);
    if (clause.passive) {
      find_passive(clause, type, extras);
      return;
    }
    const std::vector<Filler> subjects = reading_.fillers(doer(clause, type));
    std::vector<Filler> objects;
    if (!is_idiom(tree_, clause)) objects = reading_.fillers(clause.object);
    for (const Filler& subject : subjects) {
      if (!subject.cluster.valid() || is_purpose_of_thing(clause, subject)) continue;
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

  /// The subject; places harm nobody, so "the attack on a mosque in X that killed five" is about
  /// the attack.
  std::uint32_t doer(const Clause& clause, std::string_view type) const {
    std::uint32_t subject = clause.subject;
    if (tree_.rel(clause.trigger) != DepRel::acl_relcl &&
        tree_.rel(clause.trigger) != DepRel::acl) {
      return subject;
    }
    if (type != "HARM" && type != "ASSAULT" && type != "CAUSE") return subject;
    for (int depth = 0; depth < 3 && subject != no_head && reading_.is_place(subject) &&
                        tree_.rel(subject) == DepRel::nmod;
         ++depth) {
      subject = tree_.head(subject);
      if (reading_.type_of(subject) == "Event") return subject;
    }
    return clause.subject;
  }

  /// "places to eat at", "ballots to vote by mail": what the infinitive is for, not who does it.
  bool is_purpose_of_thing(const Clause& clause, const Filler& subject) const {
    return clause.subject_origin == SubjectOrigin::antecedent && clause.object == no_head &&
           tree_.xpos(clause.trigger) == "VB" && tree_.rel(clause.trigger) == DepRel::acl &&
           !is_actor(reading_.type_of(subject.cluster));
  }

  static bool is_actor(std::string_view type) {
    return type == "Person" || type == "Organization" || type == "GeopoliticalEntity" ||
           type == "Group";
  }

  bool is_membership(const Clause& clause, const Filler& whole, const Filler& item) const {
    if (!reading_.word(clause.trigger).in(WordClass::include)) return false;
    const std::string_view outer = reading_.type_of(whole.cluster);
    const std::string_view inner = reading_.type_of(item.cluster);
    const bool body = outer == "Organization" || outer == "Group";
    return body && (inner == "GeopoliticalEntity" || inner == "Organization" || inner == "Person");
  }

  /// "played a role in X": a rule tells it with the X.
  bool is_part_played(const Clause& clause, const Filler& object) const {
    if (tree_.lemma(clause.trigger) != "play" || reading_.is_named(object.token)) return false;
    const std::string_view noun = tree_.lemma(object.token);
    return noun == "role" || noun == "part";
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
    if (is_part_played(clause, object)) return;
    if (is_membership(clause, subject, object)) {
      CandidateClaim claim = reading_.claim(clause.trigger, object, subject, "member", "whole");
      finish(claim, clause, {"membership", "member of", "include", no_head}, {});
      claim.predicate = "member";
      claims_.push_back(std::move(claim));
      return;
    }
    const bool counts = value && reading_.word(clause.trigger).in(WordClass::include);
    CandidateClaim claim =
        reading_.claim(clause.trigger, subject, object, "agent", value ? "amount" : "patient");
    finish(claim, clause, {counts ? "quantity" : type, {}, "verb-object", no_head}, extras);
    claims_.push_back(std::move(claim));
  }

  void intransitive(const Clause& clause, std::string_view type, const Filler& subject,
                    const std::vector<Complement>& extras) {
    bool first = true;
    const Complement* leading = nullptr;
    // Without its object an event is told by halves: "make much of a difference for X".
    const bool halved = clause.object != no_head && !is_idiom(tree_, clause);
    for (const Complement& extra : extras) {
      if (extra.filler.cluster == subject.cluster && subject.cluster.valid()) continue;
      const bool beside = !first && !is_listed(extra, leading);
      if ((beside || halved) && !is_core(extra)) continue;
      if (is_when(clause, extra)) continue;
      CandidateClaim claim =
          reading_.claim(clause.trigger, subject, extra.filler, "agent", extra.role);
      const std::string_view kind = static_type(type, extra);
      finish(claim, clause, {kind, {}, "verb-adjunct", extra.mark}, {});
      claims_.push_back(std::move(claim));
      if (first) leading = &extra;
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

  /// The B of "to A and B", when both are places or neither is.
  bool is_listed(const Complement& extra, const Complement* leading) const {
    return leading != nullptr && leading->mark != no_head && leading->mark == extra.mark &&
           reading_.is_place(leading->filler.token) == reading_.is_place(extra.filler.token);
  }

  /// "told the BBC before the meeting", "built before contact": when, not whom. "Came after the
  /// talks" tells an order of events.
  bool is_when(const Clause& clause, const Complement& extra) const {
    const bool event = reading_.type_of(extra.filler.cluster) == "Event";
    if (event && !reading_.word(clause.trigger).in(WordClass::speech)) return false;
    return extra.preposition == "before" || extra.preposition == "after" ||
           extra.preposition == "since" || extra.preposition == "until" ||
           extra.preposition == "till" || extra.preposition == "amid";
  }

  /// "stayed in Kazakhstan" is a location, "left for Paris" and "stayed out of trouble" are not.
  std::string_view static_type(std::string_view type, const Complement& extra) const {
    if (type == "ACT" && extra.role == "place") return "location";
    const bool nowhere = extra.filler.cluster.valid() && !reading_.is_place(extra.filler.token) &&
                         extra.role != "place";
    return type == "location" && nowhere ? "ACT" : type;
  }

  /// An event that has only a time: "the broadcasts began on August 10".
  void happen(const Clause& clause, const Filler& subject) {
    // What was said or what became of it counts, not when.
    const bool speech = reading_.word(clause.trigger).in(WordClass::speech) && !clause.passive;
    const bool open = tree_.child(clause.trigger, DepRel::xcomp) != no_head;
    if (speech || open || tree_.lemma(clause.trigger) == "become") return;
    for (const Oblique& oblique : clause.obliques) {
      if (!reading_.is_time(oblique.head) || is_span(oblique)) continue;
      const std::uint32_t mark = oblique.preposition;
      const std::uint32_t end = time_end(tree_, oblique.head);
      std::uint32_t begin = tree_.left(oblique.head);
      if (end - begin > 8 || tree_.lemma(oblique.head) == "time") continue;
      if (mark != no_head && mark < oblique.head && tree_.lemma(mark) != "from") {
        begin = std::max(mark + 1, tree_.right(mark));  // "as of"
      }
      Filler date;
      date.token = oblique.head;
      date.literal = {phrase(tree_.analysis(), reading_.text(), begin, end), "date"};
      CandidateClaim claim = reading_.claim(clause.trigger, subject, date,
                                            clause.passive ? "patient" : "agent", "time");
      const std::uint32_t shown = mark != no_head && mark < begin ? mark : no_head;
      finish(claim, clause, {"date", {}, "verb-time", shown}, {});
      claims_.push_back(std::move(claim));
      return;
    }
  }

  /// "came days after the attack": how long, not when.
  bool is_span(const Oblique& oblique) const {
    return oblique.preposition == no_head && tree_.xpos(oblique.head) == "NNS" &&
           is_bare(tree_, oblique.head);
  }

  /// "gave the army tanks", "told the court that".
  void give(const Clause& clause, std::string_view type, const Filler& subject) {
    if (tree_.lemma(clause.trigger) == "say") return;  // a complement that was misread
    for (const Filler& recipient : reading_.fillers(clause.recipient)) {
      if (!recipient.cluster.valid() || recipient.cluster == subject.cluster) continue;
      CandidateClaim claim =
          reading_.claim(clause.trigger, subject, recipient, "agent", "recipient");
      finish(claim, clause, {type, {}, "verb-recipient", no_head}, {});
      claims_.push_back(std::move(claim));
    }
  }

  /// "vote for a party based on race", "fewer cases compared to X": no event of the noun before.
  bool is_participial_preposition(const Clause& clause,
                                  const std::vector<Complement>& extras) const {
    if (tree_.child(clause.trigger, DepRel::aux_pass) != no_head || extras.empty()) return false;
    const std::string_view lemma = tree_.lemma(clause.trigger);
    const std::string_view mark = extras.front().preposition;
    if (lemma == "compare") return mark == "to" || mark == "with";
    return lemma == "base" && (mark == "on" || mark == "upon") && extras.front().role != "place";
  }

  void find_passive(const Clause& clause, std::string_view type,
                    const std::vector<Complement>& extras) {
    if (is_participial_preposition(clause, extras)) return;
    const std::vector<Filler> patients = reading_.fillers(clause.subject);
    const std::vector<Filler> agents = reading_.fillers(clause.agent);
    for (const Filler& patient : patients) {
      if (!patient.cluster.valid()) continue;
      bool done = false;
      for (const Filler& agent : agents) {
        if (!agent.cluster.valid() || agent.cluster == patient.cluster) continue;
        CandidateClaim claim = reading_.claim(clause.trigger, agent, patient, "agent", "patient");
        finish(claim, clause, {type, {}, "passive-agent", no_head, Voice::active}, extras);
        claims_.push_back(std::move(claim));
        done = true;
      }
      const bool given = reading_.word(clause.trigger).in(WordClass::giving);
      for (const Filler& object : reading_.fillers(given ? clause.object : no_head)) {
        if (!object.cluster.valid() || object.cluster == patient.cluster) continue;
        CandidateClaim claim =
            reading_.claim(clause.trigger, patient, object, "recipient", "patient");
        finish(claim, clause, {type, {}, "passive-object", no_head}, {});
        claims_.push_back(std::move(claim));
        done = true;
      }
      bool first = !done;
      const Complement* leading = nullptr;
      for (const Complement& extra : extras) {
        if (extra.filler.cluster == patient.cluster && patient.cluster.valid()) continue;
        const bool beside = !first && !is_listed(extra, leading);
        if (beside && !is_core(extra)) continue;
        if (done && beside && extra.role != "destination" && extra.role != "place") continue;
        if (is_when(clause, extra)) continue;
        CandidateClaim claim =
            reading_.claim(clause.trigger, patient, extra.filler, "patient", extra.role);
        const std::string_view kind = static_type(type, extra);
        finish(claim, clause, {kind, {}, "passive-adjunct", extra.mark}, {});
        claims_.push_back(std::move(claim));
        if (first) leading = &extra;
        first = false;
        done = true;
      }
      if (!done) done = find_occasion(clause, patient);
      if (!done) happen(clause, patient);
    }
  }

  /// "was killed when a bomb exploded": what happened harmed.
  bool find_occasion(const Clause& clause, const Filler& patient) {
    if (verb_type(reading_, clause) != "HARM") return false;
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const Clause* occasion = reading_.clauses().at(child);
      if (occasion == nullptr || tree_.rel(child) != DepRel::advcl || child < clause.trigger)
        continue;
      if (occasion->passive || is_owned(occasion->subject) ||
          occasion->subject_origin != SubjectOrigin::own || !opens_with_when(child))
        continue;
      const std::string_view what = verb_type(reading_, *occasion);
      for (const Filler& cause : reading_.fillers(occasion->subject)) {
        if (!cause.cluster.valid() || cause.cluster == patient.cluster) continue;
        const std::string_view type = reading_.type_of(cause.cluster);
        const bool actor = is_actor(type) && what == "ASSAULT";
        const bool thing =
            (type == "Product" || type == "Event") && (what == "ASSAULT" || what == "HARM");
        if (!actor && !thing) continue;
        CandidateClaim claim = reading_.claim(clause.trigger, cause, patient, "agent", "patient");
        finish(claim, clause, {"HARM", {}, "passive-when", no_head, Voice::active}, {});
        claims_.push_back(std::move(claim));
        return true;
      }
    }
    return false;
  }

  /// "their vehicle" was hit with them.
  bool is_owned(std::uint32_t noun) const {
    const std::uint32_t owner = tree_.child(noun, DepRel::nmod_poss);
    return owner != no_head && tree_.upos(owner) == Upos::pron;
  }

  bool opens_with_when(std::uint32_t clause) const {
    const auto children = tree_.children(clause);
    return std::any_of(children.begin(), children.end(), [this](std::uint32_t child) {
      return tree_.lemma(child) == "when" || tree_.lemma(child) == "after";
    });
  }

  void finish(CandidateClaim& claim, const Clause& clause, const ClauseClaim& what,
              const std::vector<Complement>& extras) const {
    finish_clause_claim(reading_, claim, clause, what, extras);
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
