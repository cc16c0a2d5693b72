// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NAME_PARTS_HPP
#define ACTANT_INGEST_NAME_PARTS_HPP

#include "ingest/entity_draft.hpp"
#include "ingest/institutions.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actant {

/// A distinct spelling of a name.
struct Spelling {
  std::string text;  ///< folded
  std::vector<std::string> words;
  std::uint32_t first = 0;  ///< mention
  std::optional<Institution> institution;
};

/// May names of these types be of one thing?
[[nodiscard]] bool compatible(NodeType a, NodeType b);

/// Tells which names are parts of others. Keeps a reference to the draft, whose names must have
/// their groups. Linear in the names compared.
class NameParts {
 public:
  explicit NameParts(const EntityDraft& draft) : draft_(draft) {}

  /// True if the shorter name may stand for what the longer one names: a surname or first name for
  /// a person, a first or last part for an organisation.
  [[nodiscard]] bool is_part(const Spelling& brief, const Spelling& full) const;
  /// "United States Central Intelligence Agency": a country, and `rest` words more.
  [[nodiscard]] bool is_place_and(const Spelling& full, std::size_t rest) const;

 private:
  [[nodiscard]] const DraftGroup& group_of(const Spelling& spelling) const {
    return draft_.groups[draft_.mentions[spelling.first].group];
  }
  [[nodiscard]] bool is_part_of_person(const Spelling& brief, const Spelling& full) const;
  [[nodiscard]] bool is_first_surname(const Spelling& brief, const Spelling& full) const;
  [[nodiscard]] bool holds_a_body_of(const Spelling& brief, const Spelling& full) const;
  [[nodiscard]] bool stands_for_more(const Spelling& brief) const;

  const EntityDraft& draft_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_NAME_PARTS_HPP
