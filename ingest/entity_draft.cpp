// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"

#include <algorithm>

namespace actant {

void EntityDraft::join(std::uint32_t mention, std::uint32_t group) {
  DraftMention& one = mentions[mention];
  DraftGroup& all = groups[group];
  one.group = group;
  all.mentions.push_back(mention);
  if (one.kind == MentionKind::pronoun) return;
  if (all.gender == Gender::unknown) all.gender = one.gender;
  if (all.hint == Gender::unknown) all.hint = one.hint;
  if (all.number == Number::unknown) all.number = one.number;
  if (all.entry == Gazetteer::none) all.entry = one.entry;
  if (one.kind == MentionKind::name) all.named = true;
}

std::uint32_t EntityDraft::found_group(std::uint32_t mention) {
  const auto group = static_cast<std::uint32_t>(groups.size());
  groups.emplace_back();
  groups.back().type = mentions[mention].type;
  join(mention, group);
  return group;
}

void EntityDraft::merge_groups(std::uint32_t into, std::uint32_t from) {
  if (into == from) return;
  for (const std::uint32_t mention : groups[from].mentions) mentions[mention].group = into;
  DraftGroup& a = groups[into];
  DraftGroup& b = groups[from];
  a.mentions.insert(a.mentions.end(), b.mentions.begin(), b.mentions.end());
  std::sort(a.mentions.begin(), a.mentions.end());
  if (a.gender == Gender::unknown) a.gender = b.gender;
  if (a.hint == Gender::unknown) a.hint = b.hint;
  if (a.number == Number::unknown) a.number = b.number;
  if (a.entry == Gazetteer::none) a.entry = b.entry;
  a.named = a.named || b.named;
  a.roles.insert(a.roles.end(), b.roles.begin(), b.roles.end());
  a.acronyms.insert(a.acronyms.end(), b.acronyms.begin(), b.acronyms.end());
  b = DraftGroup();
  b.removed = true;
}

}  // namespace actant
