// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace actant {
namespace {

/// Nouns of which everybody has one: who has it may go without saying.
constexpr std::array<std::string_view, 16> unique_nouns = {
    "parent", "mother",  "father",   "wife", "husband",    "death",   "birth",   "body",
    "career", "funeral", "military", "army", "government", "capital", "economy", "parliament"};

/// A noun, its number and whose it is.
using Owned = std::tuple<std::string, Number, std::uint32_t>;

class PossessedJoiner {
 public:
  explicit PossessedJoiner(EntityDraft& draft) : draft_(draft), tree_(draft.tree) {
    group_by_head_.assign(tree_.analysis().tokens.size(), no_group);
    for (const DraftMention& m : draft_.mentions) group_by_head_[m.head] = m.group;
  }

  void join() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const DraftMention& mention = draft_.mentions[m];
      if (mention.kind != MentionKind::nominal || mention.group == no_group ||
          draft_.groups[mention.group].named || mention.link == transparent) {
        continue;
      }
      bool owned = false;
      for (const std::uint32_t c : tree_.children(mention.head)) {
        owned = owned || tree_.token(c).deprel == DepRel::nmod_poss;
        if (!is_owner(mention, c)) continue;
        owned = true;
        join(m, current(group_by_head_[c]));
      }
      if (!owned && mention.definiteness != Definiteness::indefinite) {
        ownerless_.try_emplace({fold_name(tree_.lemma(mention.head)), mention.number, no_group}, m);
      }
    }
  }

 private:
  [[nodiscard]] bool is_owner(const DraftMention& mention, std::uint32_t c) const {
    if (group_by_head_[c] == no_group) return false;
    const DepRel relation = tree_.token(c).deprel;
    if (relation == DepRel::nmod_poss) return c < mention.head;
    if (relation != DepRel::nmod || c < mention.head) return false;
    const std::uint32_t mark = tree_.child(c, DepRel::case_);
    return mark != no_head && tree_.lemma(mark) == "of" &&
           mention.definiteness == Definiteness::definite;
  }

  void join(std::uint32_t m, std::uint32_t owner) {
    const DraftMention& mention = draft_.mentions[m];
    const Owned key{fold_name(tree_.lemma(mention.head)), mention.number, owner};
    const auto [at, is_new] = first_.try_emplace(key, m);
    if (is_new) {
      take_ownerless(key, m);
      return;
    }
    const DraftMention& earlier = draft_.mentions[at->second];
    if (earlier.group == mention.group || draft_.groups[earlier.group].named) return;
    const std::vector<std::string> a = modifiers(earlier);
    const std::vector<std::string> b = modifiers(mention);
    if (std::includes(a.begin(), a.end(), b.begin(), b.end())) merge(earlier.group, m);
  }

  /// "the parents", and later "her parents".
  void take_ownerless(const Owned& key, std::uint32_t m) {
    const auto& [noun, number, owner] = key;
    if (std::find(unique_nouns.begin(), unique_nouns.end(), noun) == unique_nouns.end()) return;
    const auto at = ownerless_.find({noun, number, no_group});
    if (at == ownerless_.end()) return;
    const DraftMention& earlier = draft_.mentions[at->second];
    if (earlier.group != draft_.mentions[m].group && modifiers(draft_.mentions[m]).empty()) {
      merge(earlier.group, m);
    }
    ownerless_.erase(at);
  }

  void merge(std::uint32_t into, std::uint32_t m) {
    const std::uint32_t from = draft_.mentions[m].group;
    draft_.merge_groups(into, from);
    draft_.mentions[m].link = "same-owner";
    moved_[from] = into;
  }

  /// Where the mentions of a group have gone.
  [[nodiscard]] std::uint32_t current(std::uint32_t group) const {
    for (auto at = moved_.find(group); at != moved_.end(); at = moved_.find(group)) {
      group = at->second;
    }
    return group;
  }

  /// Sorted lemmas in front of the head, owners left out.
  [[nodiscard]] std::vector<std::string> modifiers(const DraftMention& mention) const {
    std::vector<std::string> words;
    for (const std::uint32_t c : tree_.children(mention.head)) {
      const DepRel relation = tree_.token(c).deprel;
      if (c < mention.head && (relation == DepRel::amod || relation == DepRel::compound ||
                               relation == DepRel::nummod)) {
        words.push_back(fold_name(tree_.lemma(c)));
      }
    }
    std::sort(words.begin(), words.end());
    return words;
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  std::vector<std::uint32_t> group_by_head_;      // by token, as first grouped
  std::map<Owned, std::uint32_t> ownerless_;      // mention; not yet claimed by an owner
  std::map<Owned, std::uint32_t> first_;          // mention
  std::map<std::uint32_t, std::uint32_t> moved_;  // merged groups
};

}  // namespace

void join_possessed(EntityDraft& draft) { PossessedJoiner(draft).join(); }

}  // namespace actant
