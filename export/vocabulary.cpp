// SPDX-License-Identifier: MIT
#include "export/vocabulary.hpp"

#include "export/escape.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace actant {
namespace {

constexpr std::array<IriPrefix, 15> prefixes = {{
    {"act", "https://w3id.org/actant/ns#"},
    {"claim", "https://w3id.org/actant/claim/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"document", "https://w3id.org/actant/document/"},
    {"entity", "https://w3id.org/actant/entity/"},
    {"graph", "https://w3id.org/actant/graph/"},
    {"nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"role", "https://w3id.org/actant/role/"},
    {"schema", "https://schema.org/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"verb", "https://w3id.org/actant/verb/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

constexpr std::array<RdfTerm, 29> terms = {{
    {"alternateName", "https://schema.org/alternateName", ""},
    {"attributedTo", "http://www.w3.org/ns/prov#wasAttributedTo", "@id"},
    {"begin", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex",
     "xsd:nonNegativeInteger"},
    {"byteBegin", "https://w3id.org/actant/ns#byteBegin", "xsd:nonNegativeInteger"},
    {"byteEnd", "https://w3id.org/actant/ns#byteEnd", "xsd:nonNegativeInteger"},
    {"confidence", "https://w3id.org/actant/ns#confidence", "xsd:decimal"},
    {"context", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext",
     "@id"},
    {"datePublished", "https://schema.org/datePublished", ""},
    {"derivedFrom", "http://www.w3.org/ns/prov#wasDerivedFrom", "@id"},
    {"end", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex",
     "xsd:nonNegativeInteger"},
    {"foundBy", "https://w3id.org/actant/ns#foundBy", ""},
    {"headline", "https://schema.org/headline", ""},
    {"inLanguage", "https://schema.org/inLanguage", ""},
    {"label", "http://www.w3.org/2000/01/rdf-schema#label", ""},
    {"lemma", "https://w3id.org/actant/ns#lemma", ""},
    {"mentionedIn", "https://w3id.org/actant/ns#mentionedIn", "@id"},
    {"modality", "https://w3id.org/actant/ns#modality", "@id"},
    {"name", "https://schema.org/name", ""},
    {"named", "https://w3id.org/actant/ns#named", "xsd:boolean"},
    {"object", "http://www.w3.org/1999/02/22-rdf-syntax-ns#object", ""},
    {"polarity", "https://w3id.org/actant/ns#polarity", "@id"},
    {"predicate", "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate", "@id"},
    {"publisher", "https://schema.org/publisher", ""},
    {"relationType", "https://w3id.org/actant/ns#relationType", "@id"},
    {"reportedBy", "https://w3id.org/actant/ns#reportedBy", "@id"},
    {"sameAs", "https://schema.org/sameAs", "@id"},
    {"sentence", "https://w3id.org/actant/ns#sentence", "@id"},
    {"source", "https://w3id.org/actant/ns#source", ""},
    {"subject", "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", "@id"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> classes = {{
    {"Concept", "http://www.w3.org/2004/02/skos/core#Concept"},
    {"Document", "https://schema.org/CreativeWork"},
    {"Event", "https://schema.org/Event"},
    {"Facility", "https://schema.org/Place"},
    {"GeopoliticalEntity", "https://schema.org/AdministrativeArea"},
    {"Location", "https://schema.org/Place"},
    {"Organization", "https://schema.org/Organization"},
    {"Person", "https://schema.org/Person"},
    {"Product", "https://schema.org/Product"},
    {"Quantity", "https://schema.org/QuantitativeValue"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> properties = {{
    {"affiliation", "https://schema.org/affiliation"},
    {"family", "https://schema.org/relatedTo"},
    {"location", "https://schema.org/location"},
    {"membership", "https://schema.org/memberOf"},
    {"partOf", "http://purl.org/dc/terms/isPartOf"},
}};

template <std::size_t N>
std::string_view look_up(const std::array<std::pair<std::string_view, std::string_view>, N>& table,
                         std::string_view key) {
  for (const auto& [name, iri] : table) {
    if (name == key) return iri;
  }
  return {};
}

bool is_event(std::string_view type) { return !type.empty() && type[0] >= 'A' && type[0] <= 'Z'; }

}  // namespace

std::span<const IriPrefix> iri_prefixes() { return prefixes; }

std::span<const RdfTerm> rdf_terms() { return terms; }

std::string expand_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  const auto* const found = std::find_if(prefixes.begin(), prefixes.end(), [&](const auto& prefix) {
    return prefix.name == name.substr(0, colon);
  });
  assert(found != prefixes.end());
  return std::string(found->iri) + std::string(name.substr(colon + 1));
}

std::string compact_iri(std::string_view iri) {
  for (const IriPrefix& prefix : prefixes) {
    if (iri.size() > prefix.iri.size() && iri.starts_with(prefix.iri) &&
        iri[prefix.iri.size()] != '/') {
      return std::string(prefix.name) + ":" + std::string(iri.substr(prefix.iri.size()));
    }
  }
  return std::string(iri);
}

std::string_view known_class(std::string_view type) { return look_up(classes, type); }

std::string property_iri(const Claim& claim) {
  if (is_event(claim.type)) {
    return expand_name("verb:") +
           iri_segment(claim.predicate.empty() ? claim.type : claim.predicate);
  }
  const bool literal = claim.participants.size() > 1 &&
                       std::holds_alternative<Literal>(claim.participants[1].filler);
  if (claim.type == "position" && literal) return "https://schema.org/jobTitle";
  const std::string_view known = look_up(properties, claim.type);
  if (!known.empty() && !literal) return std::string(known);
  return expand_name("act:") + iri_segment(claim.type.empty() ? claim.predicate : claim.type);
}

}  // namespace actant
