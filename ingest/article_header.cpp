// SPDX-License-Identifier: MIT
#include "ingest/article_header.hpp"

#include "nlp/dateline.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <vector>

namespace actant {
namespace {

constexpr std::size_t longest_title = 240;  // bytes
constexpr std::size_t most_title_words = 30;
constexpr std::size_t header_lines = 8;

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words(1);
  for (const char c : line) {
    if (std::string_view(" ,\t.()").find(c) != std::string_view::npos) {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::optional<int> number(std::string_view word, std::size_t most_digits) {
  if (word.empty() || word.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> month(std::string_view word) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word == months[i] || (word.size() >= 3 && months[i].starts_with(word))) {
      return static_cast<int>(i) + 1;
    }
  }
  return std::nullopt;
}

std::optional<std::string> iso_date(std::optional<int> year, std::optional<int> month_number,
                                    std::optional<int> day) {
  static constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (!year || !month_number || !day || *year < 1500 || *year > 2999 || *month_number < 1 ||
      *month_number > 12 || *day < 1 || *day > days[static_cast<std::size_t>(*month_number) - 1]) {
    return std::nullopt;
  }
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", *year, *month_number, *day);
  return std::string(text.data());
}

/// Of three words in a row that are one: "May 7, 2015" in "ROME, May 7, 2015 (AP) -".
std::optional<std::string> date_in(std::string_view dateline) {
  const std::vector<std::string> words = words_of(dateline);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const std::optional<int> year = number(words[i + 2], 4);
    const auto first = month(words[i]);
    const auto second = month(words[i + 1]);
    if (auto date = first ? iso_date(year, first, number(words[i + 1], 2))
                          : iso_date(year, second, number(words[i], 2))) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> find_title(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = trimmed(take_line(text));
    if (line.empty()) continue;
    const bool stop = line.back() == '.' && !line.ends_with("...");
    if (line.size() > longest_title || stop || is_blank(text) || parse_dateline(line)) {
      return std::nullopt;
    }
    if (words_of(line).size() > most_title_words) return std::nullopt;
    return one_line(line);
  }
  return std::nullopt;
}

std::optional<std::string> parse_dateline(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 48) return std::nullopt;
  if (line.size() == 10 && line[4] == '-' && line[7] == '-') {
    return iso_date(number(line.substr(0, 4), 4), number(line.substr(5, 2), 2),
                    number(line.substr(8, 2), 2));
  }
  std::vector<std::string> words = words_of(line);
  if (words.size() == 4) {
    if (std::find(weekdays.begin(), weekdays.end(), words[0]) == weekdays.end())
      return std::nullopt;
    words.erase(words.begin());
  }
  if (words.size() != 3) return std::nullopt;
  const std::optional<int> year = number(words[2], 4);
  if (const auto first = month(words[0])) return iso_date(year, first, number(words[1], 2));
  return iso_date(year, month(words[1]), number(words[0], 2));
}

std::optional<std::string> find_date(std::string_view text) {
  for (std::size_t i = 0; i < header_lines && !text.empty(); ++i) {
    const std::string_view line = trimmed(take_line(text));
    if (auto date = parse_dateline(line)) return date;
    if (auto date = date_in(line.substr(0, dateline_size(line)))) return date;
  }
  return std::nullopt;
}

}  // namespace actant
