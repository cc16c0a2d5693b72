// SPDX-License-Identifier: MIT
#include "graph/placed_names.hpp"

#include "graph/merge_candidates.hpp"
#include "graph/name_form.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>

namespace actant {
namespace {

constexpr std::size_t most_alike = 48;
constexpr std::size_t longest_place = 4;  // words
constexpr std::size_t id_digits = 12;     // of a document, in keys

using Places = std::set<std::uint32_t>;  // positions in the entities

std::string join(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

/// States and towns have senates too: where nobody says which one, it is a country's.
bool is_country(const Entity& entity) {
  return std::ranges::any_of(entity.same_as, [](const std::string& iri) {
    return iri.starts_with("http://www.wikidata.org/");
  });
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

class Finder {
 public:
  Finder(std::span<const Entity> entities, std::span<const std::uint32_t> nodes)
      : entities_(entities) {
    for (std::uint32_t n = 0; n < entities.size(); ++n) {
      if (entities[n].type == "GeopoliticalEntity" && entities[n].named) add_place(n);
    }
    for (const std::uint32_t n : nodes) add_full(n);
  }

  std::vector<PlacedName> run(std::span<const std::uint32_t> nodes) {
    for (const std::uint32_t n : nodes) compare(n);
    join_same();
    return std::move(found_);
  }

 private:
  struct Full {
    std::uint32_t node;
    Places places;
  };

  void add_place(std::uint32_t n) {
    const auto add = [&](std::string_view name) {
      const std::string words = join(name_words(name));
      if (!words.empty()) places_[words].insert(n);
    };
    add(entities_[n].name);
    for (const std::string& alias : entities_[n].aliases) add(alias);
  }

  [[nodiscard]] Places places_called(const std::string& words) const {
    const auto found = places_.find(words);
    return found == places_.end() ? Places() : found->second;
  }

  void add_full(std::uint32_t n) {
    const KeyScope scope = key_scope(entities_[n].key);
    if (scope.document) return;
    if (!scope.place.empty()) {
      add_full(n, join(name_words(scope.name)), places_called(join(name_words(scope.place))));
      return;
    }
    add_split(n, name_words(entities_[n].name));
    if (!scope.name.empty()) add_split(n, name_words(scope.name));
  }

  /// "us senate" is the senate of what is called "us".
  void add_split(std::uint32_t n, const std::vector<std::string>& words) {
    for (std::size_t k = std::min(longest_place, words.size()); k-- > 1;) {
      Places places = places_called(join(std::span(words).first(k)));
      if (places.empty()) continue;
      add_full(n, join(std::span(words).subspan(k)), std::move(places));
      return;
    }
  }

  void add_full(std::uint32_t n, const std::string& name, Places places) {
    std::vector<Full>& same = fulls_[entities_[n].type + "|" + name];
    if (!same.empty() && same.back().node == n) return;
    same.push_back({n, std::move(places)});
  }

  [[nodiscard]] bool speaks_of(std::uint32_t node, const Places& places) const {
    return std::ranges::any_of(places, [&](std::uint32_t p) {
      return is_country(entities_[p]) && share_document(entities_[node], entities_[p]);
    });
  }

  /// All documents of the node speak of one of the places.
  [[nodiscard]] bool always_speaks_of(std::uint32_t node, const Places& places) const {
    std::set<std::string_view> documents;
    for (const std::uint32_t p : places) {
      for (const Mention& mention : entities_[p].mentions) documents.insert(mention.document);
    }
    return std::ranges::all_of(entities_[node].mentions, [&](const Mention& mention) {
      return documents.contains(mention.document);
    });
  }

  void compare(std::uint32_t n) {
    const KeyScope scope = key_scope(entities_[n].key);
    if (!scope.place.empty()) return;
    const std::vector<std::string> words =
        name_words(scope.document ? scope.name : std::string_view(entities_[n].name));
    if (!scope.document && words.size() < 2) return;  // "Times" is not of New York alone
    const auto found = fulls_.find(entities_[n].type + "|" + join(words));
    if (found == fulls_.end() || found->second.size() > most_alike) return;
    std::vector<const Full*> open;
    for (const Full& full : found->second) {
      if (full.node == n) continue;
      if (!scope.document || speaks_of(n, full.places)) open.push_back(&full);
    }
    for (const Full* full : open) found_.push_back({n, full->node, why_not(n, *full, open, scope)});
  }

  [[nodiscard]] std::string why_not(std::uint32_t n, const Full& full,
                                    const std::vector<const Full*>& open,
                                    const KeyScope& scope) const {
    const bool one_place =
        std::ranges::all_of(open, [&](const Full* other) { return other->places == full.places; });
    if (!one_place) return "several places have one";
    if (share_document(entities_[n], entities_[full.node])) return "one document tells them apart";
    if (!scope.document && !always_speaks_of(n, full.places)) {
      return "it is spoken of without that place";
    }
    return {};
  }

  /// "Italian Senate" and the Senate that is keyed by Italy.
  void join_same() {
    for (const auto& [name, fulls] : fulls_) {
      if (fulls.size() > most_alike) continue;
      for (std::size_t i = 0; i < fulls.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const Full& x = fulls[j];
          const Full& y = fulls[i];
          if (x.node == y.node || x.places.empty() || x.places != y.places) continue;
          const bool together = share_document(entities_[x.node], entities_[y.node]);
          found_.push_back({x.node, y.node, together ? "one document tells them apart" : ""});
        }
      }
    }
  }

  std::span<const Entity> entities_;
  std::map<std::string, Places> places_;            // by words
  std::map<std::string, std::vector<Full>> fulls_;  // by type and name without the place
  std::vector<PlacedName> found_;
};

}  // namespace

KeyScope key_scope(std::string_view key) {
  KeyScope scope;
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos || key.substr(colon).starts_with("://")) return scope;
  scope.name = key.substr(colon + 1);
  const std::size_t hash = scope.name.rfind('#');
  if (hash != std::string_view::npos) {
    const std::string_view id = scope.name.substr(hash + 1);
    if (id.size() < id_digits || !std::ranges::all_of(id.substr(0, id_digits), is_hex))
      return scope;
    scope.name = scope.name.substr(0, hash);
    scope.document = true;
    return scope;
  }
  const std::size_t open = scope.name.rfind(" (");
  if (open == std::string_view::npos || !scope.name.ends_with(')')) return scope;
  scope.place = scope.name.substr(open + 2, scope.name.size() - open - 3);
  scope.name = scope.name.substr(0, open);
  return scope;
}

std::vector<PlacedName> find_placed_names(std::span<const Entity> entities,
                                          std::span<const std::uint32_t> nodes) {
  return Finder(entities, nodes).run(nodes);
}

}  // namespace actant
