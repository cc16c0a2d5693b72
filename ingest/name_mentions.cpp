// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"
#include "ingest/name_bounds.hpp"
#include "ingest/name_candidates.hpp"
#include "ingest/name_text.hpp"
#include "ingest/name_types.hpp"
#include "ingest/nested_names.hpp"

#include <algorithm>

namespace actant {
namespace {

/// Builds name mentions from the model's names, the gazetteer and runs of proper nouns.
class NameFinder {
 public:
  explicit NameFinder(EntityDraft& draft) : draft_(draft), tree_(draft.tree), text_(draft) {}

  void find() {
    for (const NameCandidate& candidate : model_names(text_)) add(candidate);
    for (const Sentence& sentence : tree_.analysis().sentences) {
      std::uint32_t at = sentence.begin;
      while (const auto missed = next_missed_name(text_, sentence, at)) add(*missed);
    }
    add_nested_names(text_, draft_.mentions);
  }

 private:
  void add(NameCandidate c) {
    for (const std::uint32_t cut : {line_break_in(text_, c), open_bracket_in(text_, c)}) {
      if (cut >= c.end) continue;
      add({c.begin, cut, c.model});
      c.begin = cut;
    }
    trim_name(text_, c);
    if (c.begin >= c.end || draft_.noise[c.begin] || is_currency(c) || is_only_capital(c)) return;
    if (const auto pair = split_pair(text_, c)) {
      add(pair->first);
      add(pair->second);
      return;
    }
    take_office_off(text_, c);
    take_honorific_off(text_, c);
    DraftMention mention;
    if (text_.shouts(c.begin)) mention.gender = take_titles_off(text_, c);
    if (c.model == NameType::person) {
      if (const auto place = take_place_off(text_, c)) add(*place);
      if (const auto body = take_body_off(text_, c)) add(*body);
      const Gender told = take_titles_off(text_, c);
      if (told != Gender::unknown) mention.gender = told;
      trim_name(text_, c);
      add_first_name(text_, c);
    } else if (c.model) {
      add_neighbours(text_, c);
      take_country_off(text_, c);
    }
    add_ampersand(text_, c);
    if (c.begin < c.end) {
      add_known_rest(text_, c);
      add_apostrophe(text_, c);
    }
    if (c.begin >= c.end || is_post_nominal(c) || overlaps(c) || !has_capital(c)) return;
    if (text_.is_code(c) || is_doubtful(c) || is_letter(c)) return;
    const bool one = c.size() == 1 || (c.size() == 2 && text_.word(c.begin + 1) == ".");
    if (one && ((c.model && is_bare_role(c.begin)) || is_field(c) || is_side(c))) return;
    if (c.size() == 2 && is_office(c)) return;
    add_number(text_, c);
    type_name(text_, c, mention);
    if (mention.type != NodeType::person && is_common_noun(c)) return;
    if (mention.type == NodeType::date || mention.type == NodeType::quantity) return;
    // "Muslim", "Democratic": adjectives that name no thing of the text.
    const bool adjective =
        c.model == NameType::nationality && tree_.token(c.end - 1).upos == Upos::adj;
    if (adjective && mention.entry == Gazetteer::none) return;
    finish(c, mention);
  }

  void finish(const NameCandidate& c, DraftMention& mention) {
    mention.begin = c.begin;
    mention.end = c.end;
    mention.head = tree_.head_of(c.begin, c.end);
    mention.kind = MentionKind::name;
    mention.described = description_of(text_, mention);
    if (mention.type == NodeType::person && c.size() == 1) settle_article(text_, mention);
    if (mention.type == NodeType::group && tree_.xpos(mention.head) == "NNPS") {
      mention.number = Number::plural;
    }
    std::fill(draft_.named.begin() + c.begin, draft_.named.begin() + c.end, true);
    draft_.mentions.push_back(mention);
  }

  /// "NZ" in "NZ$26 million".
  [[nodiscard]] bool is_currency(const NameCandidate& c) const {
    return c.size() == 1 && c.end < text_.size() &&
           (text_.word(c.end) == "$" || text_.word(c.end) == "€" || text_.word(c.end) == "£");
  }

  /// One word at the start of a sentence or in a headline that the document also has as a common
  /// word: "Homeopathy".
  [[nodiscard]] bool is_only_capital(const NameCandidate& c) const {
    return c.size() == 1 && !is_acronym(text_.word(c.begin)) && text_.is_common_word(c.begin) &&
           text_.whole(c).words == 0;
  }

  /// "Q", the label of a question: one letter names nothing.
  [[nodiscard]] bool is_letter(const NameCandidate& c) const {
    const std::string_view word = text_.word(c.begin);
    return c.size() == 1 && (word.size() == 1 || (word.size() == 2 && word[1] == '.')) &&
           text_.whole(c).words == 0;
  }

