// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GRAPH_JSON_HPP
#define ACTANT_INGEST_GRAPH_JSON_HPP

#include "graph/knowledge_graph.hpp"
#include "ingest/reader.hpp"

#include <string>
#include <string_view>

namespace actant {

/// The graph that Actant JSON (docs/actant.schema.json) holds; writing it again gives the same
/// bytes. Fields beyond the contract may be missing, lists may come in any order, unknown fields
/// are ignored.
/// @param source  For messages.
/// @param warn    Hears of every claim whose stated hash is not that of its contents: somebody
///                changed it. The graph goes by the contents.
/// @throws InputError if the bytes are not Actant JSON of version 1. Linear.
[[nodiscard]] KnowledgeGraph read_graph_json(std::string_view bytes, const std::string& source,
                                             const Diagnostics& warn = {});

}  // namespace actant

#endif  // ACTANT_INGEST_GRAPH_JSON_HPP
