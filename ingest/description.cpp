// SPDX-License-Identifier: MIT
#include "ingest/description.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace actant {
namespace {

/// Nouns whose sense is in the participle before them: "peacekeeping forces".
constexpr std::array<std::string_view, 6> bodies = {"force",   "troop", "soldier",
                                                    "officer", "unit",  "worker"};

class Reading {
 public:
  Reading(const EntityDraft& draft, const DraftMention& mention,
          const std::vector<std::uint32_t>& groups)
      : draft_(draft), tree_(draft.tree), mention_(mention), groups_(groups) {}

  Description read() {
    found_.head = fold_name(tree_.lemma(mention_.head));
    for (std::uint32_t i = mention_.begin; i < mention_.head; ++i) read_modifier(i);
    for (const std::uint32_t c : tree_.children(mention_.head)) read_child(c);
    read_kin();
    return std::move(found_);
  }

 private:
  /// Its word, or its name.
  [[nodiscard]] std::string word(std::uint32_t i) const {
    if (groups_[i] != no_group) return "#" + std::to_string(groups_[i]);
    return fold_name(tree_.lemma(i));
  }

  void read_modifier(std::uint32_t i) {
    const Token& token = tree_.token(i);
    if (token.upos != Upos::adj && token.upos != Upos::noun && token.upos != Upos::propn &&
        token.upos != Upos::num && token.upos != Upos::verb) {
      return;
    }
    for (std::uint32_t t = i; t != no_head && t != mention_.head; t = tree_.token(t).head) {
      if (tree_.token(t).deprel == DepRel::nmod_poss) return;
    }
    if (draft_.named[i]) insert_sorted(found_.names, word(i));
    insert_sorted(found_.before, word(i));
  }

  void read_child(std::uint32_t c) {
    const DepRel relation = tree_.token(c).deprel;
    if (c < mention_.head) {
      const std::string_view lemma = tree_.lemma(c);
      if (relation == DepRel::nmod_poss) {
        const bool pronoun = tree_.token(c).upos == Upos::pron;
        insert_sorted(found_.possessors, pronoun ? fold_name(tree_.form(c)) : word(c));
      } else if (relation == DepRel::det) {
        found_.pointing = found_.pointing || lemma == "this" || lemma == "that" ||
                          lemma == "these" || lemma == "those";
      }
      return;
    }
    const bool clause = relation == DepRel::acl_relcl || relation == DepRel::acl;
    if (clause && !is_own_subject(c)) found_.restricted = true;
    if (relation != DepRel::nmod) return;
    const std::uint32_t mark = tree_.child(c, DepRel::case_);
    if (mark == no_head || tree_.lemma(mark) != "of") {
      found_.restricted = true;
      return;
    }
    std::string phrase = found_.head + " of " + fold_name(tree_.form(c));
    if (mark == mention_.head + 1 && !draft_.lexicon->synonym_rows(phrase).empty()) {
      found_.head = std::move(phrase);
    } else {
      insert_sorted(found_.of, word(c));
    }
  }

  /// "asked for the price to be kept secret": the clause says what is asked, not which price.
  [[nodiscard]] bool is_own_subject(std::uint32_t clause) const {
    const std::uint32_t mark = tree_.child(clause, DepRel::mark);
    const std::uint32_t preposition = tree_.child(mention_.head, DepRel::case_);
    return mark != no_head && tree_.lemma(mark) == "to" && preposition != no_head &&
           tree_.lemma(preposition) == "for";
  }

  void read_kin() {
    const std::string& head = found_.head;
    const bool body = std::find(bodies.begin(), bodies.end(), head) != bodies.end();
    if (body && mention_.head > mention_.begin) {
      const std::string before = fold_name(tree_.form(mention_.head - 1));
      if (before.size() <= 5 || !before.ends_with("ing")) return;
      found_.kin = before.substr(0, before.size() - 3);
      std::erase(found_.before, before);
      std::erase(found_.before, fold_name(tree_.lemma(mention_.head - 1)));
    } else if (head.size() > 4 && head.ends_with("er")) {
      found_.kin = head.substr(0, head.size() - 2);
    }
  }

  const EntityDraft& draft_;
  const Syntax& tree_;
  const DraftMention& mention_;
  const std::vector<std::uint32_t>& groups_;
  Description found_;
};

}  // namespace

bool is_subset(const Words& part, const Words& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

bool disjoint(const Words& a, const Words& b) {
  return std::none_of(a.begin(), a.end(), [&b](const std::string& w) {
    return std::binary_search(b.begin(), b.end(), w);
  });
}

void insert_sorted(Words& words, std::string word) {
  const auto at = std::lower_bound(words.begin(), words.end(), word);
  if (at == words.end() || *at != word) words.insert(at, std::move(word));
}

Description read_description(const EntityDraft& draft, const DraftMention& mention,
                             const std::vector<std::uint32_t>& groups) {
  return Reading(draft, mention, groups).read();
}

}  // namespace actant
