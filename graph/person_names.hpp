// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_PERSON_NAMES_HPP
#define ACTANT_GRAPH_PERSON_NAMES_HPP

#include "graph/name_form.hpp"

#include <cstdint>

namespace actant {

/// How two names of persons go together.
enum class PersonMatch : std::uint8_t {
  same,             ///< the same words
  initials,         ///< "Dwight Eisenhower", "Dwight D. Eisenhower"; "J. R. Tolkien" in full
  transliteration,  ///< "Kassym-Zhomart Tokayev", "Kassym-Jomart Tokayev"
  doubtful,         ///< one person may have both: "J. Smith", "John Smith"; "John Quincy Adams"
  different,        ///< no person has both
};

/// Symmetric. A name of one word goes with every name that it is the first or last word of
/// (doubtful), as it could be short for it. Linear in the names.
[[nodiscard]] PersonMatch compare_persons(const PersonForm& a, const PersonForm& b);

}  // namespace actant

#endif  // ACTANT_GRAPH_PERSON_NAMES_HPP
