// SPDX-License-Identifier: MIT
#include "ingest/static_claim.hpp"

#include <utility>

namespace actant {

Filler whole(const Reading& reading, std::uint32_t token) {
  Filler filler;
  filler.token = token;
  filler.cluster = reading.cluster(token);
  return filler;
}

void finish_static(CandidateClaim claim, StaticClaim what, std::vector<CandidateClaim>& claims) {
  claim.type = what.type;
  claim.label = what.predicate;
  const bool bare = what.predicate == "of" || what.predicate == "in" || what.predicate == "from";
  const bool body = what.type == "position" || what.type == "family" || what.type == "membership" ||
                    what.type == "affiliation" || what.type == "partOf";
  if (body && !bare) claim.label += " of";
  claim.predicate = std::move(what.predicate);
  claim.origin = what.origin;
  claim.polarity = Polarity::positive;
  claim.modality = Modality::actual;
  if (body || what.type == "location" || what.type == "origin") {
    claim.source = ClusterId();
    claim.via.clear();
  }
  claims.push_back(std::move(claim));
}

bool relate_tokens(const Reading& reading, std::uint32_t trigger, std::uint32_t from,
                   std::uint32_t to, StaticClaim what, std::vector<CandidateClaim>& claims) {
  const Filler first = whole(reading, from);
  const Filler second = whole(reading, to);
  if (!first.cluster.valid() || !second.cluster.valid() || first.cluster == second.cluster) {
    return false;
  }
  const auto& clusters = reading.entities().clusters;
  if (clusters[first.cluster.value].name == clusters[second.cluster.value].name) return false;
  finish_static(reading.claim(trigger, first, second, "subject", "object"), std::move(what),
                claims);
  return true;
}

}  // namespace actant
