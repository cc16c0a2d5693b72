// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/folding.hpp"
#include "base/utf8.hpp"
#include "ingest/gazetteer_import.hpp"
#include "ingest/line_source.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace actant {
namespace {

/// The columns of allCountries, as GeoNames' readme has them.
enum Column : std::size_t {
  geoname_id,
  name,
  ascii_name,
  alternate_names,
  latitude,
  longitude,
  feature_class,
  feature_code,
  country_code,
  cc2,
  admin1,
  admin2,
  admin3,
  admin4,
  population,
  elevation,
  dem,
  timezone,
  modification_date,
  count
};
using Cells = std::array<std::string_view, Column::count>;

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// By feature class: A countries and regions, P places where people live, S spots and buildings,
/// R roads; H waters, L areas, T mountains, U what is under the sea, V forests.
std::optional<NodeType> type_of(std::string_view feature) {
  if (feature == "A" || feature == "P") return NodeType::geopolitical_entity;
  if (feature == "S" || feature == "R") return NodeType::facility;
  const bool place =
      feature.size() == 1 && std::string_view("HLTUV").find(feature[0]) != feature.npos;
  return place ? std::optional(NodeType::location) : std::nullopt;
}

unsigned prominence_of(const Cells& cells, std::uint64_t people) {
  if (cells[feature_code].starts_with("PCL")) return 7;  // a country
  if (cells[feature_code] == "PPLC") return 6;           // its capital
  static constexpr std::array<std::uint64_t, 5> steps = {10'000, 100'000, 500'000, 1'000'000,
                                                         2'000'000};
  return static_cast<unsigned>(std::ranges::upper_bound(steps, people) - steps.begin()) + 1;
}

/// A name in Latin letters that is no code: "Almaty", not "ALA" or "https://...".
bool is_latin_name(std::string_view text) {
  constexpr std::size_t shortest = 4;
  if (text.size() < shortest || !starts_upper(text) || is_acronym(text)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '/' || c == ':' || (c >= '0' && c <= '9')) return false;
    const bool latin = c < 0x80 || (c >= 0xC3 && c <= 0xC5);  // up to U+017F
    if (!latin) return false;
    if (c >= 0x80) ++i;
  }
  return true;
}

/// Nothing where the row is to be passed over.
/// @throws InputError where it is wrong.
std::optional<ImportedRow> read_row(const Cells& cells, std::uint64_t min_population,
                                    const Location& where) {
  const auto id = number(cells[geoname_id]);
  if (!id) throw InputError(where, "a GeoNames id that is no number; digits were expected");
  const auto people = number(cells[population].empty() ? "0" : cells[population]);
  if (!people) throw InputError(where, "a population that is no number; digits were expected");
  const auto type = type_of(cells[feature_class]);
  const bool too_small =
      cells[feature_class] == "P" && *people < min_population && cells[feature_code] != "PPLC";
  if (!type || too_small || cells[name].empty()) return std::nullopt;
  ImportedRow row;
  row.id = "https://sws.geonames.org/" + std::to_string(*id) + "/";
  row.type = *type;
  row.name = cells[name];
  row.prominence = prominence_of(cells, *people);
  const auto add_alias = [&row](std::string_view alias) {
    const bool known =
        alias == row.name || std::ranges::find(row.aliases, alias) != row.aliases.end();
    if (!alias.empty() && !known) row.aliases.emplace_back(alias);
  };
  add_alias(cells[ascii_name]);
  for (std::string_view rest = cells[alternate_names]; !rest.empty();) {
    const std::string_view alias = rest.substr(0, rest.find(','));
    if (is_latin_name(alias)) add_alias(alias);
    rest.remove_prefix(std::min(rest.size(), alias.size() + 1));
  }
  return row;
}

}  // namespace

std::uint64_t read_geonames(const std::string& path, std::uint64_t min_population,
                            const TakeRow& take, const Diagnostics& failed) {
  LineSource lines(path);
  std::uint64_t rows = 0;
  const auto read = [&](std::string_view line) {
    const Location where{path, lines.number(), 1};
    const std::size_t valid = valid_utf8_prefix(line);
    if (valid < line.size()) {
      throw InputError({path, lines.number(), count_code_points(line.substr(0, valid)) + 1},
                       "invalid UTF-8; a row of GeoNames was expected");
    }
    Cells cells;
    std::size_t found = 0;
    for (bool more = true; more; ++found) {
      const std::size_t tab = line.find('\t');
      if (found < cells.size()) cells[found] = line.substr(0, tab);
      more = tab != line.npos;
      if (more) line.remove_prefix(tab + 1);
    }
    if (found != cells.size()) {
      throw InputError(where, "a row of " + std::to_string(found) +
                                  " columns separated by tabs; 19 were expected");
    }
    if (auto row = read_row(cells, min_population, where)) take(std::move(*row));
  };
  try {
    for (std::string_view line; lines.next(line);) {
      if (line.empty()) continue;
      try {
        read(line);
        ++rows;
      } catch (const InputError& error) {
        failed(error);
      }
    }
  } catch (const InputError& error) {
    failed(error);
  }
  return rows;
}

}  // namespace actant
