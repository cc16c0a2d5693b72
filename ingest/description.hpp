// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_DESCRIPTION_HPP
#define ACTANT_INGEST_DESCRIPTION_HPP

#include "ingest/entity_draft.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace actant {

using Words = std::vector<std::string>;  ///< sorted, each once

/// What a description says. A word that belongs to a name, or has a group of its own, stands as "#"
/// and the number of the group, so that "Kazakh" and "Kazakhstan" are one word.
struct Description {
  std::string head;         ///< lower-case lemma; "state of affairs" for phrases of synonyms.tsv
  std::string kin;          ///< "peacekeep" for "peacekeepers" and "peacekeeping forces"
  Words before;             ///< modifiers in front, numbers and names among them
  Words names;              ///< those of them that are names
  Words of;                 ///< what follows "of"
  Words possessors;         ///< "#3" for "Kazakhstan's", "its"
  bool pointing = false;    ///< this, that, these, those
  bool restricted = false;  ///< a relative clause, or a prepositional phrase other than with "of"
};

/// True if every word of `part` is in `whole`.
[[nodiscard]] bool is_subset(const Words& part, const Words& whole);
/// True if no word is in both.
[[nodiscard]] bool disjoint(const Words& a, const Words& b);
/// Inserts in order, once.
void insert_sorted(Words& words, std::string word);

/// Reads the words around the head of a mention.
/// @param groups  For each token: the group that it stands for as a word, or no_group.
[[nodiscard]] Description read_description(const EntityDraft& draft, const DraftMention& mention,
                                           const std::vector<std::uint32_t>& groups);

}  // namespace actant

#endif  // ACTANT_INGEST_DESCRIPTION_HPP
