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

bool is_word(const Token& token) { return token.upos != Upos::punct && token.upos != Upos::sym; }

bool is_month_or_day(std::string_view word) {
  static constexpr std::array<std::string_view, 19> names = {
      "January",   "February",  "March",   "April",    "May",      "June",   "July",
      "August",    "September", "October", "November", "December", "Monday", "Tuesday",
      "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

/// Builds name mentions from the model's names, the gazetteer and runs of
/// proper nouns.
class NameFinder {
 public:
  explicit NameFinder(EntityDraft& draft) : draft_(draft), tree_(draft.tree) {}

  void find() {
    const Analysis& analysis = tree_.analysis();
    draft_.named.assign(analysis.tokens.size(), false);
    words_.reserve(analysis.tokens.size());
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) words_.push_back(tree_.form(i));
    mark_shouting();
    collect_acronyms();
    for (const Candidate& candidate : joined_names()) add(candidate);
    for (const Sentence& sentence : analysis.sentences) fill_gaps(sentence);
    add_nested();
  }

 private:
  /// The model's names; one that it cut into an organisation and a person
  /// ("HDT", "Védelmi Ipari"), or two parts of a person around an initial, is
  /// put together.
  [[nodiscard]] std::vector<Candidate> joined_names() const {
    std::vector<Candidate> names;
    for (const Name& name : tree_.analysis().names) {
      if (is_literal(name.type)) continue;
      if (!names.empty() && tree_.sentence(names.back().begin) == tree_.sentence(name.begin)) {
        Candidate& last = names.back();
        if (last.end + 1 == name.begin && words_[last.end] == "&") {
          last.end = name.end;
          continue;
        }
        const bool person = name.type == NameType::person;
        const bool meets = last.end == name.begin && hangs_together(last, name);
        const bool title = draft_.lexicon->is_title(words_[name.begin]);
        if (meets && person && last.model == NameType::organization && !title &&
            !draft_.lexicon->is_first_name(words_[name.begin])) {
          last.end = name.end;
          continue;
        }
        if (person && last.model == NameType::person && !title &&
            ((meets && last.end - last.begin == 1) ||
             (last.end + 1 == name.begin && is_initial(words_[last.end])))) {
          last.end = name.end;
          continue;
        }
      }
      names.push_back({name.begin, name.end, name.type});
    }
    return names;
  }

  [[nodiscard]] static bool is_initial(std::string_view word) {
    return starts_upper(word) && (word.size() == 1 || (word.size() == 2 && word[1] == '.'));
  }

  [[nodiscard]] bool hangs_together(const Candidate& left, const Name& right) const {
    const std::uint32_t a = tree_.token(tree_.head_of(left.begin, left.end)).head;
    const std::uint32_t b = tree_.token(tree_.head_of(right.begin, right.end)).head;
    return (a != no_head && a >= right.begin && a < right.end) ||
           (b != no_head && b >= left.begin && b < left.end) || (a == b && a != no_head);
  }

  /// Acronyms of the document: they tell where the name starts that they stand
  /// for.
  void collect_acronyms() {
    for (const std::string_view word : words_) {
      if (word.size() >= 3 && word.size() <= 8 && is_acronym(word)) acronyms_.push_back(word);
    }
    std::sort(acronyms_.begin(), acronyms_.end());
    acronyms_.erase(std::unique(acronyms_.begin(), acronyms_.end()), acronyms_.end());
  }

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
      const bool proper =
          token.upos == Upos::propn || (token.upos == Upos::pron && words_[i] == "US");
      if (!free(i) || !starts_upper(words_[i]) ||
          (!proper && token.upos != Upos::adj && token.upos != Upos::noun)) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < sentence.end && free(end)) ++end;
      const auto match = draft_.gazetteer->longest(std::span(words_).subspan(i, end - i));
      const bool safe =
          match.words > 0 && (proper || match.demonym) &&
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

  /// Two neighbours of one name: one hangs on the other, or both on the same
  /// word.
  [[nodiscard]] bool connected(std::uint32_t a, std::uint32_t b) const {
    const auto inner = [this](std::uint32_t i) {
      const DepRel r = tree_.token(i).deprel;
      return r == DepRel::flat || r == DepRel::compound || r == DepRel::nmod_desc ||
             r == DepRel::amod;
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
    const bool all_titles =
        std::all_of(words_.begin() + begin, words_.begin() + end,
                    [this](std::string_view w) { return draft_.lexicon->is_title(w); });
    if (all_titles) return;
    // A lone capitalised common noun ("Construction") is no name; an acronym or
    // unknown word is.
    if (end - begin == 1 && !is_acronym(first) && draft_.lexicon->knows_noun(fold_name(first)))
      return;
    add({begin, end, std::nullopt});
  }

  /// "Colorado State University of the US": the place is not part of the name.
  void strip_place(Candidate& c) const {
    std::uint32_t last_of = c.end;
    unsigned count = 0;
    for (std::uint32_t i = c.begin; i < c.end; ++i) {
      if (words_[i] != "of") continue;
      last_of = i;
      ++count;
    }
    if (last_of == c.end || last_of < c.begin + 2) return;
    std::uint32_t place = last_of + 1;
    while (place < c.end && tree_.token(place).upos == Upos::det) ++place;
    const bool school = fold_name(words_[last_of - 1]) == "university" ||
                        fold_name(words_[last_of - 1]) == "college";
    if (place == c.end) {
      c.end = last_of;
    } else if (count > 1 || school) {
      const auto match = draft_.gazetteer->longest(std::span(words_).subspan(place, c.end - place));
      if (match.words == c.end - place) c.end = last_of;
    }
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
      const bool dangling =
          tree_.token(c.end - 1).upos == Upos::adp || tree_.token(c.end - 1).upos == Upos::cconj;
      if (!possessive && !stop && !dangling) break;
      --c.end;
    }
  }

  /// Titles and roles in front of a person: "General Zas", "CSTO Secretary
  /// General Zas".
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
    if (c.begin >= c.end || draft_.noise[c.begin] || is_currency(c)) return;
    if (split_places(c)) return;
    DraftMention mention;
    if (c.model == NameType::person) {
      split_off_place(c);
      split_off_body(c);
      strip_titles(c, mention);
      if (c.end - c.begin == 1 && is_bare_role(c.begin)) return;
      strip(c);
      take_first_name(c);
    } else if (c.model) {
      extend(c);
      strip_place(c);
    }
    take_ampersand(c);
    if (c.begin >= c.end || is_post_nominal(c)) return;
    bool capital = false;
    for (std::uint32_t i = c.begin; i < c.end; ++i) {
      if (draft_.named[i]) return;
      capital = capital || has_capital(words_[i]);
    }
    if (!capital) return;
    take_number(c);
    type_name(c, mention);
    if (mention.type == NodeType::date || mention.type == NodeType::quantity) return;
    // "Muslim", "Democratic": adjectives that name no thing of the text.
    const bool adjective =
        c.model == NameType::nationality && tree_.token(c.end - 1).upos == Upos::adj;
    if (adjective && mention.entry == Gazetteer::none) return;
    mention.begin = c.begin;
    mention.end = c.end;
    mention.head = tree_.head_of(c.begin, c.end);
    mention.kind = MentionKind::name;
    mention.described = description_of(mention);
    if (mention.type == NodeType::person && c.end - c.begin == 1) settle_article(mention);
    std::fill(draft_.named.begin() + c.begin, draft_.named.begin() + c.end, true);
    draft_.mentions.push_back(mention);
  }

  /// "NZ" in "NZ$26 million".
  [[nodiscard]] bool is_currency(const Candidate& c) const {
    return c.end - c.begin == 1 && c.end < words_.size() &&
           (words_[c.end] == "$" || words_[c.end] == "€" || words_[c.end] == "£");
  }

  /// "Austria and Hungary" is two names.
  bool split_places(const Candidate& c) {
    for (std::uint32_t i = c.begin + 1; i + 1 < c.end; ++i) {
      if (tree_.token(i).upos != Upos::cconj && words_[i] != ",") continue;
      const Candidate left{c.begin, i, c.model};
      const Candidate right{i + 1, c.end, c.model};
      if (!is_known_place(left) || !is_known_place(right)) continue;
      add(left);
      add(right);
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_known_place(const Candidate& c) const {
    const auto match =
        draft_.gazetteer->longest(std::span(words_).subspan(c.begin, c.end - c.begin));
    return match.words == c.end - c.begin && is_place(draft_.gazetteer->entry(match.entry).type);
  }

  [[nodiscard]] static bool is_place(NodeType type) {
    return type == NodeType::geopolitical_entity || type == NodeType::location;
  }

  /// "Armenia Nikol Pashinyan", cut wrongly: a country is no first name.
  void split_off_place(Candidate& c) {
    if (c.end - c.begin < 2) return;
    const auto match =
        draft_.gazetteer->longest(std::span(words_).subspan(c.begin, c.end - c.begin));
    if (match.words == 0 || match.words >= c.end - c.begin) return;
    const GazetteerEntry& entry = draft_.gazetteer->entry(match.entry);
    if (!is_place(entry.type) || entry.prominence < 7) return;
    if (draft_.lexicon->is_first_name(words_[c.begin])) return;
    add({c.begin, c.begin + match.words, NameType::geopolitical_entity});
    c.begin += match.words;
  }

  /// "Sam Wilson of UH Mānoa" is a person and a body.
  void split_off_body(Candidate& c) {
    for (std::uint32_t i = c.begin + 1; i + 1 < c.end; ++i) {
      if (words_[i] != "of" || (i == c.begin + 1 && !is_acronym(words_[i + 1]))) continue;
      const Candidate rest{i + 1, c.end, NameType::organization};
      c.end = i;
      add(rest);
      return;
    }
  }

  /// "PG&E", "Pacific Gas & Electric".
  void take_ampersand(Candidate& c) const {
    while (c.end + 1 < words_.size() && words_[c.end] == "&" && starts_upper(words_[c.end + 1]) &&
           tree_.sentence(c.end + 1) == tree_.sentence(c.begin) && !draft_.named[c.end + 1] &&
           tree_.token(c.end + 1).upos == Upos::propn) {
      c.end += 2;
    }
  }

  /// "Tom Molomby, SC": letters behind a person's name are a rank, not a name.
  [[nodiscard]] bool is_post_nominal(const Candidate& c) const {
    if (c.end - c.begin != 1 || c.begin < 2 || words_[c.begin].size() > 4) return false;
    if (!is_acronym(words_[c.begin]) || words_[c.begin - 1] != ",") return false;
    if (!draft_.named[c.begin - 2] || draft_.mentions.empty()) return false;
    const DraftMention& last = draft_.mentions.back();
    const bool whole = c.end >= draft_.named.size() || !is_word(tree_.token(c.end)) ||
                       tree_.sentence(c.end) != tree_.sentence(c.begin) ||
                       tree_.token(c.end).upos != Upos::propn;
    return last.end == c.begin - 1 && last.type == NodeType::person && whole &&
           draft_.gazetteer->exact(words_[c.begin]).words == 0;
  }

  /// A number that closes the name: "Zrínyi 2026", "resolution No. 1430".
  void take_number(Candidate& c) const {
    if (c.end >= draft_.named.size() || c.model == NameType::person ||
        c.model == NameType::nationality)
      return;
    const Token& next = tree_.token(c.end);
    if (words_[c.end] == "-" && c.end + 1 < words_.size() && !next.space_after &&
        !tree_.token(c.end - 1).space_after && tree_.token(c.end + 1).upos == Upos::num) {
      c.end += 2;  // "COVID-19"
      return;
    }
    const bool tied = next.head != no_head && next.head >= c.begin && next.head < c.end;
    if (c.model == NameType::geopolitical_entity || c.model == NameType::organization) return;
    if (next.upos == Upos::num && tied && tree_.sentence(c.end) == tree_.sentence(c.begin)) ++c.end;
  }

  /// What an apposition, or the common noun right in front, calls the thing.
  [[nodiscard]] std::optional<NodeType> description_of(const DraftMention& mention) const {
    const auto noun = [&](std::uint32_t i) -> std::optional<NodeType> {
      const Upos tag = tree_.token(i).upos;
      if ((tag != Upos::noun && tag != Upos::adj) || tree_.xpos(i) == "NNS") return std::nullopt;
      const NodeType type = draft_.lexicon->type_of_noun(tree_.lemma(i));
      if (tag == Upos::adj && type != NodeType::organization) return std::nullopt;
      if (type == NodeType::concept_ || type == NodeType::group) return std::nullopt;
      const bool person = mention.type == NodeType::person && mention.end - mention.begin > 1 &&
                          draft_.lexicon->is_first_name(words_[mention.begin]);
      return person && type != NodeType::person ? std::nullopt : std::optional(type);
    };
    const Token& head = tree_.token(mention.head);
    if (mention.begin > 0 && tree_.sentence(mention.begin - 1) == tree_.sentence(mention.begin)) {
      const std::uint32_t before = mention.begin - 1;
      const Token& token = tree_.token(before);
      const bool tied = token.head == mention.head || head.head == before;
      const bool inner = token.head == mention.head
                             ? token.deprel != DepRel::conj
                             : head.deprel != DepRel::conj && head.deprel != DepRel::nmod;
      if (tied && inner) {
        if (auto type = noun(before)) return type;
      }
    }
    if (head.deprel == DepRel::appos && head.head != no_head) {
      if (auto type = noun(head.head)) return type;
    }
    for (const std::uint32_t c : tree_.children(mention.head)) {
      if (tree_.token(c).deprel != DepRel::appos) continue;
      if (auto type = noun(c)) return type;
    }
    return attached_higher(mention) == no_head ? std::nullopt : noun(attached_higher(mention));
  }

  /// An apposition right behind the name that the parser hung on the noun
  /// above; no_head if none.
  [[nodiscard]] std::uint32_t attached_higher(const DraftMention& mention) const {
    const std::uint32_t above = tree_.token(mention.head).head;
    if (above == no_head || mention.end >= words_.size() || words_[mention.end] != ",")
      return no_head;
    for (const std::uint32_t c : tree_.children(above)) {
      const bool near = c > mention.end && c - mention.end <= 6;
      if (near && tree_.token(c).deprel == DepRel::appos) return c;
    }
    return no_head;
  }

  /// Persons take no article: "the Crown" is a body, "the Sams" a family.
  void settle_article(DraftMention& mention) const {
    const std::uint32_t det = tree_.child(mention.head, DepRel::det);
    if (det == no_head || tree_.lemma(det) != "the" || det + 1 != mention.begin) return;
    const bool plural = tree_.xpos(mention.head) == "NNPS" || tree_.xpos(mention.head) == "NNS";
    mention.type = plural ? NodeType::group : NodeType::organization;
    if (plural) mention.number = Number::plural;
  }

  /// Countries and acronyms inside the names of bodies, when they are also
  /// spoken of by themselves.
  void add_nested() {
    std::vector<std::uint32_t> entries;
    std::vector<std::string_view> alone;
    for (const DraftMention& m : draft_.mentions) {
      if (m.entry != Gazetteer::none) entries.push_back(m.entry);
      if (m.end - m.begin == 1 && is_acronym(words_[m.begin])) alone.push_back(words_[m.begin]);
    }
    std::sort(entries.begin(), entries.end());
    std::sort(alone.begin(), alone.end());
    const auto has = [](const auto& list, const auto& one) {
      return std::binary_search(list.begin(), list.end(), one);
    };
    const std::size_t count = draft_.mentions.size();
    for (std::size_t k = 0; k < count; ++k) {
      const DraftMention outer = draft_.mentions[k];
      if (outer.end - outer.begin < 2 || outer.type == NodeType::person) continue;
      const auto words =
          std::span<const std::string_view>(words_).subspan(outer.begin, outer.end - outer.begin);
      const auto match = draft_.gazetteer->longest(words);
      DraftMention inner;
      if (match.words > 0 && match.words < words.size() && match.entry != outer.entry &&
          has(entries, match.entry)) {
        inner.entry = match.entry;
        inner.demonym = match.demonym;
        inner.type = draft_.gazetteer->entry(match.entry).type;
        inner.end = outer.begin + match.words;
      } else if (has(alone, words.front())) {
        inner.type = NodeType::organization;
        inner.end = outer.begin + 1;
      } else {
        continue;
      }
      inner.typed = true;
      inner.begin = outer.begin;
      inner.head = tree_.head_of(inner.begin, inner.end);
      if (inner.head != outer.head) draft_.mentions.push_back(inner);
    }
  }

  [[nodiscard]] static bool has_capital(std::string_view word) {
    if (starts_upper(word)) return true;
    return std::any_of(word.begin(), word.end(), [](char ch) { return ch >= 'A' && ch <= 'Z'; });
  }

  /// "Colette" before "Heald", when the model saw the surname only.
  void take_first_name(Candidate& c) const {
    if (c.begin == 0 || !free(c.begin - 1) ||
        tree_.sentence(c.begin - 1) != tree_.sentence(c.begin))
      return;
    const std::string_view word = words_[c.begin - 1];
    const bool first = tree_.token(c.begin - 1).upos == Upos::propn && starts_upper(word) &&
                       draft_.lexicon->is_first_name(word) && !draft_.lexicon->is_title(word);
    if (first && !starts_model_name(c.begin - 1)) --c.begin;
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
      return !draft_.named[i] && !draft_.noise[i] && !is_month_or_day(words_[i]) &&
             tree_.token(i).upos == Upos::propn && starts_upper(words_[i]) &&
             !draft_.lexicon->is_title(words_[i]) && !starts_model_name(i);
    };
    while (c.end < sentence.end && takes(c.end) && connected(c.end - 1, c.end)) ++c.end;
    while (c.begin > sentence.begin && takes(c.begin - 1) && connected(c.begin - 1, c.begin))
      --c.begin;
    if (c.model == NameType::organization && c.begin > sentence.begin && starts_acronym(c))
      --c.begin;
  }

  /// "Korean" before "Central News Agency", when the document knows a KCNA.
  [[nodiscard]] bool starts_acronym(const Candidate& c) const {
    std::string letters;
    for (std::uint32_t i = c.begin - 1; i < c.end; ++i) {
      if (starts_upper(words_[i])) letters += words_[i][0];
    }
    return starts_upper(words_[c.begin - 1]) && letters.size() >= 3 && !draft_.noise[c.begin - 1] &&
           std::binary_search(acronyms_.begin(), acronyms_.end(), letters);
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
    if (c.model) {
      mention.type = node_type(*c.model);
      mention.typed = true;
    }
    if (match.words > 0) {
      const GazetteerEntry& entry = draft_.gazetteer->entry(match.entry);
      const bool place =
          entry.type == NodeType::geopolitical_entity || entry.type == NodeType::location;
      const bool agrees =
          !c.model || mention.type == entry.type || c.model == NameType::nationality ||
          entry.prominence >= 6 ||
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
    if (words.size() > 1) {
      if (const auto type = head_noun_type(c)) {
        mention.type = *type;
        mention.typed = true;
        mention.sure = true;
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

  /// Type of the noun that a name is built on: "Council" in "Council of Europe"
  /// and "Security Council".
  [[nodiscard]] std::optional<NodeType> head_noun_type(const Candidate& c) const {
    std::uint32_t last = c.end - 1;
    for (std::uint32_t i = c.begin + 1; i < c.end; ++i) {
      const std::string_view w = words_[i];
      if (w == "of" || w == "for" || w == "on" || w == "against") {
        last = i - 1;
        break;
      }
    }
    if (const auto type = draft_.lexicon->type_of_name_head(words_[last])) return type;
    return draft_.lexicon->type_of_name_front(words_[c.begin]);
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  std::vector<std::string_view> words_;
  std::vector<bool> shouting_;
  std::vector<std::string_view> acronyms_;
};

}  // namespace

void find_names(EntityDraft& draft) { NameFinder(draft).find(); }

}  // namespace actant
