// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace actant {
namespace {

/// Nouns that measure time and count things: values, not things.
constexpr std::array<std::string_view, 22> measures = {
    "second",    "minute",  "hour",    "day",   "night",   "week",    "weekend",   "month",
    "year",      "decade",  "century", "today", "morning", "evening", "afternoon", "tomorrow",
    "yesterday", "tonight", "percent", "%",     "time",    "moment"};

bool is_nominal_relation(DepRel relation) {
  switch (relation) {
    case DepRel::nsubj:
    case DepRel::nsubj_pass:
    case DepRel::nsubj_outer:
    case DepRel::obj:
    case DepRel::iobj:
    case DepRel::obl:
    case DepRel::obl_agent:
    case DepRel::nmod:
    case DepRel::nmod_poss:
    case DepRel::conj:
    case DepRel::appos:
    case DepRel::root:
    case DepRel::xcomp:
    case DepRel::ccomp:
    case DepRel::advcl:
    case DepRel::acl_relcl:
    case DepRel::parataxis:
    case DepRel::list:
    case DepRel::dislocated:
    case DepRel::vocative:
    case DepRel::obl_unmarked:
    case DepRel::nmod_unmarked:
    case DepRel::dep:
      return true;
    default:
      return false;
  }
}

bool is_possessive_mark(std::string_view form) {
  return form == "'s" || form == "’s" || form == "'" || form == "’";
}

class DescriptionFinder {
 public:
  explicit DescriptionFinder(EntityDraft& draft) : draft_(draft), tree_(draft.tree) {}

  void find() {
    const auto count = static_cast<std::uint32_t>(tree_.analysis().tokens.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (draft_.noise[i]) continue;
      if (tree_.token(i).upos == Upos::pron) {
        add_pronoun(i);
      } else if (is_description(i)) {
        add_description(i);
      }
    }
    std::stable_sort(draft_.mentions.begin(), draft_.mentions.end(),
                     [](const DraftMention& a, const DraftMention& b) {
                       return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
                     });
  }

 private:
  [[nodiscard]] bool is_description(std::uint32_t i) const {
    const Token& token = tree_.token(i);
    if (draft_.named[i] || draft_.literal[i] || !is_nominal_relation(token.deprel)) return false;
    if (token.upos == Upos::adj) return is_substantive(i);
    if (token.upos != Upos::noun && token.upos != Upos::propn) return false;
    const std::string_view lemma = tree_.lemma(i);
    return std::find(measures.begin(), measures.end(), lemma) == measures.end();
  }

  /// "the wounded": an adjective with an article and no noun.
  [[nodiscard]] bool is_substantive(std::uint32_t i) const {
    const std::uint32_t det = tree_.child(i, DepRel::det);
    const DepRel relation = tree_.token(i).deprel;
    if (relation != DepRel::nsubj && relation != DepRel::obj && relation != DepRel::nsubj_pass &&
        relation != DepRel::conj && relation != DepRel::nmod && relation != DepRel::obl) {
      return false;
    }
    return det != no_head && tree_.lemma(det) == "the" && tree_.child(i, DepRel::cop) == no_head &&
           tree_.xpos(i) == "JJ";
  }

  /// First word of the noun phrase, determiners left out.
  [[nodiscard]] std::uint32_t left_edge(std::uint32_t head) const {
    const Sentence& sentence = tree_.analysis().sentences[tree_.sentence(head)];
    std::uint32_t begin = head;
    while (begin > sentence.begin) {
      const std::uint32_t i = begin - 1;
      if (draft_.noise[i]) break;
      std::uint32_t top = i;
      unsigned steps = 0;
      while (tree_.token(top).head != no_head && tree_.token(top).head != head && steps < 12) {
        top = tree_.token(top).head;
        ++steps;
      }
      if (tree_.token(top).head != head || !is_modifier(tree_.token(top).deprel)) break;
      --begin;
    }
    while (begin < head && is_droppable_front(begin)) ++begin;
    return begin;
  }

  [[nodiscard]] static bool is_modifier(DepRel relation) {
    return relation == DepRel::amod || relation == DepRel::compound || relation == DepRel::nummod ||
           relation == DepRel::nmod_poss || relation == DepRel::nmod_desc ||
           relation == DepRel::flat || relation == DepRel::nmod_unmarked ||
           relation == DepRel::goeswith;
  }

  [[nodiscard]] bool is_droppable_front(std::uint32_t i) const {
    const Token& token = tree_.token(i);
    return token.upos == Upos::det || token.upos == Upos::pron || token.upos == Upos::punct ||
           token.upos == Upos::cconj || token.upos == Upos::adp ||
           (token.upos == Upos::sym && tree_.token(i + 1).upos != Upos::num) ||
           token.upos == Upos::adv || is_hedge(tree_.lemma(i)) || is_possessive_mark(tree_.form(i));
  }

  /// "at least one shell" names a shell.
  [[nodiscard]] static bool is_hedge(std::string_view lemma) {
    return lemma == "least" || lemma == "most" || lemma == "more" || lemma == "nearly" ||
           lemma == "almost" || lemma == "such";
  }

