// SPDX-License-Identifier: MIT
#include "graph/knowledge_graph.hpp"

#include "base/error.hpp"
#include "graph/edges.hpp"
#include "graph/knowledge_graph_impl.hpp"

#include <algorithm>
#include <utility>

namespace actant {
namespace {

void require_confidence(double confidence) {
  if (!(confidence >= 0.0 && confidence <= 1.0)) {
    throw Error("the confidence of a claim must be in [0, 1]");
  }
}

void require_entity(const KeyedStore<Entity>& entities, std::string_view key) {
  if (!entities.contains(key)) {
    throw Error("a claim is about '" + std::string(key) + "', which is not an entity of its graph");
  }
}

void check(const Claim& claim, const KeyedStore<Entity>& entities) {
  if (claim.participants.empty()) throw Error("a claim needs a participant");
  if (claim.evidence.empty()) throw Error("a claim needs evidence");
  require_confidence(claim.confidence);
  for (const ClaimAttestation& said : claim.attestations) require_confidence(said.confidence);
  for (const Participant& participant : claim.participants) {
    if (const auto* entity = std::get_if<EntityKey>(&participant.filler)) {
      require_entity(entities, entity->key);
    }
  }
  if (!claim.attributed_to.empty()) require_entity(entities, claim.attributed_to);
  if (claim.attributed_to.empty() && !claim.attributed_via.empty()) {
    throw Error("a claim that is reported needs somebody who says so");
  }
  for (const std::string& key : claim.attributed_via) require_entity(entities, key);
}

EntityId position(const KeyedStore<Entity>& entities, const Participant& participant) {
  const auto* entity = std::get_if<EntityKey>(&participant.filler);
  return entity == nullptr ? EntityId() : EntityId(entities.find(entity->key).value);
}

}  // namespace

void KnowledgeGraph::Impl::changed() {
  settled = false;
  connected = false;
}

void KnowledgeGraph::Impl::settle() {
  if (settled.load(std::memory_order_acquire)) return;
  const std::lock_guard lock(mutex);
  if (settled.load(std::memory_order_relaxed)) return;
  documents.settle();
  entities.settle();
  claims.settle();
  build_relations();
  settled.store(true, std::memory_order_release);
}

void KnowledgeGraph::Impl::connect() {
  settle();
  if (connected.load(std::memory_order_acquire)) return;
  const std::lock_guard lock(mutex);
  if (connected.load(std::memory_order_relaxed)) return;
  build_adjacency();
  connected.store(true, std::memory_order_release);
}

void KnowledgeGraph::Impl::build_relations() {
  relations.clear();
  const auto all = claims.records();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ClaimIndex index(static_cast<std::uint32_t>(i));
    for (const ClaimEdge& edge : edges_of(all[i])) {
      relations.push_back({position(entities, all[i].participants[edge.from]),
                           position(entities, all[i].participants[edge.to]), index, edge.to,
                           edge.from});
    }
  }
}

void KnowledgeGraph::Impl::build_adjacency() {
  labels = StringPool();
  const auto vertices = entities.records();
  adjacency = AdjacencyGraph(vertices.size());
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    adjacency[i] = {labels.intern(vertices[i].key), labels.intern(vertices[i].type)};
  }
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const Relation& relation = relations[i];
    if (!relation.object.valid()) continue;
    const Claim& claim = claims.records()[relation.claim.value];
    boost::add_edge(relation.subject.value, relation.object.value,
                    {i, labels.intern(claim.predicate), labels.intern(claim.type)}, adjacency);
  }
}

KnowledgeGraph::KnowledgeGraph() : impl_(std::make_unique<Impl>()) {}
KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

KnowledgeGraph::KnowledgeGraph(const KnowledgeGraph& other) : KnowledgeGraph() {
  other.impl_->settle();
  impl_->documents = other.impl_->documents.copy();
  impl_->entities = other.impl_->entities.copy();
  impl_->claims = other.impl_->claims.copy();
  impl_->changed();
}

KnowledgeGraph& KnowledgeGraph::operator=(const KnowledgeGraph& other) {
  if (this != &other) *this = KnowledgeGraph(other);
  return *this;
}

void KnowledgeGraph::add(DocumentRecord document) {
  const std::string id = document.id;
  impl_->changed();
  impl_->documents.add(id, std::move(document));
}

void KnowledgeGraph::add(Entity entity) {
  if (entity.key.empty() || entity.name.empty()) throw Error("an entity needs a key and a name");
  normalise(entity);
  const std::string key = entity.key;
  impl_->changed();
  impl_->entities.add(key, std::move(entity));
}

void KnowledgeGraph::add(Claim claim) {
  check(claim, impl_->entities);
  normalise(claim);
  const std::string id = actant::claim_id(claim);
  impl_->changed();
  impl_->claims.add(id, std::move(claim));
}

void KnowledgeGraph::add(KnowledgeGraph other) {
  other.impl_->settle();
  impl_->changed();
  impl_->documents.take(other.impl_->documents);
  impl_->entities.take(other.impl_->entities);
  impl_->claims.take(other.impl_->claims);
}

std::span<const DocumentRecord> KnowledgeGraph::documents() const {
  impl_->settle();
  return impl_->documents.records();
}

std::span<const Entity> KnowledgeGraph::entities() const {
  impl_->settle();
  return impl_->entities.records();
}

std::span<const Claim> KnowledgeGraph::claims() const {
  impl_->settle();
  return impl_->claims.records();
}

std::span<const Relation> KnowledgeGraph::relations() const {
  impl_->settle();
  return impl_->relations;
}

std::string_view KnowledgeGraph::claim_id(ClaimIndex index) const {
  impl_->settle();
  return impl_->claims.key(index.value);
}

EntityId KnowledgeGraph::find(std::string_view key) const {
  impl_->settle();
  return EntityId(impl_->entities.find(key).value);
}

bool operator==(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  return std::ranges::equal(a.documents(), b.documents()) &&
         std::ranges::equal(a.entities(), b.entities()) &&
         std::ranges::equal(a.claims(), b.claims());
}

const KnowledgeGraph::Impl& KnowledgeGraph::impl() const {
  impl_->connect();
  return *impl_;
}

const AdjacencyGraph& adjacency(const KnowledgeGraph& graph) { return graph.impl().adjacency; }

std::string_view label(const KnowledgeGraph& graph, StringId id) {
  return graph.impl().labels.view(id);
}

}  // namespace actant
