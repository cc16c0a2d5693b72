// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_SPAN_HPP
#define ACTANT_BASE_SPAN_HPP

#include <compare>
#include <cstdint>
#include <string_view>

namespace actant {

/// A half-open range [begin, end) of bytes in a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers; the view lives as long as the text.
/// The span must lie inside the text.
[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
  return {text.data() + span.begin, span.size()};
}

}  // namespace actant

#endif  // ACTANT_BASE_SPAN_HPP
