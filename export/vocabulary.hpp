// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_VOCABULARY_HPP
#define ACTANT_EXPORT_VOCABULARY_HPP

#include "graph/claim.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace actant {

/// A short name for the beginning of IRIs: "schema" for "https://schema.org/".
struct IriPrefix {
  std::string_view name;
  std::string_view iri;
};

/// A property with a name of its own in the JSON-LD context.
struct RdfTerm {
  std::string_view name;   ///< "attributedTo"
  std::string_view iri;    ///< in full
  std::string_view range;  ///< "@id", a datatype such as "xsd:decimal", or "" for any value
};

/// All prefixes and terms, in the order of the context. docs/vocabulary.md explains them.
[[nodiscard]] std::span<const IriPrefix> iri_prefixes();
[[nodiscard]] std::span<const RdfTerm> rdf_terms();

/// The IRI that a prefixed name stands for: expand_name("act:Claim"). The prefix must be in the
/// table.
[[nodiscard]] std::string expand_name(std::string_view name);

/// The prefixed name of an IRI, or the IRI itself when no prefix fits.
[[nodiscard]] std::string compact_iri(std::string_view iri);

/// The class of schema.org or SKOS for a type of the contract; empty when there is none.
[[nodiscard]] std::string_view known_class(std::string_view type);

/// The property that a claim states of its subject: a term of schema.org or Dublin Core for static
/// relations that have one, else one of Actant's, made from the type or, for events, the lemma.
[[nodiscard]] std::string property_iri(const Claim& claim);

}  // namespace actant

#endif  // ACTANT_EXPORT_VOCABULARY_HPP
