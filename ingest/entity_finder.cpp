// SPDX-License-Identifier: MIT
#include "ingest/entity_finder.hpp"

#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"
#include "ingest/institutions.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace actant {
namespace {

/// Several words, all in capitals: from a headline.
bool is_shouted(std::string_view name) {
  const bool lower =
      std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !lower && name.size() > 5 && name.find(' ') != std::string_view::npos;
}

/// Is `a` a better name than `b` for the thing?
bool is_fuller(const EntityDraft& draft, const DraftMention& a, const DraftMention& b) {
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.demonym != b.demonym) return b.demonym;
  if ((a.link == transparent) != (b.link == transparent)) return b.link == transparent;
  const std::string_view x = draft.text(a);
  const std::string_view y = draft.text(b);
  if (a.kind == MentionKind::name) {
    const bool short_x = is_acronym(x);
    const bool short_y = is_acronym(y);
    if (short_x != short_y) return short_y;
    if (is_shouted(x) != is_shouted(y)) return is_shouted(y);
  }
  return x.size() > y.size();
}

std::string type_prefix(NodeType type) {
  std::string prefix = fold_name(to_string(type));
  prefix += ':';
  return prefix;
}

/// One word, which others of the same surname are called by too.
bool is_short_for_many(const DraftGroup& group, const std::string& name) {
  return group.type == NodeType::person && name.find(' ') == std::string::npos;
}

/// What tells the institution from those of other places; "" if nothing does.
std::string key_of(const EntityDraft& draft, const Institution& institution, NodeType type) {
  if (institution.place == Gazetteer::none) return {};
  const GazetteerEntry place = draft.gazetteer->entry(institution.place);
  const Gazetteer::Match known =
      draft.gazetteer->exact(std::string(place.name) + " " + institution.name);
  if (known.words > 0) {
    return type_prefix(type) + fold_name(draft.gazetteer->entry(known.entry).name);
  }
  return type_prefix(type) + institution.name + " (" + fold_name(place.name) + ")";
}

/// The identity of a thing that has no IRI; see docs/decisions/one-key-for-one-thing.md.
std::string key_of(const EntityDraft& draft, const Institutions& institutions,
                   const DraftGroup& group, const std::string& name, const std::string& document) {
  if (group.entry != Gazetteer::none) {
    return type_prefix(group.type) + fold_name(draft.gazetteer->entry(group.entry).name);
  }
  const std::string here = "#" + document.substr(0, 12);
  const std::string plain = type_prefix(group.type) + fold_name(name);
  if (!group.named || is_short_for_many(group, name)) return plain + here;
  const std::optional<Institution> institution = institutions.of_group(group);
  if (!institution) return plain;
  const std::string placed = key_of(draft, *institution, group.type);
  return placed.empty() ? plain + here : placed;
}

/// What the best mention says; the gazetteer's spelling for "Kazakh" and "KABUL".
std::string display_name(const EntityDraft& draft, const DraftGroup& group,
                         const DraftMention& best) {
  std::string said = one_line(draft.text(best));
  if (group.entry == Gazetteer::none) return said;
  const std::string_view known = draft.gazetteer->entry(group.entry).name;
  const bool lower =
      std::any_of(said.begin(), said.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool shouted = !lower && fold_name(said) == fold_name(known);
  return best.demonym || shouted ? std::string(known) : said;
}

Cluster describe(const EntityDraft& draft, const Institutions& institutions,
                 const DraftGroup& group, const std::string& document) {
  Cluster cluster;
  const DraftMention* best = nullptr;
  for (const std::uint32_t m : group.mentions) {
    const DraftMention& mention = draft.mentions[m];
    if (mention.kind == MentionKind::pronoun) continue;
    if (best == nullptr || is_fuller(draft, mention, *best)) best = &mention;
  }
  cluster.named = group.named;
  cluster.type = to_string(group.type);
  cluster.name = display_name(draft, group, *best);
  for (const std::uint32_t m : group.mentions) {
    const DraftMention& mention = draft.mentions[m];
    if (mention.kind == MentionKind::pronoun) continue;
    if (group.named && mention.kind != MentionKind::name && mention.link != "family") continue;
    std::string alias = one_line(draft.text(mention));
    if (alias != cluster.name) cluster.aliases.push_back(std::move(alias));
  }
  std::sort(cluster.aliases.begin(), cluster.aliases.end());
  cluster.aliases.erase(std::unique(cluster.aliases.begin(), cluster.aliases.end()),
                        cluster.aliases.end());
  if (group.entry != Gazetteer::none) cluster.same_as = draft.gazetteer->entry(group.entry).same_as;
  cluster.key = cluster.same_as.empty() ? key_of(draft, institutions, group, cluster.name, document)
                                        : cluster.same_as.front();
  return cluster;
}

Entities finish(EntityDraft& draft) {
  Entities entities;
  entities.noise = std::move(draft.noise);
  entities.cluster_of_head.assign(draft.tree.analysis().tokens.size(), ClusterId());
  const Institutions institutions(draft);
  std::vector<ClusterId> cluster_of(draft.groups.size());
  std::map<std::string, ClusterId, std::less<>> by_key;
  std::map<std::string, unsigned, std::less<>> repeats;
  for (const DraftMention& mention : draft.mentions) {
    if (mention.group == no_group) continue;
    ClusterId& id = cluster_of[mention.group];
    if (!id.valid()) {
      Cluster cluster =
          describe(draft, institutions, draft.groups[mention.group], draft.document->id);
      if (cluster.named) {
        const auto [same, is_new] =
            by_key.try_emplace(cluster.key, static_cast<std::uint32_t>(entities.clusters.size()));
        id = same->second;
        if (!is_new) {
          Cluster& first = entities.clusters[id.value];
          first.aliases.insert(first.aliases.end(), cluster.aliases.begin(), cluster.aliases.end());
          if (cluster.name != first.name) first.aliases.push_back(cluster.name);
          std::sort(first.aliases.begin(), first.aliases.end());
          first.aliases.erase(std::unique(first.aliases.begin(), first.aliases.end()),
                              first.aliases.end());
        }
      } else {
        id = ClusterId(static_cast<std::uint32_t>(entities.clusters.size()));
        const unsigned count = ++repeats[cluster.key];
        if (count > 1) cluster.key += "." + std::to_string(count);
      }
      if (id.value == entities.clusters.size()) entities.clusters.push_back(std::move(cluster));
    }
    EntityMention found;
    found.begin = mention.begin;
    found.end = mention.end;
    found.head = mention.head;
    found.span = draft.span(mention.begin, mention.end);
    found.kind = mention.kind;
    found.cluster = id;
    found.link = mention.link;
    entities.clusters[id.value].mentions.push_back(
        static_cast<std::uint32_t>(entities.mentions.size()));
    entities.mentions.push_back(found);
    entities.cluster_of_head[mention.head] = id;
  }
  return entities;
}

}  // namespace

Entities RuleEntityFinder::find(const Document& document, const Analysis& analysis) const {
  EntityDraft draft(document, analysis, gazetteer_, lexicon_);
  find_noise(draft);
  find_names(draft);
  find_descriptions(draft);
  group_names(draft);
  group_descriptions(draft);
  join_office_holders(draft);
  resolve_pronouns(draft);
  join_possessed(draft);
  return finish(draft);
}

}  // namespace actant
