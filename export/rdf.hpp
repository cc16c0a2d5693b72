// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_RDF_HPP
#define ACTANT_EXPORT_RDF_HPP

#include "graph/knowledge_graph.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// An IRI, or a literal of one of the datatypes that the model uses.
struct RdfValue {
  enum class Kind : std::uint8_t { iri, text, boolean, date, decimal, natural };

  Kind kind = Kind::text;
  std::string text;  ///< an IRI in full, or the lexical form

  friend auto operator<=>(const RdfValue&, const RdfValue&) = default;
};

struct RdfProperty {
  std::string property;  ///< an IRI in full
  RdfValue value;

  friend auto operator<=>(const RdfProperty&, const RdfProperty&) = default;
};

/// Everything that one graph says of one resource; properties are sorted, without duplicates.
struct RdfResource {
  std::string iri;
  std::vector<RdfProperty> properties;
};

/// A named graph.
struct RdfGraph {
  std::string name;  ///< "" for the default graph
  std::vector<RdfResource> resources;
};

/// A knowledge graph as RDF: a named graph for each article with all that the article says, so
/// that graphs of different runs add up and an article can be dropped as a whole.
///
/// A claim is one statement resource with subject, predicate and object, its other roles, who says
/// so, and the passages it is derived from. The triple itself is stated only if the claim is
/// positive, a fact, and the article's own; what is denied, planned, demanded or said by somebody
/// stays inside its statement. There are no blank nodes. See docs/vocabulary.md.
class RdfModel {
 public:
  explicit RdfModel(const KnowledgeGraph& graph);  ///< keeps a reference

  /// How many graphs there are: the default graph, which holds the entities that no document
  /// mentions, and one for each document.
  [[nodiscard]] std::size_t size() const { return parts_.size(); }
  /// The graph at a position, built anew at every call. Linear in what the document says.
  [[nodiscard]] RdfGraph graph(std::size_t position) const;

 private:
  /// What belongs to one document.
  struct Part {
    std::string document;  // "" for the default graph
    std::vector<std::uint32_t> claims;
    std::vector<std::uint32_t> entities;
  };

  Part& part(std::string_view document);
  void sort_claims();
  void sort_entities();

  const KnowledgeGraph& graph_;
  std::vector<Part> parts_;  // by document
};

}  // namespace actant

#endif  // ACTANT_EXPORT_RDF_HPP
