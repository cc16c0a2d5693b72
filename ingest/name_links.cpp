// SPDX-License-Identifier: MIT
#include "ingest/description_links.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace actant {
namespace {

constexpr std::uint32_t sort_reach = 3;  // sentences, from "the company" to its name
constexpr std::size_t look_back = 4096;  // groups that "the company" may mean

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_place(NodeType t) {
  return t == NodeType::geopolitical_entity || t == NodeType::location || t == NodeType::facility;
}

bool is_bare_definite(const DraftMention& mention, const Description& d) {
  return mention.definiteness == Definiteness::definite && mention.number != Number::plural &&
         d.before.empty() && d.of.empty();
}

/// One that the mention stands for; no two words of a title are of one group.
bool may_name(const LinkContext& context, const DraftMention& mention, std::uint32_t group) {
  return group != no_group && mention.number != Number::plural &&
         context.draft.groups[group].named &&
         same_sort(mention.type, context.draft.groups[group].type);
}

bool is_person_name(const LinkContext& context, std::uint32_t group) {
  return group != no_group && context.draft.groups[group].named &&
         context.draft.groups[group].type == NodeType::person;
}

/// The first word of a name behind titles such as "Prime Minister of Armenia", or `begin`.
std::uint32_t after_titles(const LinkContext& context, std::uint32_t begin) {
  constexpr std::uint32_t longest = 8;
  const Syntax& tree = context.draft.tree;
  const std::vector<std::uint32_t>& names = context.index.groups_by_token();
  bool title = false;
  for (std::uint32_t i = begin; i < names.size() && i < begin + longest; ++i) {
    if (is_person_name(context, names[i])) return title ? i : begin;
    const Upos tag = tree.token(i).upos;
    const bool inside = tag == Upos::noun || tag == Upos::propn || tag == Upos::adj ||
                        (i > begin && (tag == Upos::adp || tag == Upos::det));
    if (!inside) break;
    title = title || context.draft.lexicon->is_title(fold_name(tree.form(i)));
  }
  return begin;
}

/// A deputy is not the minister.
bool is_lesser(const Words& before, const std::vector<std::string>& roles) {
  return std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
    return is_one_of(role, {"vice", "deputy", "former"}) &&
           !std::binary_search(before.begin(), before.end(), role);
  });
}

/// Names among the owners of a role: "#3" of "Kazakhstan's president".
Words owners_of(const Description& d) {
  Words owners = d.names;
  for (const std::string& w : d.of) insert_sorted(owners, w);
  for (const std::string& w : d.possessors) insert_sorted(owners, w);
  std::erase_if(owners, [](const std::string& w) { return !w.starts_with('#'); });
  return owners;
}

/// The latest of persons whose roles include the titles of the description.
std::uint32_t latest_with_role(const LinkContext& context, const Description& d,
                               std::span<const std::uint32_t> groups) {
  const Words own = owners_of(d);
  std::uint32_t best = no_group;
  for (const std::uint32_t group : groups) {
    if (context.index.known(group).last == no_head || !context.index.later(group, best)) continue;
    const std::vector<std::string>& roles = context.draft.groups[group].roles;
    const bool all = std::all_of(d.before.begin(), d.before.end(), [&](const std::string& w) {
      return w.starts_with('#') || !context.draft.lexicon->is_title(w) ||
             std::find(roles.begin(), roles.end(), w) != roles.end();
    });
    const Words& owners = context.index.known(group).owners;
    const bool other = !own.empty() && !owners.empty() && disjoint(own, owners);
    if (all && !other && !is_lesser(d.before, roles)) best = group;
  }
  return best;
}

/// Is the name of a body said to be a body of another sort: "Ministry of Defence" for "company"?
bool is_other_sort(const LinkContext& context, std::uint32_t group, const std::string& head) {
  if (is_one_of(head, {"organization", "organisation", "body", "institution", "group"}))
    return false;
  const Syntax& tree = context.draft.tree;
  for (const std::uint32_t m : context.draft.groups[group].mentions) {
    const DraftMention& mention = context.draft.mentions[m];
    if (mention.kind != MentionKind::name || mention.end - mention.begin < 2) continue;
    const std::string noun = fold_name(tree.form(mention.head));
    if (noun != head && context.draft.lexicon->knows_noun(noun) &&
        !is_one_of(noun, {"group", "company", "bank", "industry"})) {
      return true;
    }
  }
  return false;
}

bool is_country(const LinkContext& context, const DraftGroup& group) {
  if (group.entry == Gazetteer::none) return false;
  const GazetteerEntry entry = context.draft.gazetteer->entry(group.entry);
  return entry.same_as.size() != 1 || !entry.same_as[0].starts_with("https://sws.geonames.org/");
}

