// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/conform.hpp"
#include "ingest/labels.hpp"
#include "ingest/pattern_match.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>

namespace actant {
namespace {

/// A claim of a rule, and what it competes with.
struct Told {
  CandidateClaim claim;
  std::int32_t priority = 0;
};

/// Claims compete when the same word ties the same two ends.
using Rivalry = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

Rivalry rivalry(const CandidateClaim& claim) {
  const std::uint32_t a = claim.arguments[0].head;
  const std::uint32_t b = claim.arguments.size() < 2 ? no_head : claim.arguments[1].head;
  return {claim.trigger, std::min(a, b), std::max(a, b)};
}

class RuleClaims {
 public:
  explicit RuleClaims(const Reading& reading)
      : reading_(reading),
        tree_(reading.tree()),
        text_{reading.tree(), reading.clauses(), reading.book()} {}

  std::vector<Told> find() {
    const RuleBook& book = reading_.book();
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::uint32_t list = reading_.word(i).plans;
      if (list != 0 && !reading_.is_noise(i)) try_all(book.plans(list), i);
      if (!book.plans(0).empty() && !reading_.is_noise(i)) try_all(book.plans(0), i);
    }
    return std::move(told_);
  }

 private:
  void try_all(std::span<const PlanRef> plans, std::uint32_t token) {
    for (const PlanRef& ref : plans) {
      const EdgeRule& rule = reading_.book().rules()[ref.rule];
      const MatchPlan& plan = rule.plans[ref.plan];
      for (const PatternMatch& match : match_pattern(text_, plan, token)) {
        tell(rule, plan.pattern, match, token);
      }
    }
  }

  void tell(const EdgeRule& rule, const Pattern& pattern, const PatternMatch& match,
            std::uint32_t trigger) {
    const RuleOutcome& outcome = rule.outcome;
    const std::vector<Filler> subjects = fillers(pattern, match, outcome.subject);
    if (subjects.empty()) return;
    const std::vector<Filler> objects = fillers(pattern, match, outcome.object);
    for (const Filler& subject : subjects) {
      if (!subject.cluster.valid()) continue;
      for (const Filler& object : objects) {
        if (object.cluster.valid() && object.cluster == subject.cluster) continue;
        Told told{claim(rule, trigger, subject, object), rule.priority};
        for (const auto& [role, slot] : outcome.others) {
          const std::vector<Filler> more = fillers(pattern, match, slot);
          if (!more.empty()) reading_.add(told.claim, more.front(), role);
        }
        told_.push_back(std::move(told));
      }
    }
  }

