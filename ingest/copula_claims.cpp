// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/clause_claim.hpp"
#include "ingest/labels.hpp"

#include <algorithm>

namespace actant {
namespace {

class CopulaClaims {
 public:
  CopulaClaims(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {}

  void find() {
    for (const Clause& clause : reading_.clauses().list) {
      if (reading_.is_noise(clause.trigger)) continue;
      if (is_copula(tree_, clause)) find_copular(clause);
      const std::uint32_t noun = linked_word(tree_, clause);
      if (noun != no_head && tree_.is_noun(noun)) {
        for (const Filler& subject : reading_.fillers(clause.subject)) {
          if (subject.cluster.valid()) identity(clause, subject, noun);
        }
      }
    }
  }

 private:
  void find_copular(const Clause& clause) {
    for (const Filler& subject : reading_.fillers(clause.subject)) {
      if (!subject.cluster.valid() || is_dummy(clause)) continue;
      if (tree_.is_noun(clause.trigger)) {
        nominal(clause, subject);
      } else {
        adjectival(clause, subject);
      }
    }
  }

  /// "it is true", "to be frank": nothing that the pronoun or the subject of the sentence stands
  /// for.
  bool is_dummy(const Clause& clause) const {
    if (clause.subject_origin == SubjectOrigin::controlled &&
        tree_.rel(clause.trigger) == DepRel::advcl) {
      return tree_.child(clause.trigger, DepRel::mark) != no_head;
    }
    if (tree_.xpos(clause.trigger) == "WRB") return true;  // "is where it happened"
    const std::string_view subject = tree_.lemma(clause.subject);
    if (subject != "it" && subject != "this" && subject != "that") return false;
    return tree_.upos(clause.trigger) == Upos::adj || !reading_.is_named(clause.subject);
  }

  /// "is under the aegis of Y", "are behind the attacks", "is a city".
  void nominal(const Clause& clause, const Filler& subject) {
    const std::uint32_t mark = tree_.preposition(clause.trigger);
    if (mark == no_head) {
      identity(clause, subject, clause.trigger);
      return;
    }
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const bool of = tree_.rel(child) == DepRel::nmod || tree_.rel(child) == DepRel::obl;
      if (!of || owner_mark(child) == no_head) continue;
      if (reading_.cluster(clause.trigger).valid() && reading_.is_place(clause.trigger)) continue;
      for (const Filler& owner : reading_.fillers(child)) {
        if (!owner.cluster.valid() || owner.cluster == subject.cluster) continue;
        CandidateClaim claim = reading_.claim(clause.trigger, subject, owner, "subject", "object");
        finish(claim, clause, {"affiliation", {}, "copula-of", no_head}, {});
        claim.predicate = std::string(tree_.lemma(clause.trigger));
        claim.label = copula_label(clause, mark, clause.trigger) + " " +
                      std::string(tree_.form(owner_mark(child)));
        claims_.push_back(std::move(claim));
      }
      return;
    }
    if (reading_.is_time(clause.trigger)) return;
    if (is_state(clause.trigger)) {
      state(clause, subject, mark);
      return;
    }
    for (const Filler& object : reading_.fillers(clause.trigger)) {
      if (!object.cluster.valid() || object.cluster == subject.cluster) continue;
      CandidateClaim claim = reading_.claim(clause.trigger, subject, object, "subject", "object");
      const WordEntry& preposition = reading_.book().word(tree_.lemma(mark));
      const bool place = reading_.is_place(object.token);
      const std::string_view type = !preposition.adjective_type.empty()
                                        ? std::string_view(preposition.adjective_type)
                                        : (place ? "location" : "attribute");
      finish(claim, clause, {type, {}, "copula-preposition", no_head}, {});
      claim.predicate = std::string(tree_.lemma(mark));
      claim.label = copula_label(clause, mark, no_head);
      claims_.push_back(std::move(claim));
    }
  }

  /// "in good condition", "at odds": a noun that names no thing of its own.
  bool is_state(std::uint32_t noun) const {
    if (reading_.is_named(noun)) return false;
    if (reading_.word(noun).in(WordClass::adverbial)) return true;
    if (tree_.child(noun, DepRel::det) != no_head ||
        tree_.child(noun, DepRel::nmod_poss) != no_head)
      return false;
    const std::string_view type = reading_.type_of(noun);
    return type != "Person" && type != "Organization" && type != "GeopoliticalEntity" &&
           type != "Group" && type != "Location" && type != "Facility";
  }

  void state(const Clause& clause, const Filler& subject, std::uint32_t mark) {
    Filler value;
    value.token = clause.trigger;
    value.literal = {std::string(tree_.form(mark)) + ' ' + reading_.noun_phrase(clause.trigger),
                     "text"};
    CandidateClaim claim = reading_.claim(clause.trigger, subject, value, "subject", "attribute");
    finish(claim, clause, {"attribute", {}, "copula-state", no_head}, {});
    claim.predicate = "be";
    claim.label = copula_label(clause, no_head, no_head);
    claims_.push_back(std::move(claim));
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
      label += inner_form(tree_, child);
    }
    for (const std::uint32_t token : {first, second}) {
      if (token == no_head) continue;
      if (!label.empty()) label += ' ';
      label += inner_form(tree_, token);
    }
    return label;
  }

