// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_THING_NAMES_HPP
#define ACTANT_GRAPH_THING_NAMES_HPP

#include "graph/entity.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Names of what is no person: organizations, places, documents.

/// What documents say that acronyms stand for: "us" for united, states. Those of two meanings are
/// left out.
struct Abbreviations {
  std::map<std::string, std::vector<std::string>, std::less<>> meanings;
  /// The meanings by their first word.
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> long_forms;
};

/// From the names and aliases of named nodes. Linear.
[[nodiscard]] Abbreviations find_abbreviations(std::span<const Entity> entities);

/// What a name has in common with other spellings of it.
struct ThingForm {
  std::vector<std::string> words;  ///< without legal form, in American spelling, the first word
                                   ///< spelled out; "United States State Department" as of State
  std::string_view legal;          ///< legal_form(), or ""
  bool expanded = false;           ///< an acronym was spelled out
};

[[nodiscard]] ThingForm thing_form(std::string_view name, const Abbreviations& known);

/// An acronym and a long form that has its initials.
struct Acronym {
  std::uint32_t brief = 0;  ///< positions in the entities
  std::uint32_t full = 0;
  std::string refused;  ///< why they stay apart; ""
};

/// The acronyms among `nodes` with all long forms of their type; those stay apart that no document
/// gives for one another, and those of several long forms.
[[nodiscard]] std::vector<Acronym> find_acronyms(std::span<const Entity> entities,
                                                 std::span<const std::uint32_t> nodes,
                                                 const Abbreviations& known);

}  // namespace actant

#endif  // ACTANT_GRAPH_THING_NAMES_HPP