  /// End of the phrase: behind the head, or behind a simple of-phrase right after it.
  [[nodiscard]] std::uint32_t right_edge(std::uint32_t head) const {
    std::uint32_t end = head + 1;
    for (const std::uint32_t c : tree_.children(head)) {
      const Token& child = tree_.token(c);
      if (c == end && !draft_.named[c] &&
          (child.deprel == DepRel::flat || child.deprel == DepRel::compound)) {
        end = c + 1;
        continue;
      }
      if (child.deprel == DepRel::nmod && c > head && c - head <= 6) {
        const std::uint32_t mark = tree_.child(c, DepRel::case_);
        if (mark != end || tree_.lemma(mark) != "of" || draft_.literal[c]) continue;
        bool inside = true;
        for (std::uint32_t i = mark; i <= c; ++i) {
          const std::uint32_t up = tree_.token(i).head;
          inside = inside && !draft_.noise[i] && (i == c || (up >= mark && up <= c));
        }
        if (inside) return end_of_name(c) + 1;
      }
    }
    return end;
  }

  /// Last token of the name that `head` is in, of those below it.
  [[nodiscard]] std::uint32_t end_of_name(std::uint32_t head) const {
    std::uint32_t i = head;
    while (i + 1 < draft_.named.size() && draft_.named[i] && draft_.named[i + 1] &&
           tree_.sentence(i) == tree_.sentence(i + 1) && tree_.below(i + 1, head)) {
      ++i;
    }
    return i;
  }

  void add_description(std::uint32_t head) {
    DraftMention mention;
    mention.kind = MentionKind::nominal;
    mention.head = head;
    mention.begin = left_edge(head);
    mention.end = right_edge(head);
    if (draft_.lexicon->is_epithet(tree_.lemma(head))) name_whom_it_means(mention);
    const std::string_view xpos = tree_.xpos(head);
    const bool plural = xpos == "NNS" || xpos == "NNPS" || tree_.token(head).upos == Upos::adj;
    mention.number = plural ? Number::plural : Number::singular;
    mention.definiteness = definiteness(head);
    mention.type = draft_.lexicon->type_of_noun(tree_.lemma(head));
    if (plural && draft_.lexicon->knows_noun(tree_.form(head))) {
      mention.type = draft_.lexicon->type_of_noun(tree_.form(head));  // "drops", "arms"
    }
    if (plural && (mention.type == NodeType::person || tree_.token(head).upos == Upos::adj)) {
      mention.type = NodeType::group;
    }
    const bool of_phrase = mention.end > head + 1 && !draft_.named[mention.end - 1];
    if (of_phrase && mention.type == NodeType::geopolitical_entity)
      mention.type = NodeType::concept_;
    mention.typed = mention.type != NodeType::concept_;
    draft_.mentions.push_back(mention);
  }

  /// "Maniacs of the puppet army": the words that name somebody are those behind "of", if any.
  void name_whom_it_means(DraftMention& mention) const {
    for (const std::uint32_t c : tree_.children(mention.head)) {
      if (c < mention.head || tree_.token(c).deprel != DepRel::nmod) continue;
      const std::uint32_t mark = tree_.child(c, DepRel::case_);
      if (mark == no_head || tree_.lemma(mark) != "of") continue;
      mention.begin = left_edge(c);
      mention.end = right_edge(c);
      return;
    }
  }

  [[nodiscard]] Definiteness definiteness(std::uint32_t head) const {
    Definiteness found = Definiteness::bare;
    for (const std::uint32_t c : tree_.children(head)) {
      if (c > head) break;
      const Token& child = tree_.token(c);
      if (child.deprel == DepRel::nmod_poss) return Definiteness::possessed;
      if (child.deprel == DepRel::nummod && found == Definiteness::bare)
        found = Definiteness::indefinite;
      if (child.deprel != DepRel::det && child.deprel != DepRel::det_predet) continue;
      const std::string_view word = tree_.lemma(c);
      const bool definite = word == "the" || word == "this" || word == "that" || word == "these" ||
                            word == "those" || word == "both";
      found = definite ? Definiteness::definite : Definiteness::indefinite;
    }
    return found;
  }

  void add_pronoun(std::uint32_t i) {
    const Token& token = tree_.token(i);
    if (draft_.named[i] || token.deprel == DepRel::expl || token.deprel == DepRel::det) return;
    DraftMention mention;
    mention.kind = MentionKind::pronoun;
    mention.begin = i;
    mention.end = i + 1;
    mention.head = i;
    const std::string form = fold_name(tree_.form(i));
    const auto is = [&form](std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), form) != words.end();
    };
    if (is({"he", "him", "his", "himself"})) {
      mention.gender = Gender::masculine;
      mention.type = NodeType::person;
      mention.number = Number::singular;
    } else if (is({"she", "her", "hers", "herself"})) {
      mention.gender = Gender::feminine;
      mention.type = NodeType::person;
      mention.number = Number::singular;
    } else if (is({"it", "its", "itself"})) {
      mention.number = Number::singular;
    } else if (is({"they", "them", "their", "theirs", "themselves"})) {
      mention.number = Number::plural;
    } else if (is({"i", "me", "my", "mine", "myself"})) {
      mention.type = NodeType::person;
      mention.number = Number::singular;
    } else if (is({"we", "us", "our", "ours", "ourselves"})) {
      mention.number = Number::plural;
    } else if (!is({"who", "whom", "whose", "which", "that"}) || !is_relative(i)) {
      return;
    }
    draft_.mentions.push_back(mention);
  }

  /// A relative pronoun inside a relative clause.
  [[nodiscard]] bool is_relative(std::uint32_t i) const {
    for (std::uint32_t t = i; t != no_head; t = tree_.token(t).head) {
      if (tree_.token(t).deprel == DepRel::acl_relcl) return tree_.token(t).head < i;
    }
    return false;
  }

  EntityDraft& draft_;
  const Syntax& tree_;
};

}  // namespace

void find_descriptions(EntityDraft& draft) { DescriptionFinder(draft).find(); }

}  // namespace actant
