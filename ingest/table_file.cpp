// SPDX-License-Identifier: MIT
#include "ingest/table_file.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <vector>

namespace actant {

void TableRow::fail(std::size_t column, const std::string& message) const {
  std::uint64_t at = 1;
  for (std::size_t i = 0; i < column && i < cells_.size(); ++i)
    at += count_code_points(cells_[i]) + 1;
  throw InputError({*source_, line_, at}, message);
}

void TableRow::fail(std::string_view part, const std::string& message) const {
  const char* const begin = cells_[0].data();  // the cells are parts of one line
  const std::string_view before(begin, static_cast<std::size_t>(part.data() - begin));
  throw InputError({*source_, line_, count_code_points(before) + 1}, message);
}

void read_table(std::string_view text, const std::string& source, std::size_t columns,
                const std::function<void(const TableRow&)>& row) {
  std::vector<std::string_view> cells;
  for (std::uint64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t valid = valid_utf8_prefix(line);
    if (valid < line.size()) {
      throw InputError({source, number, count_code_points(line.substr(0, valid)) + 1},
                       "invalid UTF-8");
    }
    if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos) {
      throw InputError({source, number, count_code_points(line.substr(0, nul)) + 1},
                       "a NUL byte; text was expected");
    }
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    cells.clear();
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      cells.push_back(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    cells.push_back(line);
    const TableRow found(cells, number, source);
    if (columns != any_columns && cells.size() != columns) {
      found.fail(0, "expected " + std::to_string(columns) + " columns separated by tabs, found " +
                        std::to_string(cells.size()));
    }
    row(found);
  }
}

}  // namespace actant
