// SPDX-License-Identifier: MIT
#include "ingest/description_index.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace actant {
namespace {

constexpr std::uint32_t longest_apposition = 6;  // words between "Austrian" and the name

constexpr std::ptrdiff_t look_back = 32;  // groups; keeps time linear in the text
constexpr std::size_t most_sets = 16;

void add_once(std::vector<std::uint32_t>& groups, std::uint32_t group) {
  const auto from = groups.end() - std::min<std::ptrdiff_t>(look_back, std::ssize(groups));
  if (std::find(from, groups.end(), group) == groups.end()) groups.push_back(group);
}

template <class Table, class Key>
std::span<const std::uint32_t> look_up(const Table& table, const Key& key) {
  const auto found = table.find(key);
  return found == table.end() ? std::span<const std::uint32_t>() : std::span(found->second);
}

}  // namespace

DescriptionIndex::DescriptionIndex(EntityDraft& draft) : draft_(draft), tree_(draft.tree) {
  const std::size_t tokens = tree_.analysis().tokens.size();
  group_by_head_.assign(tokens, no_group);
  name_groups_.assign(tokens, no_group);
  known_.resize(draft_.groups.size());
  origins_.assign(draft_.groups.size(), no_group);
  for (const DraftMention& m : draft_.mentions) {
    if (m.kind != MentionKind::name) continue;
    group_by_head_[m.head] = m.group;
    std::fill(name_groups_.begin() + m.begin, name_groups_.begin() + m.end, m.group);
  }
  collect_names();
  find_title();
}

void DescriptionIndex::collect_names() {
  for (const DraftMention& m : draft_.mentions) {
    if (m.kind != MentionKind::name) continue;
    if (draft_.groups[m.group].type == NodeType::person) {
      std::uint32_t i = m.begin;
      while (i > 0 && tree_.sentence(i - 1) == tree_.sentence(m.begin) && is_role_word(i - 1)) {
        add_role(m.group, fold_name(tree_.form(--i)));
      }
      if (i < m.begin && i > 0 && name_groups_[i - 1] != no_group) {
        insert_sorted(known_[m.group].owners, "#" + std::to_string(name_groups_[i - 1]));
      }
    } else {
      collect_origin(m);
    }
    if (m.end - m.begin > 1) {
      by_name_noun_[fold_name(tree_.form(m.end - 1))].push_back(m.group);
      if (m.head + 1 != m.end) by_name_noun_[fold_name(tree_.form(m.head))].push_back(m.group);
    }
  }
  for (auto& [word, groups] : by_name_noun_) {
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  }
  collect_families();
}

/// A plural whose singular is the surname of somebody named.
void DescriptionIndex::collect_families() {
  for (const DraftMention& m : draft_.mentions) {
    const DraftGroup* const group = m.group == no_group ? nullptr : &draft_.groups[m.group];
    if (m.kind != MentionKind::name || m.end - m.begin != 1 || m.number != Number::plural ||
        group->type != NodeType::group || group->entry != Gazetteer::none) {
      continue;
    }
    std::string surname = fold_name(tree_.form(m.begin));
    if (surname.ends_with('s')) surname.pop_back();
    const auto bearers = by_name_noun(surname);
    const bool family = std::any_of(bearers.begin(), bearers.end(), [this](std::uint32_t g) {
      return draft_.groups[g].type == NodeType::person;
    });
    if (family && (families_.empty() || families_.back() != m.group)) families_.push_back(m.group);
  }
}

/// "Austrian mortar and shell manufacturer Hirtenberger".
void DescriptionIndex::collect_origin(const DraftMention& mention) {
  for (std::uint32_t i = mention.begin; i > 0 && mention.begin - i < longest_apposition;) {
    --i;
    const Upos tag = tree_.token(i).upos;
    if (tree_.sentence(i) != tree_.sentence(mention.begin)) return;
    if (tag != Upos::adj && tag != Upos::noun && tag != Upos::propn && tag != Upos::cconj) return;
    const std::uint32_t group = name_groups_[i];
    if (group == no_group) continue;
    if (draft_.groups[group].type == NodeType::geopolitical_entity && mention.begin - i > 1 &&
        tag == Upos::adj && origins_[mention.group] == no_group) {
      origins_[mention.group] = group;
      with_origin_.push_back(mention.group);
    }
    return;
  }
}

