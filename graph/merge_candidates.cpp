// SPDX-License-Identifier: MIT
#include "graph/merge_candidates.hpp"

#include "base/folding.hpp"
#include "graph/near_names.hpp"
#include "graph/person_names.hpp"
#include "graph/placed_names.hpp"
#include "graph/thing_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace actant {
namespace {

using Nodes = std::vector<std::uint32_t>;
using Blocks = std::map<std::string, Nodes>;  // by what names have in common

constexpr std::size_t most_alike = 48;  // more names than that say nothing
constexpr std::size_t most_words = 16;  // longer ones are no names
constexpr std::string_view person_type = "Person";

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

class Finder {
 public:
  explicit Finder(const KnowledgeGraph& graph) : graph_(graph), entities_(graph.entities()) {}

  std::vector<MergeCandidate> run() {
    std::vector<std::uint32_t> things;
    for (std::uint32_t n = 0; n < entities_.size(); ++n) {
      if (!entities_[n].named) continue;
      if (entities_[n].type == person_type) {
        add_person(n);
      } else {
        things.push_back(n);
      }
    }
    find_persons();
    find_things(things);
    std::sort(found_.begin(), found_.end(), [](const auto& x, const auto& y) {
      return std::tie(x.rule, x.a, x.b) < std::tie(y.rule, y.a, y.b);
    });
    return std::move(found_);
  }

 private:
  void add(std::uint32_t a, std::uint32_t b, MergeRule rule, std::string refused = {},
           bool possible = true, bool supported = false) {
    found_.push_back(
        {std::min(a, b), std::max(a, b), rule, std::move(refused), possible, supported});
  }

  /// The node that most documents speak of stands for those of the same name.
  [[nodiscard]] std::uint32_t foremost(const Nodes& nodes) const {
    return *std::ranges::max_element(nodes, {}, [this](std::uint32_t n) {
      return std::tuple(entities_[n].mentions.size(), entities_[n].name, entities_[n].key);
    });
  }

  void add_person(std::uint32_t n) {
    PersonForm form = person_form(entities_[n].name);
    if (form.words.empty() || form.words.size() > most_words) return;
    same_[join(form.words) + "|" + form.generation].push_back(n);
    forms_.emplace(n, std::move(form));
  }

  void find_persons() {
    Blocks alike;
    for (const auto& [name, nodes] : same_) {
      const PersonForm& form = forms_.at(nodes.front());
      const std::uint32_t first = foremost(nodes);
      if (form.words.size() == 1) {
        Nodes& bare = surnames_[form.words.front()];
        if (form.generation.empty()) bare.insert(bare.end(), nodes.begin(), nodes.end());
        continue;  // nodes of one short name may be several persons
      }
      for (const std::uint32_t n : nodes) {
        if (n == first) continue;
        const bool inverted = forms_.at(n).inverted != forms_.at(first).inverted;
        add(n, first, inverted ? MergeRule::inverted_name : MergeRule::same_name);
      }
      alike[form.words.front().substr(0, 1) + "|" + romanised(form.words.back())].push_back(first);
    }
    index_claims();
    find_slips_of_persons(alike);
    for (const auto& [key, nodes] : alike) {
      if (nodes.size() <= most_alike) {
        compare_all(nodes);
      } else {
        compare_by_given_name(nodes);
      }
    }
    find_surnames(alike);
  }

