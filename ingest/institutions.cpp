// SPDX-License-Identifier: MIT
#include "ingest/institutions.hpp"

#include "graph/name_form.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace actant {
namespace {

constexpr std::uint32_t longest_name = 8;  // words; longer ones tell enough

bool is_possessive(std::string_view word) { return word == "'s" || word == "’s" || word == "'"; }

bool is_country(const GazetteerEntry& entry) {
  return std::ranges::any_of(entry.same_as, [](const std::string& iri) {
    return iri.starts_with("http://www.wikidata.org/");
  });
}

/// "ministry of defence" as "defense ministry".
std::string in_one_order(std::vector<std::string> words) {
  for (std::string& word : words) word = common_spelling(word);
  const bool office =
      words.size() > 2 && words[1] == "of" && (words[0] == "ministry" || words[0] == "department");
  if (office) {
    std::rotate(words.begin(), words.begin() + 2, words.end());
    words.pop_back();
  }
  std::string name;
  for (const std::string& word : words) {
    if (word == "the") continue;
    if (!name.empty()) name += ' ';
    name += word;
  }
  return name;
}

/// What the words of a name are, its place aside.
class NameReader {
 public:
  NameReader(const EntityDraft& draft, const DraftMention& mention)
      : draft_(draft), begin_(mention.begin), end_(mention.end) {
    for (std::uint32_t i = begin_; i < end_; ++i) words_.push_back(draft.tree.form(i));
  }

  std::optional<Institution> read() {
    if (words_.size() > longest_name) return std::nullopt;
    take_front();
    take_back();
    std::vector<std::string> folded;
    unsigned heads = 0;
    unsigned parts = 0;
    bool alone = false;
    for (const std::string_view word : words_) {
      folded.push_back(fold_name(word));
      const InstitutionWord kind = draft_.lexicon->institution_word(folded.back());
      if (kind == InstitutionWord::none && !is_small_word(folded.back()) && word != "'s") {
        return std::nullopt;
      }
      const bool only = words_.size() == 1 && found_.place == Gazetteer::none;
      if (kind == InstitutionWord::brief && !only) return std::nullopt;
      alone = alone || kind == InstitutionWord::alone;
      found_.host = found_.host || kind == InstitutionWord::host;
      heads += kind == InstitutionWord::head ? 1U : 0U;
      parts += kind == InstitutionWord::part ? 1U : 0U;
    }
    found_.brief = words_.size() == 1 && !alone && !found_.host && parts == 0;
    if (heads == 0 && !alone && !found_.host && !found_.brief) return std::nullopt;
    found_.name = in_one_order(std::move(folded));
    if (found_.host && found_.place != Gazetteer::none) {  // "U.S. Embassy": whose, not where
      found_.name = fold_name(draft_.gazetteer->entry(found_.place).name) + " " + found_.name;
      found_.place = Gazetteer::none;
    }
    return std::move(found_);
  }

 private:
  /// "Iraqi Parliament", "Iraq's Parliament".
  void take_front() {
    if (words_.size() < 2) return;
    const Gazetteer::Match match =
        draft_.gazetteer->longest(std::span(words_).first(words_.size() - 1));
    if (match.words == 0) return;
    if (draft_.gazetteer->entry(match.entry).type != NodeType::geopolitical_entity) return;
    std::size_t taken = match.words;
    if (is_possessive(words_[taken]) && taken + 1 < words_.size()) ++taken;
    found_.place = match.entry;
    words_.erase(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(taken));
  }

  /// "Parliament of Iraq".
  void take_back() {
    for (std::size_t i = 1; i + 1 < words_.size() && found_.place == Gazetteer::none; ++i) {
      if (words_[i] != "of" && words_[i] != "in") continue;
      std::size_t first = i + 1;
      if (words_[first] == "the" && first + 1 < words_.size()) ++first;
      const Gazetteer::Match match = draft_.gazetteer->longest(std::span(words_).subspan(first));
      if (match.words != words_.size() - first || match.demonym) continue;
      if (draft_.gazetteer->entry(match.entry).type != NodeType::geopolitical_entity) continue;
      found_.place = match.entry;
      words_.resize(i);
    }
  }

  const EntityDraft& draft_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<std::string_view> words_;
  Institution found_;
};

}  // namespace

