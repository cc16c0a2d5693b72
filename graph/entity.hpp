// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_ENTITY_HPP
#define ACTANT_GRAPH_ENTITY_HPP

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actant {

/// A half-open range of a document, in both of the units that readers need.
struct TextRange {
  std::uint64_t start = 0;  ///< Unicode code points in the article's text as read
  std::uint64_t end = 0;
  std::uint64_t byte_start = 0;  ///< bytes in the source file
  std::uint64_t byte_end = 0;

  friend auto operator<=>(const TextRange&, const TextRange&) = default;
};

/// An article that was read. The id is the SHA-256 of its source bytes, 64 hex digits.
struct DocumentRecord {
  std::string id;
  std::string uri;  ///< as given: a path or an address
  std::optional<std::string> title;
  std::optional<std::string> published;  ///< ISO 8601 date, "2022-01-06"
  std::optional<std::string> publisher;
  std::string language = "en";

  friend auto operator<=>(const DocumentRecord&, const DocumentRecord&) = default;
};

/// One place where a document speaks of an entity.
struct Mention {
  std::string document;
  TextRange range;

  friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// What one document alone says about an entity. Names and IRIs are sorted as in Entity.
struct EntityAttestation {
  std::string document;  ///< "" for what came without a mention
  std::string type;
  std::string name;
  std::vector<std::string> aliases;
  bool named = true;
  std::vector<std::string> same_as;

  friend bool operator==(const EntityAttestation&, const EntityAttestation&) = default;
};

/// A thing that claims are about.
///
/// In a graph, type and name are those that most documents give (then the longest, then the first
/// in byte order), an entity is named if any document names it, and the lists are unions.
struct Entity {
  std::string key;   ///< external IRI, or "person:stanislav zas"; identity across documents
  std::string type;  ///< "Person", "Organization", ... of the contract or an ontology file
  std::string name;  ///< the canonical name; never empty
  std::vector<std::string> aliases;  ///< other names, sorted, without the canonical one
  bool named = true;                 ///< false: known by a description ("the peacekeepers")
  std::vector<std::string> same_as;  ///< IRIs, sorted
  std::vector<Mention> mentions;     ///< sorted, without duplicates
  /// Who says what, by document, so that a document can be taken out again. Empty when all
  /// documents of the mentions agree, as they do when there is one; leave it empty in new entities.
  std::vector<EntityAttestation> attestations = {};

  friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_ENTITY_HPP