/// "the North" for North Korea.
std::uint32_t by_direction(const LinkContext& context, const std::string& word) {
  const std::size_t count = std::min(context.draft.groups.size(), look_back);
  for (std::uint32_t g = 0; g < count; ++g) {
    const DraftGroup& group = context.draft.groups[g];
    if (!group.named || group.entry == Gazetteer::none || context.index.known(g).last == no_head)
      continue;
    const std::string_view name = context.draft.gazetteer->entry(group.entry).name;
    if (fold_name(name).starts_with(word + " ")) return g;
  }
  return no_group;
}

}  // namespace

bool same_sort(NodeType description, NodeType thing) {
  const auto body = [](NodeType t) { return t == NodeType::organization || t == NodeType::group; };
  if (description == NodeType::person || thing == NodeType::person) return description == thing;
  return description == thing || description == NodeType::concept_ ||
         (body(description) && body(thing)) || (is_place(description) && is_place(thing)) ||
         (!is_place(description) && !body(description) && !is_place(thing) && !body(thing));
}

std::uint32_t link_apposition(const LinkContext& context, const DraftMention& mention,
                              const Description& /*description*/) {
  const Syntax& tree = context.draft.tree;
  const Token& head = tree.token(mention.head);
  // "Joint Command - Afghanistan": capitals without an article describe no place.
  const bool title = head.upos == Upos::propn && mention.definiteness == Definiteness::bare;
  const auto tells = [&](std::uint32_t group) {
    return may_name(context, mention, group) && !(title && mention.type == NodeType::concept_ &&
                                                  is_place(context.draft.groups[group].type));
  };
  if (head.deprel == DepRel::appos && tells(context.index.at(head.head))) {
    return context.index.at(head.head);
  }
  for (const std::uint32_t c : tree.children(mention.head)) {
    const DepRel relation = tree.token(c).deprel;
    const bool attached = relation == DepRel::appos || relation == DepRel::flat ||
                          (relation == DepRel::nmod_desc && c > mention.head);
    if (attached && tells(context.index.at(c))) return context.index.at(c);
  }
  return no_group;
}

std::uint32_t link_next_name(const LinkContext& context, const DraftMention& mention,
                             const Description& /*description*/) {
  const Syntax& tree = context.draft.tree;
  const std::vector<std::uint32_t>& names = context.index.groups_by_token();
  const auto inside = [&](std::uint32_t i) {
    return i < names.size() && tree.sentence(i) == tree.sentence(mention.head);
  };
  if (mention.type != NodeType::person) return no_group;
  std::uint32_t at = mention.end;
  const bool apart = inside(at) && tree.form(at) == ",";
  if (apart) ++at;
  at = after_titles(context, at);
  if (!inside(at) || !may_name(context, mention, names[at])) return no_group;
  std::uint32_t after = at;
  while (inside(after) && names[after] == names[at]) ++after;
  if (!apart || !inside(after)) return names[at];
  // "the President, X and Y met", "the President, X, Y and Z met": a list.
  const bool comma = tree.form(after) == ",";
  // "According to his publicist, Mendez died", but "As governor, Clinton led".
  const std::uint32_t mark = tree.child(mention.head, DepRel::case_);
  if (!comma && mark != no_head && tree.lemma(mark) != "as") return no_group;
  const std::uint32_t next = comma ? after + 1 : after;
  const bool list = inside(next) && (tree.token(next).upos == Upos::cconj ||
                                     (comma && is_person_name(context, names[next])));
  return list ? no_group : names[at];
}

std::uint32_t link_naming(const LinkContext& context, const DraftMention& mention,
                          const Description& /*description*/) {
  const Syntax& tree = context.draft.tree;
  for (const std::uint32_t verb : tree.children(mention.head)) {
    if (verb < mention.head || tree.token(verb).deprel != DepRel::acl) continue;
    const std::string_view lemma = tree.lemma(verb);
    if (!is_one_of(lemma, {"dub", "call", "name", "nickname", "title", "entitle", "know"}))
      continue;
    for (const std::uint32_t c : tree.children(verb)) {
      const DepRel relation = tree.token(c).deprel;
      const bool naming = relation == DepRel::xcomp || relation == DepRel::obj ||
                          (relation == DepRel::obl && lemma == "know");
      if (c > verb && naming && may_name(context, mention, context.index.at(c)))
        return context.index.at(c);
    }
  }
  return no_group;
}

