// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NESTED_NAMES_HPP
#define ACTANT_INGEST_NESTED_NAMES_HPP

#include "ingest/name_text.hpp"

#include <vector>

namespace actant {

/// Adds countries and acronyms inside the names of bodies ("CSTO Collective Security Council"),
/// when the document also speaks of them by themselves. Linear but for look-ups.
void add_nested_names(const NameText& text, std::vector<DraftMention>& mentions);

}  // namespace actant

#endif  // ACTANT_INGEST_NESTED_NAMES_HPP
