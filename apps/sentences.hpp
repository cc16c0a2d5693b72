// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_SENTENCES_HPP
#define ACTANT_APPS_SENTENCES_HPP

#include "graph/knowledge_graph.hpp"

#include <string>

namespace actant {

/// A claim as a person would read it: "the peacekeepers will guard the strategic facilities
/// [future; says Stanislav Zas]".
[[nodiscard]] std::string readable(const KnowledgeGraph& graph, const Claim& claim);

/// The name of an entity or the text of a literal.
[[nodiscard]] std::string filler_text(const KnowledgeGraph& graph, const Participant& participant);

/// "c3": what Actant JSON calls the relation at that position of relations(), counted from 0.
[[nodiscard]] std::string edge_id(std::size_t position);

/// "n3": what Actant JSON calls an entity.
[[nodiscard]] std::string node_id(EntityId id);

}  // namespace actant

#endif  // ACTANT_APPS_SENTENCES_HPP
