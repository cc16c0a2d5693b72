// SPDX-License-Identifier: MIT
#ifndef ACTANT_TESTS_EXPORT_SAMPLE_GRAPH_HPP
#define ACTANT_TESTS_EXPORT_SAMPLE_GRAPH_HPP

#include "graph/knowledge_graph.hpp"

#include <string>
#include <vector>

namespace actant {

/// A small graph of two articles with one of everything: described and named entities, an unknown
/// type, a linked entity, one without a mention, parallel and n-ary claims, a denied, a planned, an
/// attributed one, literals, a claim without object, and words that two articles put differently.
KnowledgeGraph sample_graph();

/// Names that try to break out of labels, attributes, literals, IRIs and lines.
std::vector<std::string> hostile_names();

/// Those names as entities, aliases, labels, roles, literals, titles and addresses.
KnowledgeGraph hostile_graph();

}  // namespace actant

#endif  // ACTANT_TESTS_EXPORT_SAMPLE_GRAPH_HPP