  /// The same given name and long surnames that begin alike: "Rajapakse", "Rajapakshe".
  void find_slips_of_persons(const Blocks& alike) {
    constexpr std::size_t start = 3;
    Blocks blocks;
    for (const auto& [key, nodes] : alike) {
      for (const std::uint32_t n : nodes) {
        const PersonForm& form = forms_.at(n);
        blocks[form.words.front() + "|" + form.words.back().substr(0, start)].push_back(n);
      }
    }
    for (const auto& [key, nodes] : blocks) {
      if (nodes.size() > most_alike) continue;
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const bool other = romanised(forms_.at(nodes[i]).words.back()) !=
                             romanised(forms_.at(nodes[j]).words.back());
          if (other) compare(nodes[i], nodes[j]);  // the others are compared for their sound
        }
      }
    }
  }

  void compare_by_given_name(const Nodes& nodes) {
    Blocks blocks;
    for (const std::uint32_t n : nodes) {
      blocks[romanised(forms_.at(n).words.front())].push_back(n);
    }
    for (const auto& [key, block] : blocks) {
      if (block.size() <= most_alike) compare_all(block);
    }
  }

  void compare_all(const Nodes& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) compare(nodes[i], nodes[j]);
    }
  }

  void compare(std::uint32_t a, std::uint32_t b) {
    const PersonMatch match = compare_persons(forms_.at(a), forms_.at(b));
    const bool together = share_document(entities_[a], entities_[b]);
    const char* const apart = together ? "one document tells them apart" : "";
    switch (match) {
      case PersonMatch::same:
      case PersonMatch::different:
        return;
      case PersonMatch::initials:
        return add(a, b, MergeRule::initials, apart);
      case PersonMatch::transliteration:
        return add(a, b, MergeRule::transliteration, apart);
      case PersonMatch::doubtful:
        if (together || share_claim(a, b)) return add(a, b, MergeRule::shared_claims, apart);
        return add(a, b, MergeRule::shared_claims,
                   "the names go together, but nothing is said of both");
    }
  }

  /// Which lasting relations a person has to which named things.
  void index_claims() {
    static constexpr std::array<std::string_view, 6> lasting = {
        "membership", "position", "affiliation", "family", "ownership", "origin"};
    for (const Relation& relation : graph_.relations()) {
      const Claim& claim = graph_.claim(relation.claim);
      if (!relation.object.valid() || claim.polarity == Polarity::negative ||
          std::ranges::find(lasting, claim.type) == lasting.end()) {
        continue;
      }
      const auto note = [&](EntityId person, EntityId other, const char* side) {
        if (forms_.contains(person.value) && graph_.entity(other).named) {
          said_[person.value].insert({claim.type + side, claim.predicate, other.value});
        }
      };
      note(relation.subject, relation.object, ">");
      note(relation.object, relation.subject, "<");
    }
  }

  [[nodiscard]] bool share_claim(std::uint32_t a, std::uint32_t b) const {
    const auto x = said_.find(a);
    const auto y = said_.find(b);
    if (x == said_.end() || y == said_.end()) return false;
    return std::ranges::any_of(x->second,
                               [&](const auto& said) { return y->second.contains(said); });
  }

  void find_surnames(const Blocks& alike) {
    std::map<std::string_view, Nodes> by_surname;
    std::set<std::string_view> given;
    for (const auto& [key, nodes] : alike) {
      for (const std::uint32_t n : nodes) {
        by_surname[forms_.at(n).words.back()].push_back(n);
        given.insert(forms_.at(n).words.front());
      }
    }
    std::set<std::string> other_things;
    for (const Entity& entity : entities_) {
      if (entity.named && entity.type != person_type)
        other_things.insert(join(name_words(entity.name)));
    }
    for (const auto& [word, bare] : surnames_) {
      const auto full = by_surname.find(word);
      if (full == by_surname.end()) {
        compare_bare(bare);
        continue;
      }
      if (full->second.size() > most_alike) continue;
      for (const std::uint32_t b : bare) {
        for (const std::uint32_t f : full->second) {
          std::string refused;
          if (given.contains(word)) {
            refused = "it is also a given name";
          } else if (other_things.contains(word)) {
            refused = "something else is called so too";
          } else if (share_document(entities_[b], entities_[f])) {
            refused = "one document tells them apart";
          }
          add(b, f, MergeRule::surname, std::move(refused), false, share_claim(b, f));
        }
      }
    }
  }

  /// Nodes of one short name that no full name has: the same is said of both, or they stay apart.
  void compare_bare(const Nodes& bare) {
    if (bare.size() > most_alike) return;
    for (std::size_t i = 0; i < bare.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (share_claim(bare[i], bare[j])) add(bare[j], bare[i], MergeRule::shared_claims);
      }
    }
  }

  /// The place in the key of an institution that many places have.
  [[nodiscard]] std::string place_of(std::uint32_t n) const {
    return std::string(key_scope(entities_[n].key).place);
  }

  void find_things(const Nodes& all) {
    Nodes things;  // the names of the others mean nothing outside their documents
    std::ranges::copy_if(all, std::back_inserter(things),
                         [this](std::uint32_t n) { return !key_scope(entities_[n].key).document; });
    const Abbreviations known = find_abbreviations(entities_);
    Blocks raw;
    Blocks common;
    std::map<std::uint32_t, ThingForm> forms;
    for (const std::uint32_t n : things) {
      ThingForm form = thing_form(entities_[n].name, known);
      if (form.words.empty() || form.words.size() > most_words) continue;
      raw[entities_[n].type + "|" + raw_name(entities_[n].name) + "|" + place_of(n)].push_back(n);
      forms.emplace(n, std::move(form));
    }
    Blocks sounds;
    for (const auto& [key, nodes] : raw) {
      const std::uint32_t first = foremost(nodes);
      for (const std::uint32_t n : nodes) {
        if (n != first) add(n, first, MergeRule::same_name);
      }
      const ThingForm& form = forms.at(first);
      std::string name;  // "Non-Proliferation" and "Nonproliferation"
      for (const std::string& word : form.words) name += word;
      common[entities_[first].type + "|" + name + "|" + place_of(first)].push_back(first);
    }
    for (const auto& [key, nodes] : common) {
      join_common(nodes, forms);
      const std::uint32_t first = foremost(nodes);
      if (const std::string sound = sound_of(forms.at(first)); !sound.empty()) {
        sounds[entities_[first].type + "|" + sound + "|" + place_of(first)].push_back(first);
      }
    }
    for (const auto& [key, nodes] : sounds) {
      const std::uint32_t first = foremost(nodes);
      for (const std::uint32_t n : nodes) {
        if (n != first) add(n, first, MergeRule::transliteration);
      }
    }
    find_types_apart(common);
    for (const Acronym& acronym : find_acronyms(entities_, things, known)) {
      add(acronym.brief, acronym.full, MergeRule::acronym, acronym.refused);
    }
    find_near(all, things);
  }

  void find_near(const Nodes& all, const Nodes& things) {
    for (const PlacedName& pair : find_placed_names(entities_, all)) {
      add(pair.bare, pair.full, MergeRule::place, pair.refused);
    }
    Nodes free;
    std::ranges::copy_if(things, std::back_inserter(free),
                         [this](std::uint32_t n) { return place_of(n).empty(); });
    for (const NearName& pair : find_plural_names(entities_, free)) {
      add(pair.a, pair.b, MergeRule::plural, pair.refused);
    }
    for (const NearName& pair : find_slips(graph_, free)) {
      add(pair.a, pair.b, MergeRule::slip, pair.refused);
    }
  }

  /// "N.A.T.O." and "NATO" are one name, but "Nato" is another; "M.D." and "MD" may be two.
  [[nodiscard]] static std::string raw_name(std::string_view name) {
    constexpr std::size_t brief = 3;
    const std::vector<std::string> words = name_words(name);
    if (words.size() != 1 || !is_acronym(without_article(name))) return join(words);
    return (words[0].size() <= brief ? std::string(name) : words[0]) + " acronym";
  }

  /// Nodes whose names have one common form, but not the same words.
  void join_common(const Nodes& nodes, const std::map<std::uint32_t, ThingForm>& forms) {
    std::map<std::string_view, Nodes> by_legal;
    for (const std::uint32_t n : nodes) by_legal[forms.at(n).legal].push_back(n);
    const auto star = [&](const Nodes& some, const char* refused) {
      const std::uint32_t first = foremost(some);
      for (const std::uint32_t n : some) {
        const ThingForm& x = forms.at(n);
        const ThingForm& y = forms.at(first);
        if (n == first) continue;
        const MergeRule rule = x.legal != y.legal         ? MergeRule::legal_form
                               : x.expanded || y.expanded ? MergeRule::abbreviation
                                                          : MergeRule::spelling;
        // Britain's Labour Party and Israel's Labor Party are two.
        const bool brief = x.words.size() < 3 && x.legal.empty();
        if (rule == MergeRule::spelling && brief) continue;
        add(n, first, rule, refused);
      }
    };
    const bool one_form = by_legal.size() - by_legal.count("") <= 1;
    if (one_form) return star(nodes, "");
    for (const auto& [legal, some] : by_legal) star(some, "");
    star(nodes, "companies of other legal forms have that name");
  }

  /// Of names of two words or more that are long enough to be told from others.
  [[nodiscard]] static std::string sound_of(const ThingForm& form) {
    constexpr std::size_t shortest = 10;
    std::string sound;
    for (const std::string& word : form.words) {
      const bool number = word.find_first_not_of("ivx") == std::string::npos;
      sound += (number ? word : romanised(word)) + " ";
    }
    return form.words.size() > 1 && sound.size() >= shortest ? sound : std::string();
  }

  void find_types_apart(const Blocks& common) {
    Blocks names;
    for (const auto& [key, nodes] : common) {
      names[key.substr(key.find('|') + 1)].push_back(foremost(nodes));
    }
    for (const auto& [name, nodes] : names) {
      const std::uint32_t first = foremost(nodes);
      for (const std::uint32_t n : nodes) {
        if (n != first) add(n, first, MergeRule::same_name, "their types differ");
      }
    }
  }

  const KnowledgeGraph& graph_;
  std::span<const Entity> entities_;
  std::map<std::uint32_t, PersonForm> forms_;
  Blocks same_;
  Blocks surnames_;
  std::map<std::uint32_t, std::set<std::tuple<std::string, std::string, std::uint32_t>>> said_;
  std::vector<MergeCandidate> found_;
};

}  // namespace

