// SPDX-License-Identifier: MIT
#include "nlp/white_space.hpp"

#include "nlp/code_points.hpp"

namespace actant {
namespace {

constexpr char32_t next_line = 0x85;
constexpr char32_t line_separator = 0x2028;
constexpr char32_t paragraph_separator = 0x2029;

}  // namespace

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_space(next_code_point(text, at))) return false;
  }
  return true;
}

std::size_t line_break_size(std::string_view text) {
  if (text.empty() || (text.front() > '\r' && text.front() < '\x7F')) return 0;
  if (text.starts_with("\r\n")) return 2;
  std::size_t size = 0;
  const char32_t c = next_code_point(text, size);
  const bool breaks = (c >= U'\n' && c <= U'\r') || c == next_line || c == line_separator ||
                      c == paragraph_separator;
  return breaks ? size : 0;
}

std::string_view take_line(std::string_view& text) {
  std::size_t end = 0;
  std::size_t size = 0;
  while (end < text.size() && (size = line_break_size(text.substr(end))) == 0) ++end;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + size);
  return line;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the last code point that is none
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (is_space(next_code_point(text, at))) {
      if (end == 0) begin = at;
    } else {
      if (end == 0) begin = here;
      end = at;
    }
  }
  return end == 0 ? std::string_view() : text.substr(begin, end - begin);
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_space(next_code_point(text, at))) {
      line.append(text, begin, at - begin);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace actant
