// SPDX-License-Identifier: MIT
#include "ingest/name_text.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace actant {
namespace {

constexpr std::size_t most_places = 16;  // of one word; keeps time linear

void sort_once(std::vector<std::string_view>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool holds(const std::vector<std::string_view>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_content(Upos tag) {
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::verb || tag == Upos::adj ||
         tag == Upos::adv;
}

void count_case(std::string_view word, unsigned& upper, unsigned& lower) {
  for (const char c : word) {
    upper += c >= 'A' && c <= 'Z' ? 1U : 0U;
    lower += c >= 'a' && c <= 'z' ? 1U : 0U;
  }
}

bool is_shouting(unsigned upper, unsigned lower) { return upper > 4 * lower && upper > 12; }

}  // namespace

NameText::NameText(const EntityDraft& draft) : draft_(draft) {
  const auto count = static_cast<std::uint32_t>(tree().analysis().tokens.size());
  words_.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) words_.push_back(tree().form(i));
  read_case();
}

void NameText::read_case() {
  const auto& sentences = tree().analysis().sentences;
  shouting_.assign(sentences.size(), false);
  title_case_.assign(sentences.size(), false);
  in_lower_.assign(tree().analysis().strings.size(), false);
  read_lines();
  for (std::size_t s = 0; s < sentences.size(); ++s) read_sentence(sentences[s], s);
  for (const std::string_view word : words_) {
    if (word.size() >= 3 && word.size() <= 8 && is_acronym(word)) acronyms_.push_back(word);
  }
  for (const Name& name : tree().analysis().names) {
    const bool full = name.type == NameType::person && name.end - name.begin > 1 &&
                      draft_.lexicon->is_first_name(words_[name.begin]);
    if (full) surnames_.push_back(words_[name.end - 1]);
  }
  sort_once(surnames_);
  sort_once(acronyms_);
  sort_once(capitals_);
  sort_once(lower_);
}

void NameText::read_lines() {
  in_shouting_line_.assign(words_.size(), false);
  std::uint32_t begin = 0;
  unsigned upper = 0;
  unsigned lower = 0;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    count_case(words_[i], upper, lower);
    const bool last = i + 1 == words_.size();
    if (!last) {
      const Span between{tree().token(i).span.end, tree().token(i + 1).span.begin};
      if (slice(draft_.document->text, between).find('\n') == std::string_view::npos) continue;
    }
    if (is_shouting(upper, lower)) {
      std::fill(in_shouting_line_.begin() + begin, in_shouting_line_.begin() + i + 1, true);
    }
    begin = i + 1;
    upper = lower = 0;
  }
}

void NameText::read_sentence(const Sentence& sentence, std::size_t number) {
  unsigned upper = 0;
  unsigned lower = 0;
  unsigned capital = 0;
  unsigned content = 0;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    count_case(words_[i], upper, lower);
    if (i == sentence.begin || !is_content(tree().token(i).upos)) continue;
    ++content;
    capital += starts_upper(words_[i]) ? 1U : 0U;
  }
  // Of a headline and the sentence that follows it without a stop, only the headline shouts.
  const bool one_line = in_shouting_line_[sentence.begin] == in_shouting_line_[sentence.end - 1];
  shouting_[number] = one_line && is_shouting(upper, lower);
  title_case_[number] = content >= 3 && 10 * capital >= 8 * content;
  const bool tells = !shouting_[number] && !title_case_[number];
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string_view word = words_[i];
    if (word.empty()) continue;
    if (tells && !in_shouting_line_[i] && starts_upper(word)) {
      std::vector<std::uint32_t>& places = places_[fold_name(word)];
      if (places.size() < most_places) places.push_back(i);
    }
    if (word[0] >= 'a' && word[0] <= 'z') {
      // Most words of a text are repeated ones: sorting them all would take longer.
      const std::uint32_t form = tree().token(i).form.value;
      if (!in_lower_[form]) lower_.push_back(word);
      in_lower_[form] = true;
    } else if (tells && !in_shouting_line_[i] && i > sentence.begin && starts_upper(word) &&
               tree().token(i - 1).upos != Upos::punct) {
      capitals_.push_back(word);
    }
  }
}

Gazetteer::Match NameText::longest(std::uint32_t begin, std::uint32_t end) const {
  return draft_.gazetteer->longest(std::span(words_).subspan(begin, end - begin));
}

