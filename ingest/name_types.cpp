// SPDX-License-Identifier: MIT
#include "ingest/name_types.hpp"

#include "ingest/folding.hpp"
#include "ingest/institutions.hpp"

#include <algorithm>
#include <cstddef>

namespace actant {
namespace {

void set_gender(const NameText& text, const NameCandidate& c, DraftMention& mention) {
  const Lexicon& lexicon = *text.draft().lexicon;
  if (mention.gender == Gender::unknown) {
    const Gender told = lexicon.gender_of_first_name(text.word(c.begin));
    (c.size() > 1 ? mention.gender : mention.hint) = told;
  }
  if (mention.gender != Gender::unknown || c.begin == 0) return;
  mention.gender = lexicon.gender_of_title(text.word(c.begin - 1));
}

/// Type of the noun that a name is built on: "Council" in "Council of Europe" and "Security
/// Council".
std::optional<NodeType> head_noun_type(const NameText& text, const NameCandidate& c) {
  std::uint32_t last = c.end - 1;
  for (std::uint32_t i = c.begin + 1; i < c.end; ++i) {
    const std::string_view w = text.word(i);
    if (w == "of" || w == "for" || w == "on" || w == "against") {
      last = i - 1;
      break;
    }
  }
  if (const auto type = text.draft().lexicon->type_of_name_head(text.word(last))) return type;
  return text.draft().lexicon->type_of_name_front(text.word(c.begin));
}

/// A name of one country's institution that others have too: "Senate", "Department of Justice"; but
/// there is one "Central Intelligence Agency".
bool is_anywhere(const NameText& text, const DraftMention& mention, const GazetteerEntry& entry) {
  const bool own = entry.prominence >= Gazetteer::first_bonus;  // the user's table tells which
  if (entry.type != NodeType::organization || own) return false;
  const std::string name = Institutions::bare_name(text.draft(), mention);
  return name.ends_with(" department") || name.ends_with(" ministry") ||
         (!name.empty() && fold_name(text.draft().text(mention)) != fold_name(entry.name));
}

/// "RIA Novosti", "Interfax": a body that the model took for a person.
bool is_known_body(const NameText& text, const NameCandidate& c, const GazetteerEntry& entry) {
  if (c.model != NameType::person || entry.type != NodeType::organization) return false;
  const std::string_view word = text.word(c.begin);
  return !text.draft().lexicon->is_first_name(word) && (c.size() > 1 || !text.is_surname(word));
}

/// Takes over what the gazetteer knows, unless the model says that it is something else.
bool take_entry(const NameText& text, const NameCandidate& c, DraftMention& mention) {
  const Gazetteer::Match match = text.whole(c);
  if (match.words == 0) return false;
  const GazetteerEntry entry = text.draft().gazetteer->entry(match.entry);
  const bool place =
      entry.type == NodeType::geopolitical_entity || entry.type == NodeType::location;
  const bool agrees =
      !c.model || mention.type == entry.type || c.model == NameType::nationality ||
      entry.prominence >= 6 || (place && entry.prominence >= 5) ||
      (place && (c.model == NameType::location || c.model == NameType::geopolitical_entity));
  const bool person = c.model == NameType::person && entry.prominence < 7;
  if ((!agrees || person) && !is_known_body(text, c, entry)) return false;
  mention.type = entry.type;
  DraftMention words = mention;
  words.begin = c.begin;
  words.end = c.end;
  if (!match.demonym && is_anywhere(text, words, entry)) {
    mention.typed = true;
    return true;
  }
  mention.entry = match.entry;
  mention.demonym = match.demonym;
  mention.typed = true;
  return true;
}

/// "AK-47", "F-16": capitals, a hyphen, digits.
bool is_model_number(const NameText& text, const NameCandidate& c) {
  const std::string_view name = text.draft().text(c.begin, c.end);
  const std::size_t hyphen = name.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen > 3) return false;
  const auto capital = [](char ch) { return ch >= 'A' && ch <= 'Z'; };
  const auto digit = [](char ch) { return ch >= '0' && ch <= '9'; };
  const std::string_view number = name.substr(hyphen + 1);
  return std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(hyphen), capital) &&
         !number.empty() && digit(number.front()) && number.size() < 5;
}

/// "Kansans", who are not Kansas.
bool is_people(const NameText& text, const NameCandidate& c) {
  const std::string_view last = text.word(c.end - 1);
  if (!last.ends_with('s') || c.size() > 2) return false;
  std::string one(c.size() == 2 ? text.word(c.begin) : std::string_view());
  one += " ";
  one += last.substr(0, last.size() - 1);
  const Gazetteer::Match match = text.draft().gazetteer->exact(one);
  return match.words > 0 && match.demonym &&
         text.draft().gazetteer->entry(match.entry).type == NodeType::geopolitical_entity;
}

/// "Hutus", "the Bidens": a plural that the model took for one person or a place.
bool is_family_or_folk(const NameText& text, const NameCandidate& c, NodeType type) {
  const std::string_view word = text.word(c.begin);
  if (c.size() != 1 || !word.ends_with('s') || text.tree().xpos(c.begin) != "NNPS") return false;
  if (text.is_surname(word.substr(0, word.size() - 1))) return true;
  return type == NodeType::person && c.model && !text.is_surname(word) &&
         !text.draft().lexicon->is_first_name(word);
}

