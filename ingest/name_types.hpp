// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NAME_TYPES_HPP
#define ACTANT_INGEST_NAME_TYPES_HPP

#include "ingest/name_text.hpp"

#include <optional>

namespace actant {

/// Fills type, entry and what else the words of a name tell of it.
void type_name(const NameText& text, const NameCandidate& candidate, DraftMention& mention);

/// What an apposition, or the common noun right in front, calls the thing.
[[nodiscard]] std::optional<NodeType> description_of(const NameText& text,
                                                     const DraftMention& mention);

/// Persons take no article: "the Crown" is a body, "the Sams" a family.
void settle_article(const NameText& text, DraftMention& mention);

}  // namespace actant

#endif  // ACTANT_INGEST_NAME_TYPES_HPP
