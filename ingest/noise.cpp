// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"
#include "nlp/dateline.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace actant {
namespace {

constexpr std::uint32_t short_paragraph = 14;  // words
constexpr std::uint32_t longest_line = 12;     // words of a byline or a credit
constexpr std::uint32_t longest_opener = 4;    // words
constexpr std::size_t header_sentences = 8;    // at the start, where bylines stand

/// Sentences [begin, end) between two paragraph starts.
struct Paragraph {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Paragraph> paragraphs(const Analysis& analysis) {
  std::vector<Paragraph> found;
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    if (s == 0 || analysis.sentences[s].paragraph_start) found.push_back({s, s});
    found.back().end = s + 1;
  }
  return found;
}

/// Clues about one paragraph.
struct Clues {
  std::uint32_t words = 0;
  bool stop = false;           ///< ends as a sentence does
  bool second_person = false;  ///< speaks to the reader
  bool imperative = false;
  bool subject = false;  ///< has a finite clause
  bool phrase = false;   ///< holds a phrase of page furniture
  bool only_date = true;
};

bool holds_phrase(const EntityDraft& draft, std::uint32_t begin, std::uint32_t end) {
  std::string words = " ";
  for (std::uint32_t i = begin; i < end; ++i) {
    words += fold_name(draft.tree.form(i));
    words += ' ';
  }
  const auto& phrases = draft.lexicon->noise_phrases();
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    const std::size_t at = words.find(phrase);
    return at != std::string::npos && words[at - 1] == ' ' && words[at + phrase.size()] == ' ';
  });
}

Clues read_clues(const EntityDraft& draft, std::uint32_t begin, std::uint32_t end) {
  Clues clues;
  const Syntax& tree = draft.tree;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = tree.token(i);
    if (token.upos != Upos::punct && token.upos != Upos::sym) ++clues.words;
    if (token.upos != Upos::punct && !draft.literal[i]) clues.only_date = false;
    const std::string_view lemma = tree.lemma(i);
    if (token.upos == Upos::pron && (lemma == "you" || lemma == "your")) clues.second_person = true;
    if (token.deprel == DepRel::nsubj || token.deprel == DepRel::nsubj_pass) clues.subject = true;
    if (token.deprel == DepRel::root && token.upos == Upos::verb && tree.xpos(i) == "VB" &&
        tree.child(i, DepRel::nsubj) == no_head && tree.child(i, DepRel::aux) == no_head) {
      clues.imperative = true;
    }
  }
  const std::string_view last = tree.form(end - 1);
  clues.stop =
      last == "." || last == "!" || last == "?" || last == "\"" || last == "”" || last == "''";
  if (clues.words <= 2 * short_paragraph) clues.phrase = holds_phrase(draft, begin, end);
  return clues;
}

/// @param after_text  No paragraph of running text follows.
bool is_noise(const Clues& clues, bool first, bool after_text) {
  if (clues.only_date) return true;
  if (clues.phrase) return true;
  if (clues.words > short_paragraph || first) return false;
  if (clues.imperative && !clues.stop) return true;
  if (!after_text) return false;
  return clues.second_person || (!clues.stop && !clues.subject);
}

/// "By Ann Lee and Bob Ray": nothing but names behind the first word.
bool is_byline(const Syntax& tree, std::uint32_t begin, std::uint32_t end) {
  if (end - begin < 2 || fold_name(tree.form(begin)) != "by") return false;
  bool name = false;
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    const Upos tag = tree.token(i).upos;
    name = name || tag == Upos::propn;
    if (tag != Upos::propn && tag != Upos::punct && tag != Upos::cconj && tag != Upos::x)
      return false;
  }
  return name;
}

/// "BRUSSELS, 13 June 2024 (Reuters) -"
bool is_dateline(const EntityDraft& draft, const Sentence& sentence) {
  if (!sentence.paragraph_start) return false;
  const std::string_view rest = std::string_view(draft.document->text).substr(sentence.span.begin);
  return sentence.span.end <= sentence.span.begin + dateline_size(rest);
}

/// What a dateline has in brackets is the agency or the date; the place stays a thing.
void mark_agency(EntityDraft& draft, const Sentence& dateline) {
  std::uint32_t t = dateline.begin;
  while (t < dateline.end && draft.tree.form(t) != "(") ++t;
  std::fill(draft.noise.begin() + t, draft.noise.begin() + dateline.end, true);
}