/// How a noun describes a name: "newspaper Magyar Nemzet", or "leader of the party, Ann Lee", where
/// the parser may have taken the wrong noun.
enum class Bond : std::uint8_t { before, apposition };

/// The type that a noun beside the mention tells.
std::optional<NodeType> type_by(const NameText& text, const DraftMention& mention, std::uint32_t i,
                                Bond bond) {
  const Syntax& tree = text.tree();
  const Lexicon& lexicon = *text.draft().lexicon;
  const Upos tag = tree.token(i).upos;
  if ((tag != Upos::noun && tag != Upos::adj) || tree.xpos(i) == "NNS") return std::nullopt;
  NodeType type = lexicon.type_of_noun(tree.lemma(i));
  // "the rights group Viasna": a group with a name is a body.
  if (type == NodeType::group && bond == Bond::before) type = NodeType::organization;
  if (tag == Upos::adj && type != NodeType::organization) return std::nullopt;
  if (type == NodeType::concept_ || type == NodeType::group) return std::nullopt;
  const bool person = mention.type == NodeType::person && mention.end - mention.begin > 1 &&
                      ((mention.typed && bond == Bond::apposition) ||
                       lexicon.is_first_name(text.word(mention.begin)));
  return person && type != NodeType::person ? std::nullopt : std::optional(type);
}

/// An apposition right behind the name that the parser hung on the noun above; no_head if none.
std::uint32_t attached_higher(const NameText& text, const DraftMention& mention) {
  const std::uint32_t above = text.tree().token(mention.head).head;
  if (above == no_head || mention.end >= text.size() || text.word(mention.end) != ",")
    return no_head;
  for (const std::uint32_t c : text.tree().children(above)) {
    const bool near = c > mention.end && c - mention.end <= 6;
    if (near && text.tree().token(c).deprel == DepRel::appos) return c;
  }
  return no_head;
}

}  // namespace

void type_name(const NameText& text, const NameCandidate& c, DraftMention& mention) {
  if (c.model) {
    mention.type = node_type(*c.model);
    mention.typed = true;
  }
  if (take_entry(text, c, mention)) return;
  DraftMention words = mention;
  words.begin = c.begin;
  words.end = c.end;
  if (Institutions::is_body(text.draft(), words)) {
    mention.type = NodeType::organization;
    mention.typed = true;
    mention.sure = true;
    return;
  }
  if (is_model_number(text, c)) {
    mention.type = NodeType::product;
    mention.typed = true;
    return;
  }
  if (is_people(text, c) || is_family_or_folk(text, c, mention.type)) {
    mention.type = NodeType::group;
    mention.number = Number::plural;
    mention.typed = true;
    mention.sure = true;
    return;
  }
  if (mention.type == NodeType::person && c.model) {
    set_gender(text, c, mention);
    return;
  }
  if (c.size() > 1) {
    if (const auto type = head_noun_type(text, c)) {
      mention.type = *type;
      mention.typed = true;
      mention.sure = true;
      return;
    }
  }
  if (c.model) return;
  if (text.draft().lexicon->is_first_name(text.word(c.begin)) && c.size() <= 3) {
    mention.type = NodeType::person;
    set_gender(text, c, mention);
  } else {
    mention.type = NodeType::organization;
  }
}

std::optional<NodeType> description_of(const NameText& text, const DraftMention& mention) {
  const Syntax& tree = text.tree();
  const Token& head = tree.token(mention.head);
  if (mention.begin > 0 && tree.sentence(mention.begin - 1) == tree.sentence(mention.begin)) {
    const std::uint32_t before = mention.begin - 1;
    const Token& token = tree.token(before);
    const bool tied = token.head == mention.head || head.head == before;
    const bool inner = token.head == mention.head
                           ? token.deprel != DepRel::conj
                           : head.deprel != DepRel::conj && head.deprel != DepRel::nmod;
    if (tied && inner) {
      if (auto type = type_by(text, mention, before, Bond::before)) return type;
    }
  }
  if (head.deprel == DepRel::appos && head.head != no_head) {
    if (auto type = type_by(text, mention, head.head, Bond::apposition)) return type;
  }
  for (const std::uint32_t c : tree.children(mention.head)) {
    if (tree.token(c).deprel != DepRel::appos) continue;
    if (auto type = type_by(text, mention, c, Bond::apposition)) return type;
  }
  const std::uint32_t higher = attached_higher(text, mention);
  return higher == no_head ? std::nullopt : type_by(text, mention, higher, Bond::apposition);
}

void settle_article(const NameText& text, DraftMention& mention) {
  const Syntax& tree = text.tree();
  const std::uint32_t det = tree.child(mention.head, DepRel::det);
  if (det == no_head || tree.lemma(det) != "the" || det + 1 != mention.begin) return;
  const std::string_view tag = tree.xpos(mention.head);
  const bool plural = tag == "NNPS" || tag == "NNS";
  mention.type = plural ? NodeType::group : NodeType::organization;
  if (plural) mention.number = Number::plural;
}

}  // namespace actant
