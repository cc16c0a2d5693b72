// SPDX-License-Identifier: MIT
#include "ingest/description_links.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace actant {
namespace {

// Reaches in sentences, set on the training part of GUM: links beyond are right less than half of
// the time.
constexpr std::uint32_t synonym_reach = 12;
constexpr std::uint32_t indefinite_reach = 8;  // to something that was never called "the ..."
constexpr std::uint32_t pronoun_reach = 8;     // from "its troops" to "its troops"
constexpr std::uint32_t lead = 4;              // sentences that repeat the headline
constexpr std::size_t one_reach = 64;          // groups that "the new one" may mean
constexpr std::size_t look_back = 32;          // groups with the same noun

/// Nouns that seldom mean the same twice without an article.
constexpr std::array<std::string_view, 9> loose = {"people", "person", "thing", "way", "member",
                                                   "other",  "man",    "woman", "case"};

bool is_loose(std::string_view head) {
  return std::find(loose.begin(), loose.end(), head) != loose.end();
}

bool is_number(const Syntax& tree, const DraftMention& mention) {
  for (const std::uint32_t c : tree.children(mention.head)) {
    if (tree.token(c).deprel == DepRel::nummod) return true;
  }
  return false;
}

/// What is named, and not said to be many, is one.
bool same_number(const DraftGroup& group, const DraftMention& mention) {
  const bool one = group.named && group.number == Number::unknown;
  return group.number == mention.number || (one && mention.number == Number::singular);
}

/// "Infection" and "infections" without an article are one kind of thing.
bool is_kind(const DraftGroup& group, const DraftMention& mention) {
  return !group.named && mention.definiteness == Definiteness::bare &&
         mention.type == NodeType::concept_ && group.type == NodeType::concept_;
}

/// The talks are a meeting: of events, number says little.
bool both_events(const DraftGroup& group, const DraftMention& mention) {
  return group.type == NodeType::event && mention.type == NodeType::event;
}

/// A team is many people: a body may be spoken of in the plural.
bool numbers_agree(const DraftGroup& group, const DraftMention& mention) {
  if (same_number(group, mention)) return true;
  const auto body = [](NodeType t) { return t == NodeType::organization || t == NodeType::group; };
  return body(group.type) && body(mention.type);
}

bool same_possessor(const LinkContext& context, std::uint32_t group, const DraftMention& mention,
                    const Description& d) {
  if (disjoint(d.possessors, context.index.known(group).owners)) return false;
  const bool name = d.possessors.front().starts_with('#');
  return name || context.index.distance(mention, group) <= pronoun_reach;
}

/// With the same head noun: do the other words allow that both mean one thing?
bool words_fit(const LinkContext& context, std::uint32_t group, const DraftMention& mention,
               const Description& d) {
  const Known& known = context.index.known(group);
  if (!d.of.empty() && disjoint(d.of, known.owners)) return false;
  if (d.restricted && !d.pointing && known.mentions < 2) return false;
  switch (mention.definiteness) {
    case Definiteness::indefinite:
      return false;
    case Definiteness::possessed:
      return is_subset(d.before, known.before) && same_possessor(context, group, mention, d);
    case Definiteness::bare:
      return !is_loose(d.head) && std::find(known.before_set.begin(), known.before_set.end(),
                                            d.before) != known.before_set.end();
    case Definiteness::definite:
      break;
  }
  if (is_subset(d.before, known.before)) {
    return known.definite || context.index.distance(mention, group) <= indefinite_reach;
  }
  // "the crane accident" for the only accident so far.
  if (mention.type == NodeType::event && known.definite && known.before.empty() &&
      context.index.by_head(d.head).size() == 1) {
    return true;
  }
  // "the CSTO peacekeepers" for "the peacekeepers".
  if (!known.names.empty()) return false;
  Words common = d.before;
  std::erase_if(common, [&](const std::string& w) {
    return std::binary_search(d.names.begin(), d.names.end(), w);
  });
  return is_subset(common, known.before);
}

/// The latest of the groups known by `key` that `fits` lets through.
template <class Fits>
std::uint32_t latest(const LinkContext& context, const DraftMention& mention,
                     std::span<const std::uint32_t> groups, Fits fits) {
  std::uint32_t best = no_group;
  for (const std::uint32_t group : groups.last(std::min(groups.size(), look_back))) {
    if (context.index.inside(mention, group) || !context.index.later(group, best)) continue;
    if (fits(group)) best = group;
  }
  return best;
}

std::uint32_t latest_of_two(const LinkContext& context, std::uint32_t a, std::uint32_t b) {
  if (a == no_group) return b;
  return context.index.later(a, b) ? a : b;
}

/// The latest of the groups described by a synonym of the noun that `fits` lets through.
template <class Fits>
std::uint32_t latest_synonym(const LinkContext& context, const DraftMention& mention,
                             std::string_view noun, Fits fits) {
  std::uint32_t best = no_group;
  for (const std::uint16_t row : context.draft.lexicon->synonym_rows(noun)) {
    best =
        latest_of_two(context, latest(context, mention, context.index.by_synonym(row), fits), best);
  }
  return best;
}

}  // namespace

