// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"
#include "ingest/pronoun_score.hpp"
#include "ingest/quotations.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

namespace actant {
namespace {

constexpr std::uint32_t sentences_back = 3;
constexpr std::uint32_t mentions_back = 80;
constexpr std::uint32_t longest_sentence = 300;  // tokens that are searched for a verb of speech
constexpr std::uint32_t no_mention = 0xFFFFFFFFU;

bool is_speech_verb(std::string_view lemma) {
  static constexpr std::string_view verbs[] = {
      "say",   "tell",   "note",    "explain", "add",       "state",  "announce",
      "claim", "report", "argue",   "write",   "declare",   "insist", "comment",
      "reply", "warn",   "observe", "stress",  "emphasize", "remark"};
  return std::find(std::begin(verbs), std::end(verbs), lemma) != std::end(verbs);
}

class PronounResolver {
 public:
  explicit PronounResolver(EntityDraft& draft)
      : draft_(draft), tree_(draft.tree), quotations_(find_quotations(tree_.analysis())) {}

  void resolve() {
    seen_.assign(draft_.groups.size(), 0);
    by_head_.assign(tree_.analysis().tokens.size(), no_group);
    pronoun_at_.assign(tree_.analysis().tokens.size(), no_mention);
    settled_.assign(draft_.mentions.size(), no_group);
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const DraftMention& mention = draft_.mentions[m];
      if (mention.group != no_group) by_head_[mention.head] = mention.group;
      if (mention.kind == MentionKind::pronoun) pronoun_at_[mention.head] = m;
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
  /// "she" makes a person of unknown gender feminine, and "it" makes no person.
  void learn(const DraftMention& mention, std::uint32_t group) {
    DraftGroup& known = draft_.groups[group];
    if (mention.gender == Gender::unknown) {
      const bool thing = fold_name(tree_.form(mention.head)) == "it";
      if (thing && known.type == NodeType::person) known.type = NodeType::organization;
      return;
    }
    if (known.gender == Gender::unknown) known.gender = mention.gender;
    known.type = NodeType::person;
  }

  [[nodiscard]] std::uint32_t antecedent(std::uint32_t m) {
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
    if (settled_[m] != no_group) return settled_[m];
    const bool person = mention.gender != Gender::unknown;
    return best_candidate(m, person ? quoted_speaker(mention.head) : no_group);
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
      // "It is expected to close" tells of it.
      const bool clause = r == DepRel::ccomp || r == DepRel::advcl;
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

  /// "Nestle said it will buy the firm": a single word that nothing shows to be a person says what
  /// it will do itself. Papers give persons a title or a first name where they come up.
  [[nodiscard]] bool announces_itself(const DraftMention& pronoun,
                                      const DraftMention& other) const {
    if (tree_.form(pronoun.head) != "it" || !is_subject(tree_.token(pronoun.head).deprel)) {
      return false;
    }
    const std::uint32_t verb = tree_.token(pronoun.head).head;
    if (verb == no_head || tree_.token(verb).deprel != DepRel::ccomp ||
        tree_.token(verb).upos != Upos::verb || tree_.child(verb, DepRel::obj) == no_head) {
      return false;
    }
    const std::uint32_t saying = tree_.token(verb).head;
    if (saying == no_head || !is_speech_verb(tree_.lemma(saying)) ||
        tree_.token(other.head).head != saying || !is_subject(tree_.token(other.head).deprel)) {
      return false;
    }
    const DraftGroup& group = draft_.groups[other.group];
    return group.named && group.type == NodeType::person && group.roles.empty() &&
           group.gender == Gender::unknown && group.hint == Gender::unknown &&
           std::all_of(group.mentions.begin(), group.mentions.end(), [this](std::uint32_t m) {
             const DraftMention& one = draft_.mentions[m];
             return one.kind == MentionKind::name && one.end - one.begin == 1 && !one.described;
           });
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
    return !is_free(pronoun) && tree_.governor(pronoun.head) == tree_.governor(other.head);
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
    for (std::uint32_t verb = tree_.governor(i); verb != no_head; verb = tree_.token(verb).head) {
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

  /// The quotation around `i`, or null.
  [[nodiscard]] const Quotation* quotation_of(std::uint32_t i) const {
    const auto after = std::upper_bound(
        quotations_.begin(), quotations_.end(), i,
        [](std::uint32_t token, const Quotation& quotation) { return token < quotation.begin; });
    if (after == quotations_.begin() || i >= std::prev(after)->end) return nullptr;
    return &*std::prev(after);
  }

  /// Who speaks the words in quotation marks around `i`: somebody else than the "he" among them.
  [[nodiscard]] std::uint32_t quoted_speaker(std::uint32_t i) {
    const Quotation* const quotation = quotation_of(i);
    const Sentence& sentence = tree_.analysis().sentences[tree_.sentence(i)];
    if (quotation == nullptr || !is_direct(*quotation, sentence)) return no_group;
    if (sentence.end - sentence.begin > longest_sentence) return no_group;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (quotation_of(t) != nullptr) continue;
      if (tree_.token(t).upos != Upos::verb || !is_speech_verb(tree_.lemma(t))) continue;
      for (const std::uint32_t c : tree_.children(t)) {
        if (is_subject(tree_.token(c).deprel) && quotation_of(c) == nullptr) return speaker(c);
      }
    }
    return no_group;
  }

  /// Who the subject of a verb of speech is. A pronoun that is still to come is settled now, before
  /// what is said gives it a candidate that it cannot mean.
  [[nodiscard]] std::uint32_t speaker(std::uint32_t head) {
    const std::uint32_t m = pronoun_at_[head];
    if (by_head_[head] == no_group && m != no_mention && settled_[m] == no_group) {
      settled_[m] = best_candidate(m, no_group);
    }
    return m == no_mention || by_head_[head] != no_group ? by_head_[head] : settled_[m];
  }

  /// Whole words of somebody, not a few that a sentence of the article is built with.
  [[nodiscard]] bool is_direct(const Quotation& quotation, const Sentence& sentence) const {
    if (quotation.begin <= sentence.begin) return true;
    const std::string_view before = tree_.form(quotation.begin - 1);
    return before == "," || before == ":";
  }

  /// @param speaker  the group of whoever says the words that the pronoun is among, or no_group
  [[nodiscard]] std::uint32_t best_candidate(std::uint32_t m, std::uint32_t speaker) const {
    const DraftMention& pronoun = draft_.mentions[m];
    const std::uint32_t subject = is_free(pronoun) ? no_group : doer(pronoun.head);
    std::uint32_t best = no_group;
    double best_score = score_of_none(draft_, pronoun);
    for (std::uint32_t k = m; k-- > 0 && m - k <= mentions_back;) {
      const DraftMention& other = draft_.mentions[k];
      if (tree_.sentence(pronoun.head) - tree_.sentence(other.head) > sentences_back) break;
      if (other.group == no_group) continue;
      if (!agrees(pronoun, draft_.groups[other.group]) && !announces_itself(pronoun, other)) {
        continue;
      }
      if (other.group == subject || other.group == speaker || bound(pronoun, other)) continue;
      const double s = antecedent_score(draft_, pronoun, other, seen_[other.group]);
      if (s > best_score) {
        best = other.group;
        best_score = s;
      }
    }
    const std::uint32_t later = announced_subject(m);
    if (later != no_group) {
      const double s = antecedent_score(draft_, pronoun, draft_.mentions[later],
                                        seen_[draft_.mentions[later].group]);
      if (s > best_score) best = draft_.mentions[later].group;
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
  std::vector<Quotation> quotations_;      // in text order
  std::vector<std::uint32_t> seen_;        // by group
  std::vector<std::uint32_t> by_head_;     // group by token
  std::vector<std::uint32_t> pronoun_at_;  // mention by token, or no_mention
  std::vector<std::uint32_t> settled_;     // group by mention, of those settled ahead of their turn
};

}  // namespace

void resolve_pronouns(EntityDraft& draft) { PronounResolver(draft).resolve(); }

}  // namespace actant
