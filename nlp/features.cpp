// SPDX-License-Identifier: MIT
#include "nlp/features.hpp"

#include "nlp/code_points.hpp"

#include <algorithm>

namespace actant {
namespace {

constexpr std::size_t longest = 32;
constexpr std::size_t kept_front = 24;
constexpr std::size_t kept_back = 8;
constexpr std::size_t longest_shape = 10;

constexpr std::uint64_t fnv_offset = 14695981039346656037ULL;

/// FNV-1a, 64 bits (draft-eastlake-fnv).
std::uint64_t fnv(std::string_view bytes, std::uint64_t hash = fnv_offset) {
  for (const char byte : bytes) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 1099511628211ULL;
  return hash;
}

std::uint32_t row(std::uint64_t hash, std::size_t rows) {
  return static_cast<std::uint32_t>((hash ^ (hash >> 32U)) & (rows - 1));
}

char32_t normal(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
      return U'\'';
    case 0x201C:
    case 0x201D:
      return U'"';
    case 0x2013:
    case 0x2014:
      return U'-';
    default:
      return is_digit(c) ? U'0' : lower_case(c);
  }
}

/// Decoding is bounded: of an endless word only the ends count.
std::string shape(std::string_view word) {
  std::u32string kinds;
  for (std::size_t at = 0; at < word.size() && kinds.size() < longest_shape;) {
    const char32_t c = next_code_point(word, at);
    char32_t kind = c < 0x80 ? c : U'u';
    if (is_upper(c)) {
      kind = U'X';
    } else if (is_lower(c)) {
      kind = U'x';
    } else if (is_digit(c)) {
      kind = U'd';
    }
    const std::size_t n = kinds.size();
    if (n < 2 || kinds[n - 1] != kind || kinds[n - 2] != kind) kinds += kind;
  }
  std::string result;
  for (const char32_t kind : kinds) append_utf8(result, kind);
  return result;
}

/// Byte offsets of the code points of valid UTF-8, and its size.
std::vector<std::size_t> starts(std::string_view text) {
  std::vector<std::size_t> result;
  for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) result.push_back(at);
  result.push_back(text.size());
  return result;
}

}  // namespace

std::string normal_form(std::string_view word) {
  std::u32string points;
  for (std::size_t at = 0; at < word.size();) {
    points += normal(next_code_point(word, at));
    if (points.size() == longest * 64) points.erase(kept_front, points.size() - longest * 32);
  }
  if (points.size() > longest) points.erase(kept_front, points.size() - kept_front - kept_back);
  std::string result;
  for (const char32_t c : points) append_utf8(result, c);
  return result;
}

void WordFeatures::compute(std::string_view word, std::size_t rows) {
  norm = normal_form(word);
  affixes.clear();
  ngrams.clear();
  affixes.push_back(row(fnv(shape(word), fnv("s|")), rows));
  const std::vector<std::size_t> at = starts(norm);
  const std::size_t n = at.size() - 1;
  const std::string_view text = norm;
  for (std::size_t k = 1; k <= 4; ++k) {
    const std::string mark = "p" + std::to_string(k) + "|";
    affixes.push_back(row(fnv(text.substr(0, at[std::min(k, n)]), fnv(mark)), rows));
  }
  for (std::size_t k = 1; k <= 4; ++k) {
    const std::string mark = "x" + std::to_string(k) + "|";
    affixes.push_back(row(fnv(text.substr(at[n - std::min(k, n)]), fnv(mark)), rows));
  }
  const std::string bounded = "^" + norm + "$";
  const std::vector<std::size_t> edge = starts(bounded);
  for (std::size_t size = 3; size <= 5; ++size) {
    for (std::size_t i = 0; i + size < edge.size(); ++i) {
      const auto gram = std::string_view(bounded).substr(edge[i], edge[i + size] - edge[i]);
      ngrams.push_back(row(fnv(gram, fnv("g")), rows));
    }
  }
}

std::uint64_t feature_set_hash() { return fnv("norm1;affix4;ngram3-5;fnv1a"); }

}  // namespace actant
