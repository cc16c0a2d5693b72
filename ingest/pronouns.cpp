// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace actant {
namespace {

constexpr std::uint32_t sentences_back = 3;
constexpr std::uint32_t mentions_back = 80;

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
  double same_role;
  double both_subjects;
  double subjects_in_a_row;      ///< of neighbouring sentences
  double subject_for_possessor;  ///< "Ada sold her house"
  double mention;                ///< for each one before, to `most_seen`
  unsigned most_seen;
  double named;
  double indefinite;
};

/// For he and she. Log-linear weights fitted on the development part of GAP: the probability that
/// the best of all candidates is right, with a penalty of 0.01 for large weights.
constexpr Weights for_persons = {-1.06, -0.045, -0.30, 0.63, 0.0,  0.42, -0.46, 0.31, -0.21,
                                 -0.47, 0.25,   0.59,  0.53, 0.33, 0.08, 6,     0.92, -0.27};
constexpr double pronoun_again = -0.64;  // another he or she as the antecedent
constexpr double other_type = -0.43;     // a name that may be a person's
constexpr double same_gender = 0.19;
constexpr double hinted = 0.55;  // a single word that is a first name of that gender
constexpr double against_hint = -0.32;

/// For it and they; set by hand.
constexpr Weights for_things = {-2.0, -0.01, 0.0, 2.0, 1.0, 0.7, -0.5, -0.5, -2.5,
                                0.0,  0.6,   1.2, 0.0, 0.0, 0.4, 4,    0.6,  -0.2};
constexpr double plural = 1.0;
constexpr double unnamed_concept = -0.6;

constexpr double adjective = -2.5;  // "Kazakh"
constexpr unsigned deepest = 6;

bool is_subject(DepRel relation) {
  return relation == DepRel::nsubj || relation == DepRel::nsubj_pass ||
         relation == DepRel::nsubj_outer;
}

bool is_speech_verb(std::string_view lemma) {
  static constexpr std::string_view verbs[] = {
      "say",   "tell",   "note",    "explain", "add",       "state",  "announce",
      "claim", "report", "argue",   "write",   "declare",   "insist", "comment",
      "reply", "warn",   "observe", "stress",  "emphasize", "remark"};
  return std::find(std::begin(verbs), std::end(verbs), lemma) != std::end(verbs);
}

class PronounResolver {
 public:
  explicit PronounResolver(EntityDraft& draft) : draft_(draft), tree_(draft.tree) {}