std::string_view to_string(MergeRule rule) {
  static constexpr std::array<std::string_view, 14> names = {
      "asked",         "same-name", "inverted-name", "spelling", "abbreviation",
      "legal-form",    "plural",    "acronym",       "initials", "transliteration",
      "shared-claims", "slip",      "place",         "surname"};
  return names[static_cast<std::size_t>(rule)];
}

int step(MergeRule rule) {
  switch (rule) {
    case MergeRule::asked:
      return 0;
    case MergeRule::same_name:
    case MergeRule::inverted_name:
      return 1;
    case MergeRule::spelling:
    case MergeRule::abbreviation:
    case MergeRule::legal_form:
    case MergeRule::plural:
      return 2;
    case MergeRule::acronym:
      return 3;
    case MergeRule::initials:
    case MergeRule::transliteration:
      return 4;
    case MergeRule::shared_claims:
    case MergeRule::slip:
      return 5;
    case MergeRule::place:
      return 6;
    case MergeRule::surname:
      break;
  }
  return 7;
}

std::vector<MergeCandidate> merge_candidates(const KnowledgeGraph& graph) {
  return Finder(graph).run();
}

bool share_document(const Entity& a, const Entity& b) {
  auto x = a.mentions.begin();
  auto y = b.mentions.begin();
  while (x != a.mentions.end() && y != b.mentions.end()) {
    const int order = x->document.compare(y->document);
    if (order == 0) return true;
    if (order < 0) {
      ++x;
    } else {
      ++y;
    }
  }
  return false;
}

std::size_t documents_with_alias(const Entity& entity, std::string_view folded) {
  const auto called = [folded](const auto& said) {
    return fold_name(said.name) == folded ||
           std::ranges::any_of(
               said.aliases, [&](const std::string& alias) { return fold_name(alias) == folded; });
  };
  if (!entity.attestations.empty()) {
    return static_cast<std::size_t>(std::ranges::count_if(entity.attestations, called));
  }
  if (!called(entity)) return 0;
  std::set<std::string_view> documents;
  for (const Mention& mention : entity.mentions) documents.insert(mention.document);
  return documents.size();
}

}  // namespace actant
