// SPDX-License-Identifier: MIT
#include "ingest/gazetteer_import.hpp"

#include "base/error.hpp"
#include "base/folding.hpp"
#include "base/mapped_file.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <utility>

namespace actant {
namespace {

/// One cell's worth of text: what parts cells, rows and lists becomes a blank.
std::string clean(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    const bool parts = (c >= '\0' && c < ' ') || c == '|' || c == ';' || c == '\x7F';
    cell += parts ? ' ' : c;
  }
  return cell;
}

std::string clean_list(const std::vector<std::string>& parts) {
  std::string list;
  for (const std::string& part : parts) {
    if (!list.empty()) list += '|';
    list += clean(part);
  }
  return list;
}

std::uint64_t name_hash(std::string_view type, std::string_view name) {
  return fold_hash(without_article(name), fold_hash(type) * 0x9E3779B97F4A7C15ULL);
}

}  // namespace

ClassTypes read_class_types(const std::string& path) {
  const MappedFile file(path);
  ClassTypes types;
  read_table(file.bytes(), path, 3, [&](const TableRow& row) {
    const auto type = parse_node_type(row[1]);
    if (row[0].size() < 2 || row[0][0] != 'Q') {
      row.fail(0, "a class such as Q515 was expected");
    }
    if (!type) row.fail(1, "unknown node type; one such as Person or Organization was expected");
    if (!types.emplace(row[0], *type).second) row.fail(0, "a class that was there before");
  });
  return types;
}

void ImportedTable::add(const ImportedRow& row) {
  if (std::exchange(ids_[fold_hash(row.id)], std::uint8_t{1}) != 0) return;
  ++size_;
  const std::string_view type = to_string(row.type);
  std::string held;
  for (const ImportedRow::Held& office : row.held) {
    if (!held.empty()) held += '|';
    held += office.office + ";" + office.from + ";" + office.to;
  }
  std::vector<std::string> same_as = row.same_as;
  std::sort(same_as.begin(), same_as.end());
  names_.push_back({name_hash(type, row.name), row.prominence});
  rows_ << clean(row.id) << '\t' << type << '\t' << clean(row.name) << '\t'
        << clean_list(row.aliases) << '\t' << clean_list(same_as) << '\t'
        << clean_list(row.demonyms) << '\t' << row.prominence << '\t' << held << '\n';
}

void ImportedTable::add_office(const std::string& id, Office&& office) {
  offices_.insert_or_assign(id, std::move(office));
}

unsigned ImportedTable::prominence_of(std::uint64_t name) const {
  const auto found = std::ranges::lower_bound(names_, name, {}, &Ranked::hash);
  const bool is_there = found != names_.end() && found->hash == name;
  return is_there ? found->prominence + 1 : 0;  // the most prominent comes first
}

void ImportedTable::write(std::string_view rows, std::ostream& table) {
  std::sort(names_.begin(), names_.end(), [](const Ranked& a, const Ranked& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.prominence > b.prominence;
  });
  table << "id\ttype\tname\taliases\tsameAs\tdemonyms\tprominence\troles\n";
  read_table(rows, "imported rows", 8, [&](const TableRow& row) {
    const auto prominence = static_cast<unsigned>(row[6][0] - '0');
    const std::uint64_t own = name_hash(row[1], row[2]);
    std::string aliases;
    for_each_part(row[3], [&](std::string_view alias) {
      const std::uint64_t hash = name_hash(row[1], alias);
      if (hash != own && prominence_of(hash) > prominence) return;
      if (!aliases.empty()) aliases += '|';
      aliases += alias;
    });
    std::string roles;
    for_each_part(row[7], [&](std::string_view held) {
      const std::size_t end = held.find(';');
      const auto office = offices_.find(held.substr(0, end));
      if (office == offices_.end()) return;
      if (!roles.empty()) roles += '|';
      roles += clean(office->second.role) + ";" + clean(office->second.of);
      roles += held.substr(end);
    });
    table << row[0] << '\t' << row[1] << '\t' << row[2] << '\t' << aliases << '\t' << row[4] << '\t'
          << row[5] << '\t' << row[6] << '\t' << roles << '\n';
  });
}

}  // namespace actant