bool DescriptionIndex::is_role_word(std::uint32_t i) const {
  if (draft_.named[i]) return false;
  const std::string word = fold_name(tree_.form(i));
  return draft_.lexicon->is_title(word) || draft_.lexicon->type_of_noun(word) == NodeType::person;
}

void DescriptionIndex::find_title() {
  if (!draft_.document->title) return;
  const std::size_t at = draft_.document->text.find(*draft_.document->title);
  if (at != std::string::npos)
    title_end_ = static_cast<std::uint32_t>(at + draft_.document->title->size());
}

void DescriptionIndex::see(const DraftMention& mention, std::uint32_t group) {
  if (group >= known_.size()) known_.resize(group + 1);
  known_[group].last = mention.head;
  ++known_[group].mentions;
  group_by_head_[mention.head] = group;
  if (name_groups_[mention.head] == no_group) name_groups_[mention.head] = group;
}

void DescriptionIndex::describe(std::uint32_t group, const Description& description,
                                bool definite) {
  Known& known = known_[group];
  known.definite = known.definite || definite;
  for (const std::string& w : description.before) insert_sorted(known.before, w);
  for (const std::string& w : description.names) insert_sorted(known.names, w);
  for (const Words* words : {&description.names, &description.of, &description.possessors}) {
    for (const std::string& w : *words) insert_sorted(known.owners, w);
  }
  const auto same = std::find(known.before_set.begin(), known.before_set.end(), description.before);
  if (same == known.before_set.end() && known.before_set.size() < most_sets)
    known.before_set.push_back(description.before);
}

void DescriptionIndex::remember(std::uint32_t group, const Description& description) {
  add_once(by_head_[description.head], group);
  for (const std::uint16_t row : draft_.lexicon->synonym_rows(description.head)) {
    add_once(by_synonym_[row], group);
  }
  if (!description.kin.empty()) add_once(by_head_["~" + description.kin], group);
}

void DescriptionIndex::add_role(std::uint32_t group, std::string word) {
  std::vector<std::string>& roles = draft_.groups[group].roles;
  if (std::find(roles.begin(), roles.end(), word) != roles.end()) return;
  by_role_[word].push_back(group);
  for (const std::uint16_t row : draft_.lexicon->synonym_rows(word)) {
    add_once(by_role_synonym_[row], group);
  }
  roles.push_back(std::move(word));
}

std::span<const std::uint32_t> DescriptionIndex::by_head(const std::string& head) const {
  return look_up(by_head_, head);
}

std::span<const std::uint32_t> DescriptionIndex::by_synonym(std::uint16_t row) const {
  return look_up(by_synonym_, row);
}

std::span<const std::uint32_t> DescriptionIndex::by_name_noun(const std::string& word) const {
  return look_up(by_name_noun_, word);
}

std::span<const std::uint32_t> DescriptionIndex::by_role(const std::string& word) const {
  return look_up(by_role_, word);
}

std::span<const std::uint32_t> DescriptionIndex::by_role_synonym(std::uint16_t row) const {
  return look_up(by_role_synonym_, row);
}

std::uint32_t DescriptionIndex::distance(const DraftMention& mention, std::uint32_t group) const {
  return tree_.sentence(mention.head) - tree_.sentence(known_[group].last);
}

bool DescriptionIndex::inside(const DraftMention& mention, std::uint32_t group) const {
  const std::uint32_t other = known_[group].last;
  return other != no_head && tree_.sentence(other) == tree_.sentence(mention.head) &&
         (tree_.below(mention.head, other) || tree_.below(other, mention.head));
}

bool DescriptionIndex::later(std::uint32_t a, std::uint32_t b) const {
  return b == no_group || known_[a].last > known_[b].last;
}

}  // namespace actant
