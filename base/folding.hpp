// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_FOLDING_HPP
#define ACTANT_BASE_FOLDING_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Comparing names regardless of case, accents, punctuation and tokenisation.

/// Start of a folded hash.
inline constexpr std::uint64_t fold_seed = 1469598103934665603ULL;

/// Goes on hashing the letters and digits of `text`: lower case, Latin accents off, everything else
/// skipped. Hashing word by word gives the same as hashing the whole.
[[nodiscard]] std::uint64_t fold_hash(std::string_view text, std::uint64_t state = fold_seed);

/// The name in lower case without Latin accents, runs of blanks as one, other characters kept.
[[nodiscard]] std::string fold_name(std::string_view text);

/// The name without a leading "the "; a view of the same text.
[[nodiscard]] std::string_view without_article(std::string_view name);

/// True if the first letter is a capital (ASCII, or Latin, Greek and Cyrillic capitals).
[[nodiscard]] bool starts_upper(std::string_view word);
/// True if there are two letters or more (full stops aside) and all are ASCII capitals.
[[nodiscard]] bool is_acronym(std::string_view word);

/// Levenshtein distance in bytes, or `limit + 1` as soon as it must exceed `limit`.
[[nodiscard]] unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);

}  // namespace actant

#endif  // ACTANT_BASE_FOLDING_HPP
