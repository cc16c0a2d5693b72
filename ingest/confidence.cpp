// SPDX-License-Identifier: MIT
#include "ingest/confidence.hpp"

#include "base/error.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace actant {
namespace {

constexpr std::int32_t largest = 1'000'000;  // of a weight or score
constexpr std::int32_t certain = 10'000;

/// FNV-1a.
std::uint64_t hash(std::string_view text) {
  std::uint64_t state = 1469598103934665603ULL;
  for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return state;
}

std::int32_t parse_number(const TableRow& row, std::size_t column, std::int32_t least,
                          std::int32_t most) {
  const std::string_view cell = row[column];
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || value < least || value > most) {
    row.fail(column, "expected a whole number from " + std::to_string(least) + " to " +
                         std::to_string(most));
  }
  return value;
}

std::optional<Extraction> parse_extraction(std::string_view word) {
  if (word == "claim") return Extraction::claim;
  if (word == "tuple") return Extraction::tuple;
  return std::nullopt;
}

}  // namespace

ConfidenceModel::ConfidenceModel(std::string_view text, const std::string& source) {
  read_table(text, source, 3, [this](const TableRow& row) {
    if (row[0] == "logistic") {
      const Knot knot{parse_number(row, 1, -largest, largest),
                      parse_number(row, 2, 1, certain - 1)};
      if (!knots_.empty() && knot.score <= knots_.back().score) {
        row.fail(1, "expected a greater score than in the line before");
      }
      knots_.push_back(knot);
      return;
    }
    const auto what = parse_extraction(row[0]);
    if (!what) row.fail(0, "expected claim, tuple or logistic");
    weights_[static_cast<std::size_t>(*what)][hash(row[1])] =
        parse_number(row, 2, -largest, largest);
  });
  const bool weighted = weights_[0].find(hash("bias")) && weights_[1].find(hash("bias"));
  if (!weighted || knots_.size() < 2) {
    throw Error(source + ": expected a bias for claim and for tuple, and two lines of logistic");
  }
}

double ConfidenceModel::rate(Extraction what, std::string_view features) const {
  const HashTable<std::int32_t>& weights = weights_[static_cast<std::size_t>(what)];
  std::int64_t score = *weights.find(hash("bias"));
  while (!features.empty()) {
    const std::size_t end = std::min(features.find(' '), features.size());
    if (const std::int32_t* weight = weights.find(hash(features.substr(0, end)))) score += *weight;
    features.remove_prefix(std::min(end + 1, features.size()));
  }
  const auto bounded =
      static_cast<std::int32_t>(std::clamp<std::int64_t>(score, -largest, largest));
  return static_cast<double>(probability(bounded)) / certain;
}

std::int32_t ConfidenceModel::probability(std::int32_t score) const {
  const auto after =
      std::upper_bound(knots_.begin(), knots_.end(), score,
                       [](std::int32_t value, const Knot& knot) { return value < knot.score; });
  if (after == knots_.begin()) return knots_.front().probability;
  if (after == knots_.end()) return knots_.back().probability;
  const Knot& before = *(after - 1);
  const std::int64_t rise = after->probability - before.probability;
  const std::int64_t along = score - before.score;
  return static_cast<std::int32_t>(before.probability +
                                   rise * along / (after->score - before.score));
}

}  // namespace actant
