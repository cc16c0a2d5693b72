// SPDX-License-Identifier: MIT
#include "graph/near_names.hpp"

#include "base/folding.hpp"
#include "graph/merge_candidates.hpp"
#include "graph/name_form.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

namespace actant {
namespace {

constexpr std::size_t most_alike = 48;

using Blocks = std::map<std::string, std::vector<std::uint32_t>>;

/// "guard" for "guards"; "news" and "press" stay.
std::string singular(std::string word) {
  if (word.size() > 4 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

bool is_place(const Entity& entity) {
  return entity.type == "GeopoliticalEntity" || entity.type == "Location";
}

/// The named things that claims tie each of the nodes to.
std::map<std::uint32_t, std::set<std::uint32_t>> neighbours(const KnowledgeGraph& graph,
                                                            const std::set<std::uint32_t>& nodes) {
  std::map<std::uint32_t, std::set<std::uint32_t>> found;
  for (const Relation& relation : graph.relations()) {
    if (!relation.object.valid()) continue;
    const auto note = [&](EntityId one, EntityId other) {
      if (nodes.contains(one.value) && graph.entity(other).named) {
        found[one.value].insert(other.value);
      }
    };
    note(relation.subject, relation.object);
    note(relation.object, relation.subject);
  }
  return found;
}

}  // namespace

std::vector<NearName> find_plural_names(std::span<const Entity> entities,
                                        std::span<const std::uint32_t> nodes) {
  Blocks blocks;
  for (const std::uint32_t n : nodes) {
    const std::vector<std::string> words = name_words(entities[n].name);
    if (words.size() < 2) continue;
    std::string key = entities[n].type + "|";
    for (const std::string& word : words) key += singular(word) + " ";
    blocks[key].push_back(n);
  }
  std::vector<NearName> found;
  for (const auto& [key, block] : blocks) {
    if (block.size() > most_alike) continue;
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Entity& a = entities[block[j]];
        const Entity& b = entities[block[i]];
        if (name_words(a.name) == name_words(b.name)) continue;
        const bool together = share_document(a, b);
        found.push_back({block[j], block[i], together ? "one document tells them apart" : ""});
      }
    }
  }
  return found;
}

std::vector<NearName> find_slips(const KnowledgeGraph& graph,
                                 std::span<const std::uint32_t> nodes) {
  constexpr std::size_t shortest = 7;
  constexpr std::size_t start = 3;      // letters that agree
  constexpr std::size_t in_common = 3;  // neighbours
  const auto entities = graph.entities();
  std::map<std::string, std::vector<std::pair<std::string, std::uint32_t>>> blocks;
  for (const std::uint32_t n : nodes) {
    const std::vector<std::string> words = name_words(entities[n].name);
    if (words.size() != 1 || words[0].size() < shortest || is_place(entities[n])) continue;
    blocks[entities[n].type + "|" + words[0].substr(0, start)].emplace_back(words[0], n);
  }
  std::vector<NearName> found;
  std::set<std::uint32_t> near;
  for (const auto& [key, block] : blocks) {
    if (block.size() > most_alike) continue;
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (edit_distance(block[i].first, block[j].first, 1) != 1) continue;
        near.insert({block[i].second, block[j].second});
        found.push_back({block[j].second, block[i].second, {}});
      }
    }
  }
  const auto ties = neighbours(graph, near);
  static const std::set<std::uint32_t> none;
  const auto ties_of = [&](std::uint32_t n) -> const std::set<std::uint32_t>& {
    const auto at = ties.find(n);
    return at == ties.end() ? none : at->second;
  };
  for (NearName& pair : found) {
    std::vector<std::uint32_t> common;
    std::ranges::set_intersection(ties_of(pair.a), ties_of(pair.b), std::back_inserter(common));
    if (share_document(entities[pair.a], entities[pair.b])) {
      pair.refused = "one document tells them apart";
    } else if (common.size() < in_common) {
      pair.refused = "the names are alike, but little is said of both";
    }
  }
  return found;
}

}  // namespace actant
