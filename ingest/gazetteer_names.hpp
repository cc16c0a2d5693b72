// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_NAMES_HPP
#define ACTANT_INGEST_GAZETTEER_NAMES_HPP

#include "ingest/gazetteer.hpp"
#include "nlp/analysis.hpp"

namespace actant {

/// Makes names of an analysed text of what the tables that come first (Gazetteer::Rank::first)
/// know: the longest match from left to right, its type from the table. A match gives way only to a
/// longer name of the model around it. Words are matched where they look like a name: one of them
/// is capitalised, and a single word is a proper noun. Demonyms are left to the model. Linear.
void mark_names(Analysis& analysis, const Gazetteer& gazetteer);

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_NAMES_HPP