  void resolve() {
    seen_.assign(draft_.groups.size(), 0);
    by_head_.assign(tree_.analysis().tokens.size(), no_group);
    for (const DraftMention& m : draft_.mentions) {
      if (m.group != no_group) by_head_[m.head] = m.group;
    }
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      DraftMention& mention = draft_.mentions[m];
      if (mention.kind == MentionKind::pronoun) {
        const std::uint32_t group = antecedent(m);
        if (group == no_group) continue;
        draft_.join(m, group);
        mention.link = "pronoun";
        by_head_[mention.head] = group;
        learn(mention, group);
      }
      if (mention.group != no_group) ++seen_[mention.group];
    }
  }

 private:
  /// "she" makes a person of unknown gender feminine.
  void learn(const DraftMention& mention, std::uint32_t group) {
    DraftGroup& known = draft_.groups[group];
    if (mention.gender == Gender::unknown) return;
    if (known.gender == Gender::unknown) known.gender = mention.gender;
    known.type = NodeType::person;
  }

  [[nodiscard]] std::uint32_t antecedent(std::uint32_t m) const {
    const DraftMention& mention = draft_.mentions[m];
    const std::string form = fold_name(tree_.form(mention.head));
    if (form == "who" || form == "whom" || form == "whose" || form == "which" || form == "that") {
      return of_relative_clause(mention.head);
    }
    const bool speaker = form == "i" || form == "me" || form == "my" || form == "mine" ||
                         form == "we" || form == "us" || form == "our" || form == "ours" ||
                         form == "myself" || form == "ourselves";
    if (speaker) return speaker_of(mention.head);
    if (is_empty_subject(mention.head, form)) return no_group;
    return best_candidate(m);
  }

  /// The noun that the relative clause around `i` hangs on.
  [[nodiscard]] std::uint32_t of_relative_clause(std::uint32_t i) const {
    for (std::uint32_t t = i; t != no_head; t = tree_.token(t).head) {
      if (tree_.token(t).deprel == DepRel::acl_relcl) return by_head_[tree_.token(t).head];
    }
    return no_group;
  }

  /// "it is expected that": the clause is the subject.
  [[nodiscard]] bool is_empty_subject(std::uint32_t i, std::string_view form) const {
    if (form != "it" || !is_subject(tree_.token(i).deprel)) return false;
    const std::uint32_t verb = tree_.token(i).head;
    if (verb == no_head) return false;
    for (const std::uint32_t c : tree_.children(verb)) {
      const DepRel r = tree_.token(c).deprel;
      if (r == DepRel::csubj || r == DepRel::csubj_pass) return true;
      const bool clause = r == DepRel::ccomp || r == DepRel::xcomp || r == DepRel::advcl;
      const bool weak =
          tree_.token(verb).upos == Upos::adj || tree_.token(i).deprel == DepRel::nsubj_pass;
      if (clause && c > verb && weak) return true;
    }
    return false;
  }

  /// The subject of the verb of saying that the quotation depends on, or is next to.
  [[nodiscard]] std::uint32_t speaker_of(std::uint32_t i) const {
    const auto subject_of = [this](std::uint32_t verb) {
      for (const std::uint32_t c : tree_.children(verb)) {
        if (is_subject(tree_.token(c).deprel)) return by_head_[c];
      }
      return no_group;
    };
    const auto& sentences = tree_.analysis().sentences;
    const std::uint32_t here = tree_.sentence(i);
    for (const std::int32_t step : {0, -1, 1, -2, 2}) {
      const std::int64_t s = static_cast<std::int64_t>(here) + step;
      if (s < 0 || s >= static_cast<std::int64_t>(sentences.size())) continue;
      const Sentence& sentence = sentences[static_cast<std::size_t>(s)];
      for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
        if (tree_.token(t).upos != Upos::verb || !is_speech_verb(tree_.lemma(t))) continue;
        const std::uint32_t who = subject_of(t);
        if (who != no_group && draft_.groups[who].type == NodeType::person) return who;
      }
    }
    return no_group;
  }

  [[nodiscard]] bool agrees(const DraftMention& pronoun, const DraftGroup& group) const {
    if (pronoun.gender != Gender::unknown) {
      return (group.type == NodeType::person || may_be_person(group)) &&
             (group.gender == Gender::unknown || group.gender == pronoun.gender) &&
             group.number != Number::plural;
    }
    if (pronoun.number == Number::plural) {
      return group.number == Number::plural || group.type == NodeType::organization ||
             group.type == NodeType::group;
    }
    return group.type != NodeType::person && group.type != NodeType::group &&
           group.number != Number::plural;
  }

  /// A name of one or two words that neither a table nor its last word explains.
  [[nodiscard]] bool may_be_person(const DraftGroup& group) const {
    if (!group.named || group.entry != Gazetteer::none) return false;
    return std::all_of(group.mentions.begin(), group.mentions.end(), [this](std::uint32_t m) {
      const DraftMention& mention = draft_.mentions[m];
      if (mention.kind != MentionKind::name) return mention.kind == MentionKind::pronoun;
      return !mention.sure && mention.end - mention.begin <= 3 && !mention.described &&
             !is_acronym(draft_.text(mention)) && tree_.child(mention.head, DepRel::det) == no_head;
    });
  }

  /// Governor of a noun phrase, through coordination.
  [[nodiscard]] std::uint32_t governor(std::uint32_t i) const {
    while (tree_.token(i).deprel == DepRel::conj && tree_.token(i).head != no_head)
      i = tree_.token(i).head;
    return tree_.token(i).head;
  }

  /// Principle B: a plain pronoun is not the other argument of its own verb; and no phrase holds
  /// a pronoun that means the phrase.
  [[nodiscard]] bool bound(const DraftMention& pronoun, const DraftMention& other) const {
    if (tree_.sentence(pronoun.head) != tree_.sentence(other.head)) return false;
    if (tree_.below(pronoun.head, other.head)) {
      // Inside the phrase, unless inside a relative clause of it.
      for (std::uint32_t t = pronoun.head; t != other.head; t = tree_.token(t).head) {
        const DepRel r = tree_.token(t).deprel;
        if (r == DepRel::acl_relcl || r == DepRel::acl || r == DepRel::appos) return false;
      }
      return true;
    }
    return !is_free(pronoun) && governor(pronoun.head) == governor(other.head);
  }

  /// "its", "itself": may mean another argument of the same verb.
  [[nodiscard]] bool is_free(const DraftMention& pronoun) const {
    const std::string_view form = tree_.form(pronoun.head);
    return tree_.token(pronoun.head).deprel == DepRel::nmod_poss || form.ends_with("self") ||
           form.ends_with("selves");
  }

  /// Who does what the verb says that `i` is an argument of: its own subject, or the one that it
  /// shares ("sold it and bought", "seeks to block it", "urged them to leave it").
  [[nodiscard]] std::uint32_t doer(std::uint32_t i) const {
    for (std::uint32_t verb = governor(i); verb != no_head; verb = tree_.token(verb).head) {
      for (const std::uint32_t c : tree_.children(verb)) {
        if (is_subject(tree_.token(c).deprel)) return by_head_[c];
      }
      const DepRel r = tree_.token(verb).deprel;
      if (r == DepRel::xcomp) {
        for (const DepRel object : {DepRel::obj, DepRel::iobj}) {
          const std::uint32_t told = tree_.child(tree_.token(verb).head, object);
          if (told != no_head && told < verb) return by_head_[told];
        }
      } else if (r != DepRel::conj && r != DepRel::advcl) {
        break;
      }
    }
    return no_group;
  }

  [[nodiscard]] double score(const DraftMention& pronoun, const DraftMention& other) const {
    const bool person = pronoun.gender != Gender::unknown;
    const Weights& weights = person ? for_persons : for_things;
    const DraftGroup& group = draft_.groups[other.group];
    double s = nearness(weights, pronoun, other) + roles(weights, pronoun, other);
    s += weights.mention * std::min(seen_[other.group], weights.most_seen);
    if (group.named) s += weights.named;
    if (other.definiteness == Definiteness::indefinite) s += weights.indefinite;
    if (group.type == NodeType::concept_ && !group.named) s += unnamed_concept;
    if (!person) {
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

  /// Distance in the text, and from the root of the antecedent's tree.
  [[nodiscard]] double nearness(const Weights& weights, const DraftMention& pronoun,
                                const DraftMention& other) const {
    const std::uint32_t sentences = tree_.sentence(pronoun.head) - tree_.sentence(other.head);
    const std::uint32_t words =
        pronoun.head > other.head ? pronoun.head - other.head : other.head - pronoun.head;
    unsigned depth = 0;
    for (std::uint32_t t = other.head; depth < deepest && tree_.token(t).head != no_head;
         t = tree_.token(t).head) {
      ++depth;
    }
    return weights.sentence * sentences + weights.word * words + weights.depth * depth;
  }

  [[nodiscard]] double roles(const Weights& weights, const DraftMention& pronoun,
                             const DraftMention& other) const {
    const DepRel role = tree_.token(other.head).deprel;
    const DepRel own = tree_.token(pronoun.head).deprel;
    double s = role == own ? weights.same_role : 0.0;
    if (role == DepRel::obj) s += weights.object;
    if (role == DepRel::nmod) s += weights.noun_modifier;
    if (role == DepRel::nmod_poss) s += weights.possessor;
    if (role == DepRel::compound) s += weights.compound;
    if (role == DepRel::amod || other.demonym) s += adjective;
    if (role == DepRel::conj) s += weights.conjunct;
    if (!is_subject(role)) return s;
    s += weights.subject;
    const std::uint32_t here = tree_.sentence(pronoun.head);
    const std::uint32_t there = tree_.sentence(other.head);
    if (here == there && tree_.below(pronoun.head, governor(other.head))) s += weights.own_clause;
    if (own == DepRel::nmod_poss) s += weights.subject_for_possessor;
    if (!is_subject(own)) return s;
    s += weights.both_subjects;
    return here == there + 1 ? s + weights.subjects_in_a_row : s;
  }

  [[nodiscard]] std::uint32_t best_candidate(std::uint32_t m) const {
    const DraftMention& pronoun = draft_.mentions[m];
    const std::uint32_t subject = is_free(pronoun) ? no_group : doer(pronoun.head);
    std::uint32_t best = no_group;
    double best_score = 0.0;
    for (std::uint32_t k = m; k-- > 0 && m - k <= mentions_back;) {
      const DraftMention& other = draft_.mentions[k];
      if (tree_.sentence(pronoun.head) - tree_.sentence(other.head) > sentences_back) break;
      if (other.group == no_group || !agrees(pronoun, draft_.groups[other.group])) continue;
      if (other.group == subject || bound(pronoun, other)) continue;
      const double s = score(pronoun, other);
      if (best == no_group || s > best_score) {
        best = other.group;
        best_score = s;
      }
    }
    const std::uint32_t later = announced_subject(m);
    if (later != no_group) {
      const double s = score(pronoun, draft_.mentions[later]);
      if (best == no_group || s > best_score) best = draft_.mentions[later].group;
    }
    return best;
  }

  /// The subject after an adverbial in front of it: "After his defeat, Napoleon is ...".
  [[nodiscard]] std::uint32_t announced_subject(std::uint32_t m) const {
    const DraftMention& pronoun = draft_.mentions[m];
    for (std::uint32_t t = pronoun.head; tree_.token(t).head != no_head; t = tree_.token(t).head) {
      const DepRel r = tree_.token(t).deprel;
      if (r != DepRel::advcl && r != DepRel::obl && r != DepRel::obl_unmarked) continue;
      const std::uint32_t verb = tree_.token(t).head;
      for (std::uint32_t k = m + 1; k < draft_.mentions.size(); ++k) {
        const DraftMention& other = draft_.mentions[k];
        if (other.begin > verb) break;
        if (other.kind == MentionKind::pronoun || other.group == no_group) continue;
        if (tree_.token(other.head).head != verb || !is_subject(tree_.token(other.head).deprel))
          continue;
        if (agrees(pronoun, draft_.groups[other.group]) && draft_.groups[other.group].named)
          return k;
      }
    }
    return no_group;
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  std::vector<std::uint32_t> seen_;     // by group
  std::vector<std::uint32_t> by_head_;  // group by token
};

}  // namespace

void resolve_pronouns(EntityDraft& draft) { PronounResolver(draft).resolve(); }

}  // namespace actant
