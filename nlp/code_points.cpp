// SPDX-License-Identifier: MIT
#include "nlp/code_points.hpp"

#include <array>
#include <cstdint>

namespace actant {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool within(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

constexpr std::size_t cased_limit = 0x460;

std::array<bool, cased_limit> lower_letters() {
  std::array<bool, cased_limit> result{};
  for (char32_t c = 0; c < cased_limit; ++c) {
    if (const char32_t low = lower_case(c); low != c) result[low] = true;
  }
  return result;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  if (more == 0 || first > 0xF4 || text.size() - at < static_cast<std::size_t>(more)) {
    return replacement;
  }
  char32_t c = first & (0x3FU >> more);
  for (int i = 0; i < more; ++i) {
    const std::uint8_t next = byte(at + static_cast<std::size_t>(i));
    if ((next & 0xC0U) != 0x80U) return replacement;
    c = (c << 6U) | (next & 0x3FU);
  }
  at += static_cast<std::size_t>(more);
  return c;
}

void append_utf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    text += static_cast<char>(0xF0U | (c >> 18U));
    text += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

char32_t lower_case(char32_t c) {
  if (within(c, 'A', 'Z') || (within(c, 0xC0, 0xDE) && c != 0xD7)) return c + 0x20;
  if (c < 0x100) return c;
  if (within(c, 0x100, 0x12F) || within(c, 0x132, 0x137) || within(c, 0x14A, 0x177)) {
    return c % 2 == 0 ? c + 1 : c;
  }
  if (within(c, 0x139, 0x148) || within(c, 0x179, 0x17E)) return c % 2 == 1 ? c + 1 : c;
  if (c == 0x178) return 0xFF;
  if ((within(c, 0x391, 0x3A9) && c != 0x3A2) || within(c, 0x410, 0x42F)) return c + 0x20;
  if (within(c, 0x400, 0x40F)) return c + 0x50;
  return c;
}

bool is_lower(char32_t c) {
  static const std::array<bool, cased_limit> table = lower_letters();
  return c < cased_limit && table[c];
}

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x7F || within(c, 0x80, 0xA0) || c == 0x1680 ||
         within(c, 0x2000, 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return within(c, 'a', 'z') || within(c, 'A', 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  return !is_space(c) && !within(c, 0x2010, 0x2BFF) && !within(c, 0x3001, 0x303F) &&
         c != replacement && !within(c, 0x1F000, 0x1FFFF);
}

std::string lower_case(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    append_utf8(result, lower_case(next_code_point(text, at)));
  }
  return result;
}

}  // namespace actant