/// The number of words that an opener takes there; 0 if none opens.
std::uint32_t opener_at(const EntityDraft& draft, std::uint32_t begin, std::uint32_t end) {
  std::string words;
  for (std::uint32_t i = begin; i < end && i < begin + longest_opener; ++i) {
    words += fold_name(draft.tree.form(i));
    words += ' ';
  }
  for (const std::string& opener : draft.lexicon->line_openers()) {
    if (!words.starts_with(opener) || words[opener.size()] != ' ') continue;
    return 1 + static_cast<std::uint32_t>(std::count(opener.begin(), opener.end(), ' '));
  }
  return 0;
}

/// "For Immediate Release", "Download PDF" inside a longer line at the start.
void mark_labels(EntityDraft& draft, const Sentence& sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const std::uint32_t words = opener_at(draft, i, sentence.end);
    const bool label = words > 1 && starts_upper(draft.tree.form(i));
    if (label) std::fill(draft.noise.begin() + i, draft.noise.begin() + i + words, true);
  }
}

/// Bylines, credits, labels such as "For immediate release": short sentences of their own line.
void mark_lines(EntityDraft& draft) {
  const auto& sentences = draft.tree.analysis().sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    if (is_dateline(draft, sentence)) {
      mark_agency(draft, sentence);
      continue;
    }
    if (s < header_sentences) mark_labels(draft, sentence);
    if (sentence.end - sentence.begin > longest_line) continue;
    const bool header = s < header_sentences && is_byline(draft.tree, sentence.begin, sentence.end);
    if (header || opener_at(draft, sentence.begin, sentence.end) > 0) {
      std::fill(draft.noise.begin() + sentence.begin, draft.noise.begin() + sentence.end, true);
    }
  }
}

/// Broken character references ("& mdash ;") inside running text.
void mark_entities(EntityDraft& draft) {
  const auto count = static_cast<std::uint32_t>(draft.noise.size());
  for (std::uint32_t i = 0; i + 1 < count; ++i) {
    const std::string_view form = draft.tree.form(i);
    if (!form.starts_with('&') || (form.size() == 1 && i + 2 >= count)) continue;
    if (form.size() > 1 && draft.tree.form(i + 1) == ";") {
      draft.noise[i] = draft.noise[i + 1] = true;
    } else if (form.size() == 1 && draft.tree.form(i + 2) == ";") {
      draft.noise[i] = draft.noise[i + 1] = draft.noise[i + 2] = true;
    } else if (form.size() == 1 && draft.tree.form(i + 1).ends_with(';')) {
      draft.noise[i] = draft.noise[i + 1] = true;
    }
  }
}

bool has_foreign_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xC3; });
}

/// The word of the other language that follows, and those around words with its letters.
void mark_foreign(EntityDraft& draft, std::size_t begin) {
  constexpr std::size_t reach = 4;  // words without its letters in between
  std::size_t end = begin + 1;
  for (std::size_t i = begin; i < draft.noise.size() && i < end + reach; ++i) {
    if (has_foreign_letter(draft.tree.form(static_cast<std::uint32_t>(i)))) end = i + 1;
  }
  end = std::min(end, draft.noise.size());
  for (std::size_t i = begin; i < end; ++i) draft.noise[i] = true;
}

/// "Hungarian language:" from `begin` on.
void mark_language_name(EntityDraft& draft, std::uint32_t begin) {
  const std::size_t end = std::min<std::size_t>(draft.noise.size(), begin + 4);
  for (std::size_t i = begin; i < end; ++i) {
    if (draft.tree.form(static_cast<std::uint32_t>(i)) != ":") continue;
    std::fill(draft.noise.begin() + begin, draft.noise.begin() + static_cast<std::ptrdiff_t>(i) + 1,
              true);
    mark_foreign(draft, i + 1);
    return;
  }
}

/// Language marks of wikis, "((hu))", and other double brackets.
void mark_double_brackets(EntityDraft& draft) {
  const auto count = static_cast<std::uint32_t>(draft.noise.size());
  bool open = false;
  std::uint32_t since = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view form = draft.tree.form(i);
    const bool twice = i + 1 < count && !draft.tree.token(i).space_after;
    if (form.starts_with("((") || (form == "(" && twice && draft.tree.form(i + 1) == "(")) {
      open = true;
      since = i;
    }
    if (!open) continue;
    draft.noise[i] = true;
    if (form.ends_with("))") || (form == ")" && i > 0 && draft.tree.form(i - 1) == ")")) {
      open = false;
      mark_language_name(draft, i + 1);
    }
    if (i - since > 8) open = false;
  }
}

