// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_WHITE_SPACE_HPP
#define ACTANT_NLP_WHITE_SPACE_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace actant {

/// Whether all is white space (is_space), or nothing is there.
[[nodiscard]] bool is_blank(std::string_view text);

/// Bytes of the line break at the start of `text`, 0 if it starts with none: LF, CR, CR LF, VT, FF,
/// NEL, U+2028, U+2029 (Unicode Standard Annex 14, classes BK, CR, LF and NL).
[[nodiscard]] std::size_t line_break_size(std::string_view text);

/// The text up to its first line break; `text` loses it and the line break.
[[nodiscard]] std::string_view take_line(std::string_view& text);

/// Without white space (is_space) at both ends; a view into `text`.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Trimmed, and each run of white space inside, line breaks too, is one blank.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace actant

#endif  // ACTANT_NLP_WHITE_SPACE_HPP
