// SPDX-License-Identifier: MIT
#include "nlp/dateline.hpp"

#include "nlp/white_space.hpp"

#include <algorithm>
#include <array>

namespace actant {
namespace {

constexpr std::size_t longest = 100;  // bytes
constexpr std::size_t looked_at = 200;
constexpr std::size_t most_words = 10;
constexpr std::size_t least_capitals = 4;      // "ROME", but not "U.S."
constexpr std::size_t shortest_sentence = 70;  // bytes, of one without a full stop

constexpr std::array<std::string_view, 16> agencies = {
    "AP",  "AFP", "ANI",      "BBC",       "CNN",   "DPA",     "EFE",  "IANS",
    "PTI", "UPI", "Interfax", "Bloomberg", "Kyodo", "Reuters", "TASS", "Xinhua"};
constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A dash with blanks around it, or a long one; its bytes are taken off `text`.
bool take_dash(std::string_view& text) {
  for (const std::string_view dash :
       {" - ", " -- ", " \u2013 ", " \u2014 ", " \u2014", "\u2014 ", "\u2014", "-- "}) {
    if (!text.starts_with(dash)) continue;
    text.remove_prefix(dash.size());
    return true;
  }
  return false;
}

/// What the words before the dash are.
struct Words {
  std::size_t count = 0;
  std::size_t capitals = 0;  ///< letters of the place
  bool place = true;         ///< all are in capitals up to a comma or bracket
  bool date = false;
  bool agency = false;
  bool strange = false;  ///< something that datelines do not hold
};

void read_word(std::string_view word, bool open, Words& words) {
  ++words.count;
  while (!word.empty() && (word.back() == '.' || word.back() == '/')) word.remove_suffix(1);
  if (word.empty()) return;
  if (std::find(agencies.begin(), agencies.end(), word) != agencies.end()) words.agency = true;
  if (words.count > 1 || word.size() > 2) {
    const bool month = std::find(months.begin(), months.end(), word.substr(0, 3)) != months.end();
    words.date = words.date || (month && word.size() >= 3);
  }
  const bool number = std::all_of(word.begin(), word.end(), is_digit);
  const bool name = is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0x80;
  if (open) {
    words.place = words.place && name && std::none_of(word.begin(), word.end(), is_lower);
    words.capitals += static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper));
  }
  if (!number && !name) words.strange = true;
}

Words read_words(std::string_view head) {
  Words words;
  bool open = true;  // in the name of the place
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= head.size(); ++i) {
    const char c = i < head.size() ? head[i] : ' ';
    const bool letter = is_upper(c) || is_lower(c) || is_digit(c) || c == '.' || c == '\'' ||
                        c == '-' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
    if (letter) continue;
    if (i > begin) read_word(head.substr(begin, i - begin), open, words);
    begin = i + 1;
    open = open && c == ' ' && !words.date;
    if (c != ' ' && c != ',' && c != '(' && c != ')') words.strange = true;
  }
  words.strange = words.strange || words.count > most_words;
  return words;
}

bool has_place(const Words& words) { return words.place && words.capitals >= least_capitals; }

/// Does a sentence start there, rather than the rest of a heading?
bool starts_sentence(std::string_view text) {
  for (const std::string_view quote : {"\"", "\u201C", "'", "\u2018"}) {
    if (text.starts_with(quote)) text.remove_prefix(quote.size());
  }
  const bool whole = text.size() >= shortest_sentence || text.find('.') != std::string_view::npos;
  return whole && (is_upper(text[0]) || is_digit(text[0])) &&
         std::any_of(text.begin(), text.end(), is_lower);
}

}  // namespace

std::size_t dateline_size(std::string_view text) {
  if (text.empty() || !is_upper(text[0])) return 0;
  std::string_view rest = text.substr(0, looked_at);
  const std::string_view line = take_line(rest);
  for (std::size_t at = 1; at < std::min(line.size(), longest); ++at) {
    std::string_view behind = line.substr(at);
    if (!take_dash(behind)) continue;
    const Words words = read_words(line.substr(0, at));
    const bool dateline = has_place(words) || (words.agency && (words.date || line[at - 1] == ')'));
    if (words.strange || !dateline) return 0;
    return starts_sentence(behind) ? line.size() - behind.size() : 0;
  }
  if (line.size() >= longest) return 0;
  const Words words = read_words(line);
  return !words.strange && has_place(words) && words.date ? line.size() : 0;
}

}  // namespace actant
