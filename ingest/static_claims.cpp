// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/static_claim.hpp"

#include <algorithm>

namespace actant {
namespace {

class StaticClaims {
 public:
  StaticClaims(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {}

  void find() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (reading_.is_noise(i) || !tree_.is_nominal(i)) continue;
      const WordEntry& word = reading_.word(i);
      if (word.in(WordClass::family)) find_kinship(i);
      if (word.in(WordClass::member)) find_members(i);
      if (reading_.cluster(i).valid()) find_modifiers(i);
    }
  }

 private:
  // ---- kin and members -----------------------------------------------------------------------

  /// "his wife X", "X's sister", "X, son of Y".
  void find_kinship(std::uint32_t noun) {
    std::uint32_t other = tree_.child(noun, DepRel::nmod_poss);
    if (other == no_head) {
      const std::uint32_t of = tree_.child(noun, DepRel::nmod);
      if (of != no_head && tree_.case_lemma(of) == "of") other = of;
    }
    if (other == no_head) return;
    std::uint32_t self = noun;
    for (const std::uint32_t child : tree_.children(noun)) {
      const DepRel rel = tree_.rel(child);
      if ((rel == DepRel::appos || rel == DepRel::flat || rel == DepRel::nmod_desc) &&
          reading_.is_named(child)) {
        self = child;
      }
    }
    const DepRel rel = tree_.rel(noun);
    if (tree_.head(noun) != no_head &&
        (rel == DepRel::appos || rel == DepRel::nmod_desc || rel == DepRel::compound) &&
        reading_.type_of(tree_.head(noun)) == "Person") {
      self = tree_.head(noun);
    }
    const Predication said = predication(reading_, noun);
    if (said.subject != no_head) self = said.subject;
    const Clause* clause = said.subject != no_head ? said.clause : nullptr;
    std::vector<std::uint32_t> others;
    conjuncts(tree_, other, others);
    for (const std::uint32_t each : others) {
      relate(noun, self, each, {"family", std::string(tree_.lemma(noun)), "family", clause});
    }
  }

  /// "members of X such as A and B", "A is a member of X", "all members of X".
  void find_members(std::uint32_t noun) {
    std::uint32_t body = no_head;
    for (const std::uint32_t child : tree_.children(noun)) {
      const DepRel rel = tree_.rel(child);
      const bool of = rel == DepRel::nmod && tree_.case_lemma(child) == "of";
      if (of || rel == DepRel::nmod_poss || (rel == DepRel::compound && reading_.is_named(child))) {
        if (reading_.cluster(child).valid()) body = child;
      }
    }
    if (body == no_head) return;
    bool listed = false;
    for (const std::uint32_t child : tree_.children(noun)) {
      const std::string_view mark = tree_.case_lemma(child);
      const bool such = tree_.rel(child) == DepRel::nmod && (mark == "such" || mark == "include" ||
                                                             mark == "including" || mark == "like");
      if (!such && tree_.rel(child) != DepRel::appos) continue;
      std::vector<std::uint32_t> items;
      conjuncts(tree_, child, items);
      for (const std::uint32_t item : items) {
        listed = relate(noun, item, body, {"membership", "member", "members"}) || listed;
      }
    }
    const Predication said = predication(reading_, noun);
    if (said.clause != nullptr) {
      for (const Filler& subject : reading_.fillers(said.subject)) {
        relate(noun, subject.token, body, {"membership", "member", "members", said.clause});
      }
      return;
    }
    if (!listed) relate(noun, noun, body, {"membership", "member", "members"});
  }

  // ---- noun phrases --------------------------------------------------------------------------

  void find_modifiers(std::uint32_t noun) {
    const std::string_view type = reading_.type_of(noun);
    for (const std::uint32_t child : tree_.children(noun)) {
      switch (tree_.rel(child)) {
        case DepRel::nummod:
          count(noun, child);
          break;
        case DepRel::nmod:
          prepositional(noun, type, child);
          break;
        case DepRel::nmod_poss:
          possessor(noun, type, child);
          break;
        case DepRel::amod:
        case DepRel::compound:
        case DepRel::nmod_desc:
          modifier(noun, type, child);
          break;
        case DepRel::appos:
        case DepRel::nmod_unmarked:
        case DepRel::flat:
          apposition(noun, type, child);
          break;
        default:
          break;
      }
    }
  }

