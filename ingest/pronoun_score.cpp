// SPDX-License-Identifier: MIT
#include "ingest/pronoun_score.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>

namespace actant {
namespace {

/// What speaks for and against an antecedent.
struct Weights {
  double sentence;  ///< for each one between
  double word;      ///< for each one between
  double depth;     ///< for each step from the root of the tree, to `deepest`
  double subject;
  double own_clause;  ///< the subject of the clause that the pronoun is in
  double object;
  double noun_modifier;
  double possessor;
  double compound;
  double conjunct;
  double oblique;
  double same_role;
  double both_subjects;
  double subjects_in_a_row;      ///< of neighbouring sentences
  double subject_for_possessor;  ///< "Ada sold her house"
  double mention;                ///< for each one before, to `most_seen`
  unsigned most_seen;
  double named;
  double indefinite;
  double bare;       ///< no article
  double adjective;  ///< "Kazakh"
};

/// For he and she. Log-linear weights fitted on the development part of GAP: the probability that
/// the best of all candidates is right, with a penalty of 0.01 for large weights.
constexpr Weights for_persons = {-1.06, -0.045, -0.30, 0.63, 0.0,   0.42, -0.46,
                                 0.31,  -0.21,  -0.47, 0.0,  0.25,  0.59, 0.53,
                                 0.33,  0.08,   6,     0.92, -0.27, 0.0,  -2.5};
constexpr double pronoun_again = -0.64;  // another he or she as the antecedent
constexpr double other_type = -0.43;     // a name that may be a person's
constexpr double same_gender = 0.19;
constexpr double hinted = 0.55;  // a single word that is a first name of that gender
constexpr double against_hint = -0.32;

/// For it and they. Log-linear weights fitted on the training part of GUM: the probability that the
/// best of all candidates and of none is right.
constexpr Weights for_things = {-0.59, -0.071, -0.31, 0.53,  0.36,  0.50,  -0.58,
                                1.54,  -1.63,  -0.83, -0.31, 0.22,  0.50,  0.0,
                                0.71,  0.22,   4,     0.23,  -0.15, -0.41, -2.07};
constexpr double plural = 0.66;
constexpr double unnamed_concept = -0.54;
constexpr double other_pronoun = -0.66;
constexpr double same_pronoun = 1.76;  // beside other_pronoun: "it ... it"
/// Of meaning nothing that is a mention before it.
constexpr double it_means_nothing = -0.74;
constexpr double it_means_nothing_as_object = -1.13;
constexpr double its_means_nothing = -1.73;
constexpr double they_mean_nothing = -1.14;
constexpr double them_means_nothing = -1.92;
constexpr double their_means_nothing = -1.06;

constexpr unsigned deepest = 6;
constexpr std::uint32_t farthest = 60;  // words; beyond, distance counts no more

/// "It" and "it".
bool same_word(const Syntax& tree, std::uint32_t a, std::uint32_t b) {
  const std::string_view one = tree.form(a);
  const std::string_view two = tree.form(b);
  return one.size() == two.size() && one.substr(1) == two.substr(1) &&
         fold_name(one) == fold_name(two);
}

/// Distance in the text, and from the root of the antecedent's tree.
double nearness(const Syntax& tree, const Weights& weights, const DraftMention& pronoun,
                const DraftMention& other) {
  const std::uint32_t sentences = tree.sentence(pronoun.head) - tree.sentence(other.head);
  std::uint32_t words =
      pronoun.head > other.head ? pronoun.head - other.head : other.head - pronoun.head;
  if (pronoun.gender == Gender::unknown) words = std::min(words, farthest);
  unsigned depth = 0;
  for (std::uint32_t t = other.head; depth < deepest && tree.token(t).head != no_head;
       t = tree.token(t).head) {
    ++depth;
  }
  return weights.sentence * sentences + weights.word * words + weights.depth * depth;
}

double roles(const Syntax& tree, const Weights& weights, const DraftMention& pronoun,
             const DraftMention& other) {
  const DepRel role = tree.token(other.head).deprel;
  const DepRel own = tree.token(pronoun.head).deprel;
  double s = role == own ? weights.same_role : 0.0;
  if (role == DepRel::obj) s += weights.object;
  if (role == DepRel::nmod) s += weights.noun_modifier;
  if (role == DepRel::nmod_poss) s += weights.possessor;
  if (role == DepRel::compound) s += weights.compound;
  if (role == DepRel::amod || other.demonym) s += weights.adjective;
  if (role == DepRel::conj) s += weights.conjunct;
  if (role == DepRel::obl || role == DepRel::obl_agent) s += weights.oblique;
  if (!is_subject(role)) return s;
  s += weights.subject;
  const std::uint32_t here = tree.sentence(pronoun.head);
  const std::uint32_t there = tree.sentence(other.head);
  if (here == there && tree.below(pronoun.head, tree.governor(other.head))) s += weights.own_clause;
  if (own == DepRel::nmod_poss) s += weights.subject_for_possessor;
  if (!is_subject(own)) return s;
  s += weights.both_subjects;
  return here == there + 1 ? s + weights.subjects_in_a_row : s;
}

}  // namespace

double score_of_none(const EntityDraft& draft, const DraftMention& pronoun) {
  if (pronoun.gender != Gender::unknown) return -std::numeric_limits<double>::infinity();
  const DepRel role = draft.tree.token(pronoun.head).deprel;
  const bool possessor = role == DepRel::nmod_poss;
  if (pronoun.number == Number::plural) {
    if (possessor) return their_means_nothing;
    return is_subject(role) ? they_mean_nothing : them_means_nothing;
  }
  if (possessor) return its_means_nothing;
  return is_subject(role) ? it_means_nothing : it_means_nothing_as_object;
}

double antecedent_score(const EntityDraft& draft, const DraftMention& pronoun,
                        const DraftMention& other, unsigned seen) {
  const bool person = pronoun.gender != Gender::unknown;
  const Weights& weights = person ? for_persons : for_things;
  const DraftGroup& group = draft.groups[other.group];
  double s =
      nearness(draft.tree, weights, pronoun, other) + roles(draft.tree, weights, pronoun, other);
  s += weights.mention * std::min(seen, weights.most_seen);
  if (group.named) s += weights.named;
  if (other.definiteness == Definiteness::indefinite) s += weights.indefinite;
  if (other.definiteness == Definiteness::bare) s += weights.bare;
  if (group.type == NodeType::concept_ && !group.named) s += unnamed_concept;
  if (!person) {
    if (other.kind == MentionKind::pronoun) {
      s += other_pronoun;
      if (same_word(draft.tree, pronoun.head, other.head)) s += same_pronoun;
    }
    if (pronoun.number != Number::plural) return s;
    return group.number == Number::plural ? s + plural : s - plural;
  }
  if (group.type != NodeType::person) s += other_type;
  if (other.kind == MentionKind::pronoun) s += pronoun_again;
  if (group.gender == pronoun.gender) {
    s += same_gender;
  } else if (group.gender == Gender::unknown && group.hint != Gender::unknown) {
    s += group.hint == pronoun.gender ? hinted : against_hint;
  }
  return s;
}

}  // namespace actant
