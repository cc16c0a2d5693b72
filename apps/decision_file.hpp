// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_DECISION_FILE_HPP
#define ACTANT_APPS_DECISION_FILE_HPP

#include "graph/resolve.hpp"

#include <string>
#include <string_view>

namespace actant {

/// The decisions of a resolution as JSON lines: one for each pair of nodes, with names and mentions
/// as evidence, and a last line from which the graph is restored.
/// @param original  What was resolved.
[[nodiscard]] std::string write_decisions(const KnowledgeGraph& original,
                                          const Resolution& resolution);

/// The graph before the decisions, whose bytes come from `source`.
/// @throws InputError if the bytes are no decisions; Error if `resolved` is not the graph that they
/// made.
[[nodiscard]] KnowledgeGraph undo_decisions(const KnowledgeGraph& resolved, std::string_view bytes,
                                            const std::string& source);

}  // namespace actant

#endif  // ACTANT_APPS_DECISION_FILE_HPP
