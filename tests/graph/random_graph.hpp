// SPDX-License-Identifier: MIT
#ifndef ACTANT_TESTS_GRAPH_RANDOM_GRAPH_HPP
#define ACTANT_TESTS_GRAPH_RANDOM_GRAPH_HPP

#include "graph/knowledge_graph.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace actant {

/// The id of the n-th document of a test: 64 hex digits.
std::string document_id(unsigned number);

/// The graph of one document: entities and claims drawn from small sets, so that the graphs of
/// different documents speak of the same things in different words. The same `number` and `seed`
/// give the same graph.
KnowledgeGraph document_graph(unsigned number, std::uint32_t seed);

/// The sum of a few graphs of random documents below `documents`.
KnowledgeGraph random_graph(std::mt19937& random, unsigned documents);

/// An entity of `type` that document 0 mentions at `at`, with the key "type:name" in lower case.
Entity entity(const std::string& type, const std::string& name, std::uint64_t at = 0);

/// A claim of document 0 between two entities.
Claim claim(const std::string& subject, const std::string& predicate, const std::string& object,
            std::uint64_t at = 0);

}  // namespace actant

#endif  // ACTANT_TESTS_GRAPH_RANDOM_GRAPH_HPP