Institutions::Institutions(const EntityDraft& draft) : draft_(draft) {
  places_.assign(draft.tree.analysis().tokens.size(), Gazetteer::none);
  bool several = false;
  for (const DraftMention& mention : draft.mentions) {
    if (mention.kind != MentionKind::name || mention.entry == Gazetteer::none) continue;
    const GazetteerEntry entry = draft.gazetteer->entry(mention.entry);
    if (entry.type != NodeType::geopolitical_entity) continue;
    std::fill(places_.begin() + mention.begin, places_.begin() + mention.end, mention.entry);
    if (!is_country(entry)) continue;
    several = several || (only_country_ != Gazetteer::none && only_country_ != mention.entry);
    only_country_ = mention.entry;
  }
  if (several) only_country_ = Gazetteer::none;
}

bool Institutions::is_body(const EntityDraft& draft, const DraftMention& mention) {
  const std::optional<Institution> found = NameReader(draft, mention).read();
  return found && !found->host && !found->brief;
}

std::string Institutions::bare_name(const EntityDraft& draft, const DraftMention& mention) {
  std::optional<Institution> found = NameReader(draft, mention).read();
  const bool bare = found && found->place == Gazetteer::none && !found->host;
  return bare ? std::move(found->name) : std::string();
}

std::uint32_t Institutions::place_at(std::uint32_t token) const {
  return token < places_.size() ? places_[token] : Gazetteer::none;
}

std::uint32_t Institutions::place_before(const DraftMention& mention) const {
  const Syntax& tree = draft_.tree;
  std::uint32_t i = mention.begin;
  if (i > 0 && is_possessive(tree.form(i - 1))) --i;
  if (i == 0 || tree.sentence(i - 1) != tree.sentence(mention.begin)) return Gazetteer::none;
  return place_at(i - 1);
}

/// "the Senate of Italy", "the U.S. Embassy in Lebanon", whatever the parser hangs the place on.
std::uint32_t Institutions::place_behind(const DraftMention& mention) const {
  const Syntax& tree = draft_.tree;
  std::uint32_t i = mention.end;
  if (i + 1 >= places_.size() || tree.sentence(i + 1) != tree.sentence(mention.begin)) {
    return Gazetteer::none;
  }
  const std::string_view mark = tree.form(i);
  if (mark != "of" && mark != "in" && mark != "for" && mark != "at") return Gazetteer::none;
  ++i;
  return place_at(tree.token(i).upos == Upos::det ? i + 1 : i);
}

std::optional<Institution> Institutions::read(const DraftMention& mention) const {
  const bool body = mention.type == NodeType::organization || mention.type == NodeType::facility;
  if (!body || mention.kind != MentionKind::name) return std::nullopt;
  std::optional<Institution> found = NameReader(draft_, mention).read();
  if (!found || found->place != Gazetteer::none) return found;
  if (!found->host) found->place = place_before(mention);
  if (found->place == Gazetteer::none) found->place = place_behind(mention);
  return found;
}

/// A name by which the gazetteer knows one of another place is hardly that of this one.
bool Institutions::may_be_of(const Institution& institution, std::uint32_t place) const {
  if (place == Gazetteer::none) return false;
  const Gazetteer& known = *draft_.gazetteer;
  constexpr std::string_view department = " department";
  std::string other = institution.name;
  if (other.ends_with(department)) {
    other = "department of " + other.substr(0, other.size() - department.size());
  }
  if (known.exact(institution.name).words == 0 && known.exact(other).words == 0) return true;
  const std::string placed = std::string(known.entry(place).name) + " " + institution.name;
  return known.exact(placed).words > 0;
}

std::optional<Institution> Institutions::of_group(const DraftGroup& group) const {
  std::optional<Institution> whole;
  bool several = false;
  for (const std::uint32_t m : group.mentions) {
    const DraftMention& mention = draft_.mentions[m];
    if (mention.kind != MentionKind::name) continue;
    const std::optional<Institution> one = read(mention);
    if (!one) return std::nullopt;
    if (!whole) {
      whole = one;
      continue;
    }
    if (one->name.size() > whole->name.size()) {
      whole->name = one->name;
      whole->host = one->host;
    }
    if (one->place == Gazetteer::none) continue;
    several = several || (whole->place != Gazetteer::none && whole->place != one->place);
    whole->place = one->place;
  }
  if (!whole) return whole;
  if (whole->brief || several) whole->place = Gazetteer::none;
  if (!several && whole->place == Gazetteer::none && !whole->host && !whole->brief &&
      may_be_of(*whole, only_country_)) {
    whole->place = only_country_;
  }
  return whole;
}

}  // namespace actant
