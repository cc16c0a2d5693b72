// SPDX-License-Identifier: MIT
#include "ingest/name_bounds.hpp"

#include "ingest/folding.hpp"

#include <string>

namespace actant {
namespace {

/// "eastern" of "eastern Congo".
bool is_side(std::string_view word) {
  return !starts_upper(word) && word.ends_with("ern") &&
         (word.starts_with("nor") || word.starts_with("sou") || word.starts_with("east") ||
          word.starts_with("west"));
}

bool is_word(const Token& token) { return token.upos != Upos::punct && token.upos != Upos::sym; }

/// "Korean" before "Central News Agency", when the document knows a KCNA.
bool starts_acronym(const NameText& text, const NameCandidate& c) {
  std::string letters;
  for (std::uint32_t i = c.begin - 1; i < c.end; ++i) {
    if (starts_upper(text.word(i))) letters += text.word(i)[0];
  }
  return starts_upper(text.word(c.begin - 1)) && letters.size() >= 3 &&
         !text.draft().noise[c.begin - 1] && text.is_known_acronym(letters);
}

/// "AS" before "Heagle", which no table knows: initials.
bool is_initials(const NameText& text, std::uint32_t i) {
  const std::string_view word = text.word(i);
  if (word.size() > 3 || !is_acronym(word) || !text.connected(i, i + 1) || text.shouts(i)) {
    return false;
  }
  const Gazetteer::Match known = text.draft().gazetteer->exact(word);
  return known.words == 0 || text.draft().gazetteer->entry(known.entry).prominence < 6;
}

/// "Senate": a word that names an institution by itself.
bool names_one(const NameText& text, const NameCandidate& c) {
  return c.size() == 1 &&
         text.draft().lexicon->institution_word(text.word(c.begin)) == InstitutionWord::alone;
}

}  // namespace

bool is_title_or_role(const Lexicon& lexicon, std::string_view word) {
  const std::string_view one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
  return lexicon.is_title(word) || lexicon.is_title(one) ||
         (lexicon.type_of_noun(fold_name(word)) == NodeType::person &&
          !lexicon.is_first_name(word));
}

void trim_name(const NameText& text, NameCandidate& c) {
  const Syntax& tree = text.tree();
  const auto dispensable_front = [&](std::uint32_t i) {
    const Token& t = tree.token(i);
    return !is_word(t) || t.upos == Upos::det || t.upos == Upos::adp || t.upos == Upos::cconj ||
           (i + 1 < c.end && is_side(text.word(i)));
  };
  while (c.begin < c.end && dispensable_front(c.begin)) ++c.begin;
  while (c.begin < c.end) {
    const std::string_view last = text.word(c.end - 1);
    const Token& token = tree.token(c.end - 1);
    const bool possessive = last == "'s" || last == "’s" || last == "'" || last == "’";
    const bool stop = last != "." && !is_word(token);
    const bool dangling =
        token.upos == Upos::adp || token.upos == Upos::cconj || token.upos == Upos::det;
    if (!possessive && !stop && !dangling) break;
    --c.end;
  }
}

std::optional<std::pair<NameCandidate, NameCandidate>> split_pair(const NameText& text,
                                                                  const NameCandidate& c) {
  for (std::uint32_t i = c.begin + 1; i + 1 < c.end; ++i) {
    if (text.tree().token(i).upos != Upos::cconj && text.word(i) != ",") continue;
    const NameCandidate left{c.begin, i, c.model};
    const NameCandidate right{i + 1, c.end, c.model};
    const bool places = text.is_known_place(left) && text.is_known_place(right);
    if (places || (names_one(text, left) && names_one(text, right))) return std::pair(left, right);
  }
  return std::nullopt;
}

std::optional<NameCandidate> take_place_off(const NameText& text, NameCandidate& c) {
  if (c.size() < 2 || text.draft().lexicon->is_first_name(text.word(c.begin))) return std::nullopt;
  const Gazetteer::Match match = text.longest(c.begin, c.end);
  if (match.words == 0 || match.words >= c.size()) return std::nullopt;
  const NameCandidate place{c.begin, c.begin + match.words, NameType::geopolitical_entity};
  if (!text.is_known_place(place) || text.draft().gazetteer->entry(match.entry).prominence < 7) {
    return std::nullopt;
  }
  c.begin = place.end;
  return place;
}

std::optional<NameCandidate> take_body_off(const NameText& text, NameCandidate& c) {
  for (std::uint32_t i = c.begin + 1; i + 1 < c.end; ++i) {
    if (text.word(i) != "of" || (i == c.begin + 1 && !is_acronym(text.word(i + 1)))) continue;
    const NameCandidate rest{i + 1, c.end, NameType::organization};
    c.end = i;
    return rest;
  }
  return std::nullopt;
}

Gender take_titles_off(const NameText& text, NameCandidate& c) {
  const Lexicon& lexicon = *text.draft().lexicon;
  std::uint32_t last_title = c.end;
  for (std::uint32_t i = c.begin; i + 1 < c.end; ++i) {
    if (is_title_or_role(lexicon, text.word(i))) last_title = i;
  }
  Gender gender = Gender::unknown;
  if (last_title == c.end) return gender;
  for (std::uint32_t i = c.begin; i <= last_title; ++i) {
    const Gender told = lexicon.gender_of_title(text.word(i));
    if (told != Gender::unknown) gender = told;
  }
  c.begin = last_title + 1;
  return gender;
}

void take_country_off(const NameText& text, NameCandidate& c) {
  std::uint32_t last_of = c.end;
  unsigned count = 0;
  for (std::uint32_t i = c.begin; i < c.end; ++i) {
    if (text.word(i) != "of") continue;
    last_of = i;
    ++count;
  }
  if (last_of == c.end || last_of < c.begin + 2) return;
  std::uint32_t place = last_of + 1;
  while (place < c.end && text.tree().token(place).upos == Upos::det) ++place;
  const std::string noun = fold_name(text.word(last_of - 1));
  const bool school = noun == "university" || noun == "college";
  if (place == c.end) {
    c.end = last_of;
  } else if ((count > 1 || school) && text.longest(place, c.end).words == c.end - place) {
    c.end = last_of;
  }
}

void add_first_name(const NameText& text, NameCandidate& c) {
  if (c.begin == 0 || c.begin == c.end || !text.free(c.begin - 1) ||
      text.tree().sentence(c.begin - 1) != text.tree().sentence(c.begin) ||
      text.in_model_name(c.begin - 1)) {
    return;
  }
  const std::string_view word = text.word(c.begin - 1);
  if (text.tree().token(c.begin - 1).upos != Upos::propn || !starts_upper(word) ||
      text.draft().lexicon->is_title(word)) {
    return;
  }
  const bool alone = c.size() == 1;
  if (text.draft().lexicon->is_first_name(word) || (alone && is_initials(text, c.begin - 1))) {
    --c.begin;
  }
}

void add_neighbours(const NameText& text, NameCandidate& c) {
  const Syntax& tree = text.tree();
  const Sentence& sentence = tree.analysis().sentences[tree.sentence(c.begin)];
  const auto takes = [&](std::uint32_t i) {
    return !text.draft().named[i] && !text.draft().noise[i] && !is_month_or_day(text.word(i)) &&
           tree.token(i).upos == Upos::propn && starts_upper(text.word(i)) &&
           !is_title_or_role(*text.draft().lexicon, text.word(i)) && !text.in_model_name(i);
  };
  const auto one_line = [&](std::uint32_t begin, std::uint32_t end) {
    return line_break_in(text, {begin, end, c.model}) == end;
  };
  while (c.end < sentence.end && takes(c.end) && text.connected(c.end - 1, c.end) &&
         one_line(c.end - 1, c.end + 1)) {
    ++c.end;
  }
  while (c.begin > sentence.begin && takes(c.begin - 1) && text.connected(c.begin - 1, c.begin) &&
         one_line(c.begin - 1, c.begin + 1)) {
    --c.begin;
  }
  if (c.model == NameType::organization && c.begin > sentence.begin && starts_acronym(text, c)) {
    --c.begin;
  }
}

void take_office_off(const NameText& text, NameCandidate& c) {
  const Lexicon& lexicon = *text.draft().lexicon;
  const std::string_view last = text.word(c.end - 1);
  const NameCandidate place{c.begin, c.end - 1, NameType::geopolitical_entity};
  if (c.size() > 1 && last.ends_with('s') && is_title_or_role(lexicon, last) &&
      text.is_known_place(place)) {
    c = place;  // "U.S. Senators"
    return;
  }
  if (c.end >= text.size() || !starts_upper(text.word(c.end)) ||
      !lexicon.is_title(text.word(c.end))) {
    return;
  }
  const bool owner = c.end + 1 < text.size() && text.word(c.end + 1) == "'s";  // of an office
  if (owner) return;
  const auto inner = [&](std::uint32_t i) {
    return lexicon.institution_word(text.word(i)) == InstitutionWord::part;
  };
  while (c.size() > 1 && inner(c.end - 1)) --c.end;
}

void take_honorific_off(const NameText& text, NameCandidate& c) {
  const Lexicon& lexicon = *text.draft().lexicon;
  const bool person = c.model == NameType::organization && c.size() > 1 && c.size() < 4 &&
                      lexicon.is_title(text.word(c.begin)) &&
                      lexicon.is_first_name(text.word(c.begin + 1)) &&
                      !lexicon.type_of_name_head(text.word(c.end - 1));
  if (!person) return;
  ++c.begin;
  c.model = NameType::person;
}

void add_known_rest(const NameText& text, NameCandidate& c) {
  const Sentence& sentence = text.tree().analysis().sentences[text.tree().sentence(c.begin)];
  const Gazetteer::Match match = text.longest(c.begin, sentence.end);
  if (match.words <= c.size() || match.demonym) return;
  const std::uint32_t end = c.begin + match.words;
  const NodeType type = text.draft().gazetteer->entry(match.entry).type;
  const bool place = (type == NodeType::geopolitical_entity || type == NodeType::location) &&
                     starts_upper(text.word(end - 1));
  for (std::uint32_t i = c.end; place && i < end; ++i) {
    if (text.draft().named[i] || text.draft().noise[i]) return;
  }
  if (place) c.end = end;
}

void add_apostrophe(const NameText& text, NameCandidate& c) {
  constexpr std::uint32_t longest_quotation = 8;
  if (c.model != NameType::geopolitical_entity && c.model != NameType::location) return;
  for (std::uint32_t i = c.end + 1; i < text.size() && i < c.end + longest_quotation; ++i) {
    if (text.word(i) == "'" || text.word(i) == "’") return;
  }
  while (c.end + 1 < text.size() && !text.tree().token(c.end).space_after &&
         (text.word(c.end) == "'" || text.word(c.end) == "‘" || text.word(c.end) == "’") &&
         starts_upper(text.word(c.end + 1)) && !text.draft().named[c.end + 1] &&
         text.tree().sentence(c.end + 1) == text.tree().sentence(c.begin) &&
         text.tree().token(c.end + 1).upos == Upos::propn) {
    c.end += 2;
  }
}

std::uint32_t line_break_in(const NameText& text, const NameCandidate& c) {
  constexpr std::size_t short_line = 48;  // bytes; running text is not broken so soon
  const std::string_view all = text.draft().document->text;
  for (std::uint32_t i = c.begin + 1; i < c.end; ++i) {
    const Span between{text.tree().token(i - 1).span.end, text.tree().token(i).span.begin};
    if (slice(all, between).find('\n') == std::string_view::npos) continue;
    const std::size_t before =
        between.begin == 0 ? std::string_view::npos : all.rfind('\n', between.begin - 1);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    const bool headline = text.shouts(i - 1) && !text.shouts(i);
    if (headline || between.begin - line < short_line) return i;
  }
  return c.end;
}

std::uint32_t open_bracket_in(const NameText& text, const NameCandidate& c) {
  std::uint32_t open = c.end;
  for (std::uint32_t i = c.begin; i < c.end; ++i) {
    if (text.word(i) == "(") open = i;
    if (text.word(i) == ")") open = c.end;
  }
  return open;
}

void add_ampersand(const NameText& text, NameCandidate& c) {
  while (c.end + 1 < text.size() && text.word(c.end) == "&" && starts_upper(text.word(c.end + 1)) &&
         text.tree().sentence(c.end + 1) == text.tree().sentence(c.begin) &&
         !text.draft().named[c.end + 1] && text.tree().token(c.end + 1).upos == Upos::propn) {
    c.end += 2;
  }
}

void add_number(const NameText& text, NameCandidate& c) {
  const Syntax& tree = text.tree();
  if (c.end >= text.size() || c.model == NameType::person || c.model == NameType::nationality) {
    return;
  }
  const Token& next = tree.token(c.end);
  if (text.word(c.end) == "-" && c.end + 1 < text.size() && !next.space_after &&
      !tree.token(c.end - 1).space_after && tree.token(c.end + 1).upos == Upos::num) {
    c.end += 2;  // "COVID-19"
    return;
  }
  const bool tied = next.head != no_head && next.head >= c.begin && next.head < c.end;
  if (c.model == NameType::geopolitical_entity || c.model == NameType::organization) return;
  if (next.upos == Upos::num && tied && tree.sentence(c.end) == tree.sentence(c.begin)) ++c.end;
}

}  // namespace actant
