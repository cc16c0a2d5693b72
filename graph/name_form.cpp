// SPDX-License-Identifier: MIT
#include "graph/name_form.hpp"

#include "base/folding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

namespace actant {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 5> generations = {"jr", "sr", "ii", "iii", "iv"};
constexpr std::array<std::string_view, 2> name_articles = {"al", "el"};
constexpr std::array<std::string_view, 12> small_words = {"of", "the", "and", "for", "in",  "on",
                                                          "to", "de",  "la",  "du",  "des", "et"};
constexpr std::array<Pair, 20> legal_forms = {Pair{"inc", "incorporated"},
                                              {"incorporated", "incorporated"},
                                              {"corp", "corporation"},
                                              {"corporation", "corporation"},
                                              {"co", "company"},
                                              {"company", "company"},
                                              {"ltd", "limited"},
                                              {"limited", "limited"},
                                              {"llc", "llc"},
                                              {"llp", "llp"},
                                              {"plc", "plc"},
                                              {"ag", "ag"},
                                              {"gmbh", "gmbh"},
                                              {"sa", "sa"},
                                              {"nv", "nv"},
                                              {"bv", "bv"},
                                              {"spa", "spa"},
                                              {"ab", "ab"},
                                              {"oyj", "oyj"},
                                              {"kk", "kk"}};
constexpr std::array<Pair, 14> spellings = {
    Pair{"isation", "ization"}, {"isations", "izations"}, {"centre", "center"},
    {"centres", "centers"},     {"theatre", "theater"},   {"theatres", "theaters"},
    {"defence", "defense"},     {"labour", "labor"},      {"harbour", "harbor"},
    {"honour", "honor"},        {"programme", "program"}, {"programmes", "programs"},
    {"catalogue", "catalog"},   {"licence", "license"}};
// The longest first: each stands for one sound.
constexpr std::array<Pair, 16> sounds = {
    Pair{"dzh", "j"}, {"tch", "ch"}, {"sch", "sh"}, {"zh", "j"}, {"dj", "j"}, {"kh", "k"},
    {"gh", "g"},      {"ph", "f"},   {"th", "t"},   {"dh", "d"}, {"ck", "k"}, {"ou", "u"},
    {"oo", "u"},      {"ye", "e"},   {"q", "k"},    {"w", "v"}};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#';
}

/// Without what stands in double quotes or brackets.
std::string without_asides(std::string_view name) {
  std::string rest;
  char closing = '\0';
  for (const char c : name) {
    if (closing != '\0') {
      if (c == closing) closing = '\0';
    } else if (c == '(' || c == '[') {
      closing = c == '(' ? ')' : ']';
    } else if (c == '"') {
      closing = '"';
    } else {
      rest += c;
    }
  }
  return closing == '\0' ? rest : std::string(name);
}

/// Runs of letters, digits and the signs of "C++" and "C#"; "o'dell" is one word, and "'s" none.
std::vector<std::string> split(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (is_word_byte(c)) {
      word += c;
    } else if (c == '&') {
      finish();
      words.emplace_back("and");
    } else if (c == '\'') {
      const bool possessive = i + 1 < folded.size() && folded[i + 1] == 's' &&
                              (i + 2 == folded.size() || !is_word_byte(folded[i + 2]));
      // "the U.N.'s Council", but "Workers Party" for all of Worker's, Workers' and Workers.
      const bool owner = words.empty();
      if (possessive && owner) ++i;
    } else {
      finish();
    }
  }
  finish();
  return words;
}

/// "u.n." as "un": full stops between single letters fall.
std::string join_initials(std::string_view folded) {
  std::string text;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool after_letter =
        i > 0 && is_word_byte(folded[i - 1]) && (i == 1 || !is_word_byte(folded[i - 2]));
    if (folded[i] == '.' && after_letter) continue;
    text += folded[i];
  }
  return text;
}

}  // namespace

bool is_initial(std::string_view word) { return word.size() == 1; }

bool is_small_word(std::string_view word) { return contains(small_words, word); }

std::string_view legal_form(std::string_view word) {
  const auto found = std::ranges::find(legal_forms, word, &Pair::first);
  return found == legal_forms.end() ? std::string_view() : found->second;
}

std::string common_spelling(std::string_view word) {
  for (const auto& [british, american] : spellings) {
    if (!word.ends_with(british)) continue;
    return std::string(word.substr(0, word.size() - british.size())).append(american);
  }
  return std::string(word);
}

std::string romanised(std::string_view word) {
  std::string sound;
  const auto put = [&sound](char c) {
    if (c == 'y') c = 'i';
    if (sound.empty() || sound.back() != c) sound += c;
  };
  while (!word.empty()) {
    const auto found = std::ranges::find_if(
        sounds, [word](const Pair& pair) { return word.starts_with(pair.first); });
    if (found == sounds.end()) {
      put(word.front());
      word.remove_prefix(1);
    } else {
      for (const char c : found->second) put(c);
      word.remove_prefix(found->first.size());
    }
  }
  return sound;
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words = split(join_initials(fold_name(without_asides(name))));
  std::erase(words, "the");
  return words;
}

PersonForm person_form(std::string_view name) {
  const std::string folded = fold_name(without_asides(name));
  PersonForm form;
  const std::size_t comma = folded.find(',');
  form.words = split(std::string_view(folded).substr(0, comma));
  if (comma != std::string::npos) {
    std::vector<std::string> after = split(std::string_view(folded).substr(comma + 1));
    const bool suffix = !after.empty() && contains(generations, after.front());
    form.inverted = !suffix && !after.empty();
    const auto where = form.inverted ? form.words.begin() : form.words.end();
    form.words.insert(where, std::make_move_iterator(after.begin()),
                      std::make_move_iterator(after.end()));
  }
  if (form.words.size() > 1 && contains(generations, form.words.back())) {
    form.generation = std::move(form.words.back());
    form.words.pop_back();
  }
  const auto article = [](const std::string& word) { return contains(name_articles, word); };
  if (std::ranges::count_if(form.words, article) + 2 <= std::ssize(form.words)) {
    std::erase_if(form.words, article);
  }
  return form;
}

}  // namespace actant
