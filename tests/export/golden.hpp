// SPDX-License-Identifier: MIT
#ifndef ACTANT_TESTS_EXPORT_GOLDEN_HPP
#define ACTANT_TESTS_EXPORT_GOLDEN_HPP

#include "graph/knowledge_graph.hpp"

#include <string>
#include <string_view>

namespace actant {

/// The graph in the format of that name.
std::string written(std::string_view format, const KnowledgeGraph& graph);

/// Fails, naming the first line that differs, unless `bytes` is the file tests/data/export/NAME.
/// With ACTANT_UPDATE_GOLDEN in the environment, writes the file instead.
void check_golden(const std::string& name, const std::string& bytes);

}  // namespace actant

#endif  // ACTANT_TESTS_EXPORT_GOLDEN_HPP
