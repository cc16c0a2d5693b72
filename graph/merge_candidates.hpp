// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_MERGE_CANDIDATES_HPP
#define ACTANT_GRAPH_MERGE_CANDIDATES_HPP

#include "graph/knowledge_graph.hpp"
#include "graph/name_form.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Why two nodes may be one, the surest first.
enum class MergeRule : std::uint8_t {
  asked,            ///< the caller says so
  same_name,        ///< the same words
  inverted_name,    ///< "Zas, Stanislav"
  spelling,         ///< "Defence", "Defense"
  abbreviation,     ///< "U.S. Senate", "United States Senate"
  legal_form,       ///< "Acme", "Acme Corp."
  plural,           ///< "Revolutionary Guard", "Revolutionary Guards"
  acronym,          ///< "WHO", where a document says what it stands for
  initials,         ///< "Dwight Eisenhower", "Dwight D. Eisenhower"
  transliteration,  ///< "Zhomart", "Jomart"
  shared_claims,    ///< names that go together, and the same is said of both
  slip,             ///< "Taliban", "Taleban", and much is said of both
  place,            ///< "Revolutionary Guard", "Iranian Revolutionary Guard", when there is but one
  surname,          ///< "Annan", when there is but one
};

/// "same-name". Static storage.
[[nodiscard]] std::string_view to_string(MergeRule rule);

/// Rules of one step are decided together.
[[nodiscard]] int step(MergeRule rule);

/// Two named nodes of a graph that may be one; a < b.
struct MergeCandidate {
  std::uint32_t a = 0;  ///< positions in KnowledgeGraph::entities()
  std::uint32_t b = 0;
  MergeRule rule = MergeRule::same_name;
  std::string refused;  ///< why not, as far as the pair alone shows; "" if it may be
  /// If both are one person is open: what else they could be must be looked at.
  bool possible = true;
  bool supported = false;  ///< the same lasting relation is claimed of both
};

/// All candidates, found by what the names have in common in about linear time; sorted. They depend
/// on names, types, mentions, claims and what key_scope() reads from keys; else keys only break
/// ties. Names without words in common are never compared, nor names that more than a few dozen
/// other names resemble.
[[nodiscard]] std::vector<MergeCandidate> merge_candidates(const KnowledgeGraph& graph);

/// True if both nodes are mentioned in one document, which then keeps them apart.
[[nodiscard]] bool share_document(const Entity& a, const Entity& b);

/// In how many documents an entity goes by that name, folded.
[[nodiscard]] std::size_t documents_with_alias(const Entity& entity, std::string_view folded);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_CANDIDATES_HPP
