// SPDX-License-Identifier: MIT
#include "ingest/document.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace actant {
namespace {

constexpr std::size_t block_size = 256;

std::uint64_t source_offset(const Document& document, std::uint64_t text) {
  const auto& shifts = document.shifts;
  const auto after = std::upper_bound(
      shifts.begin(), shifts.end(), text,
      [](std::uint64_t offset, const Document::Shift& shift) { return offset < shift.text; });
  if (after == shifts.begin()) return text;
  const Document::Shift& shift = *(after - 1);
  return shift.source + (text - shift.text);
}

}  // namespace

RangeMapper::RangeMapper(const Document& document) : document_(document) {
  const std::string_view text = document.text;
  std::uint64_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += block_size) {
    code_points_.push_back(count);
    count += count_code_points(text.substr(begin, block_size));
  }
}

TextRange RangeMapper::map(Span span) const {
  const std::string_view text = document_.text;
  const auto code_points = [&](std::uint32_t offset) {
    const std::size_t block = offset / block_size;
    const std::size_t begin = block * block_size;
    return code_points_[block] + count_code_points(text.substr(begin, offset - begin));
  };
  return {code_points(span.begin), code_points(span.end), source_offset(document_, span.begin),
          source_offset(document_, span.end)};
}

}  // namespace actant