/// "(D-Vt.)": a party and a state behind the name of a politician.
bool is_affiliation(const Syntax& tree, std::uint32_t at, std::uint32_t end) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string_view form = tree.form(at);
  if (!capital(form[0])) return false;
  if (form.size() > 2) return form[1] == '-' && capital(form[2]);
  return form.size() == 1 && at + 2 < end && tree.form(at + 1) == "-" &&
         starts_upper(tree.form(at + 2));
}

void mark_affiliations(EntityDraft& draft) {
  constexpr std::uint32_t most_words = 10;
  const auto count = static_cast<std::uint32_t>(draft.noise.size());
  for (std::uint32_t i = 1; i + 2 < count; ++i) {
    if (draft.tree.form(i) != "(" || !starts_upper(draft.tree.form(i - 1))) continue;
    if (!is_affiliation(draft.tree, i + 1, count)) continue;
    for (std::uint32_t end = i + 2; end < count && end - i <= most_words; ++end) {
      if (draft.tree.form(end) != ")") continue;
      std::fill(draft.noise.begin() + i, draft.noise.begin() + end + 1, true);
      break;
    }
  }
}

/// Of the words of English texts, two in five are such; of other languages', hardly one in twenty.
bool is_english(const EntityDraft& draft) {
  static constexpr std::array<std::string_view, 24> frequent = {
      "the", "of", "and", "to", "in", "that", "is",  "for",  "it",  "with", "as",  "was",
      "on",  "be", "at",  "by", "he", "this", "are", "from", "has", "have", "his", "will"};
  constexpr std::uint32_t enough = 60;  // words
  std::uint32_t words = 0;
  std::uint32_t known = 0;
  for (std::uint32_t i = 0; i < draft.noise.size(); ++i) {
    if (draft.tree.token(i).upos == Upos::punct) continue;
    ++words;
    const std::string word = fold_name(draft.tree.form(i));
    known += std::find(frequent.begin(), frequent.end(), word) != frequent.end() ? 1U : 0U;
  }
  return words < enough || 12 * known > words;
}

/// "(Applause.)": what a transcript adds. A few words with a full stop inside brackets.
void mark_directions(EntityDraft& draft) {
  constexpr std::uint32_t most_words = 4;
  const auto count = static_cast<std::uint32_t>(draft.noise.size());
  for (std::uint32_t i = 0; i + 3 < count; ++i) {
    if (draft.tree.form(i) != "(" || !starts_upper(draft.tree.form(i + 1))) continue;
    std::uint32_t end = i + 1;
    while (end < count && end - i <= most_words && draft.tree.token(end).upos != Upos::punct) ++end;
    const bool closed = end + 1 < count && end > i + 1 && draft.tree.form(end) == "." &&
                        draft.tree.form(end + 1) == ")";
    if (closed) std::fill(draft.noise.begin() + i, draft.noise.begin() + end + 2, true);
  }
}

}  // namespace

void find_noise(EntityDraft& draft) {
  const Analysis& analysis = draft.tree.analysis();
  draft.noise.assign(analysis.tokens.size(), false);
  draft.literal.assign(analysis.tokens.size(), false);
  for (const Name& name : analysis.names) {
    if (!is_literal(name.type)) continue;
    std::fill(draft.literal.begin() + name.begin, draft.literal.begin() + name.end, true);
  }
  const std::vector<Paragraph> all = paragraphs(analysis);
  bool after_text = true;
  for (std::size_t p = all.size(); p-- > 0;) {
    const std::uint32_t begin = analysis.sentences[all[p].begin].begin;
    const std::uint32_t end = analysis.sentences[all[p].end - 1].end;
    if (begin == end) continue;
    const Clues clues = read_clues(draft, begin, end);
    if (is_noise(clues, p == 0, after_text)) {
      std::fill(draft.noise.begin() + begin, draft.noise.begin() + end, true);
    } else if (clues.words > short_paragraph || (clues.stop && clues.subject)) {
      after_text = false;
    }
  }
  mark_lines(draft);
  mark_entities(draft);
  mark_double_brackets(draft);
  mark_directions(draft);
  mark_affiliations(draft);
  if (!is_english(draft)) draft.noise.assign(draft.noise.size(), true);
}

}  // namespace actant
