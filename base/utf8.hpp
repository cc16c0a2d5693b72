// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_UTF8_HPP
#define ACTANT_BASE_UTF8_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Length in bytes of the longest valid UTF-8 prefix of `bytes` (Unicode 15, table 3-7: no
/// surrogates, no overlong forms, nothing above U+10FFFF); the size when all is valid.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view bytes);

/// True if `bytes` is valid UTF-8. NUL is valid.
[[nodiscard]] inline bool is_valid_utf8(std::string_view bytes) {
  return valid_utf8_prefix(bytes) == bytes.size();
}

/// Number of code points in valid UTF-8: bytes that do not continue one.
[[nodiscard]] std::uint64_t count_code_points(std::string_view text);

/// A U+FFFD that stands for bytes that were not UTF-8.
struct Utf8Repair {
  std::uint64_t source = 0;       ///< offset of the replaced bytes
  std::uint32_t source_size = 0;  ///< how many there were: 1 to 3
  std::uint64_t text = 0;         ///< offset of the three bytes of U+FFFD in the repaired text

  friend bool operator==(const Utf8Repair&, const Utf8Repair&) = default;
};

struct RepairedText {
  std::string text;                 ///< valid UTF-8
  std::vector<Utf8Repair> repairs;  ///< in order; empty when the bytes were valid
};

/// Valid UTF-8 with one U+FFFD for each maximal subpart of an ill-formed sequence, as the WHATWG
/// Encoding Standard and Unicode 15 section 3.9 have it. Linear.
[[nodiscard]] RepairedText repair_utf8(std::string_view bytes);

}  // namespace actant

#endif  // ACTANT_BASE_UTF8_HPP
