// SPDX-License-Identifier: MIT
#include "ingest/gazetteer.hpp"

#include "base/error.hpp"
#include "ingest/folding.hpp"
#include "ingest/gazetteer_builder.hpp"
#include "ingest/gazetteer_rows.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace actant {

void Gazetteer::add(GazetteerTable table, Rank rank) {
  if (table.size() >= none - size_) throw Error("too many entries in gazetteers");
  const auto first = static_cast<std::uint32_t>(size_);
  size_ += table.size();
  tables_.push_back({std::move(table), rank == Rank::first ? first_bonus : 0U, first});
}

void Gazetteer::add_table(std::string_view text, const std::string& source, Rank rank) {
  GazetteerBuilder builder;
  read_gazetteer_rows(text, source, [&](const GazetteerRow& row) { builder.add(row); });
  add(GazetteerTable::own(builder.finish(), source), rank);
}

void Gazetteer::add_file(const std::string& path, Rank rank) {
  const MappedFile file(path);
  if (GazetteerTable::is_compiled(file.bytes())) {
    add(GazetteerTable::map(path), rank);
  } else {
    add_table(file.bytes(), path, rank);
  }
}

Gazetteer::Place Gazetteer::find(std::uint64_t hash) const {
  Place place;
  unsigned most = 0;
  for (const Ranked& ranked : tables_) {
    const auto found = ranked.table.find(hash);
    if (!found) continue;
    place.goes_on = place.goes_on || found->goes_on;
    if (found->candidates.empty()) continue;
    const std::uint32_t candidate = found->candidates.front();
    const unsigned prominence = ranked.table.prominence(candidate >> 1U) + ranked.bonus;
    if (place.best.entry != none && prominence <= most) continue;
    place.best = {ranked.first + (candidate >> 1U), 1, (candidate & 1U) != 0};
    most = prominence;
  }
  return place;
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
    const Place place = find(hash);
    if (place.best.entry != none) {
      match = place.best;
      match.words = static_cast<std::uint32_t>(i + 1);
    }
    if (!place.goes_on) break;
  }
  return match;
}

Gazetteer::Match Gazetteer::exact(std::string_view name) const {
  return find(fold_hash(without_article(name))).best;
}

std::vector<Gazetteer::Match> Gazetteer::all(std::string_view name) const {
  const std::uint64_t hash = fold_hash(without_article(name));
  std::vector<std::pair<unsigned, Match>> found;
  for (const Ranked& ranked : tables_) {
    const auto place = ranked.table.find(hash);
    if (!place) continue;
    for (const std::uint32_t candidate : place->candidates) {
      found.emplace_back(ranked.table.prominence(candidate >> 1U) + ranked.bonus,
                         Match{ranked.first + (candidate >> 1U), 1, (candidate & 1U) != 0});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Match> matches;
  for (const auto& [prominence, match] : found) matches.push_back(match);
  return matches;
}

std::uint32_t Gazetteer::holder(std::string_view role, std::uint32_t of,
                                std::string_view date) const {
  std::int32_t day = 0;
  std::int32_t last = 0;
  if (of >= size_ || !parse_days(date, day, last) || day != last) return none;
  const GazetteerEntry whole = entry(of);
  std::vector<std::uint64_t> keys = {role_key(role, whole.name)};
  if (!whole.id.empty()) keys.push_back(role_key(role, whole.id));
  for (const std::string& iri : whole.same_as) keys.push_back(role_key(role, iri));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());

  using Term = std::tuple<unsigned, std::int32_t, std::uint32_t>;  // bonus, first day, holder
  std::vector<Term> terms;
  for (const Ranked& ranked : tables_) {
    for (const std::uint64_t key : keys) {
      for (const GazetteerTable::Role& held : ranked.table.roles(key)) {
        if (held.from > day || held.to < day) continue;
        terms.emplace_back(ranked.bonus, held.from, ranked.first + held.entry);
      }
    }
  }
  if (terms.empty()) return none;
  const auto [bonus, from, winner] = *std::max_element(terms.begin(), terms.end());
  for (const auto& [other_bonus, other_from, other] : terms) {
    if (other_bonus == bonus && other_from == from && other != winner) return none;
  }
  return winner;
}

bool Gazetteer::has_first() const {
  return std::ranges::any_of(tables_, [](const Ranked& ranked) { return ranked.bonus > 0; });
}

const Gazetteer::Ranked& Gazetteer::table_of(std::uint32_t index) const {
  const auto after = std::ranges::upper_bound(tables_, index, {}, &Ranked::first);
  return *std::prev(after);
}

GazetteerEntry Gazetteer::entry(std::uint32_t index) const {
  const Ranked& ranked = table_of(index);
  const GazetteerTable::Entry found = ranked.table.entry(index - ranked.first);
  GazetteerEntry entry{found.id, found.name, found.type, {}, found.prominence + ranked.bonus};
  for_each_part(found.same_as, [&](std::string_view iri) { entry.same_as.emplace_back(iri); });
  return entry;
}

}  // namespace actant