std::uint32_t link_transparent(const LinkContext& context, const DraftMention& mention,
                               const Description& /*description*/) {
  const Syntax& tree = context.draft.tree;
  const Transparency kind = context.draft.lexicon->transparency(tree.lemma(mention.head));
  const bool epithet = context.draft.lexicon->is_epithet(tree.lemma(mention.head));
  if (kind == Transparency::none && !epithet) return no_group;
  for (const std::uint32_t c : tree.children(mention.head)) {
    if (c < mention.head || tree.token(c).deprel != DepRel::nmod) continue;
    const std::uint32_t mark = tree.child(c, DepRel::case_);
    if (mark == no_head || tree.lemma(mark) != "of") continue;
    // "A group of the soldiers" is a part of them.
    const std::uint32_t det = tree.child(c, DepRel::det);
    const bool definite = det != no_head && tree.lemma(det) == "the";
    if (kind == Transparency::amount && definite) return no_group;
    const std::uint32_t inner = context.index.at(c);
    if (inner == no_group) return no_group;
    return context.draft.groups[inner].named && !epithet ? no_group : inner;
  }
  return no_group;
}

std::uint32_t link_head(const LinkContext& context, const DraftMention& mention,
                        const Description& description) {
  const auto fits = [&](std::uint32_t group) {
    const DraftGroup& known = context.draft.groups[group];
    return (same_number(known, mention) ||
            (is_kind(known, mention) && !context.index.known(group).definite)) &&
           words_fit(context, group, mention, description);
  };
  const auto kin_fits = [&](std::uint32_t group) {
    return numbers_agree(context.draft.groups[group], mention) &&
           words_fit(context, group, mention, description);
  };
  const std::uint32_t same =
      latest(context, mention, context.index.by_head(description.head), fits);
  if (description.kin.empty()) return same;
  const std::uint32_t kin =
      latest(context, mention, context.index.by_head("~" + description.kin), kin_fits);
  return latest_of_two(context, same, kin);
}

std::uint32_t link_title(const LinkContext& context, const DraftMention& mention,
                         const Description& description) {
  if (context.index.in_title(mention.head)) return no_group;
  const bool counted = is_number(context.draft.tree, mention);
  const auto fits = [&](std::uint32_t group) {
    const Known& known = context.index.known(group);
    return context.index.in_title(known.last) && context.index.distance(mention, group) <= lead &&
           numbers_agree(context.draft.groups[group], mention) &&
           (known.names.empty() || description.names.empty() ||
            !disjoint(known.names, description.names)) &&
           (!counted || is_subset(description.before, known.before));
  };
  const std::uint32_t same =
      latest(context, mention, context.index.by_head(description.head), fits);
  return latest_of_two(context, latest_synonym(context, mention, description.head, fits), same);
}

std::uint32_t link_synonym(const LinkContext& context, const DraftMention& mention,
                           const Description& d) {
  // "the country's leadership" for "the authorities" of it.
  const bool owned = mention.type == NodeType::organization &&
                     (mention.definiteness == Definiteness::possessed || !d.of.empty());
  const bool definite = mention.definiteness == Definiteness::definite && d.of.empty();
  if ((!definite && !owned) || d.restricted || (!d.before.empty() && !d.pointing)) {
    return no_group;
  }
  const auto fits = [&](std::uint32_t group) {
    const Known& known = context.index.known(group);
    if (owned && (!known.definite || !known.owners.empty())) return false;
    const DraftGroup& thing = context.draft.groups[group];
    return context.index.distance(mention, group) <= synonym_reach &&
           (numbers_agree(thing, mention) || both_events(thing, mention));
  };
  return latest_synonym(context, mention, d.head, fits);
}

std::uint32_t link_one(const LinkContext& context, const DraftMention& mention,
                       const Description& d) {
  if (d.head != "one" || d.before.empty()) return no_group;
  std::uint32_t best = no_group;
  const std::uint32_t here = context.draft.tree.sentence(mention.head);
  const std::size_t count = context.draft.groups.size();
  for (std::size_t i = count; i > 0 && count - i < one_reach; --i) {
    const auto group = static_cast<std::uint32_t>(i - 1);
    const Known& known = context.index.known(group);
    if (known.last == no_head || context.draft.groups[group].named || known.before.empty() ||
        here - context.draft.tree.sentence(known.last) > synonym_reach) {
      continue;
    }
    if (is_subset(d.before, known.before) && context.index.later(group, best)) best = group;
  }
  return best;
}

}  // namespace actant
