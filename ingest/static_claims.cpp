// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"

#include <algorithm>

namespace actant {
namespace {

class StaticClaims {
 public:
  StaticClaims(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {
    starts_.assign(tree_.size() + 1, no_head);
    ends_.assign(tree_.size() + 1, no_head);
    const auto& mentions = reading.entities().mentions;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].kind != MentionKind::name) continue;
      if (starts_[mentions[i].begin] == no_head) starts_[mentions[i].begin] = i;
      ends_[mentions[i].end] = i;
    }
  }

  void find() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (reading_.is_noise(i) || !tree_.is_nominal(i)) continue;
      const WordEntry& word = reading_.word(i);
      if (word.in(WordClass::role)) find_position(i);
      if (word.in(WordClass::family)) find_kinship(i);
      if (word.in(WordClass::member)) find_members(i);
      if (reading_.cluster(i).valid()) find_modifiers(i);
    }
  }

 private:
  // ---- positions ---------------------------------------------------------------------------

  /// The person that a role noun is said of: "President X", "X, president of", "X is president".
  std::vector<std::uint32_t> holders(std::uint32_t role) const {
    std::vector<std::uint32_t> found;
    const auto take = [&](std::uint32_t token) {
      if (token == no_head) return;
      if (reading_.type_of(token) == "Person" && reading_.is_named(token) && token != role) {
        found.push_back(token);
      }
    };
    const std::uint32_t head = tree_.head(role);
    const DepRel rel = tree_.rel(role);
    // A title inside a longer title: "Secretary General X".
    std::uint32_t up = head;
    DepRel link = rel;
    for (int depth = 0; up != no_head && depth < 4; ++depth) {
      if (link != DepRel::compound && link != DepRel::nmod_desc && link != DepRel::appos &&
          link != DepRel::flat && link != DepRel::nmod_unmarked && link != DepRel::amod) {
        break;
      }
      take(up);
      if (!found.empty()) break;
      link = tree_.rel(up);
      up = tree_.head(up);
    }
    for (const std::uint32_t child : tree_.children(role)) {
      const DepRel kind = tree_.rel(child);
      if (kind == DepRel::appos || kind == DepRel::flat || kind == DepRel::nmod_desc ||
          (kind == DepRel::nmod_unmarked && child > role)) {
        take(child);
      }
    }
    if (const Clause* clause = reading_.clauses().at(role); clause != nullptr && clause->copular) {
      take(clause->subject);
    }
    const Clause* outer = head == no_head ? nullptr : reading_.clauses().at(head);
    const std::string_view mark = tree_.case_lemma(role);
    if (outer != nullptr && (rel == DepRel::obl || rel == DepRel::xcomp || rel == DepRel::obj)) {
      const std::string_view verb = tree_.lemma(head);
      const bool appoints = verb == "appoint" || verb == "name" || verb == "elect" ||
                            verb == "serve" || verb == "become" || verb == "work" ||
                            verb == "remain" || verb == "nominate" || verb == "reelect";
      if (appoints && (rel != DepRel::obl || mark == "as")) {
        const bool object = !outer->passive && outer->object != no_head && outer->object != role;
        take(object ? outer->object : outer->subject);
      }
    }
    if (found.empty() && rel == DepRel::conj && head != no_head &&
        reading_.word(head).in(WordClass::role)) {
      return holders_of_first(head);
    }
    if (found.empty()) near_names(role, found);
    return found;
  }

  /// "chairman and director": the second has the holders of the first. No deeper.
  std::vector<std::uint32_t> holders_of_first(std::uint32_t role) const {
    std::vector<std::uint32_t> found;
    if (tree_.rel(role) == DepRel::conj) return found;
    return holders(role);
  }

  /// Names that the order of the words ties to a role, whatever the parser made of it: "President
  /// of X, NAME", "NAME, the president of X".
  void near_names(std::uint32_t role, std::vector<std::uint32_t>& found) const {
    std::uint32_t at = body_end(role);
    if (at < end_of_sentence(role) && tree_.form(at) == ",") ++at;
    if (at < end_of_sentence(role) && is_person(starts_[at])) {
      found.push_back(reading_.entities().mentions[starts_[at]].head);
      return;
    }
    for (std::uint32_t back = role; back > 0 && role - back < 8; --back) {
      const std::uint32_t before = back - 1;
      if (tree_.sentence(before) != tree_.sentence(role)) return;
      if (tree_.form(before) == ",") {
        if (is_person(ends_[before])) {
          found.push_back(reading_.entities().mentions[ends_[before]].head);
        }
        return;
      }
      const Upos tag = tree_.upos(before);
      const bool inside = tag == Upos::det || tag == Upos::adj || tag == Upos::noun ||
                          tag == Upos::propn || tag == Upos::part || tag == Upos::num ||
                          tree_.rel(before) == DepRel::nmod_poss;
      if (!inside) return;
    }
  }

  /// Where "of X" after a role ends; the token after the role when there is none.
  std::uint32_t body_end(std::uint32_t role) const {
    const std::uint32_t named = body_after(role);
    return named == no_head ? role + 1 : reading_.entities().mentions[named].end;
  }

  /// The mention in "of X" after a role, or no_head.
  std::uint32_t body_after(std::uint32_t role) const {
    const std::uint32_t end = end_of_sentence(role);
    std::uint32_t at = role + 1;
    if (at >= end) return no_head;
    const std::string_view mark = tree_.form(at);
    if (mark != "of" && mark != "for" && mark != "at") return no_head;
    ++at;
    while (at < end && tree_.upos(at) == Upos::det) ++at;
    return at < end ? starts_[at] : no_head;
  }

  std::uint32_t end_of_sentence(std::uint32_t token) const {
    return tree_.analysis().sentences[tree_.sentence(token)].end;
  }

  bool is_person(std::uint32_t mention) const {
    return mention != no_head &&
           reading_.type_of(reading_.entities().mentions[mention].cluster) == "Person";
  }

  /// Bodies that a role belongs to: "president of X", "X's president", "X president".
  std::vector<std::uint32_t> bodies(std::uint32_t role, std::uint32_t holder) const {
    std::vector<std::uint32_t> found;
    const auto take = [&](std::uint32_t token) {
      const std::string_view type = reading_.type_of(token);
      const bool body = type == "Organization" || type == "GeopoliticalEntity" || type == "Group" ||
                        type == "Document" || type == "Location" || type == "Facility" ||
                        type == "Product" || type == "Event";
      if (body && reading_.cluster(token) != reading_.cluster(holder)) found.push_back(token);
    };
    std::uint32_t at = role;
    for (int depth = 0; depth < 4; ++depth) {
      for (const std::uint32_t child : tree_.children(at)) {
        const DepRel rel = tree_.rel(child);
        if (rel == DepRel::nmod_poss || rel == DepRel::compound || rel == DepRel::amod ||
            rel == DepRel::nmod_desc) {
          if (child != holder) take(child);
          // "[CSTO Secretary] General": the body hangs on the first word of the title.
          if (found.empty()) {
            for (const std::uint32_t below : tree_.children(child)) take(below);
          }
        } else if (rel == DepRel::nmod || rel == DepRel::obl) {
          const std::string_view mark = tree_.case_lemma(child);
          if (mark == "of" || mark == "at" || mark == "for" || mark == "in") take(child);
        }
        if (!found.empty()) return found;
      }
      // "Prime Minister of Armenia Nikol Pashinyan": the body may hang on the name.
      const DepRel rel = tree_.rel(at);
      const bool title = rel == DepRel::compound || rel == DepRel::nmod_desc ||
                         rel == DepRel::flat || rel == DepRel::nmod_unmarked;
      if (!title || tree_.head(at) == no_head) break;
      at = tree_.head(at);
    }
    if (found.empty() && role > 0 && reading_.cluster(role - 1).valid() &&
        tree_.sentence(role - 1) == tree_.sentence(role)) {
      take(role - 1);
    }
    if (const std::uint32_t after = body_after(role); found.empty() && after != no_head) {
      take(reading_.entities().mentions[after].head);
    }
    return found;
  }

  /// The words of a role before its noun: "Secretary General", "deputy prime minister".
  std::string role_name(std::uint32_t role) const {
    std::uint32_t begin = role;
    while (begin > 0 && role - begin < 3 && tree_.sentence(begin - 1) == tree_.sentence(role) &&
           !reading_.is_named(begin - 1) && is_role_word(begin - 1)) {
      --begin;
    }
    std::string name;
    for (std::uint32_t i = begin; i <= role; ++i) {
      if (i > begin) name += ' ';
      for (const char c : tree_.lemma(i)) {
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
    return name;
  }

  bool is_role_word(std::uint32_t token) const {
    const std::string_view lemma = tree_.lemma(token);
    return reading_.word(token).in(WordClass::role) || lemma == "prime" || lemma == "vice" ||
           lemma == "Prime" || lemma == "Vice" || lemma == "foreign" || lemma == "Foreign" ||
           lemma == "supreme" || lemma == "executive";
  }

  void find_position(std::uint32_t role) {
    // Of "Secretary General" the last word speaks for both.
    if (role + 1 < tree_.size() && tree_.sentence(role + 1) == tree_.sentence(role) &&
        is_role_word(role + 1) &&
        (!reading_.is_named(role + 1) || reading_.type_of(role + 1) == "Person")) {
      return;
    }
    for (const std::uint32_t holder : holders(role)) {
      for (const std::uint32_t body : bodies(role, holder)) {
        std::vector<std::uint32_t> all;
        conjuncts(tree_, body, all);
        for (const std::uint32_t each : all) {
          if (!reading_.cluster(each).valid()) continue;
          relate(role, holder, each, "position", role_name(role), "position", 0.88);
        }
      }
    }
  }

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
    if (const Clause* clause = reading_.clauses().at(noun);
        clause != nullptr && clause->copular && clause->subject != no_head) {
      self = clause->subject;
    }
    std::vector<std::uint32_t> others;
    conjuncts(tree_, other, others);
    for (const std::uint32_t each : others) {
      relate(noun, self, each, "family", std::string(tree_.lemma(noun)), "family", 0.8);
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
        listed = relate(noun, item, body, "membership", "member", "members", 0.8) || listed;
      }
    }
    const Clause* clause = reading_.clauses().at(noun);
    if (clause != nullptr && clause->copular) {
      for (const Filler& subject : reading_.fillers(clause->subject)) {
        relate(noun, subject.token, body, "membership", "member", "members", 0.85);
      }
      return;
    }
    if (!listed) relate(noun, noun, body, "membership", "member", "members", 0.7);
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
    if (reading_.clauses().around(tree_, noun) == nullptr) return;  // a table
    std::uint32_t counted = noun;
    const std::uint32_t head = tree_.head(noun);
    if (head != no_head && reading_.word(noun).in(WordClass::unit)) {
      // "the peacekeepers - 2.5 thousand people", "includes 3.6 thousand people"
      if (tree_.rel(noun) == DepRel::appos) counted = head;
      if (tree_.rel(noun) == DepRel::obj && reading_.word(head).in(WordClass::include)) return;
    }
    const Filler from = whole(counted);
    if (!from.cluster.valid()) return;
    Filler value;
    value.token = number;
    value.literal = {phrase(tree_.analysis(), reading_.text(), tree_.left(number),
                            std::max(tree_.right(number), number + 1)),
                     "quantity"};
    CandidateClaim claim = reading_.claim(noun, from, value, "subject", "amount");
    finish(claim, "quantity", "number", "count", 0.75);
  }

  Filler whole(std::uint32_t token) const {
    Filler filler;
    filler.token = token;
    filler.cluster = reading_.cluster(token);
    return filler;
  }

  void prepositional(std::uint32_t noun, std::string_view type, std::uint32_t child) {
    const std::string_view mark = tree_.case_lemma(child);
    const bool place = reading_.is_place(child);
    const bool inside = mark == "in" || mark == "at" || mark == "near" || mark == "inside" ||
                        mark == "on" || mark == "across" || mark == "outside";
    if (inside && place && type != "Person") {
      all(noun, noun, child, "location", std::string(mark), "noun-in-place", 0.75);
    } else if (mark == "of" && place &&
               (type == "Facility" || type == "Location" || type == "GeopoliticalEntity")) {
      all(noun, noun, child, "location", "in", "noun-of-place", 0.65);
    } else if (mark == "from" && (place || reading_.type_of(child) == "Organization")) {
      const bool body = reading_.type_of(child) == "Organization";
      if (type == "Person" || type == "Group" || type == "Organization") {
        all(noun, noun, child, body ? "affiliation" : "origin", "from", "noun-from", 0.7);
      }
    } else if (mark == "of" && reading_.is_named(child)) {
      owned(noun, type, child, "noun-of");
    } else if ((mark == "over" || mark == "about" || mark == "against") && type == "Event" &&
               reading_.word(noun).noun_type == "PROTEST") {
      all(noun, child, noun, "CAUSE", "cause", "noun-over", 0.6);
    }
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
    if ((type == "Facility" || type == "Location" || type == "GeopoliticalEntity") && place) {
      all(noun, noun, owner, "location", telling ? std::string(tree_.lemma(noun)) : "in", origin,
          0.7);
    } else if (type == "Organization" || type == "Group") {
      if (outer != "Organization" && outer != "GeopoliticalEntity" && outer != "Group") return;
      const bool people = reading_.word(noun).in(WordClass::role);  // "commanders of the army"
      const bool affiliated = people || outer == "GeopoliticalEntity";
      all(noun, noun, owner, affiliated ? "affiliation" : "partOf",
          telling ? std::string(tree_.lemma(noun)) : "of", origin, 0.65);
    }
  }

  /// "CSTO Collective Security Council", "Austrian manufacturer", "state-owned enterprise".
  void modifier(std::uint32_t noun, std::string_view type, std::uint32_t child) {
    if (!reading_.is_named(child)) return;
    const std::string_view outer = reading_.type_of(child);
    if (reading_.word(noun).in(WordClass::role) || reading_.word(noun).in(WordClass::member))
      return;
    if (outer == "GeopoliticalEntity") {
      if (type == "Organization" || type == "Product" || type == "Group") {
        all(noun, noun, child, "origin", "from", "demonym", 0.65);
      } else if (type == "Facility" || type == "Location") {
        all(noun, noun, child, "location", "in", "demonym", 0.65);
      }
    } else if (outer == "Organization" && type == "Organization") {
      all(noun, noun, child, "partOf", "of", "compound", 0.6);
    }
  }

  /// "Sydney, Australia", "the capital, Wellington", "Yonhap news agency".
  void apposition(std::uint32_t noun, std::string_view type, std::uint32_t child) {
    const std::string_view outer = reading_.type_of(child);
    const bool places =
        (type == "GeopoliticalEntity" || type == "Location" || type == "Facility") &&
        (outer == "GeopoliticalEntity" || outer == "Location");
    if (places && reading_.is_named(noun) && reading_.is_named(child)) {
      all(noun, noun, child, "location", "in", "apposition", 0.7);
    }
  }

  // ---- shared --------------------------------------------------------------------------------

  void all(std::uint32_t trigger, std::uint32_t from, std::uint32_t to, std::string_view type,
           const std::string& predicate, std::string_view origin, double confidence) {
    std::vector<std::uint32_t> tokens;
    conjuncts(tree_, to == trigger ? from : to, tokens);
    for (const std::uint32_t each : tokens) {
      if (!reading_.cluster(each).valid()) continue;
      if (to == trigger) {
        relate(trigger, each, to, type, predicate, origin, confidence);
      } else {
        relate(trigger, from, each, type, predicate, origin, confidence);
      }
    }
  }

  bool relate(std::uint32_t trigger, std::uint32_t from, std::uint32_t to, std::string_view type,
              std::string predicate, std::string_view origin, double confidence) {
    const Filler first = whole(from);
    const Filler second = whole(to);
    if (!first.cluster.valid() || !second.cluster.valid() || first.cluster == second.cluster) {
      return false;
    }
    CandidateClaim claim = reading_.claim(trigger, first, second, "subject", "object");
    finish(claim, type, std::move(predicate), origin, confidence);
    return true;
  }

  void finish(CandidateClaim& claim, std::string_view type, std::string predicate,
              std::string_view origin, double confidence) {
    claim.type = type;
    claim.label = predicate;
    const bool preposition = predicate == "of" || predicate == "in" || predicate == "from";
    if (!preposition && (type == "position" || type == "family" || type == "membership" ||
                         type == "affiliation" || type == "partOf")) {
      claim.label += " of";
    }
    claim.predicate = std::move(predicate);
    claim.origin = origin;
    claim.confidence = confidence;
    // What noun phrases take for granted is so, whatever becomes of the clause around them.
    claim.polarity = Polarity::positive;
    claim.modality = Modality::actual;
    if (claim.type == "position" || claim.type == "location" || claim.type == "family" ||
        claim.type == "origin" || claim.type == "affiliation" || claim.type == "partOf" ||
        claim.type == "membership") {
      claim.source = ClusterId();
    }
    claims_.push_back(std::move(claim));
  }

  const Reading& reading_;
  const Tree& tree_;
  std::vector<CandidateClaim>& claims_;
  std::vector<std::uint32_t> starts_;  // of each token: the name that begins there, or no_head
  std::vector<std::uint32_t> ends_;    // the name that ends before it
};

}  // namespace

void find_static_claims(const Reading& reading, std::vector<CandidateClaim>& claims) {
  StaticClaims(reading, claims).find();
}

}  // namespace actant
