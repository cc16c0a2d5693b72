// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_ENTITY_DRAFT_HPP
#define ACTANT_INGEST_ENTITY_DRAFT_HPP

#include "ingest/gazetteer.hpp"
#include "ingest/lexicon.hpp"
#include "ingest/mentions.hpp"
#include "ingest/node_type.hpp"
#include "ingest/syntax.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

enum class Number : std::uint8_t { unknown, singular, plural };
enum class Definiteness : std::uint8_t { bare, definite, indefinite, possessed };

inline constexpr std::uint32_t no_group = 0xFFFFFFFFU;
/// Link of "a series of attacks" to the attacks.
inline constexpr std::string_view transparent = "transparent";

/// A mention while entities are being found.
struct DraftMention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t head = 0;
  MentionKind kind = MentionKind::name;
  NodeType type = NodeType::concept_;
  Gender gender = Gender::unknown;
  Gender hint = Gender::unknown;  ///< of a single word, which may be a first name or a surname
  Number number = Number::unknown;
  Definiteness definiteness = Definiteness::bare;
  std::uint32_t entry = Gazetteer::none;
  bool typed = false;                 ///< the type comes from a gazetteer, a head noun or the model
  bool sure = false;                  ///< the last word of the name tells the type: "Council"
  bool demonym = false;               ///< "Kazakh": names a country, but is not its name
  std::optional<NodeType> described;  ///< what an apposition or a noun in front calls it
  std::uint32_t group = no_group;
  std::string_view link;  ///< see EntityMention::link
};

/// Mentions of one thing while entities are being found.
struct DraftGroup {
  std::vector<std::uint32_t> mentions;
  NodeType type = NodeType::concept_;
  Gender gender = Gender::unknown;
  Gender hint = Gender::unknown;  ///< what counts while the gender is unknown
  Number number = Number::unknown;
  std::uint32_t entry = Gazetteer::none;
  bool named = false;
  bool removed = false;               ///< merged into another
  std::vector<std::string> roles;     ///< head nouns of titles, in lower case: "secretary general"
  std::vector<std::string> acronyms;  ///< aliases learnt from "(CSTO)"
};

/// What the stages of EntityFinder pass on.
struct EntityDraft {
  EntityDraft(const Document& read, const Analysis& analysed, const Gazetteer& known,
              const Lexicon& words)
      : document(&read), tree(analysed), gazetteer(&known), lexicon(&words) {}

  const Document* document;
  Syntax tree;
  const Gazetteer* gazetteer;
  const Lexicon* lexicon;
  std::vector<bool> noise;    ///< by token
  std::vector<bool> literal;  ///< by token: inside a date, a quantity or an amount of money
  std::vector<bool> named;    ///< by token: inside a name
  std::vector<DraftMention> mentions;
  std::vector<DraftGroup> groups;

  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const {
    return {tree.token(begin).span.begin, tree.token(end - 1).span.end};
  }
  [[nodiscard]] std::string_view text(std::uint32_t begin, std::uint32_t end) const {
    return slice(document->text, span(begin, end));
  }
  [[nodiscard]] std::string_view text(const DraftMention& mention) const {
    return text(mention.begin, mention.end);
  }
  /// Puts a mention into a group.
  void join(std::uint32_t mention, std::uint32_t group);
  /// A new group of that mention alone.
  std::uint32_t found_group(std::uint32_t mention);
  /// Moves all mentions of `from` into `into`.
  void merge_groups(std::uint32_t into, std::uint32_t from);
};

/// Fills `noise`.
void find_noise(EntityDraft& draft);
/// Fills `literal`, `named` and the mentions that are names.
void find_names(EntityDraft& draft);
/// Adds descriptions and pronouns, and sorts the mentions.
void find_descriptions(EntityDraft& draft);
/// Groups names.
void group_names(EntityDraft& draft);
/// Gives descriptions a group.
void group_descriptions(EntityDraft& draft);
/// Joins descriptions by office ("the Kazakh president") with the person who holds it on the day of
/// publication, where the gazetteer knows and the document names that person.
void join_office_holders(EntityDraft& draft);
/// Gives pronouns a group where one fits.
void resolve_pronouns(EntityDraft& draft);
/// Merges descriptions whose owners, pronouns among them, turned out to be the same: "her death"
/// and "Gloria's death".
void join_possessed(EntityDraft& draft);

}  // namespace actant

#endif  // ACTANT_INGEST_ENTITY_DRAFT_HPP
