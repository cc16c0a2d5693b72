// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_TABLE_FILE_HPP
#define ACTANT_INGEST_TABLE_FILE_HPP

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace actant {

/// One row of a table of tab-separated values.
class TableRow {
 public:
  TableRow(std::span<const std::string_view> cells, std::uint64_t line, const std::string& source)
      : cells_(cells), line_(line), source_(&source) {}

  [[nodiscard]] std::size_t size() const { return cells_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t column) const { return cells_[column]; }
  [[nodiscard]] std::uint64_t line() const { return line_; }
  /// @throws InputError always, at the first character of the cell.
  [[noreturn]] void fail(std::size_t column, const std::string& message) const;
  /// @throws InputError always, at the first character of `part`, a view into one of the cells.
  [[noreturn]] void fail(std::string_view part, const std::string& message) const;

 private:
  std::span<const std::string_view> cells_;
  std::uint64_t line_;
  const std::string* source_;
};

/// Any number of columns.
inline constexpr std::size_t any_columns = 0;

/// Calls `row` for every line of `text` that is neither empty nor starts with '#'.
/// @throws InputError at a line that is not valid UTF-8, holds a NUL, or has another number of
/// cells.
void read_table(std::string_view text, const std::string& source, std::size_t columns,
                const std::function<void(const TableRow&)>& row);

/// Calls `part` for every part of a list separated by '|'; an empty list has none.
template <typename Part>
void for_each_part(std::string_view list, Part part) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (bar != 0) part(list.substr(0, bar));
    if (bar == std::string_view::npos) return;
    list.remove_prefix(bar + 1);
  }
}

}  // namespace actant

#endif  // ACTANT_INGEST_TABLE_FILE_HPP
