// SPDX-License-Identifier: MIT
#include "ingest/gazetteer.hpp"

#include "ingest/folding.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <cstddef>

namespace actant {
namespace {

std::string_view without_article(std::string_view name) {
  for (const std::string_view article : {"the ", "The "}) {
    if (name.starts_with(article)) return name.substr(article.size());
  }
  return name;
}

bool is_iri(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         text.find_first_of(" <>\"{}|\\^`") == std::string_view::npos;
}

}  // namespace

void Gazetteer::add_name(std::string_view name, std::uint32_t entry, bool demonym) {
  name = without_article(name);
  std::uint64_t hash = fold_seed;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (name[i] != ' ' && name[i] != '-' && name[i] != '.' && name[i] != '\'') continue;
    hash = fold_hash(name.substr(begin, i - begin), hash);
    begin = i;
    places_[hash].goes_on = true;
  }
  hash = fold_hash(name.substr(begin), hash);
  if (hash == fold_seed) return;
  Place& place = places_[hash];
  const bool better =
      place.entry == none || entries_[entry].prominence > entries_[place.entry].prominence;
  if (!better) return;
  place.entry = entry;
  place.demonym = demonym;
}

void Gazetteer::add_table(std::string_view text, const std::string& source, Rank rank) {
  HashTable<std::uint64_t> lines;
  read_table(text, source, 6, [&](const TableRow& row) {
    const auto type = parse_node_type(row[1]);
    if (row[0].empty()) row.fail(0, "expected a name");
    if (!type) row.fail(1, "unknown node type '" + std::string(row[1]) + "'");
    std::uint64_t& before = lines[fold_hash(row[1], fold_hash(row[0]))];
    if (before != 0) {
      row.fail(0, "'" + std::string(row[0]) + "' is already in line " + std::to_string(before));
    }
    before = row.line();
    GazetteerEntry entry;
    entry.name = row[0];
    entry.type = *type;
    for_each_part(row[2], [&](std::string_view id) {
      if (!is_iri(id)) row.fail(2, "'" + std::string(id) + "' is no IRI");
      entry.same_as.emplace_back(id);
    });
    std::sort(entry.same_as.begin(), entry.same_as.end());
    if (row[5].size() > 1 || (!row[5].empty() && (row[5][0] < '0' || row[5][0] > '9'))) {
      row.fail(5, "expected a prominence of one digit");
    }
    entry.prominence = row[5].empty() ? 5U : static_cast<unsigned>(row[5][0] - '0');
    if (rank == Rank::first) entry.prominence += 10;
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(std::move(entry));
    add_name(row[0], index, false);
    for_each_part(row[3], [&](std::string_view alias) { add_name(alias, index, false); });
    for_each_part(row[4], [&](std::string_view demonym) { add_name(demonym, index, true); });
  });
}

Gazetteer::Match Gazetteer::longest(std::span<const std::string_view> words) const {
  Match match;
  std::uint64_t hash = fold_seed;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t next = fold_hash(words[i], hash);
    if (next == hash) {
      if (i == 0) break;
      continue;  // punctuation
    }
    hash = next;
    const Place* place = places_.find(hash);
    if (place == nullptr) break;
    if (place->entry != none) {
      match = {place->entry, static_cast<std::uint32_t>(i + 1), place->demonym};
    }
    if (!place->goes_on) break;
  }
  return match;
}

Gazetteer::Match Gazetteer::exact(std::string_view name) const {
  const Place* place = places_.find(fold_hash(without_article(name)));
  if (place == nullptr || place->entry == none) return {};
  return {place->entry, 1, place->demonym};
}

}  // namespace actant
