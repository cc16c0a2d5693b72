// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_VERIFY_HPP
#define ACTANT_INGEST_VERIFY_HPP

#include "graph/knowledge_graph.hpp"
#include "ingest/document.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace actant {

/// What verify() found.
struct Verification {
  std::size_t documents = 0;  ///< checked, of those in the graph
  std::size_t mentions = 0;
  std::size_t evidence = 0;
  std::vector<std::string> mismatches;  ///< one line each, in the order of the graph

  friend bool operator==(const Verification&, const Verification&) = default;
};

/// Checks every mention and every piece of evidence against the documents, as just read from their
/// sources: the document must be there (its id, the hash of its bytes, says so) and be listed,
/// ranges must not be empty and must lie inside, code points and bytes must speak of the same
/// words, evidence must lie in its sentence, a quote must be that sentence, and a document that
/// mentions a named entity must do so at least once with a word of one of its names. Nodes and
/// edges are called as in Actant JSON: n1, c1. Linear in the texts and the graph.
[[nodiscard]] Verification verify(const KnowledgeGraph& graph, std::span<const Document> documents);

}  // namespace actant

#endif  // ACTANT_INGEST_VERIFY_HPP
