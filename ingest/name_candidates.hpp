// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NAME_CANDIDATES_HPP
#define ACTANT_INGEST_NAME_CANDIDATES_HPP

#include "ingest/name_text.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace actant {

/// The model's names, dates and amounts left out. One that it cut into an organisation and a person
/// ("HDT", "Védelmi Ipari"), or two parts of a person around an initial, is put together.
[[nodiscard]] std::vector<NameCandidate> model_names(const NameText& text);

/// The next name of the sentence that the model missed: a known one, or a run of proper nouns.
/// Looks at words that are not yet in a name.
/// @param at  Where to begin; moved behind what is found.
[[nodiscard]] std::optional<NameCandidate> next_missed_name(const NameText& text,
                                                            const Sentence& sentence,
                                                            std::uint32_t& at);

}  // namespace actant

#endif  // ACTANT_INGEST_NAME_CANDIDATES_HPP
