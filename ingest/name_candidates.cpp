// SPDX-License-Identifier: MIT
#include "ingest/name_candidates.hpp"

#include "ingest/folding.hpp"
#include "ingest/name_bounds.hpp"

namespace actant {
namespace {

bool is_initial(std::string_view word) {
  return starts_upper(word) && (word.size() == 1 || (word.size() == 2 && word[1] == '.'));
}

bool hangs_together(const Syntax& tree, const NameCandidate& left, const Name& right) {
  const std::uint32_t a = tree.token(tree.head_of(left.begin, left.end)).head;
  const std::uint32_t b = tree.token(tree.head_of(right.begin, right.end)).head;
  return (a != no_head && a >= right.begin && a < right.end) ||
         (b != no_head && b >= left.begin && b < left.end) || (a == b && a != no_head);
}

/// Is `name` the rest of `last`, the name before it?
bool continues(const NameText& text, const NameCandidate& last, const Name& name) {
  if (text.tree().sentence(last.begin) != text.tree().sentence(name.begin)) return false;
  const bool next_but_one = last.end + 1 == name.begin;
  if (next_but_one && text.word(last.end) == "&") return true;
  if (name.type != NameType::person || text.draft().lexicon->is_title(text.word(name.begin))) {
    return false;
  }
  const bool meets = last.end == name.begin && hangs_together(text.tree(), last, name);
  if (meets && last.model == NameType::organization) {
    return !text.draft().lexicon->is_first_name(text.word(name.begin));
  }
  return last.model == NameType::person &&
         ((meets && last.size() == 1) || (next_but_one && is_initial(text.word(last.end))));
}

bool is_proper(const NameText& text, std::uint32_t i) {
  const Upos tag = text.tree().token(i).upos;
  return tag == Upos::propn || (tag == Upos::pron && text.word(i) == "US");
}

bool may_start(const NameText& text, std::uint32_t i) {
  const Upos tag = text.tree().token(i).upos;
  return text.free(i) && starts_upper(text.word(i)) &&
         (is_proper(text, i) || tag == Upos::adj || tag == Upos::noun);
}

/// The next word belongs to the same run of proper nouns.
bool goes_on(const NameText& text, std::uint32_t i, const Sentence& sentence) {
  return i + 1 < sentence.end && text.free(i + 1) && text.tree().token(i + 1).upos == Upos::propn &&
         starts_upper(text.word(i + 1)) && text.connected(i, i + 1);
}

/// A name of the gazetteer at `i`; a lone word must not be the start of a longer name.
std::uint32_t known_words(const NameText& text, const Sentence& sentence, std::uint32_t i) {
  std::uint32_t end = i + 1;
  while (end < sentence.end && text.free(end)) ++end;
  const Gazetteer::Match match = text.longest(i, end);
  if (match.words == 0) return 0;
  const bool proper = is_proper(text, i);
  const bool safe =
      (proper || match.demonym) &&
      (i > sentence.begin || proper || text.draft().gazetteer->entry(match.entry).prominence >= 6);
  const bool part =
      match.words == 1 && text.tree().token(i).upos == Upos::propn && goes_on(text, i, sentence);
  return safe && !part ? match.words : 0;
}

/// "Trade Representative", "Home Minister": whose office it is stands before.
bool is_office_name(const NameText& text, const NameCandidate& c) {
  const Lexicon& lexicon = *text.draft().lexicon;
  if (c.size() < 2 || !is_title_or_role(lexicon, text.word(c.end - 1))) return false;
  for (std::uint32_t i = c.begin; i + 1 < c.end; ++i) {
    if (lexicon.institution_word(text.word(i)) != InstitutionWord::part) return false;
  }
  return true;
}

/// Runs of proper nouns that are no names: months, titles, and single words that are names of
/// nothing: "Construction".
bool is_ordinary(const NameText& text, const NameCandidate& c) {
  if (c.size() == 1 && text.is_surname(text.word(c.begin))) return false;
  if (is_month_or_day(text.word(c.begin))) return true;
  const Lexicon& lexicon = *text.draft().lexicon;
  bool titles = true;
  bool common = true;
  for (std::uint32_t i = c.begin; i < c.end; ++i) {
    titles = titles && (lexicon.is_title(text.word(i)) ||
                        (text.word(i).ends_with('s') && is_title_or_role(lexicon, text.word(i))));
    common = common && text.is_common_word(i);
  }
  if (titles || common || is_office_name(text, c)) return true;
  return c.size() == 1 && !is_acronym(text.word(c.begin)) &&
         lexicon.knows_noun(fold_name(text.word(c.begin)));
}

}  // namespace

std::vector<NameCandidate> model_names(const NameText& text) {
  std::vector<NameCandidate> names;
  for (const Name& name : text.tree().analysis().names) {
    if (is_literal(name.type)) continue;
    if (!names.empty() && continues(text, names.back(), name)) {
      names.back().end = name.end;
    } else {
      names.push_back({name.begin, name.end, name.type});
    }
  }
  return names;
}

std::optional<NameCandidate> next_missed_name(const NameText& text, const Sentence& sentence,
                                              std::uint32_t& at) {
  while (at < sentence.end) {
    const std::uint32_t begin = at;
    ++at;
    if (!may_start(text, begin)) continue;
    if (const std::uint32_t words = known_words(text, sentence, begin)) {
      at = begin + words;
      return NameCandidate{begin, at, std::nullopt};
    }
    if (!is_proper(text, begin) || text.shouts(begin)) continue;
    while (goes_on(text, at - 1, sentence)) ++at;
    const NameCandidate run{begin, at, std::nullopt};
    if (!is_ordinary(text, run)) return run;
  }
  return std::nullopt;
}

}  // namespace actant
