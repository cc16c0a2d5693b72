// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_LEXICON_HPP
#define ACTANT_INGEST_LEXICON_HPP

#include "ingest/hash_table.hpp"
#include "ingest/node_type.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

enum class Gender : std::uint8_t { unknown, masculine, feminine };

/// Does a noun let through what follows "of"?
enum class Transparency : std::uint8_t {
  none,
  amount,  ///< how many or what kind, of things not yet known: "a series of attacks" is attacks
  aspect,  ///< a side of the thing: "the duration of the talks"
};

/// What a word does in the name of an institution that many places have.
enum class InstitutionWord : std::uint8_t {
  none,
  alone,  ///< names one by itself: "Senate"
  head,   ///< names one with others: "Court"
  part,   ///< one of the others: "Supreme"
  host,   ///< names one that is known by where it is: "Embassy"
  brief,  ///< by itself names many: "Committee"
};

/// What words say about the things that they describe; read from tables that users can extend.
class Lexicon {
 public:
  /// Reads nouns.tsv, name-heads.tsv, first-names.tsv, titles.tsv, synonyms.tsv,
  /// transparent.tsv, institutions.tsv, common-nouns.tsv, hypernyms.tsv, epithets.tsv, noise.tsv
  /// and line-openers.tsv of `folder`.
  /// @throws Error or InputError if one is missing or wrong.
  explicit Lexicon(const std::string& folder);

  /// Node type of what the noun describes; concept_ when it is not listed. Case is ignored.
  [[nodiscard]] NodeType type_of_noun(std::string_view lemma) const;
  /// True if nouns.tsv lists it.
  [[nodiscard]] bool knows_noun(std::string_view lemma) const;
  /// True for nouns that texts write in lower case: "research". Case is ignored.
  [[nodiscard]] bool is_common_noun(std::string_view word) const;
  /// Type of what a name with that last word (or, with a hyphen behind, first word) names; nothing
  /// when it is not listed.
  [[nodiscard]] std::optional<NodeType> type_of_name_head(std::string_view word) const;
  [[nodiscard]] std::optional<NodeType> type_of_name_front(std::string_view word) const;
  /// True for words such as "General" that stand before a person's name and are no part of it.
  [[nodiscard]] bool is_title(std::string_view word) const;
  /// Gender that a title or a first name tells.
  [[nodiscard]] Gender gender_of_title(std::string_view word) const;
  [[nodiscard]] Gender gender_of_first_name(std::string_view word) const;
  [[nodiscard]] bool is_first_name(std::string_view word) const;
  /// Numbers of the rows of synonyms.tsv that list the noun; empty when none does.
  [[nodiscard]] std::span<const std::uint16_t> synonym_rows(std::string_view lemma) const;
  /// Class of a noun that lets through what follows "of".
  [[nodiscard]] Transparency transparency(std::string_view lemma) const;
  /// Part of a word in the names of institutions such as "Supreme Court"; case is ignored.
  [[nodiscard]] InstitutionWord institution_word(std::string_view word) const;
  /// True for words of abuse, which name nobody.
  [[nodiscard]] bool is_epithet(std::string_view lemma) const;
  /// True for nouns by which a body is called once its name is known: "the company".
  [[nodiscard]] bool is_hypernym(std::string_view lemma) const;
  /// Phrases of page furniture, in lower case.
  [[nodiscard]] const std::vector<std::string>& noise_phrases() const { return noise_; }
  /// First words of lines that are no text ("photo by"), in lower case.
  [[nodiscard]] const std::vector<std::string>& line_openers() const { return line_openers_; }

 private:
  HashTable<NodeType> nouns_;
  HashTable<NodeType> name_heads_;
  HashTable<NodeType> name_fronts_;
  HashTable<Gender> titles_;
  HashTable<Gender> first_names_;
  HashTable<std::vector<std::uint16_t>> synonyms_;
  HashTable<Transparency> transparent_;
  HashTable<InstitutionWord> institutions_;
  HashTable<bool> common_nouns_;
  HashTable<bool> epithets_;
  HashTable<bool> hypernyms_;
  std::vector<std::string> noise_;
  std::vector<std::string> line_openers_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_LEXICON_HPP
