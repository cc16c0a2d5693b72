// SPDX-License-Identifier: MIT
#include "ingest/static_claim.hpp"

#include <algorithm>
#include <utility>

namespace actant {
namespace {

/// "was elected", "served as", "became".
bool appoints(std::string_view verb) {
  static constexpr std::string_view verbs[] = {"appoint", "become", "elect", "name", "nominate",
                                               "reelect", "remain", "serve", "stay", "work"};
  return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
}

}  // namespace

Filler whole(const Reading& reading, std::uint32_t token) {
  Filler filler;
  filler.token = token;
  filler.cluster = reading.cluster(token);
  return filler;
}

Predication predication(const Reading& reading, std::uint32_t noun) {
  const Tree& tree = reading.tree();
  for (int depth = 0; depth < 4 && noun != no_head; ++depth) {
    const Clause* own = reading.clauses().at(noun);
    if (own != nullptr && own->copular) return {own, own->subject};
    const DepRel rel = tree.rel(noun);
    const std::uint32_t head = tree.head(noun);
    if (rel == DepRel::obl || rel == DepRel::xcomp || rel == DepRel::obj) {
      const Clause* outer = reading.clauses().at(head);
      if (outer == nullptr || !appoints(tree.lemma(head))) return {};
      if (rel == DepRel::obl && tree.case_lemma(noun) != "as") return {};
      const bool object = !outer->passive && outer->object != no_head && outer->object != noun;
      return {outer, object ? outer->object : outer->subject};
    }
    if (rel != DepRel::conj) return {};
    noun = head;  // "president and chairman"
  }
  return {};
}

void finish_static(const Reading& reading, CandidateClaim claim, StaticClaim what,
                   std::vector<CandidateClaim>& claims) {
  claim.type = what.type;
  claim.label = what.predicate;
  const bool bare = what.predicate == "of" || what.predicate == "in" || what.predicate == "from";
  const bool owned = what.origin == "possessive" || what.origin == "noun-of";  // "capital of"
  const bool body = what.type == "position" || what.type == "family" || what.type == "membership" ||
                    what.type == "affiliation" || what.type == "partOf";
  if ((body || owned) && !bare) claim.label += " of";
  claim.predicate = std::move(what.predicate);
  claim.origin = what.origin;
  if (what.said_by != nullptr) {
    claim.time = reading.time_at(*what.said_by);
  } else {
    claim.polarity = Polarity::positive;
    claim.modality = Modality::actual;
    if (body || what.type == "location" || what.type == "origin") {
      claim.source = ClusterId();
      claim.via.clear();
    }
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
  finish_static(reading, reading.claim(trigger, first, second, "subject", "object"),
                std::move(what), claims);
  return true;
}

}  // namespace actant
