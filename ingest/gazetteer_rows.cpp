// SPDX-License-Identifier: MIT
#include "ingest/gazetteer_rows.hpp"

#include "base/error.hpp"
#include "ingest/alias_graph.hpp"
#include "ingest/folding.hpp"
#include "ingest/hash_table.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace actant {
namespace {

enum Column : std::size_t { id, type, name, aliases, same_as, demonyms, prominence, roles, count };
constexpr std::array<std::string_view, Column::count> column_names = {
    "id", "type", "name", "aliases", "sameAs", "demonyms", "prominence", "roles"};
constexpr std::size_t missing = static_cast<std::size_t>(-1);

std::string quoted(std::string_view text) {
  constexpr std::size_t most = 200;  // a message is one readable line
  return "'" + std::string(text.substr(0, most)) + (text.size() > most ? "...'" : "'");
}

/// A hash of exactly these bytes.
std::uint64_t exact_hash(std::string_view text, std::uint64_t state = fold_seed) {
  for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return state;
}

class RowReader {
 public:
  RowReader(std::string_view text, const std::string& source) : text_(text), source_(source) {}

  void run(const std::function<void(const GazetteerRow&)>& take) {
    bool has_header = false;
    read_table(text_, source_, any_columns, [&](const TableRow& cells) {
      if (!std::exchange(has_header, true)) return read_header(cells);
      if (cells.size() != width_) {
        cells.fail(0, "a row of " + std::to_string(cells.size()) + " columns separated by tabs; " +
                          std::to_string(width_) + " were expected, as in the header");
      }
      read_row(cells);
      take(row_);
    });
    if (!has_header) {
      throw InputError({source_, 1, 1}, "no header; a line that names the columns was expected");
    }
    if (const auto at = graph_.find_cycle()) {
      throw InputError(locate(source_, text_, *at),
                       "an alias that leads back to the name that it stands for; aliases without "
                       "cycles were expected");
    }
  }

 private:
  void read_header(const TableRow& cells) {
    columns_.fill(missing);
    width_ = cells.size();
    for (std::size_t i = 0; i < width_; ++i) {
      const auto known = std::ranges::find(column_names, cells[i]);
      if (known == column_names.end()) {
        cells.fail(i, "unknown column " + quoted(cells[i]) +
                          "; a header of id, type, name, aliases, sameAs, demonyms, prominence, "
                          "roles was expected");
      }
      std::size_t& place = columns_[static_cast<std::size_t>(known - column_names.begin())];
      if (place != missing) cells.fail(i, "a second column " + quoted(cells[i]));
      place = i;
    }
    for (const Column needed : {type, name}) {
      if (columns_[needed] == missing) {
        cells.fail(0, "no column '" + std::string(column_names[needed]) +
                          "'; a header with type and name was expected");
      }
    }
  }

  [[nodiscard]] std::string_view cell(const TableRow& cells, Column column) const {
    return columns_[column] == missing ? std::string_view() : cells[columns_[column]];
  }

  void read_row(const TableRow& cells) {
    row_ = GazetteerRow();
    const auto known = parse_node_type(cells[columns_[type]]);
    if (!known) {
      cells.fail(columns_[type], "unknown node type " + quoted(cells[columns_[type]]) +
                                     "; one such as Person or Organization was expected");
    }
    row_.type = *known;
    row_.name = cells[columns_[name]];
    if (row_.name.empty()) cells.fail(columns_[name], "an empty name; a name was expected");
    graph_.add_name(row_.type, row_.name);
    for_each_part(cell(cells, aliases), [&](std::string_view alias) {
      row_.aliases.push_back(alias);
      graph_.add_alias(row_.type, alias, static_cast<std::uint64_t>(alias.data() - text_.data()));
    });
    for_each_part(cell(cells, demonyms),
                  [&](std::string_view people) { row_.demonyms.push_back(people); });
    read_ids(cells);
    if (const std::string_view digit = cell(cells, prominence); !digit.empty()) {
      if (digit.size() > 1 || digit[0] < '0' || digit[0] > '9') {
        cells.fail(columns_[prominence],
                   "prominence " + quoted(digit) + "; one digit was expected");
      }
      row_.prominence = static_cast<unsigned>(digit[0] - '0');
    }
    for_each_part(cell(cells, roles), [&](std::string_view role) { read_role(cells, role); });
  }

