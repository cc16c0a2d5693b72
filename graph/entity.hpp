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

/// A thing that claims are about.
struct Entity {
  std::string key;   ///< external IRI, or "person:stanislav zas"; identity across documents
  std::string type;  ///< "Person", "Organization", ... of the contract or an ontology file
  std::string name;  ///< the canonical name; never empty
  std::vector<std::string> aliases;  ///< other names, sorted, without the canonical one
  bool named = true;                 ///< false: known by a description ("the peacekeepers")
  std::vector<std::string> same_as;  ///< IRIs, sorted
  std::vector<Mention> mentions;     ///< sorted, without duplicates

  friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_ENTITY_HPP
