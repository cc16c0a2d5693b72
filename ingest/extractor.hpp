// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_EXTRACTOR_HPP
#define ACTANT_INGEST_EXTRACTOR_HPP

#include "graph/claim.hpp"
#include "ingest/mentions.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace actant {

/// A participant before entities have keys: a cluster, or a phrase of the text.
struct CandidateArgument {
  std::string role;         ///< as Participant::role
  ClusterId cluster;        ///< invalid: a literal
  Literal literal;          ///< when there is no cluster
  std::uint32_t head = 0;   ///< token that fills the role
  std::uint32_t begin = 0;  ///< tokens [begin, end) of the whole phrase
  std::uint32_t end = 0;
};

/// A claim that an extractor found, still in terms of tokens and clusters.
struct CandidateClaim {
  std::string predicate;
  std::string label;
  std::string type;
  std::vector<CandidateArgument> arguments;  ///< order as Claim::participants
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  ClusterId source;            ///< who says so; invalid: the article
  std::vector<ClusterId> via;  ///< who reports that the source says so, the nearest first
  std::string time;
  double confidence = 0.0;  ///< in [0, 1]; 0: Pipeline::read rates the claim
  std::string origin;
  std::uint32_t trigger = 0;  ///< token of the predicate
  std::uint32_t begin = 0;    ///< tokens [begin, end) that carry the claim, within one sentence
  std::uint32_t end = 0;
};

/// Finds claims in an analysed document.
class Extractor {
 public:
  virtual ~Extractor() = default;

  /// Appends to `claims` in text order. Thread-safe.
  virtual void extract(const Document& document, const Analysis& analysis, const Entities& entities,
                       std::vector<CandidateClaim>& claims) const = 0;
};

}  // namespace actant

#endif  // ACTANT_INGEST_EXTRACTOR_HPP
