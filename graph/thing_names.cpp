// SPDX-License-Identifier: MIT
#include "graph/thing_names.hpp"

#include "base/folding.hpp"
#include "graph/name_form.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

namespace actant {
namespace {

constexpr std::size_t most_meanings = 48;  // an acronym of more says nothing
constexpr std::array<std::string_view, 2> offices = {"department", "ministry"};

/// The first letters of the words that count.
std::string initials(const std::vector<std::string>& words) {
  std::string letters;
  for (const std::string& word : words) {
    if (!is_small_word(word)) letters += word[0];
  }
  return letters;
}

/// The letters of "U.N." as "un"; "" for what is no acronym.
std::string acronym_of(std::string_view name) {
  name = without_article(name);
  if (!is_acronym(name)) return {};
  std::string letters;
  for (const char c : fold_name(name)) {
    if (c >= 'a' && c <= 'z') letters += c;
  }
  return letters;
}

/// Calls `take` with the name and every alias.
template <typename Take>
void for_each_name(const Entity& entity, Take take) {
  take(entity.name);
  for (const std::string& alias : entity.aliases) take(alias);
}

bool has_name(const Entity& entity, std::string_view folded) {
  bool found = false;
  for_each_name(entity,
                [&](const std::string& name) { found = found || fold_name(name) == folded; });
  return found;
}

}  // namespace

Abbreviations find_abbreviations(std::span<const Entity> entities) {
  Abbreviations known;
  auto& meanings = known.meanings;
  std::set<std::string> unclear;
  for (const Entity& entity : entities) {
    if (!entity.named) continue;
    std::set<std::string> brief;
    for_each_name(entity, [&](const std::string& name) { brief.insert(acronym_of(name)); });
    brief.erase("");
    if (brief.empty()) continue;
    for_each_name(entity, [&](const std::string& name) {
      std::vector<std::string> words = name_words(name);
      const std::string letters = initials(words);
      if (words.size() < 2 || !brief.contains(letters)) return;
      const auto [place, is_new] = meanings.try_emplace(letters, words);
      if (!is_new && place->second != words) unclear.insert(letters);
    });
  }
  for (const std::string& letters : unclear) meanings.erase(letters);
  for (const auto& [letters, words] : meanings) known.long_forms[words.front()].push_back(words);
  return known;
}

ThingForm thing_form(std::string_view name, const Abbreviations& known) {
  ThingForm form;
  form.words = name_words(name);
  for (std::string& word : form.words) word = common_spelling(word);
  std::size_t prefix = 0;
  if (form.words.size() > 1) {
    const std::string_view start = without_article(name);
    std::string_view first = start.substr(0, start.find(' '));
    if (first.ends_with("'s")) first.remove_suffix(2);
    const auto meaning = known.meanings.find(form.words.front());
    const auto spelled_out = known.long_forms.find(form.words.front());
    if (meaning != known.meanings.end() && !acronym_of(first).empty()) {
      form.expanded = true;
      prefix = meaning->second.size();
      form.words.erase(form.words.begin());
      form.words.insert(form.words.begin(), meaning->second.begin(), meaning->second.end());
    } else if (spelled_out != known.long_forms.end()) {
      for (const std::vector<std::string>& words : spelled_out->second) {
        const bool begins = words.size() < form.words.size() &&
                            std::equal(words.begin(), words.end(), form.words.begin());
        if (begins) prefix = std::max(prefix, words.size());
      }
    }
  }
  if (form.words.size() > 1) {
    form.legal = legal_form(form.words.back());
    if (!form.legal.empty()) form.words.pop_back();
  }
  // "United States State Department" is the United States Department of State.
  const bool office = std::ranges::find(offices, form.words.back()) != offices.end();
  if (prefix > 0 && office && form.words.size() >= prefix + 2 &&
      std::ranges::find(form.words, "of") == form.words.end()) {
    const auto begin = form.words.begin() + static_cast<std::ptrdiff_t>(prefix);
    std::rotate(begin, std::prev(form.words.end()), form.words.end());
    form.words.insert(form.words.begin() + static_cast<std::ptrdiff_t>(prefix) + 1, "of");
  }
  return form;
}

std::vector<Acronym> find_acronyms(std::span<const Entity> entities,
                                   std::span<const std::uint32_t> nodes,
                                   const Abbreviations& known) {
  struct Full {
    std::uint32_t node;
    std::vector<std::string> words;
  };
  std::map<std::pair<std::string_view, std::string>, std::vector<Full>> by_initials;
  for (const std::uint32_t n : nodes) {
    std::vector<std::string> words = thing_form(entities[n].name, known).words;
    if (words.size() < 2) continue;
    const std::string letters = initials(words);
    if (letters.size() > 1)
      by_initials[{entities[n].type, letters}].push_back({n, std::move(words)});
  }
  std::vector<Acronym> found;
  for (const std::uint32_t n : nodes) {
    const std::string letters = acronym_of(entities[n].name);
    if (letters.empty()) continue;
    const bool too_brief = letters.size() < 3;  // not worth to be told that it is not attested
    const auto fulls = by_initials.find({entities[n].type, letters});
    if (fulls == by_initials.end() || fulls->second.size() > most_meanings) continue;
    const auto attested = [&](const Full& full) {
      const Entity& other = entities[full.node];
      bool said = has_name(entities[n], fold_name(other.name));
      for_each_name(other,
                    [&](const std::string& name) { said = said || acronym_of(name) == letters; });
      return said;
    };
    std::set<std::vector<std::string>> meanings;
    for (const Full& full : fulls->second) {
      if (attested(full)) meanings.insert(full.words);
    }
    for (const Full& full : fulls->second) {
      if (full.node == n) continue;  // "L & L" is short for itself
      if (too_brief && !attested(full)) continue;
      const char* const refused = !attested(full) ? "no document gives both forms for one thing"
                                  : meanings.size() > 1 ? "it stands for several things"
                                                        : "";
      found.push_back({n, full.node, refused});
    }
  }
  return found;
}

}  // namespace actant
