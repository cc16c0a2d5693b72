// SPDX-License-Identifier: MIT
#include "graph/person_names.hpp"

#include "base/folding.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace actant {
namespace {

enum class WordMatch : std::uint8_t { same, initial, spelling, slip, different };

WordMatch compare_words(const std::string& a, const std::string& b) {
  if (a == b) return WordMatch::same;
  if (is_initial(a) || is_initial(b)) {
    return a[0] == b[0] ? WordMatch::initial : WordMatch::different;
  }
  constexpr std::size_t shortest = 4;  // shorter words are too often others
  const bool alike = a.size() >= shortest && b.size() >= shortest && romanised(a) == romanised(b);
  if (alike) return WordMatch::spelling;
  // "Rajapakse" and "Rajapakshe", but not "Brown" and "Crown".
  constexpr std::size_t long_enough = 7;
  const bool near = a.size() >= long_enough && b.size() >= long_enough && a[0] == b[0] &&
                    edit_distance(a, b, 1) == 1;
  return near ? WordMatch::slip : WordMatch::different;
}

/// What the middle names say.
struct Middle {
  bool fits = true;          ///< the fewer ones begin the others
  bool spelling = false;     ///< two are spelled differently
  bool names_left = false;   ///< a middle name in full stands on one side only
  std::size_t initials = 0;  ///< that go with a name in full
};

Middle compare_middle(std::span<const std::string> few, std::span<const std::string> many) {
  Middle middle;
  for (std::size_t i = 0; i < many.size(); ++i) {
    if (i >= few.size()) {
      middle.names_left = middle.names_left || !is_initial(many[i]);
      continue;
    }
    const WordMatch match = compare_words(few[i], many[i]);
    middle.fits = middle.fits && match != WordMatch::different && match != WordMatch::slip;
    middle.spelling = middle.spelling || match == WordMatch::spelling;
    middle.initials += match == WordMatch::initial ? 1U : 0U;
  }
  return middle;
}

}  // namespace

PersonMatch compare_persons(const PersonForm& a, const PersonForm& b) {
  if (a.words.size() > b.words.size()) return compare_persons(b, a);
  if (a.words.empty() || a.generation != b.generation) return PersonMatch::different;
  if (a.words == b.words) return PersonMatch::same;
  if (a.words.size() == 1) {
    const std::string& word = a.words.front();
    const bool part = b.words.size() > 1 && (word == b.words.front() || word == b.words.back());
    return part ? PersonMatch::doubtful : PersonMatch::different;
  }
  const WordMatch given = compare_words(a.words.front(), b.words.front());
  const WordMatch family = compare_words(a.words.back(), b.words.back());
  const bool slip = family == WordMatch::slip && given == WordMatch::same;
  const bool family_fits = family == WordMatch::same || family == WordMatch::spelling || slip;
  if (given == WordMatch::different || given == WordMatch::slip || !family_fits) {
    return PersonMatch::different;
  }
  const Middle middle = compare_middle(std::span(a.words).subspan(1, a.words.size() - 2),
                                       std::span(b.words).subspan(1, b.words.size() - 2));
  if (!middle.fits) return PersonMatch::different;
  if (slip) return PersonMatch::doubtful;

  const bool spelling =
      given == WordMatch::spelling || family == WordMatch::spelling || middle.spelling;
  if (is_initial(a.words.front()) || is_initial(b.words.front())) {
    // "J. R. R. Tolkien" is enough, "J. Smith" is not.
    const bool all = given == WordMatch::initial && a.words.size() == b.words.size() &&
                     middle.initials >= 1 && !spelling;
    return all ? PersonMatch::initials : PersonMatch::doubtful;
  }
  if (middle.names_left) return PersonMatch::doubtful;
  if (!spelling) return PersonMatch::initials;
  if (a.words.size() != b.words.size()) return PersonMatch::doubtful;
  // Alan and Allan Smith may be two; Alan and Allan Tokayev are hardly.
  constexpr std::size_t rare = 6;
  const bool common = given == WordMatch::spelling && a.words.back().size() < rare;
  return common ? PersonMatch::doubtful : PersonMatch::transliteration;
}

}  // namespace actant