  void read_ids(const TableRow& cells) {
    for_each_part(cell(cells, same_as), [&](std::string_view iri) {
      if (!is_iri(iri))
        cells.fail(iri, quoted(iri) + " is no IRI; one such as http://... was expected");
      row_.same_as.push_back(iri);
    });
    row_.id = cell(cells, id);
    const bool given = !row_.id.empty();
    if (given && row_.id.starts_with("http") && is_iri(row_.id)) row_.same_as.push_back(row_.id);
    const std::uint64_t hash =
        given ? exact_hash(row_.id) : fold_hash(row_.name, exact_hash(to_string(row_.type)));
    std::uint64_t& before = lines_[hash];
    if (before != 0) {
      cells.fail(columns_[given ? id : name],
                 (given ? "id " : "name ") + quoted(given ? row_.id : row_.name) +
                     " is already in line " + std::to_string(before) + "; each was expected once");
    }
    before = cells.line();
  }

  void read_role(const TableRow& cells, std::string_view text) {
    std::array<std::string_view, 4> parts;
    std::string_view rest = text;
    for (std::string_view& part : parts) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      part = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    DatedRole held{parts[0], parts[1]};
    if (held.role.empty() || !rest.empty()) {
      cells.fail(text, "role " + quoted(text) + "; role;of;from;to was expected");
    }
    std::int32_t unused = 0;
    for (const std::string_view date : {parts[2], parts[3]}) {
      if (!date.empty() && !parse_days(date, unused, unused)) {
        cells.fail(date, "date " + quoted(date) + "; 2019, 2019-03 or 2019-03-20 was expected");
      }
    }
    if (!parts[2].empty()) (void)parse_days(parts[2], held.from, unused);
    if (!parts[3].empty()) (void)parse_days(parts[3], unused, held.to);
    if (held.from > held.to) {
      cells.fail(parts[2], "a role that ends before it begins; from and to were expected in order");
    }
    row_.roles.push_back(held);
  }

  std::string_view text_;
  const std::string& source_;
  std::array<std::size_t, Column::count> columns_{};
  std::size_t width_ = 0;
  GazetteerRow row_;
  HashTable<std::uint64_t> lines_;
  AliasGraph graph_;
};

/// Two or four digits.
bool parse_number(std::string_view text, std::int32_t& value) {
  value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = 10 * value + (c - '0');
  }
  return !text.empty();
}

}  // namespace

bool parse_days(std::string_view text, std::int32_t& first, std::int32_t& last) {
  std::int32_t year = 0;
  std::int32_t month = 0;
  std::int32_t day = 0;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!parse_number(text.substr(0, 4), year)) return false;
  if (text.size() > 4 &&
      (text[4] != '-' || !parse_number(text.substr(5, 2), month) || month < 1 || month > 12)) {
    return false;
  }
  if (text.size() > 7 &&
      (text[7] != '-' || !parse_number(text.substr(8, 2), day) || day < 1 || day > 31)) {
    return false;
  }
  first = year * 10000 + std::max(month, 1) * 100 + std::max(day, 1);
  last = year * 10000 + (month == 0 ? 12 : month) * 100 + (day == 0 ? 31 : day);
  return true;
}

bool is_iri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return std::ranges::none_of(text, [](char c) {
    return (c >= '\0' && c <= ' ') ||
           std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
  });
}

void read_gazetteer_rows(std::string_view text, const std::string& source,
                         const std::function<void(const GazetteerRow&)>& row) {
  RowReader(text, source).run(row);
}

}  // namespace actant
