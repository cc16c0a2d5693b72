// SPDX-License-Identifier: MIT
#include "ingest/description_links.hpp"
#include "ingest/folding.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

/// Does the group answer to the description's noun from now on?
enum class Memory : std::uint8_t { no, yes };

constexpr unsigned deepest = 6;  // owners of owners
constexpr std::uint32_t no_mention = 0xFFFFFFFFU;

struct NamedRule {
  std::string_view name;  ///< see EntityMention::link
  LinkRule rule;
  Memory memory;
};

/// The first rule that finds a group decides.
constexpr std::array<NamedRule, 14> rules = {{{"apposition", link_apposition, Memory::yes},
                                              {"next-name", link_next_name, Memory::yes},
                                              {"naming", link_naming, Memory::yes},
                                              {"role", link_role, Memory::no},
                                              {"medium", link_medium, Memory::no},
                                              {transparent, link_transparent, Memory::yes},
                                              {"same-head", link_head, Memory::yes},
                                              {"headline", link_title, Memory::yes},
                                              {"synonym", link_synonym, Memory::yes},
                                              {"origin", link_origin, Memory::yes},
                                              {"name-noun", link_name_noun, Memory::yes},
                                              {"family", link_family, Memory::no},
                                              {"sort", link_sort, Memory::no},
                                              {"one", link_one, Memory::no}}};

class DescriptionGrouper {
 public:
  explicit DescriptionGrouper(EntityDraft& draft)
      : draft_(draft), tree_(draft.tree), index_(draft) {
    nominal_by_head_.assign(tree_.analysis().tokens.size(), no_mention);
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const DraftMention& mention = draft_.mentions[m];
      if (mention.kind == MentionKind::nominal) nominal_by_head_[mention.head] = m;
    }
  }

  void group() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const DraftMention& mention = draft_.mentions[m];
      if (mention.kind == MentionKind::name) {
        index_.see(mention, mention.group);
      } else if (mention.kind == MentionKind::nominal) {
        place(m, deepest);
      }
    }
  }

 private:
  /// Owners go first: "the country" in "the country's leadership", "attacks" in "a series of
  /// attacks".
  void place_owners(const DraftMention& mention, unsigned depth) {
    for (const std::uint32_t c : tree_.children(mention.head)) {
      const DepRel relation = tree_.token(c).deprel;
      if (relation != DepRel::nmod_poss && relation != DepRel::nmod) continue;
      if (nominal_by_head_[c] != no_mention) place(nominal_by_head_[c], depth - 1);
    }
  }

  void place(std::uint32_t m, unsigned depth) {
    const DraftMention mention = draft_.mentions[m];
    if (mention.group != no_group) return;
    if (depth > 0) place_owners(mention, depth);
    const Description description = read_description(draft_, mention, index_.groups_by_token());
    const LinkContext context{draft_, index_};
    for (const NamedRule& row : rules) {
      const std::uint32_t group = row.rule(context, mention, description);
      if (group == no_group) continue;
      draft_.mentions[m].link = row.name;
      add(m, group, description, row.memory);
      return;
    }
    if (description.head == "one") return;  // stands for a noun that is not found
    const std::uint32_t group = draft_.found_group(m);
    const std::uint32_t subject = subject_of_predicate(mention);
    index_.see(mention, group);
    index_.describe(group, description, is_definite(mention));
    index_.remember(subject == no_group ? group : subject, description);
    if (subject != no_group) index_.describe(subject, description, false);
  }

  void add(std::uint32_t m, std::uint32_t group, const Description& description, Memory memory) {
    const DraftMention& mention = draft_.mentions[m];
    const bool named = draft_.groups[group].named;
    const bool person = named && draft_.groups[group].type == NodeType::person;
    if (person && mention.type == NodeType::person) {
      index_.add_role(group, description.head);
      for (const std::string& word : description.before) {
        if (draft_.lexicon->is_title(word)) index_.add_role(group, word);
      }
    }
    draft_.join(m, group);
    index_.see(draft_.mentions[m], group);
    if (mention.link == transparent) return;
    index_.describe(group, description, is_definite(mention));
    if (!named || (!person && memory == Memory::yes)) index_.remember(group, description);
  }

  [[nodiscard]] static bool is_definite(const DraftMention& mention) {
    return mention.definiteness == Definiteness::definite;
  }

  /// "Hirtenberger is an Austrian maker of shells": the named thing that is the subject, which
  /// "the maker" may mean later on.
  [[nodiscard]] std::uint32_t subject_of_predicate(const DraftMention& mention) const {
    if (mention.definiteness != Definiteness::indefinite ||
        tree_.child(mention.head, DepRel::cop) == no_head) {
      return no_group;
    }
    const std::uint32_t subject = tree_.child(mention.head, DepRel::nsubj);
    if (subject == no_head) return no_group;
    const std::uint32_t group = index_.at(subject);
    if (group == no_group || !draft_.groups[group].named) return no_group;
    const NodeType type = draft_.groups[group].type;
    return type != NodeType::person && same_sort(mention.type, type) ? group : no_group;
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  DescriptionIndex index_;
  std::vector<std::uint32_t> nominal_by_head_;  // by token
};

}  // namespace

void group_descriptions(EntityDraft& draft) { DescriptionGrouper(draft).group(); }

}  // namespace actant
