// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace actant {
namespace {

/// A run of tokens that may be a name.
struct Candidate {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<NameType> model;
};

bool is_word(const Token& token) {
  return token.upos != Upos::punct && token.upos != Upos::sym;
}

bool is_month_or_day(std::string_view word) {
  static constexpr std::array<std::string_view, 19> names = {
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
      "Saturday", "Sunday"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

/// Builds name mentions from the model's names, the gazetteer and runs of proper nouns.
class NameFinder {
 public:
  explicit NameFinder(EntityDraft& draft) : draft_(draft), tree_(draft.tree) {}

  void find() {
    const Analysis& analysis = tree_.analysis();
    draft_.named.assign(analysis.tokens.size(), false);
    words_.reserve(analysis.tokens.size());
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) words_.push_back(tree_.form(i));
    mark_shouting();
    for (const Name& name : analysis.names) {
      if (!is_literal(name.type)) add({name.begin, name.end, name.type});
    }
    for (const Sentence& sentence : analysis.sentences) fill_gaps(sentence);
  }

 private:
  /// Sentences in capitals tell nothing by case.
  void mark_shouting() {
    shouting_.assign(tree_.analysis().sentences.size(), false);
    for (std::size_t s = 0; s < shouting_.size(); ++s) {
      const Sentence& sentence = tree_.analysis().sentences[s];
      unsigned upper = 0;
      unsigned lower = 0;
      for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        for (const char c : words_[i]) {
          upper += c >= 'A' && c <= 'Z' ? 1U : 0U;
          lower += c >= 'a' && c <= 'z' ? 1U : 0U;
        }
      }
      shouting_[s] = upper > 4 * lower && upper > 12;
    }
  }

  [[nodiscard]] bool free(std::uint32_t i) const {
    return !draft_.named[i] && !draft_.noise[i] && !draft_.literal[i];
  }

  /// Names that the model missed: known ones, and runs of proper nouns.
  void fill_gaps(const Sentence& sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
      const Token& token = tree_.token(i);
      const bool proper = token.upos == Upos::propn;
      if (!free(i) || !starts_upper(words_[i]) || (!proper && token.upos != Upos::adj && token.upos != Upos::noun)) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < sentence.end && free(end)) ++end;
      const auto match = draft_.gazetteer->longest(std::span(words_).subspan(i, end - i));
      const bool safe = match.words > 0 && (proper || match.demonym) &&
                        (i > sentence.begin || proper || draft_.gazetteer->entry(match.entry).prominence >= 6);
      if (safe && (match.words > 1 || !continues_name(i, sentence))) {
        add({i, i + match.words, std::nullopt});
        i += match.words;
        continue;
      }
      if (!proper || shouting_[tree_.sentence(i)]) {
        ++i;
        continue;
      }
      std::uint32_t stop = i + 1;
      while (stop < sentence.end && free(stop) && tree_.token(stop).upos == Upos::propn &&
             starts_upper(words_[stop]) && connected(stop - 1, stop)) {
        ++stop;
      }
      add_unknown(i, stop);
      i = stop;
    }
  }

  [[nodiscard]] bool continues_name(std::uint32_t i, const Sentence& sentence) const {
    return i + 1 < sentence.end && free(i + 1) && tree_.token(i + 1).upos == Upos::propn &&
           starts_upper(words_[i + 1]) && connected(i, i + 1) && tree_.token(i).upos == Upos::propn;
  }

  /// Two neighbours of one name: one hangs on the other, or both on the same word.
  [[nodiscard]] bool connected(std::uint32_t a, std::uint32_t b) const {
    const auto inner = [this](std::uint32_t i) {
      const DepRel r = tree_.token(i).deprel;
      return r == DepRel::flat || r == DepRel::compound || r == DepRel::nmod_desc || r == DepRel::amod;
    };
    const std::uint32_t head_a = tree_.token(a).head;
    const std::uint32_t head_b = tree_.token(b).head;
    return (head_b == a && inner(b)) || (head_a == b && inner(a)) ||
           (head_a == head_b && inner(a) && inner(b)) ||
           (inner(a) && inner(b) && (head_a == b || head_b == a || head_a == head_b));
  }

  void add_unknown(std::uint32_t begin, std::uint32_t end) {
    const std::string_view first = words_[begin];
    if (is_month_or_day(first)) return;
    const bool all_titles = std::all_of(words_.begin() + begin, words_.begin() + end,
                                        [this](std::string_view w) { return draft_.lexicon->is_title(w); });
    if (all_titles) return;
    // A lone capitalised common noun ("Construction") is no name; an acronym or unknown word is.
    if (end - begin == 1 && !is_acronym(first) && draft_.lexicon->knows_noun(fold_name(first))) return;
    add({begin, end, std::nullopt});
  }

  void strip(Candidate& c) const {
    const auto dispensable_front = [this](std::uint32_t i) {
      const Token& t = tree_.token(i);
      return !is_word(t) || t.upos == Upos::det || t.upos == Upos::adp || t.upos == Upos::cconj;
    };
    while (c.begin < c.end && dispensable_front(c.begin)) ++c.begin;
    while (c.begin < c.end) {
      const std::string_view last = words_[c.end - 1];
      const bool possessive = last == "'s" || last == "’s" || last == "'" || last == "’";
      const bool stop = last != "." && !is_word(tree_.token(c.end - 1));
      const bool dangling = tree_.token(c.end - 1).upos == Upos::adp || tree_.token(c.end - 1).upos == Upos::cconj;
      if (!possessive && !stop && !dangling) break;
      --c.end;
    }
  }

  /// Titles and roles in front of a person: "General Zas", "CSTO Secretary General Zas".
  void strip_titles(Candidate& c, DraftMention& mention) const {
    std::uint32_t last_title = c.end;
    for (std::uint32_t i = c.begin; i + 1 < c.end; ++i) {
      if (draft_.lexicon->is_title(words_[i]) ||
          (draft_.lexicon->type_of_noun(fold_name(words_[i])) == NodeType::person &&
           !draft_.lexicon->is_first_name(words_[i]))) {
        last_title = i;
      }
    }
    if (last_title == c.end) return;
    for (std::uint32_t i = c.begin; i <= last_title; ++i) {
      const Gender gender = draft_.lexicon->gender_of_title(words_[i]);
      if (gender != Gender::unknown) mention.gender = gender;
    }
    c.begin = last_title + 1;
  }

  void add(Candidate c) {
    strip(c);
    if (c.begin >= c.end || draft_.noise[c.begin]) return;
    DraftMention mention;
    if (c.model == NameType::person) {
      strip_titles(c, mention);
      if (c.end - c.begin == 1 && is_bare_role(c.begin)) return;
      strip(c);
    } else if (c.model) {
      extend(c);
    }
    if (c.begin >= c.end) return;
    bool capital = false;
    for (std::uint32_t i = c.begin; i < c.end; ++i) {
      if (draft_.named[i]) return;
      capital = capital || has_capital(words_[i]);
    }
    if (!capital) return;
    type_name(c, mention);
    mention.begin = c.begin;
    mention.end = c.end;
    mention.head = tree_.head_of(c.begin, c.end);
    mention.kind = MentionKind::name;
    std::fill(draft_.named.begin() + c.begin, draft_.named.begin() + c.end, true);
    draft_.mentions.push_back(mention);
  }

  [[nodiscard]] static bool has_capital(std::string_view word) {
    if (starts_upper(word)) return true;
    return std::any_of(word.begin(), word.end(), [](char ch) { return ch >= 'A' && ch <= 'Z'; });
  }

  [[nodiscard]] bool is_bare_role(std::uint32_t i) const {
    const NodeType type = draft_.lexicon->type_of_noun(fold_name(words_[i]));
    return type == NodeType::person && !draft_.lexicon->is_first_name(words_[i]) &&
           draft_.lexicon->is_title(words_[i]);
  }

  /// Proper nouns right before or after that belong to the same compound.
  void extend(Candidate& c) const {
    const Sentence& sentence = tree_.analysis().sentences[tree_.sentence(c.begin)];
    const auto takes = [&](std::uint32_t i) {
      return free(i) && tree_.token(i).upos == Upos::propn && starts_upper(words_[i]) &&
             !draft_.lexicon->is_title(words_[i]) && !starts_model_name(i);
    };
    while (c.end < sentence.end && takes(c.end) && connected(c.end - 1, c.end)) ++c.end;
    while (c.begin > sentence.begin && takes(c.begin - 1) && connected(c.begin - 1, c.begin)) --c.begin;
  }

  [[nodiscard]] bool starts_model_name(std::uint32_t i) const {
    const auto& names = tree_.analysis().names;
    const auto at = std::upper_bound(names.begin(), names.end(), i,
                                     [](std::uint32_t t, const Name& n) { return t < n.end; });
    return at != names.end() && at->begin <= i;
  }

  void type_name(const Candidate& c, DraftMention& mention) const {
    const auto words = std::span<const std::string_view>(words_).subspan(c.begin, c.end - c.begin);
    auto match = draft_.gazetteer->longest(words);
    if (match.words != words.size()) match = {};
    const NodeType head_type = head_noun_type(c);
    if (c.model) {
      mention.type = node_type(*c.model);
      mention.typed = true;
    }
    if (match.words > 0) {
      const GazetteerEntry& entry = draft_.gazetteer->entry(match.entry);
      const bool place = entry.type == NodeType::geopolitical_entity || entry.type == NodeType::location;
      const bool agrees = !c.model || mention.type == entry.type ||
                          c.model == NameType::nationality || entry.prominence >= 6 ||
                          (place && (c.model == NameType::location || c.model == NameType::geopolitical_entity));
      const bool person = c.model == NameType::person && entry.prominence < 7;
      if (agrees && !person) {
        mention.entry = match.entry;
        mention.type = entry.type;
        mention.demonym = match.demonym;
        mention.typed = true;
        return;
      }
    }
    if (mention.type == NodeType::person && c.model) {
      set_gender(c, mention);
      return;
    }
    if (head_type != NodeType::concept_ && words.size() > 1 && head_type != NodeType::person) {
      const bool vague = !c.model || head_type == NodeType::organization ||
                         head_type == NodeType::document || head_type == NodeType::event ||
                         head_type == NodeType::facility;
      if (vague) {
        mention.type = head_type == NodeType::group ? NodeType::organization : head_type;
        mention.typed = true;
        return;
      }
    }
    if (c.model) return;
    if (draft_.lexicon->is_first_name(words.front()) && words.size() <= 3) {
      mention.type = NodeType::person;
      set_gender(c, mention);
    } else {
      mention.type = NodeType::organization;
    }
  }

  void set_gender(const Candidate& c, DraftMention& mention) const {
    if (mention.gender == Gender::unknown) {
      mention.gender = draft_.lexicon->gender_of_first_name(words_[c.begin]);
    }
    if (mention.gender != Gender::unknown || c.begin == 0) return;
    mention.gender = draft_.lexicon->gender_of_title(words_[c.begin - 1]);
  }

  /// Type of the noun that a name is built on: "Council" in "Council of Europe" and "Security Council".
  [[nodiscard]] NodeType head_noun_type(const Candidate& c) const {
    std::uint32_t last = c.end - 1;
    for (std::uint32_t i = c.begin + 1; i < c.end; ++i) {
      const std::string_view w = words_[i];
      if (w == "of" || w == "for" || w == "on" || w == "against") {
        last = i - 1;
        break;
      }
    }
    return draft_.lexicon->type_of_noun(fold_name(words_[last]));
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  std::vector<std::string_view> words_;
  std::vector<bool> shouting_;
};

}  // namespace

void find_names(EntityDraft& draft) { NameFinder(draft).find(); }

}  // namespace actant