Gazetteer::Match NameText::whole(const NameCandidate& candidate) const {
  const Gazetteer::Match match = longest(candidate.begin, candidate.end);
  return match.words == candidate.size() ? match : Gazetteer::Match();
}

bool NameText::is_known_place(const NameCandidate& candidate) const {
  const Gazetteer::Match match = whole(candidate);
  if (match.words == 0) return false;
  const NodeType type = draft_.gazetteer->entry(match.entry).type;
  return type == NodeType::geopolitical_entity || type == NodeType::location;
}

bool NameText::free(std::uint32_t i) const {
  return !draft_.named[i] && !draft_.noise[i] && !draft_.literal[i];
}

bool NameText::in_model_name(std::uint32_t i) const {
  const auto& names = tree().analysis().names;
  const auto at = std::upper_bound(names.begin(), names.end(), i,
                                   [](std::uint32_t t, const Name& n) { return t < n.end; });
  return at != names.end() && at->begin <= i;
}

bool NameText::connected(std::uint32_t a, std::uint32_t b) const {
  const auto inner = [this](std::uint32_t i) {
    const DepRel r = tree().token(i).deprel;
    return r == DepRel::flat || r == DepRel::compound || r == DepRel::nmod_desc ||
           r == DepRel::amod;
  };
  const std::uint32_t head_a = tree().token(a).head;
  const std::uint32_t head_b = tree().token(b).head;
  return (head_b == a && inner(b)) || (head_a == b && inner(a)) ||
         (head_a == head_b && inner(a) && inner(b)) ||
         (inner(a) && inner(b) && (head_a == b || head_b == a));
}

bool NameText::is_capital_inside(std::string_view word) const { return holds(capitals_, word); }

bool NameText::is_known_acronym(std::string_view letters) const {
  return holds(acronyms_, letters);
}

std::size_t NameText::count_capital(std::string_view word) const {
  const auto places = places_.find(fold_name(word));
  return places == places_.end() ? 0 : places->second.size();
}

bool NameText::is_surname(std::string_view word) const { return holds(surnames_, word); }

bool NameText::is_common_word(std::uint32_t i) const {
  const bool first = i == tree().analysis().sentences[tree().sentence(i)].begin ||
                     tree().token(i - 1).upos == Upos::punct;
  if (!first && !is_title_case(i) && !shouts(i)) return false;
  std::string lower;
  for (const char c : words_[i]) {
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return holds(lower_, lower) && !is_capital_inside(words_[i]);
}

bool NameText::stands_at(const NameCandidate& candidate, std::uint32_t at) const {
  if (at + candidate.size() > size()) return false;
  for (std::uint32_t k = 0; k < candidate.size(); ++k) {
    if (fold_name(words_[candidate.begin + k]) != fold_name(words_[at + k])) return false;
  }
  // "Judiciary Committee" does not tell that "JUDICIARY" is a name.
  const std::uint32_t next = at + candidate.size();
  return next >= size() || tree().token(next).upos != Upos::propn ||
         tree().sentence(next) != tree().sentence(at);
}

bool NameText::is_confirmed(const NameCandidate& candidate) const {
  const bool tells = !shouts(candidate.begin) && !is_title_case(candidate.begin);
  if (tells || places_.empty()) return true;
  if (whole(candidate).words > 0) return true;
  const auto places = places_.find(fold_name(words_[candidate.begin]));
  if (places == places_.end()) return false;
  return std::any_of(places->second.begin(), places->second.end(),
                     [&](std::uint32_t at) { return stands_at(candidate, at); });
}

bool NameText::is_code(const NameCandidate& candidate) const {
  std::uint32_t first = candidate.begin;
  while (first > 0 && !tree().token(first - 1).space_after &&
         tree().sentence(first - 1) == tree().sentence(first)) {
    --first;
  }
  const char c = first == candidate.begin || words_[first].empty() ? 'a' : words_[first][0];
  return c >= '0' && c <= '9' && words_[candidate.begin].size() <= 4 &&
         words_[candidate.begin - 1] == "-";
}

bool is_month_or_day(std::string_view word) {
  static constexpr std::array<std::string_view, 19> names = {
      "January",   "February",  "March",   "April",    "May",      "June",   "July",
      "August",    "September", "October", "November", "December", "Monday", "Tuesday",
      "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

}  // namespace actant
