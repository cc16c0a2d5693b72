// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_MENTIONS_HPP
#define ACTANT_INGEST_MENTIONS_HPP

#include "base/span.hpp"
#include "base/strong_id.hpp"
#include "ingest/document.hpp"
#include "nlp/analysis.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

using ClusterId = StrongId<struct ClusterTag>;  ///< position in Entities::clusters

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// A phrase of the document that refers to something.
struct EntityMention {
  std::uint32_t begin = 0;  ///< tokens [begin, end) of one sentence: the words that name it
  std::uint32_t end = 0;
  std::uint32_t head = 0;  ///< token index of the syntactic head
  Span span;               ///< bytes of the naming words
  MentionKind kind = MentionKind::name;
  ClusterId cluster;
  /// The rule that joined it to an earlier mention, static storage: "same-head"; empty for the
  /// first mention of a thing.
  std::string_view link;

  friend bool operator==(const EntityMention&, const EntityMention&) = default;
};

/// All mentions of one thing.
struct Cluster {
  std::string type;                  ///< the contract's node type
  std::string key;                   ///< see Entity::key
  std::string name;                  ///< canonical
  std::vector<std::string> aliases;  ///< sorted
  std::vector<std::string> same_as;  ///< sorted IRIs
  bool named = true;
  std::vector<std::uint32_t> mentions;  ///< positions in Entities::mentions, in text order
};

/// The things that a document speaks of.
///
/// Clusters may hold more than what becomes a node: only clusters with a claim, and named ones,
/// enter the graph.
struct Entities {
  std::vector<EntityMention> mentions;  ///< in text order (begin, then longer first)
  std::vector<Cluster> clusters;        ///< in order of first mention
  /// For each token: the cluster of the smallest mention whose head it is; invalid if none.
  std::vector<ClusterId> cluster_of_head;
  /// For each token: true if its sentence is page noise (subscription lines, forms, captions of
  /// menus), from which neither nodes nor claims are made.
  std::vector<bool> noise;
};

/// Finds mentions (names, descriptions, pronouns), groups them, types and keys the groups.
class EntityFinder {
 public:
  virtual ~EntityFinder() = default;
  [[nodiscard]] virtual Entities find(const Document& document, const Analysis& analysis) const = 0;
};

}  // namespace actant

#endif  // ACTANT_INGEST_MENTIONS_HPP
