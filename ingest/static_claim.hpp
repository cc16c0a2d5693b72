// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_STATIC_CLAIM_HPP
#define ACTANT_INGEST_STATIC_CLAIM_HPP

#include "ingest/reading.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// What a noun phrase tells, but for its ends.
struct StaticClaim {
  std::string_view type;
  std::string predicate;
  std::string_view origin;
  /// The clause that says so: its truth, time and source are the claim's. Null: the phrase takes
  /// it for granted, so it holds whatever becomes of the clause around it.
  const Clause* said_by = nullptr;
};

/// A noun that is said of somebody: "X is a member", "X became president", "elected X mayor".
struct Predication {
  const Clause* clause = nullptr;  ///< null: the noun is not said of anybody
  std::uint32_t subject = no_head;
};

/// Who is said to be what the noun names.
[[nodiscard]] Predication predication(const Reading& reading, std::uint32_t noun);

/// The thing that the token itself stands for.
[[nodiscard]] Filler whole(const Reading& reading, std::uint32_t token);

/// Completes and appends a claim about two ends.
void finish_static(const Reading& reading, CandidateClaim claim, StaticClaim what,
                   std::vector<CandidateClaim>& claims);

/// Appends a claim about two tokens if they stand for two things; tells whether.
bool relate_tokens(const Reading& reading, std::uint32_t trigger, std::uint32_t from,
                   std::uint32_t to, StaticClaim what, std::vector<CandidateClaim>& claims);

}  // namespace actant

#endif  // ACTANT_INGEST_STATIC_CLAIM_HPP
