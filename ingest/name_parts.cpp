// SPDX-License-Identifier: MIT
#include "ingest/name_parts.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace actant {
namespace {

constexpr std::size_t most_left_out = 3;  // words in front of what is enough to name a body

bool begins(const Spelling& brief, const Spelling& full) {
  return std::equal(brief.words.begin(), brief.words.end(), full.words.begin());
}

bool ends(const Spelling& brief, const Spelling& full) {
  return std::equal(brief.words.rbegin(), brief.words.rend(), full.words.rbegin());
}

/// "Helmand province".
bool is_area(const std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 6> areas = {"province", "district", "county",
                                                            "state",    "region",   "governorate"};
  return words.size() == 2 && std::find(areas.begin(), areas.end(), words[1]) != areas.end();
}

bool is_country(const GazetteerEntry& entry) {
  return entry.type == NodeType::geopolitical_entity &&
         std::any_of(entry.same_as.begin(), entry.same_as.end(), [](const std::string& iri) {
           return iri.starts_with("http://www.wikidata.org/");
         });
}

bool is_direction(std::string_view word) {
  return word == "north" || word == "south" || word == "east" || word == "west";
}

}  // namespace

bool compatible(NodeType a, NodeType b) {
  const auto place = [](NodeType t) {
    return t == NodeType::geopolitical_entity || t == NodeType::location || t == NodeType::facility;
  };
  const auto body = [](NodeType t) { return t == NodeType::organization || t == NodeType::group; };
  if (a == b || (place(a) && place(b)) || (body(a) && body(b))) return true;
  const auto thing = [](NodeType t) {
    return t == NodeType::document || t == NodeType::event || t == NodeType::product ||
           t == NodeType::concept_ || t == NodeType::facility;
  };
  return (thing(a) && thing(b)) || (body(a) && thing(b)) || (thing(a) && body(b));
}

bool NameParts::is_part(const Spelling& brief, const Spelling& full) const {
  // The Senate is not its committee, nor Congress the Iraqi National Congress.
  const bool institution = brief.institution && !brief.institution->brief;
  if (institution && (!full.institution || full.institution->name != brief.institution->name)) {
    return false;
  }
  const NodeType whole = group_of(full).type;
  const NodeType part = group_of(brief).type;
  if (whole == NodeType::person) return is_part_of_person(brief, full);
  const std::size_t n = brief.words.size();
  const bool front = begins(brief, full);
  const bool back = ends(brief, full);
  if (part == NodeType::person && n == 1 && whole != NodeType::organization) return false;
  if (group_of(brief).entry != Gazetteer::none) return back && is_place_and(full, n);
  if (whole == NodeType::organization) {
    if (front && compatible(part, whole)) {
      return !stands_for_more(brief) && !holds_a_body_of(brief, full);
    }
    // "Department of Agriculture" for "U.S. Department of Agriculture".
    return back && part == NodeType::organization && n + most_left_out >= full.words.size();
  }
  if (whole == NodeType::geopolitical_entity && n == 1 && front) {
    return is_direction(brief.words[0]) || is_area(full.words);
  }
  if (whole == NodeType::event && n == 1 && back && full.words.size() == 2) {
    const bool storm = draft_.lexicon->type_of_noun(full.words[0]) == NodeType::event;
    return storm && (part == NodeType::event || part == NodeType::person);
  }
  return compatible(whole, part) && (back || front) && n > 1;
}

bool NameParts::is_part_of_person(const Spelling& brief, const Spelling& full) const {
  const std::size_t n = brief.words.size();
  const bool person = group_of(brief).type == NodeType::person;
  if (!person && (group_of(brief).entry != Gazetteer::none || n > 1)) return false;
  // "Emmett Till" for "Emmett Louis Till".
  const bool middle = n == 2 && full.words.size() == 3 && brief.words[0] == full.words[0] &&
                      brief.words[1] == full.words[2];
  return middle || ends(brief, full) ||
         (person && (begins(brief, full) || is_first_surname(brief, full)));
}

/// "Vázquez" for "Wanda Vázquez Garced".
bool NameParts::is_first_surname(const Spelling& brief, const Spelling& full) const {
  const std::size_t n = full.words.size();
  return brief.words.size() == 1 && n > 2 && full.words[n - 2] == brief.words[0] &&
         brief.words[0].size() > 2 && !draft_.lexicon->is_first_name(brief.words[0]);
}

bool NameParts::is_place_and(const Spelling& full, std::size_t rest) const {
  if (group_of(full).type != NodeType::organization || rest < 2) return false;
  std::string place;
  for (std::size_t i = 0; i + rest < full.words.size(); ++i) place += full.words[i] + " ";
  const Gazetteer::Match match = draft_.gazetteer->exact(place);
  // Iowa's Democratic Party is another.
  return match.words > 0 && is_country(draft_.gazetteer->entry(match.entry));
}

/// "National Institutes of Health" and "National Institutes of Health Task Force": two bodies.
bool NameParts::holds_a_body_of(const Spelling& brief, const Spelling& full) const {
  return brief.words.size() > 1 && full.words.size() > brief.words.size() + 1 &&
         draft_.lexicon->type_of_name_head(full.words.back()) == NodeType::organization;
}

/// An acronym that a longer name is known by: the USDA is not its "USDA Rural Development".
bool NameParts::stands_for_more(const Spelling& brief) const {
  if (!is_acronym(draft_.text(draft_.mentions[brief.first]))) return false;
  const std::vector<std::uint32_t>& all = group_of(brief).mentions;
  return std::any_of(all.begin(), all.end(), [this](std::uint32_t m) {
    return draft_.mentions[m].end - draft_.mentions[m].begin > 2;
  });
}

}  // namespace actant
