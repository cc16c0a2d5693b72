// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_CODE_POINTS_HPP
#define ACTANT_NLP_CODE_POINTS_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace actant {

/// Takes the code point at `at` and moves `at` behind it. A byte that starts no valid sequence is
/// taken alone, as U+FFFD. `at` must be inside the text.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Appends a code point as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// Lower case of the letters that the model knows: Latin to U+017F, Greek, Cyrillic.
[[nodiscard]] char32_t lower_case(char32_t code_point);

[[nodiscard]] inline bool is_upper(char32_t c) { return lower_case(c) != c; }
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
/// A letter of any script: upper, lower, or above ASCII without being punctuation or space.
[[nodiscard]] bool is_letter(char32_t c);
/// White space of Unicode, and control characters.
[[nodiscard]] bool is_space(char32_t c);

/// lower_case of each code point.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace actant

#endif  // ACTANT_NLP_CODE_POINTS_HPP
