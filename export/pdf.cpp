// SPDX-License-Identifier: MIT
#include "export/pdf.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace actant {
namespace {

constexpr std::string_view date_field = "/CreationDate (D:";
constexpr std::string_view fixed_date = "20000101000000Z";
constexpr std::string_view table_start = "\nxref\n0 ";  // ISO 32000-1, 7.5.4: one section from 0
constexpr std::string_view table_offset = "\nstartxref\n";
constexpr std::size_t entry_size = 20;  // "nnnnnnnnnn ggggg n \n"
constexpr std::size_t offset_digits = 10;

std::optional<std::size_t> number_at(std::string_view text, std::size_t at) {
  std::size_t number = 0;
  if (at > text.size()) return std::nullopt;
  const auto result = std::from_chars(text.data() + at, text.data() + text.size(), number);
  return result.ec == std::errc() ? std::optional(number) : std::nullopt;
}

std::string padded(std::size_t offset) {
  const std::string digits = std::to_string(offset);
  return std::string(offset_digits - digits.size(), '0') + digits;
}

}  // namespace

std::string undated_pdf(std::string pdf) {
  const std::size_t field = pdf.rfind(date_field);
  if (field == std::string::npos) return pdf;
  const std::size_t begin = field + date_field.size();
  const std::size_t end = pdf.find(')', begin);
  const std::size_t table = pdf.rfind(table_start);
  const std::size_t trailer = pdf.rfind(table_offset);
  if (end == std::string::npos || table == std::string::npos || trailer == std::string::npos ||
      table < end || trailer < table) {
    return pdf;
  }
  const auto entries = number_at(pdf, table + table_start.size());
  const std::size_t first_entry = pdf.find('\n', table + table_start.size()) + 1;
  if (!entries || *entries > (trailer - first_entry) / entry_size) return pdf;

  // The table gives the offsets of all objects; those behind the date move with its length.
  const auto moved = [&](std::size_t offset) {
    return offset > begin ? offset + fixed_date.size() - (end - begin) : offset;
  };
  const std::size_t offset_at = trailer + table_offset.size();
  const std::size_t offset_size = pdf.find('\n', offset_at) - offset_at;
  pdf.replace(offset_at, offset_size, std::to_string(moved(table + 1)));
  for (std::size_t i = 0; i < *entries; ++i) {
    const std::size_t at = first_entry + i * entry_size;
    if (const auto offset = number_at(std::string_view(pdf).substr(0, at + offset_digits), at)) {
      pdf.replace(at, offset_digits, padded(moved(*offset)));
    }
  }
  return pdf.replace(begin, end - begin, fixed_date);
}

}  // namespace actant