  /// "about 80 people", "two referendums".
  void count(std::uint32_t noun, std::uint32_t number) {
    if (reading_.is_named(noun) || reading_.is_time(noun) || tree_.lemma(number) == "one") return;
    if (tree_.upos(noun) == Upos::sym || is_one(noun, number)) return;
    if (tree_.form(number).ends_with('-') || is_hyphenated(number)) return;  // "nine-tenths"
    if (reading_.clauses().around(tree_, noun) == nullptr) return;           // a table
    std::uint32_t counted = noun;
    const std::uint32_t head = tree_.head(noun);
    if (head != no_head && reading_.word(noun).in(WordClass::unit)) {
      // "the peacekeepers - 2.5 thousand people", "includes 3.6 thousand people"
      if (tree_.rel(noun) == DepRel::appos) counted = head;
      if (tree_.rel(noun) == DepRel::obj && reading_.word(head).in(WordClass::include)) return;
    }
    const Filler from = whole(reading_, counted);
    if (!from.cluster.valid()) return;
    Filler value;
    value.token = number;
    value.literal = {phrase(tree_.analysis(), reading_.text(), tree_.left(number),
                            std::max(tree_.right(number), number + 1)),
                     "quantity"};
    CandidateClaim claim = reading_.claim(noun, from, value, "subject", "amount");
    finish_static(reading_, claim, {"quantity", "number", "count"}, claims_);
  }

  /// "the 2016 election", "a magnitude 7.8 earthquake": no count, since there is only one; but "a
  /// 38.8 million euro loan".
  bool is_one(std::uint32_t noun, std::uint32_t number) const {
    const bool singular = tree_.xpos(noun) == "NN" || tree_.xpos(noun) == "NNP";
    return singular && tree_.left(number) == number;
  }

  void prepositional(std::uint32_t noun, std::string_view type, std::uint32_t child) {
    const std::string_view mark = tree_.case_lemma(child);
    const bool place = reading_.is_place(child);
    const bool inside = mark == "in" || mark == "at" || mark == "near" || mark == "inside" ||
                        mark == "on" || mark == "across" || mark == "outside";
    // "a conference on Iraq" is not there.
    const bool about = mark == "on" && (type == "Event" || type == "Concept" || type == "Document");
    if (inside && place && type != "Person" && !about && !is_quality(noun)) {
      all(noun, noun, child, "location", std::string(mark), "noun-in-place");
    } else if (mark == "of" && place &&
               (type == "Facility" || type == "Location" || type == "GeopoliticalEntity")) {
      if (reading_.word(noun).in(WordClass::settlement) && reading_.is_named(child)) return;
      all(noun, noun, child, "location", "in", "noun-of-place");
    } else if (mark == "from" && !is_moved(noun) &&
               (place || reading_.type_of(child) == "Organization")) {
      const bool body = reading_.type_of(child) == "Organization";
      if (type == "Person" || type == "Group" || type == "Organization") {
        all(noun, noun, child, body ? "affiliation" : "origin", "from", "noun-from");
      }
    } else if (mark == "of" && reading_.is_named(child)) {
      owned(noun, type, child, "noun-of");
    } else if ((mark == "over" || mark == "about" || mark == "against") && type == "Event" &&
               reading_.word(noun).noun_type == "PROTEST") {
      all(noun, child, noun, "CAUSE", "cause", "noun-over");
    }
  }

  /// "the dismantling of settlements from X": they are moved from there, not from there by origin.
  bool is_moved(std::uint32_t noun) const {
    const std::uint32_t head = tree_.head(noun);
    return head != no_head && tree_.rel(noun) == DepRel::nmod && tree_.case_lemma(noun) == "of" &&
           (!reading_.word(head).noun_type.empty() || tree_.lemma(head).ends_with("ing"));
  }

  /// "is an issue at the site", "in stable condition at a hospital": nothing that could be there.
  bool is_quality(std::uint32_t noun) const {
    if (reading_.is_named(noun) || reading_.type_of(noun) != "Concept") return false;
    const WordEntry& word = reading_.word(noun);
    return word.in(WordClass::manner) || word.in(WordClass::adverbial) ||
           tree_.child(noun, DepRel::cop) != no_head;
  }

  void possessor(std::uint32_t noun, std::string_view type, std::uint32_t owner) {
    if (!reading_.is_named(owner) && tree_.upos(owner) != Upos::noun) return;
    const WordEntry& word = reading_.word(noun);
    if (word.in(WordClass::family) || word.in(WordClass::role) || !word.noun_type.empty()) return;
    owned(noun, type, owner, "possessive");
  }

