// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_GRAPH_FILE_HPP
#define ACTANT_APPS_GRAPH_FILE_HPP

#include "graph/knowledge_graph.hpp"
#include "ingest/reader.hpp"

#include <string>

namespace actant {

/// The graph in an Actant JSON file.
/// @param warn  Hears of changed claims; by default they are reported on standard error.
/// @throws Error or InputError.
[[nodiscard]] KnowledgeGraph read_graph(const std::string& path, const Diagnostics& warn = {});

}  // namespace actant

#endif  // ACTANT_APPS_GRAPH_FILE_HPP
