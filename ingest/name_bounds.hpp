// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NAME_BOUNDS_HPP
#define ACTANT_INGEST_NAME_BOUNDS_HPP

#include "ingest/name_text.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace actant {

// Where a name begins and ends. All functions are linear in the candidate.

/// Cuts determiners, prepositions and punctuation off the ends.
void trim_name(const NameText& text, NameCandidate& c);
/// "Austria and Hungary" is two names.
[[nodiscard]] std::optional<std::pair<NameCandidate, NameCandidate>> split_pair(
    const NameText& text, const NameCandidate& c);
/// "Armenia Nikol Pashinyan", cut wrongly: a country is no first name. Takes it off the front.
[[nodiscard]] std::optional<NameCandidate> take_place_off(const NameText& text, NameCandidate& c);
/// "Sam Wilson of UH Mānoa" is a person and a body. Takes that off the end.
[[nodiscard]] std::optional<NameCandidate> take_body_off(const NameText& text, NameCandidate& c);
/// "General", "Representatives": no part of a person's name.
[[nodiscard]] bool is_title_or_role(const Lexicon& lexicon, std::string_view word);
/// Cuts titles and roles off the front of a person: "General Zas", "CSTO Secretary General Zas".
/// @return The gender that they tell.
[[nodiscard]] Gender take_titles_off(const NameText& text, NameCandidate& c);
/// "Colorado State University of the US": the place is not part of the name.
void take_country_off(const NameText& text, NameCandidate& c);
/// "Colette" or "AS" before "Heald", when the model saw the surname only.
void add_first_name(const NameText& text, NameCandidate& c);
/// Proper nouns right before or after that belong to the same compound.
void add_neighbours(const NameText& text, NameCandidate& c);
/// ", D.C." behind "Washington", when the gazetteer knows both as one place.
void add_known_rest(const NameText& text, NameCandidate& c);
/// "Indian Home" before "Minister" is India, and "U.S. Senators" are the senators of the U.S.
void take_office_off(const NameText& text, NameCandidate& c);
/// "Prophet Muhammad", which the model took for a body, is a person.
void take_honorific_off(const NameText& text, NameCandidate& c);
/// "Nad ‘Ali".
void add_apostrophe(const NameText& text, NameCandidate& c);
/// The word with which the next line begins, where a line of a headline or a page's head ends
/// inside the name: "IMMIGRATION DEBATE", "Sen. Ada Stone"; the end of the name if none does.
[[nodiscard]] std::uint32_t line_break_in(const NameText& text, const NameCandidate& c);
/// The bracket of "National Congress (INC" that is not closed; the end of the name if there is
/// none.
[[nodiscard]] std::uint32_t open_bracket_in(const NameText& text, const NameCandidate& c);
/// "PG&E", "Pacific Gas & Electric".
void add_ampersand(const NameText& text, NameCandidate& c);
/// A number that closes the name: "Zrínyi 2026", "COVID-19".
void add_number(const NameText& text, NameCandidate& c);

}  // namespace actant

#endif  // ACTANT_INGEST_NAME_BOUNDS_HPP
