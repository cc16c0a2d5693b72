// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"

#include <algorithm>

namespace actant {
namespace {

/// The arguments that a noun of an event finds around itself. Tokens.
struct NounFrame {
  std::uint32_t agent = no_head;    ///< possessor, "by X", "from X"
  std::uint32_t patient = no_head;  ///< "of Y"
  std::uint32_t target = no_head;   ///< "on Y", "for Y", "with Y", "to Y", "against Y"
  std::uint32_t place = no_head;    ///< "in Z", "from Z"
};

class NounClaims {
 public:
  NounClaims(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {}

  void find() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.upos(i) != Upos::noun || reading_.is_noise(i)) continue;
      const WordEntry& word = reading_.word(i);
      if (word.noun_type.empty() || word.in(WordClass::role)) continue;
      if (tree_.rel(i) == DepRel::compound || reading_.is_named(i)) continue;
      tell(i, word);
    }
  }

 private:
  NounFrame frame(std::uint32_t noun) const {
    NounFrame frame;
    for (const std::uint32_t child : tree_.children(noun)) {
      const DepRel rel = tree_.rel(child);
      if (rel == DepRel::nmod_poss) {
        frame.agent = child;
      } else if (rel == DepRel::compound && reading_.is_named(child) && !reading_.is_place(child)) {
        if (frame.agent == no_head) frame.agent = child;
      } else if (rel == DepRel::nmod || rel == DepRel::obl) {
        read_preposition(tree_.case_lemma(child), child, frame);
      }
    }
    return frame;
  }

  void read_preposition(std::string_view mark, std::uint32_t child, NounFrame& frame) const {
    if (reading_.is_time(child)) return;
    if (mark == "by") {
      frame.agent = child;
    } else if (mark == "of") {
      frame.patient = child;
    } else if (mark == "in" || mark == "at" || mark == "into") {
      if (frame.place == no_head) frame.place = child;
    } else if (mark == "from") {
      if (reading_.is_place(child)) {
        frame.place = child;
      } else if (frame.agent == no_head) {
        frame.agent = child;
      }
    } else if (mark == "on" || mark == "for" || mark == "with" || mark == "to" ||
               mark == "against") {
      if (frame.target == no_head) frame.target = child;
    }
  }

  /// Nouns whose "of X" is who does it: "the request of X".
  static bool of_is_agent(std::string_view type, const NounFrame& frame) {
    return frame.agent == no_head &&
           (type == "REQUEST" || type == "DECIDE" || type == "SAY" || type == "PLAN" ||
            type == "THREATEN" || type == "location" || type == "MOVE" || type == "ACCUSE" ||
            (type == "CAUSE" && frame.target != no_head));
  }

  bool votes_on(std::uint32_t noun) const {
    const std::string_view lemma = tree_.lemma(noun);
    return lemma == "vote" || lemma == "referendum" || lemma == "decision";
  }

  void tell(std::uint32_t noun, const WordEntry& word) {
    NounFrame frame = this->frame(noun);
    const std::string_view type = word.noun_type;
    if (const std::uint32_t doer = doer_of_light_verb(noun); doer != no_head) frame.agent = doer;
    if (frame.patient != no_head && of_is_agent(type, frame)) {
      frame.agent = frame.patient;
      frame.patient = no_head;
    }
    const std::uint32_t governor = lending_subject(noun, type, frame);
    if (governor != no_head) frame.agent = governor;
    if (frame.agent == no_head && frame.patient == no_head) {
      if (type == "ASSAULT" && frame.target != no_head) {
        pair(noun, noun, frame.target, type, "noun-target");
      }
      return;
    }
    // "won the nomination on the second ballot": when, not for what.
    if (type == "DECIDE" && frame.target != no_head && tree_.case_lemma(frame.target) == "on" &&
        !votes_on(noun)) {
      frame.target = no_head;
    }
    const std::uint32_t object = frame.patient != no_head ? frame.patient : frame.target;
    bool addressed = false;
    if (frame.agent != no_head && type == "REQUEST") {
      requested(noun, frame);
      addressed = find_addressee(noun, frame);
    }
    if (frame.agent != no_head && object != no_head && !addressed) {
      pair(noun, frame.agent, object, type, "noun-agent");
    }
    if (frame.place == no_head) return;
    const bool moves =
        type == "MOVE" || type == "DEPLOY" || type == "RETREAT" || type == "location";
    if (!moves || !reading_.is_place(frame.place)) return;
    const std::uint32_t mover = frame.patient != no_head ? frame.patient : frame.agent;
    pair(noun, mover, frame.place, type, "noun-place");
  }