  /// "is more effective than"
  std::string comparison(const Clause& clause, std::uint32_t than) const {
    std::string label = copula_label(clause, no_head, no_head);
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const bool degree = tree_.rel(child) == DepRel::advmod && child + 1 == clause.trigger;
      if (degree) label += ' ' + std::string(tree_.form(child));
    }
    for (const std::uint32_t token : {clause.trigger, than}) {
      label += ' ';
      label += tree_.form(token);
    }
    return label;
  }

  /// Is a role or kin told of with the body or person that it is of? Then it is a static claim.
  bool is_relational(std::uint32_t noun) const {
    const WordEntry& word = reading_.word(noun);
    if (!word.in(WordClass::role) && !word.in(WordClass::family) && !word.in(WordClass::member)) {
      return false;
    }
    const auto children = tree_.children(noun);
    return std::any_of(children.begin(), children.end(), [this](std::uint32_t child) {
      const DepRel rel = tree_.rel(child);
      const bool modifier = rel == DepRel::nmod || rel == DepRel::nmod_poss ||
                            rel == DepRel::compound || rel == DepRel::amod;
      return modifier && reading_.cluster(child).valid();
    });
  }

  /// "is Simon Cowell", but neither "is a Marine" nor "is the nominee".
  bool is_name(std::uint32_t noun) const {
    if (!reading_.is_named(noun) || tree_.upos(noun) != Upos::propn) return false;
    const std::uint32_t article = tree_.child(noun, DepRel::det);
    return article == no_head || tree_.lemma(article) != "a";
  }

  void identity(const Clause& clause, const Filler& subject, std::uint32_t noun) {
    if (is_relational(noun)) return;
    const ClusterId object = reading_.cluster(noun);
    Filler filler;
    filler.token = noun;
    if (object.valid() && object != subject.cluster && is_name(noun)) {
      filler.cluster = object;
    } else {
      const Filler amount = reading_.amount(noun);
      filler.literal =
          amount.token != no_head ? amount.literal : Literal{reading_.noun_phrase(noun), "text"};
    }
    CandidateClaim claim = reading_.claim(clause.trigger, subject, filler, "subject", "object");
    const bool amount = filler.literal.datatype == "quantity";
    finish(claim, clause, {amount ? "quantity" : "identity", {}, "copula-noun", no_head}, {});
    if (clause.copular) {
      claim.predicate = "be";
      claim.label = copula_label(clause, no_head, no_head);
      if (claim.label.empty()) claim.label = "is";
    }
    claims_.push_back(std::move(claim));
  }

  void adjectival(const Clause& clause, const Filler& subject) {
    const WordEntry& word = reading_.word(clause.trigger);
    const std::string_view lemma = tree_.lemma(clause.trigger);
    const std::string_view type =
        word.adjective_type.empty() ? std::string_view("attribute") : word.adjective_type;
    bool related = false;
    for (const Complement& extra : complements(reading_, clause)) {
      if (extra.role == "cause" || !extra.filler.cluster.valid() ||
          extra.filler.cluster == subject.cluster) {
        continue;
      }
      // "did more good than harm" compares nothing with the doer.
      if (extra.preposition == "than" && !clause.copular &&
          tree_.rel(clause.trigger) != DepRel::acl) {
        continue;
      }
      CandidateClaim claim =
          reading_.claim(clause.trigger, subject, extra.filler, "subject", extra.role);
      finish(claim, clause, {type, {}, "copula-adjective", no_head}, {});
      claim.predicate = std::string(lemma);
      claim.label = extra.preposition == "than" ? comparison(clause, extra.mark)
                                                : copula_label(clause, clause.trigger, extra.mark);
      claims_.push_back(std::move(claim));
      related = true;
    }
    if (related || tree_.upos(clause.trigger) != Upos::adj) return;
    const Clause* said_by = clause.copular ? &clause : linking_clause(clause);
    if (said_by == nullptr) return;
    if (word.in(WordClass::vague)) return;
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
      const DepRel rel = tree_.rel(child);
      const std::uint32_t copula = tree_.child(clause.trigger, DepRel::cop);
      if (child >= clause.trigger || (clause.copular && child < copula)) continue;
      const bool degree = rel == DepRel::advmod && child + 2 >= clause.trigger &&
                          tree_.lemma(child) != "not" && tree_.upos(child) == Upos::adv;
      const bool measure = rel == DepRel::obl_npmod || rel == DepRel::obl_unmarked ||
                           rel == DepRel::obl;  // "45 years old"
      if (degree) begin = std::min(begin, child);
      if (measure) begin = std::min(begin, tree_.left(child));
    }
    value.literal = {phrase(tree_.analysis(), reading_.text(), begin, clause.trigger + 1), "text"};
    CandidateClaim claim = reading_.claim(clause.trigger, subject, value, "subject", "attribute");
    finish(claim, *said_by, {"attribute", {}, "copula-attribute", no_head}, {});
    if (clause.copular) {
      claim.predicate = "be";
      claim.label = copula_label(clause, no_head, no_head);
    }
    claims_.push_back(std::move(claim));
  }

  /// "became" around the adjective in "became violent", or null.
  const Clause* linking_clause(const Clause& clause) const {
    const Clause* outer = reading_.clauses().at(tree_.head(clause.trigger));
    return outer != nullptr && linked_word(tree_, *outer) == clause.trigger ? outer : nullptr;
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

void find_copula_claims(const Reading& reading, std::vector<CandidateClaim>& claims) {
  CopulaClaims(reading, claims).find();
}

}  // namespace actant