std::uint32_t link_role(const LinkContext& context, const DraftMention& mention,
                        const Description& d) {
  if (mention.type != NodeType::person || mention.definiteness == Definiteness::indefinite) {
    return no_group;
  }
  const bool capital = starts_upper(context.draft.tree.form(mention.head));
  if (mention.definiteness == Definiteness::bare && !capital) return no_group;
  std::uint32_t best = latest_with_role(context, d, context.index.by_role(d.head));
  if (best != no_group || mention.definiteness == Definiteness::bare) return best;
  for (const std::uint16_t row : context.draft.lexicon->synonym_rows(d.head)) {
    const std::uint32_t found = latest_with_role(context, d, context.index.by_role_synonym(row));
    if (found != no_group && context.index.later(found, best)) best = found;
  }
  return best;
}

std::uint32_t link_medium(const LinkContext& context, const DraftMention& mention,
                          const Description& /*description*/) {
  const Syntax& tree = context.draft.tree;
  if (mention.number == Number::plural || mention.begin == mention.head) return no_group;
  const bool sort =
      is_one_of(tree.lemma(mention.head),
                {"television", "tv", "radio", "agency", "newspaper", "daily", "magazine", "channel",
                 "network", "company", "firm", "group", "website"});
  if (!sort) return no_group;
  for (std::uint32_t i = mention.head; i-- > mention.begin;) {
    const std::uint32_t group = context.index.at(i);
    if (group == no_group || !context.draft.named[i]) continue;
    const bool owner = tree.token(i).deprel == DepRel::nmod_poss;
    const bool body = context.draft.groups[group].type == NodeType::organization;
    return !owner && body ? group : no_group;
  }
  return no_group;
}

std::uint32_t link_name_noun(const LinkContext& context, const DraftMention& mention,
                             const Description& d) {
  if (!is_bare_definite(mention, d) || mention.type == NodeType::person) return no_group;
  std::uint32_t best = no_group;
  for (const std::uint32_t group : context.index.by_name_noun(d.head)) {
    if (context.index.known(group).last == no_head || context.draft.groups[group].removed ||
        context.index.inside(mention, group)) {
      continue;
    }
    if (context.index.later(group, best)) best = group;
  }
  return best;
}

std::uint32_t link_origin(const LinkContext& context, const DraftMention& mention,
                          const Description& d) {
  if (mention.definiteness != Definiteness::definite || mention.number == Number::plural ||
      d.names.size() != 1 || d.before.size() != 1 || !d.of.empty()) {
    return no_group;
  }
  if (mention.type != NodeType::organization && mention.type != NodeType::person) return no_group;
  std::uint32_t found = no_group;
  for (const std::uint32_t group : context.index.with_origin()) {
    if (context.draft.groups[group].removed || context.index.known(group).last == no_head ||
        context.draft.groups[group].type != NodeType::organization ||
        "#" + std::to_string(context.index.origin(group)) != d.names.front()) {
      continue;
    }
    if (found != no_group) return no_group;
    found = group;
  }
  return found;
}

std::uint32_t link_family(const LinkContext& context, const DraftMention& mention,
                          const Description& d) {
  const bool kin = is_one_of(d.head, {"parent", "couple", "family", "brother", "sister"});
  const bool whole = mention.number == Number::plural || d.head == "couple" || d.head == "family";
  if (!kin || !whole || mention.definiteness == Definiteness::indefinite || !d.names.empty())
    return no_group;
  const auto families = context.index.families();
  return families.size() == 1 ? families.front() : no_group;
}

std::uint32_t link_sort(const LinkContext& context, const DraftMention& mention,
                        const Description& d) {
  if (!is_bare_definite(mention, d)) return no_group;
  const std::string& head = d.head;
  if (is_one_of(head, {"north", "south", "east", "west"})) return by_direction(context, head);
  const bool country = is_one_of(head, {"country", "nation", "republic", "kingdom"});
  const bool place = country || is_one_of(head, {"city", "town", "village"});
  const bool body =
      !place && mention.type == NodeType::organization && context.draft.lexicon->is_hypernym(head);
  if (!place && !body) return no_group;
  std::uint32_t best = no_group;
  double best_score = 0.0;
  const std::size_t count = context.draft.groups.size();
  for (std::size_t i = count > look_back ? count - look_back : 0; i < count; ++i) {
    const auto g = static_cast<std::uint32_t>(i);
    const DraftGroup& group = context.draft.groups[g];
    const Known& known = context.index.known(g);
    if (!group.named || known.last == no_head || group.removed) continue;
    if (group.type != (body ? NodeType::organization : NodeType::geopolitical_entity)) continue;
    if (place && is_country(context, group) != country && group.entry != Gazetteer::none) continue;
    const std::uint32_t distance = context.index.distance(mention, g);
    if (body && (distance > sort_reach || is_other_sort(context, g, head))) continue;
    const double score = (body ? 1.0 : 0.25) * known.mentions - distance;
    if (best == no_group || score > best_score) {
      best = g;
      best_score = score;
    }
  }
  return best;
}

}  // namespace actant
