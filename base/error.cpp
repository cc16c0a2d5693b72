// SPDX-License-Identifier: MIT
#include "base/error.hpp"

#include <algorithm>
#include <utility>

namespace actant {
namespace {

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

Location locate(std::string source, std::string_view text, std::uint64_t offset) {
  const std::string_view before = text.substr(0, std::min<std::size_t>(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const std::string_view in_line = before.substr(line_start);
  const auto column = std::count_if(in_line.begin(), in_line.end(), starts_code_point);
  return {std::move(source), static_cast<std::uint64_t>(line) + 1,
          static_cast<std::uint64_t>(column) + 1};
}

std::string to_string(const Location& location) {
  if (location.line == 0) return location.source;
  return location.source + ':' + std::to_string(location.line) + ':' +
         std::to_string(location.column);
}

InputError::InputError(Location where, const std::string& message)
    : Error(to_string(where) + ": " + message), where_(std::move(where)), message_(message) {}

}  // namespace actant