  /// "X's branch", "the branch of X": part, affiliation or place, by the types of both.
  void owned(std::uint32_t noun, std::string_view type, std::uint32_t owner,
             std::string_view origin) {
    const std::string_view outer = reading_.type_of(owner);
    const bool place = outer == "GeopoliticalEntity" || outer == "Location";
    // A noun says more than its preposition: "the nation's capital".
    const bool telling = tree_.upos(noun) == Upos::noun;
    if (!telling && is_beside(noun)) return;
    if ((type == "Facility" || type == "Location" || type == "GeopoliticalEntity") && place) {
      all(noun, noun, owner, "location", telling ? std::string(tree_.lemma(noun)) : "in", origin);
    } else if (type == "Organization" || type == "Group") {
      if (reading_.word(noun).in(WordClass::member)) return;  // said by find_members
      if (outer != "Organization" && outer != "GeopoliticalEntity" && outer != "Group") return;
      const bool people = reading_.word(noun).in(WordClass::role);  // "commanders of the army"
      const bool affiliated = people || outer == "GeopoliticalEntity";
      all(noun, noun, owner, affiliated ? "affiliation" : "partOf",
          telling ? std::string(tree_.lemma(noun)) : "of", origin);
    }
  }

  /// "Nigeria's neighbour Niger": not in it.
  bool is_beside(std::uint32_t name) const {
    const auto children = tree_.children(name);
    return std::any_of(children.begin(), children.end(), [this](std::uint32_t child) {
      const std::string_view word = tree_.lemma(child);
      return word == "neighbour" || word == "neighbor" || word == "neighbouring" ||
             word == "neighboring" || word == "rival" || word == "ally" || word == "partner";
    });
  }

  /// "CSTO Collective Security Council", "Austrian manufacturer", "state-owned enterprise".
  void modifier(std::uint32_t noun, std::string_view type, std::uint32_t child) {
    if (!reading_.is_named(child)) return;
    const std::string_view outer = reading_.type_of(child);
    if (reading_.word(noun).in(WordClass::role) || reading_.word(noun).in(WordClass::member))
      return;
    if (outer == "GeopoliticalEntity") {
      if (type == "Organization" || type == "Product" || type == "Group") {
        all(noun, noun, child, "origin", "from", "demonym");
      } else if (type == "Facility" || type == "Location") {
        all(noun, noun, child, "location", "in", "demonym");
      }
    } else if (outer == "Organization" && type == "Organization" && !is_hyphenated(child) &&
               !is_classifier(noun)) {
      all(noun, noun, child, "partOf", "of", "compound");
    }
  }

  /// "Sydney, Australia", "the capital, Wellington", "Yonhap news agency".
  void apposition(std::uint32_t noun, std::string_view type, std::uint32_t child) {
    const std::string_view outer = reading_.type_of(child);
    const bool places =
        (type == "GeopoliticalEntity" || type == "Location" || type == "Facility") &&
        (outer == "GeopoliticalEntity" || outer == "Location");
    if (places && reading_.is_named(noun) && reading_.is_named(child)) {
      all(noun, noun, child, "location", "in", "apposition");
    }
  }

  /// "the X party": the noun says what the name names.
  bool is_classifier(std::uint32_t noun) const {
    return !reading_.is_named(noun) && reading_.word(noun).in(WordClass::classifier);
  }

  /// The first part of a name such as "ABS-CBN".
  bool is_hyphenated(std::uint32_t token) const {
    return token + 1 < tree_.size() && tree_.form(token + 1) == "-";
  }

  // ---- shared --------------------------------------------------------------------------------

  void all(std::uint32_t trigger, std::uint32_t from, std::uint32_t to, std::string_view type,
           const std::string& predicate, std::string_view origin) {
    std::vector<std::uint32_t> tokens;
    conjuncts(tree_, to == trigger ? from : to, tokens);
    for (const std::uint32_t each : tokens) {
      if (!reading_.cluster(each).valid()) continue;
      if (to == trigger) {
        relate(trigger, each, to, {type, predicate, origin});
      } else {
        relate(trigger, from, each, {type, predicate, origin});
      }
    }
  }

  bool relate(std::uint32_t trigger, std::uint32_t from, std::uint32_t to, StaticClaim what) {
    return relate_tokens(reading_, trigger, from, to, std::move(what), claims_);
  }

  const Reading& reading_;
  const Tree& tree_;
  std::vector<CandidateClaim>& claims_;
};

}  // namespace

void find_static_claims(const Reading& reading, std::vector<CandidateClaim>& claims) {
  StaticClaims(reading, claims).find();
}

}  // namespace actant
