// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_DATELINE_HPP
#define ACTANT_NLP_DATELINE_HPP

#include <cstddef>
#include <string_view>

namespace actant {

/// Bytes of the dateline that `text` begins with, up to and with its dash if any; 0 when there is
/// none.
///
/// "BRUSSELS, 13 June 2024 (Reuters) - ", "TEL AVIV, Israel – ", "March 13 (AP) -- ": a place in
/// capitals, or a date or news agency, on the first line, within 100 bytes, followed by the start
/// of a sentence; or a place in capitals and a date that are the whole line. Looks at no more than
/// its 200 first bytes. Thread-safe.
[[nodiscard]] std::size_t dateline_size(std::string_view text);

}  // namespace actant

#endif  // ACTANT_NLP_DATELINE_HPP
