// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_CLAUSES_HPP
#define ACTANT_INGEST_CLAUSES_HPP

#include "ingest/rule_book.hpp"
#include "ingest/tree.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {

/// A prepositional or bare adjunct of a predicate.
struct Oblique {
  std::uint32_t head = no_head;         ///< its noun
  std::uint32_t preposition = no_head;  ///< no_head: bare, as in "yesterday"
};

/// How a predicate came by its subject.
enum class SubjectOrigin : std::uint8_t { none, own, shared, controlled, antecedent };

/// A predicate with what fills its places, gaps included. All fields are tokens.
struct Clause {
  std::uint32_t trigger = no_head;  ///< verb, or the noun or adjective after a copula
  std::uint32_t subject = no_head;  ///< surface subject: of a passive it is the patient
  std::uint32_t object = no_head;
  std::uint32_t recipient = no_head;  ///< indirect object
  std::uint32_t agent = no_head;      ///< by-phrase of a passive
  std::uint32_t particle = no_head;   ///< "up" of "set up"
  std::uint32_t parent = no_head;     ///< trigger of the next clause up the tree
  bool passive = false;
  bool copular = false;
  bool is_content = false;  ///< what a noun is about: "allegations that", "of"
  SubjectOrigin subject_origin = SubjectOrigin::none;
  std::vector<Oblique> obliques;
};

/// All clauses of a document, heads before dependents.
struct Clauses {
  std::vector<Clause> list;
  std::vector<std::uint32_t> of_token;  ///< position in `list`, or no_head

  /// The clause that `token` triggers, or null.
  [[nodiscard]] const Clause* at(std::uint32_t token) const {
    return token == no_head || of_token[token] == no_head ? nullptr : &list[of_token[token]];
  }
  /// The clause that `token` triggers or is inside of, or null.
  [[nodiscard]] const Clause* around(const Tree& tree, std::uint32_t token) const;
};

/// Is it what somebody is accused of, charged with or thanked for: "accused the firm of hiding it"?
[[nodiscard]] bool is_held_against(const Tree& tree, const RuleBook& book, std::uint32_t clause);

/// Finds the predicates and fills their places: relative pronouns by their antecedents, missing
/// subjects by control, coordination or modification, shared objects by coordination. Linear in
/// the tokens.
[[nodiscard]] Clauses find_clauses(const Tree& tree, const RuleBook& book);

}  // namespace actant

#endif  // ACTANT_INGEST_CLAUSES_HPP
