// SPDX-License-Identifier: MIT
#include "base/folding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

namespace actant {
namespace {

using namespace std::string_view_literals;  // the table holds NULs

// Base letters of U+00C0 to U+017F; '\0' where there is none (signs, ligatures
// are approximated).
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo\0ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo\0ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"sv;
static_assert(latin.size() == 0x180 - 0xC0);

constexpr bool is_alnum(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Calls `put(char, bool letter)` for each folded byte.
template <typename Put>
void fold(std::string_view text, Put put) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      put(lower(text[i]), is_alnum(c));
      continue;
    }
    if (c >= 0xC3 && c <= 0xC5 && i + 1 < text.size()) {
      const std::size_t point =
          ((c & 0x1FU) << 6U) | (static_cast<unsigned char>(text[i + 1]) & 0x3FU);
      const char base = point - 0xC0 < latin.size() ? latin[point - 0xC0] : '\0';
      if (base != '\0') {
        put(base, true);
        ++i;
        continue;
      }
    }
    if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0xA0) {
      put(' ', false);  // no-break space, next line
      ++i;
      continue;
    }
    if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80) {
      const auto last = static_cast<unsigned char>(text[i + 2]);
      put(last == 0x98 || last == 0x99 ? '\'' : last >= 0x90 && last <= 0x95 ? '-' : ' ', false);
      i += 2;
      continue;
    }
    put(text[i], true);
  }
}

}  // namespace

std::uint64_t fold_hash(std::string_view text, std::uint64_t state) {
  fold(text, [&state](char c, bool letter) {
    if (letter) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  });
  return state;
}

std::string fold_name(std::string_view text) {
  std::string name;
  name.reserve(text.size());
  fold(text, [&name](char c, bool) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  });
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

std::string_view without_article(std::string_view name) {
  for (const std::string_view article : {"the ", "The "}) {
    if (name.starts_with(article)) return name.substr(article.size());
  }
  return name;
}

bool starts_upper(std::string_view word) {
  if (word.empty()) return false;
  const auto c = static_cast<unsigned char>(word[0]);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (word.size() < 2) return false;
  const unsigned point = ((c & 0x1FU) << 6U) | (static_cast<unsigned char>(word[1]) & 0x3FU);
  if (c >= 0xE0) return false;
  if (point >= 0xC0 && point <= 0xDE) return point != 0xD7;
  if (point >= 0x100 && point <= 0x17F) {
    const bool odd_is_upper = (point >= 0x139 && point <= 0x148) || point >= 0x179;
    return ((point & 1U) != 0) == odd_is_upper;
  }
  return (point >= 0x391 && point <= 0x3A9) || (point >= 0x400 && point <= 0x42F);
}

bool is_acronym(std::string_view word) {
  unsigned letters = 0;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (c != '.' && c != '&') {
      return false;
    }
  }
  return letters >= 2;
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
  constexpr std::size_t longest = 63;
  if (a.size() > longest || b.size() > longest) return a == b ? 0 : limit + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::array<unsigned, longest + 1> row{};
  std::iota(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(b.size()) + 1, 0U);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    unsigned diagonal = row[0];
    row[0] = static_cast<unsigned>(i);
    unsigned best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned changed = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return row[b.size()];
}

}  // namespace actant
