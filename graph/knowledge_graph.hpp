// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_KNOWLEDGE_GRAPH_HPP
#define ACTANT_GRAPH_KNOWLEDGE_GRAPH_HPP

#include "base/strong_id.hpp"
#include "graph/claim.hpp"
#include "graph/entity.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

using EntityId = StrongId<struct EntityTag>;   ///< position in KnowledgeGraph::entities()
using ClaimIndex = StrongId<struct ClaimTag>;  ///< position in KnowledgeGraph::claims()

/// A binary edge between two entities, or from an entity to a literal (then `object` is invalid).
struct Relation {
  EntityId subject;
  EntityId object;
  ClaimIndex claim;
  std::size_t participant = 1;  ///< position of the object in Claim::participants
  std::size_t from = 0;         ///< position of the subject there

  friend bool operator==(const Relation&, const Relation&) = default;
};

/// A set of documents, entities and claims: a commutative, associative, idempotent sum.
///
/// Entities are ordered by key, claims by id, documents by id, whatever the order of adding.
/// Copyable by value. Const members are thread-safe; spans and views last until the graph changes.
/// Adding is amortised constant in the size of the graph; the first look afterwards sorts.
class KnowledgeGraph {
 public:
  KnowledgeGraph();
  ~KnowledgeGraph();
  KnowledgeGraph(const KnowledgeGraph&);
  KnowledgeGraph& operator=(const KnowledgeGraph&);
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;

  /// Adds a document; a second record of the same id is joined with the first.
  void add(DocumentRecord document);
  /// Adds an entity; one of the same key is joined with it (names, mentions and IRIs are united).
  /// @throws Error if the key or the name is empty.
  void add(Entity entity);
  /// Adds a claim; the same claim gains evidence and keeps the higher confidence.
  /// @throws Error if a participant, the source or who reports it is not an entity of this graph,
  /// there are reporters without a source, there is no participant, there is no evidence, or the
  /// confidence is not in [0, 1].
  void add(Claim claim);
  /// Adds all that the other graph holds.
  void add(KnowledgeGraph other);

  [[nodiscard]] std::span<const DocumentRecord> documents() const;
  [[nodiscard]] std::span<const Entity> entities() const;     ///< by key
  [[nodiscard]] std::span<const Claim> claims() const;        ///< by id
  [[nodiscard]] std::span<const Relation> relations() const;  ///< by claim id, then participant

  [[nodiscard]] const Entity& entity(EntityId id) const { return entities()[id.value]; }
  [[nodiscard]] const Claim& claim(ClaimIndex index) const { return claims()[index.value]; }
  /// claim_id of the claim, computed once. The view lives as long as the graph is not changed.
  [[nodiscard]] std::string_view claim_id(ClaimIndex index) const;
  /// The entity of that key; invalid when there is none.
  [[nodiscard]] EntityId find(std::string_view key) const;

  friend bool operator==(const KnowledgeGraph& a, const KnowledgeGraph& b);

  struct Impl;
  /// What is behind it, with the Boost.Graph built; for graph/adjacency.hpp only.
  [[nodiscard]] const Impl& impl() const;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_KNOWLEDGE_GRAPH_HPP