  /// The subject of a verb that lends the noun its grammar, whatever follows with "of": "X made an
  /// attack on Y", "X issued an order of the army". A possessor is nearer: "X took Y's request".
  std::uint32_t doer_of_light_verb(std::uint32_t noun) const {
    if (tree_.child(noun, DepRel::nmod_poss) != no_head) return no_head;
    const std::uint32_t head = tree_.head(noun);
    const Clause* clause = reading_.clauses().at(head);
    const bool lends = clause != nullptr && clause->object == noun && !clause->passive &&
                       reading_.word(head).in(WordClass::light);
    return lends ? clause->subject : no_head;
  }

  /// The subject of a verb that the noun accompanies: "X said in an interview with Y".
  std::uint32_t lending_subject(std::uint32_t noun, std::string_view type,
                                const NounFrame& frame) const {
    if (frame.agent != no_head && tree_.rel(noun) != DepRel::obj) return no_head;
    const std::uint32_t head = tree_.head(noun);
    const Clause* clause = reading_.clauses().at(head);
    if (clause == nullptr) return no_head;
    if (clause->object == noun && !clause->passive) return no_head;
    const std::string_view mark = tree_.case_lemma(noun);
    const bool beside = tree_.rel(noun) == DepRel::obl && (mark == "in" || mark == "during");
    if (!beside || frame.target == no_head) return no_head;
    if (type != "CONSULT" && type != "SAY") return no_head;
    return clause->passive ? clause->agent : clause->subject;
  }

  /// Is the time of the clause also that of the noun: "filed a lawsuit on Monday", "died in a clash
  /// on Monday", but not "died on Monday after a battle"?
  bool is_simultaneous(std::uint32_t noun) const {
    const DepRel rel = tree_.rel(noun);
    const std::string_view mark = tree_.case_lemma(noun);
    return rel == DepRel::obj || (rel == DepRel::obl && (mark == "in" || mark == "during"));
  }

  /// "demanded the withdrawal of", "plans an attack on": the verb decides whether it comes true.
  Modality demanded(std::uint32_t noun) const {
    if (tree_.rel(noun) != DepRel::obj || tree_.head(noun) == no_head) return Modality::actual;
    const WordEntry& verb = reading_.word(tree_.head(noun));
    if (verb.in(WordClass::required)) return Modality::required;
    if (verb.in(WordClass::future)) return Modality::future;
    return Modality::actual;
  }

  /// "introduced by X at the request of Y": Y asked X.
  void requested(std::uint32_t noun, const NounFrame& frame) {
    const Clause* clause = reading_.clauses().at(tree_.head(noun));
    if (clause == nullptr || tree_.case_lemma(noun) != "at") return;
    const std::uint32_t doer = clause->passive ? clause->agent : clause->subject;
    if (doer != no_head) pair(noun, frame.agent, doer, "REQUEST", "noun-at-request");
  }

  /// "an order that X should do": X is asked. Tells whether there is such a clause.
  bool find_addressee(std::uint32_t noun, const NounFrame& frame) {
    bool found = false;
    for (const std::uint32_t child : tree_.children(noun)) {
      const DepRel rel = tree_.rel(child);
      if (rel != DepRel::acl && rel != DepRel::ccomp && rel != DepRel::acl_relcl) continue;
      const Clause* clause = reading_.clauses().at(child);
      if (clause == nullptr || clause->subject_origin != SubjectOrigin::own) continue;
      if (clause->subject != noun) {
        pair(noun, frame.agent, clause->subject, "REQUEST", "noun-addressee");
        found = true;
      }
    }
    return found;
  }

  void pair(std::uint32_t noun, std::uint32_t from, std::uint32_t to, std::string_view type,
            std::string_view origin) {
    for (const Filler& first : reading_.fillers(from)) {
      if (!first.cluster.valid()) continue;
      for (const Filler& second : reading_.fillers(to)) {
        if (!second.cluster.valid() || second.cluster == first.cluster) continue;
        CandidateClaim claim = reading_.claim(noun, first, second, "agent", "patient");
        claim.type = type;
        claim.predicate = std::string(tree_.lemma(noun));
        claim.label = std::string(tree_.form(noun));
        const std::uint32_t mark = tree_.preposition(to);
        if (mark != no_head && mark > noun) {
          claim.label += ' ';
          claim.label += tree_.form(mark);
        }
        claim.origin = origin;
        if (const Clause* around = reading_.clauses().at(tree_.head(noun));
            around != nullptr && is_simultaneous(noun)) {
          claim.time = reading_.time_at(*around);
        }
        const bool told = reading_.clauses().at(tree_.head(noun)) != nullptr &&
                          reading_.word(tree_.head(noun)).in(WordClass::light);
        if (!told) {  // the noun itself takes part in the clause, but is not denied by it
          claim.polarity = Polarity::positive;
          claim.modality = demanded(noun);
        }
        claims_.push_back(std::move(claim));
      }
    }
  }

  const Reading& reading_;
  const Tree& tree_;
  std::vector<CandidateClaim>& claims_;
};

}  // namespace

void find_noun_claims(const Reading& reading, std::vector<CandidateClaim>& claims) {
  NounClaims(reading, claims).find();
}

}  // namespace actant
