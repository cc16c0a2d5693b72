// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_CONFORM_HPP
#define ACTANT_INGEST_CONFORM_HPP

#include "ingest/extractor.hpp"
#include "ingest/mentions.hpp"
#include "ingest/ontology.hpp"
#include "nlp/analysis.hpp"

#include <string_view>
#include <vector>

namespace actant {

/// The type that an ontology's `described` lists give to a cluster: by the nouns that describe it,
/// or the last words of its names. Its own type when they say nothing, or when the type told is a
/// kind of another type than that. The view is into the ontology or the cluster.
[[nodiscard]] std::string_view described_type(const Ontology& ontology, const Analysis& analysis,
                                              const Entities& entities, const Cluster& cluster);

/// Makes what was found obey an ontology: things get the types of `described` lists, the ends of an
/// edge are swapped where only that fits the relation's domain and range, and what has a type that
/// a `replace` line took away is dropped.
void conform(const Ontology& ontology, const Analysis& analysis, Entities& entities,
             std::vector<CandidateClaim>& claims);

}  // namespace actant

#endif  // ACTANT_INGEST_CONFORM_HPP