  /// What the token of a slot stands for, as far as it has one of the slot's types. Amounts and
  /// dates must be asked for.
  [[nodiscard]] std::vector<Filler> fillers(const Pattern& pattern, const PatternMatch& match,
                                            std::uint8_t slot) const {
    const std::uint32_t token = match.slots[slot];
    if (token == no_head) return {};
    const std::vector<std::string>& types = pattern.nodes[pattern.node_of(slot)].types;
    const Ontology& ontology = reading_.book().ontology();
    const bool dates =
        !types.empty() && ontology.is_one_of("Date", types) && reading_.is_time(token);
    if (dates) return {date(token)};
    std::vector<Filler> found = reading_.fillers(token);
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const Filler& filler) {
                                 const bool value = !filler.cluster.valid();
                                 return (value && types.empty()) ||
                                        !ontology.is_one_of(type_of(filler), types);
                               }),
                found.end());
    return found;
  }

  [[nodiscard]] std::string_view type_of(const Filler& filler) const {
    if (!filler.cluster.valid()) return "Quantity";
    const Entities& entities = reading_.entities();
    return described_type(reading_.book().ontology(), tree_.analysis(), entities,
                          entities.clusters[filler.cluster.value]);
  }

  [[nodiscard]] Filler date(std::uint32_t token) const {
    Filler filler;
    filler.token = token;
    filler.literal = {reading_.noun_phrase(token), "date"};
    return filler;
  }

  [[nodiscard]] CandidateClaim claim(const EdgeRule& rule, std::uint32_t trigger,
                                     const Filler& subject, const Filler& object) const {
    const std::string& type = rule.outcome.relation;
    const bool event = type.front() >= 'A' && type.front() <= 'Z';
    CandidateClaim claim = reading_.claim(trigger, subject, object, event ? "agent" : "subject",
                                          !object.cluster.valid() ? "amount"
                                          : event                 ? "patient"
                                                                  : "object");
    claim.type = type;
    claim.origin = rule.origin;
    claim.confidence = rule.confidence;
    const Clause* clause = reading_.clauses().at(trigger);
    if (clause != nullptr) {
      claim.time = reading_.time_at(*clause);
    } else {
      judge_noun(claim, trigger);
      if (!event) {
        claim.source = ClusterId();
        claim.via.clear();
      }
    }
    claim.predicate = event ? predicate(trigger, clause) : type;
    claim.label = !rule.label.empty() ? rule.label
                  : event             ? label(clause, subject, object, trigger)
                                      : type;
    return claim;
  }

  /// A noun takes part in the clause around it, but is not denied or planned by it, unless the verb
  /// only lends it its grammar: "made no offer".
  void judge_noun(CandidateClaim& claim, std::uint32_t noun) const {
    const std::uint32_t head = tree_.head(noun);
    const bool told =
        reading_.clauses().at(head) != nullptr && reading_.word(head).in(WordClass::light);
    if (told) return;
    claim.polarity = Polarity::positive;
    if (tree_.rel(noun) != DepRel::obj) claim.modality = Modality::actual;
  }

  [[nodiscard]] std::string predicate(std::uint32_t trigger, const Clause* clause) const {
    if (clause != nullptr && !clause->copular) return verb_predicate(tree_, *clause);
    return std::string(tree_.lemma(trigger));
  }

  /// The verb group, a noun that the verb lends its grammar to, and a preposition: "has imposed
  /// sanctions on".
  [[nodiscard]] std::string label(const Clause* clause, const Filler& subject, const Filler& object,
                                  std::uint32_t trigger) const {
    std::string text;
    if (clause == nullptr || clause->copular) {
      text = tree_.form(trigger);
    } else {
      const bool active = clause->agent != no_head && clause->agent == subject.token;
      text = verb_label(tree_, reading_.clauses(), *clause, no_head,
                        active ? Voice::active : Voice::surface);
      const std::uint32_t noun = active ? clause->subject : clause->object;
      if (noun != no_head && noun != subject.token && noun != object.token) {
        text += ' ';
        text += tree_.form(noun);
      }
    }
    std::uint32_t first = object.token;  // "with Mali and Niger": one preposition for both
    if (tree_.rel(first) == DepRel::conj && tree_.preposition(first) == no_head) {
      first = tree_.head(first);
    }
    const std::uint32_t mark = tree_.preposition(first);
    if (mark != no_head && mark > trigger) {
      text += ' ';
      text += tree_.form(mark);
    }
    return text;
  }

  const Reading& reading_;
  const Tree& tree_;
  PatternText text_;
  std::vector<Told> told_;
};

bool same_edge(const CandidateClaim& a, const CandidateClaim& b) {
  return a.type == b.type && a.arguments[0].head == b.arguments[0].head;
}

/// Of rivals the highest priority stays; what was found without rules has priority 0.
void settle(std::vector<Told> told, std::vector<CandidateClaim>& claims) {
  std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) {
    return rivalry(a.claim) < rivalry(b.claim);
  });
  std::vector<Rivalry> present;  // of claims found without rules
  present.reserve(claims.size());
  for (const CandidateClaim& claim : claims) present.push_back(rivalry(claim));
  std::vector<Rivalry> sorted = present;
  std::sort(sorted.begin(), sorted.end());
  std::vector<Rivalry> beaten;
  std::vector<CandidateClaim> winners;
  for (std::size_t begin = 0; begin < told.size();) {
    const Rivalry key = rivalry(told[begin].claim);
    std::size_t end = begin;
    std::int32_t best = std::binary_search(sorted.begin(), sorted.end(), key) ? 0 : -10000;
    for (; end < told.size() && rivalry(told[end].claim) == key; ++end) {
      best = std::max(best, told[end].priority);
    }
    if (best > 0) beaten.push_back(key);
    const std::size_t first = winners.size();
    for (std::size_t i = end; i > begin; --i) {  // a later rule goes before an earlier one
      Told& each = told[i - 1];
      const bool known =
          std::any_of(winners.begin() + static_cast<std::ptrdiff_t>(first), winners.end(),
                      [&](const CandidateClaim& winner) { return same_edge(winner, each.claim); });
      if (each.priority == best && !known) winners.push_back(std::move(each.claim));
    }
    begin = end;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (std::binary_search(beaten.begin(), beaten.end(), present[i])) continue;
    if (kept != i) claims[kept] = std::move(claims[i]);
    ++kept;
  }
  claims.resize(kept);
  std::move(winners.begin(), winners.end(), std::back_inserter(claims));
}

}  // namespace

void find_rule_claims(const Reading& reading, std::vector<CandidateClaim>& claims) {
  std::vector<Told> told = RuleClaims(reading).find();
  if (!told.empty()) settle(std::move(told), claims);
}

}  // namespace actant
