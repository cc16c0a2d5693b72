// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_DESCRIPTION_INDEX_HPP
#define ACTANT_INGEST_DESCRIPTION_INDEX_HPP

#include "ingest/description.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace actant {

/// What the text has said so far about one group of mentions.
struct Known {
  std::uint32_t last = no_head;  ///< head token of the latest mention; no_head: still to come
  std::uint32_t mentions = 0;
  bool definite = false;          ///< was called "the ..."
  Words before;                   ///< all modifiers
  Words names;                    ///< all names among them
  Words owners;                   ///< names, possessors and what follows "of"
  std::vector<Words> before_set;  ///< the modifiers of each mention, distinct sets
};

/// Finds groups by what they were called. Holds references to the draft.
class DescriptionIndex {
 public:
  explicit DescriptionIndex(EntityDraft& draft);

  /// Notes a mention of a group, which may be new.
  void see(const DraftMention& mention, std::uint32_t group);
  /// Notes that `group` was described so.
  void describe(std::uint32_t group, const Description& description, bool definite);
  /// Finds `group` by the words of `description` from now on.
  void remember(std::uint32_t group, const Description& description);
  /// Words in front of or beside the name of a person: "secretary", "general".
  void add_role(std::uint32_t group, std::string word);

  [[nodiscard]] const Known& known(std::uint32_t group) const { return known_[group]; }
  /// Group of the mention with that head token; no_group if none.
  [[nodiscard]] std::uint32_t at(std::uint32_t head) const { return group_by_head_[head]; }
  /// For each token: the group of the name that holds it or of the mention that it heads, or
  /// no_group.
  [[nodiscard]] const std::vector<std::uint32_t>& groups_by_token() const { return name_groups_; }
  /// Groups described by that head noun (or "~" and a kin), in order of first description.
  [[nodiscard]] std::span<const std::uint32_t> by_head(const std::string& head) const;
  [[nodiscard]] std::span<const std::uint32_t> by_synonym(std::uint16_t row) const;
  /// Groups of names with that noun as their head or last word, ascending.
  [[nodiscard]] std::span<const std::uint32_t> by_name_noun(const std::string& word) const;
  /// Persons with that role.
  [[nodiscard]] std::span<const std::uint32_t> by_role(const std::string& word) const;
  /// Persons with a role of that row of synonyms.
  [[nodiscard]] std::span<const std::uint32_t> by_role_synonym(std::uint16_t row) const;
  /// The country or place that the name's group is said to be from; no_group if unknown.
  [[nodiscard]] std::uint32_t origin(std::uint32_t group) const { return origins_[group]; }
  /// Groups with an origin, in order of mention.
  [[nodiscard]] std::span<const std::uint32_t> with_origin() const { return with_origin_; }
  /// Groups named by a surname in the plural: "the Sams".
  [[nodiscard]] std::span<const std::uint32_t> families() const { return families_; }

  /// Sentences between the latest mention of the group and the mention.
  [[nodiscard]] std::uint32_t distance(const DraftMention& mention, std::uint32_t group) const;
  /// The latest mention of `group` holds this one, or is held by it: they differ.
  [[nodiscard]] bool inside(const DraftMention& mention, std::uint32_t group) const;
  /// True if the later of two groups is `a`; no_group is the earliest.
  [[nodiscard]] bool later(std::uint32_t a, std::uint32_t b) const;
  /// True if the token is in the headline.
  [[nodiscard]] bool in_title(std::uint32_t token) const {
    return tree_.token(token).span.begin < title_end_;
  }

 private:
  void collect_names();
  void collect_families();
  void collect_origin(const DraftMention& mention);
  [[nodiscard]] bool is_role_word(std::uint32_t i) const;
  void find_title();

  EntityDraft& draft_;
  const Syntax& tree_;
  std::uint32_t title_end_ = 0;               // bytes
  std::vector<std::uint32_t> group_by_head_;  // by token
  std::vector<std::uint32_t> name_groups_;    // by token
  std::vector<Known> known_;                  // by group
  std::vector<std::uint32_t> origins_;        // by group of a name
  std::vector<std::uint32_t> with_origin_;
  std::vector<std::uint32_t> families_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_noun_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_role_;
  std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> by_role_synonym_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_head_;
  std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> by_synonym_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_DESCRIPTION_INDEX_HPP