  /// Capitals that only a headline has, which tell nothing there: "Coalition Force Kills". What the
  /// model saw in a headline that has small letters too is believed, unless it holds common words.
  [[nodiscard]] bool is_doubtful(const NameCandidate& c) const {
    if (text_.is_confirmed(c)) return false;
    if (text_.shouts(c.begin) || !c.model) return true;
    for (std::uint32_t i = c.begin; i < c.end; ++i) {
      if (starts_upper(text_.word(i)) && text_.is_common_word(i)) return true;
    }
    return false;
  }

  [[nodiscard]] bool overlaps(const NameCandidate& c) const {
    return std::find(draft_.named.begin() + c.begin, draft_.named.begin() + c.end, true) !=
           draft_.named.begin() + c.end;
  }

  [[nodiscard]] bool has_capital(const NameCandidate& c) const {
    for (std::uint32_t i = c.begin; i < c.end; ++i) {
      const std::string_view word = text_.word(i);
      if (starts_upper(word)) return true;
      if (std::any_of(word.begin(), word.end(), [](char ch) { return ch >= 'A' && ch <= 'Z'; }))
        return true;
    }
    return false;
  }

  /// "Tom Molomby, SC": letters behind a person's name are a rank, not a name.
  [[nodiscard]] bool is_post_nominal(const NameCandidate& c) const {
    if (c.size() != 1 || c.begin < 2 || text_.word(c.begin).size() > 4) return false;
    if (!is_acronym(text_.word(c.begin)) || text_.word(c.begin - 1) != ",") return false;
    if (!draft_.named[c.begin - 2] || draft_.mentions.empty()) return false;
    const DraftMention& last = draft_.mentions.back();
    const bool whole = c.end >= text_.size() || tree_.token(c.end).upos != Upos::propn ||
                       tree_.sentence(c.end) != tree_.sentence(c.begin);
    return last.end == c.begin - 1 && last.type == NodeType::person && whole &&
           draft_.gazetteer->exact(text_.word(c.begin)).words == 0;
  }

  /// "the North", which is short for a country.
  [[nodiscard]] bool is_side(const NameCandidate& c) const {
    const std::string word = fold_name(text_.word(c.begin));
    const bool side = word == "north" || word == "south" || word == "east" || word == "west";
    return side && c.begin > 0 && text_.word(c.begin - 1) == "the";
  }

  /// "First Lady", "Vice President".
  [[nodiscard]] bool is_office(const NameCandidate& c) const {
    const std::string_view first = text_.word(c.begin);
    return is_title_or_role(*draft_.lexicon, first) &&
           draft_.lexicon->is_title(text_.word(c.begin + 1)) &&
           !text_.is_surname(text_.word(c.begin + 1)) && !draft_.lexicon->is_first_name(first);
  }

  /// "Overview", once: a noun with a capital that nothing else shows to be a name.
  [[nodiscard]] bool is_common_noun(const NameCandidate& c) const {
    const std::string_view word = text_.word(c.begin);
    const bool place = c.model == NameType::geopolitical_entity || c.model == NameType::location ||
                       c.model == NameType::nationality;
    if (c.size() != 1 || place || is_acronym(word) || text_.whole(c).words > 0) return false;
    if (draft_.lexicon->institution_word(word) != InstitutionWord::none ||
        draft_.lexicon->type_of_name_head(word)) {
      return false;
    }
    const std::string_view one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    const bool common = draft_.lexicon->is_common_noun(word) || draft_.lexicon->is_common_noun(one);
    return common && text_.count_capital(word) < 2;
  }

  /// "State" in "Secretary of State": of what an office is, no name.
  [[nodiscard]] bool is_field(const NameCandidate& c) const {
    if (c.begin < 2 || text_.word(c.begin - 1) != "of" || text_.whole(c).words > 0) return false;
    const std::string office = fold_name(text_.word(c.begin - 2));
    if (draft_.lexicon->type_of_noun(office) != NodeType::person) return false;
    const std::string word = fold_name(text_.word(c.begin));
    return draft_.lexicon->knows_noun(word) ||
           draft_.lexicon->institution_word(word) == InstitutionWord::part;
  }

  /// "the Queen", but not "King" for Larry King.
  [[nodiscard]] bool is_bare_role(std::uint32_t i) const {
    std::string word(text_.word(i));
    if (text_.is_surname(word)) return false;
    if (word.ends_with("men")) word.replace(word.size() - 2, 1, "a");  // "Congressmen"
    const bool brief = word.ends_with('.') || (i + 1 < text_.size() && text_.word(i + 1) == ".");
    if (brief && word.size() <= 5 && draft_.lexicon->is_title(word)) return true;  // "Rep."
    const bool before_name = i + 1 < text_.size() && tree_.token(i + 1).upos == Upos::propn &&
                             starts_upper(text_.word(i + 1));  // "Comedian Eddie Griffin"
    return draft_.lexicon->type_of_noun(fold_name(word)) == NodeType::person &&
           !draft_.lexicon->is_first_name(word) && (before_name || draft_.lexicon->is_title(word));
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  NameText text_;
};

}  // namespace

void find_names(EntityDraft& draft) {
  draft.named.assign(draft.tree.analysis().tokens.size(), false);
  NameFinder(draft).find();
}

}  // namespace actant
