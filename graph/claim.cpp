// SPDX-License-Identifier: MIT
#include "graph/claim.hpp"

#include "base/sha256.hpp"

#include <algorithm>
#include <array>

namespace actant {
namespace {

/// Appends a number, eight bytes, least significant first.
void put(std::string& out, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) out += static_cast<char>(number >> shift);
}

/// Appends a string after its length, so that no two sequences of fields give the same bytes.
void put(std::string& out, std::string_view field) {
  put(out, static_cast<std::uint64_t>(field.size()));
  out += field;
}

void put(std::string& out, const Participant& participant) {
  put(out, participant.role);
  put(out, static_cast<std::uint64_t>(participant.filler.index()));
  if (const auto* entity = std::get_if<EntityKey>(&participant.filler)) {
    put(out, entity->key);
  } else {
    const auto& literal = std::get<Literal>(participant.filler);
    put(out, literal.value);
    put(out, literal.datatype);
  }
}

}  // namespace

std::string_view to_string(Polarity polarity) {
  return polarity == Polarity::positive ? "positive" : "negative";
}

std::string_view to_string(Modality modality) {
  constexpr std::array<std::string_view, 5> names = {"actual", "future", "possible", "conditional",
                                                     "required"};
  return names.at(static_cast<std::size_t>(modality));
}

std::string claim_id(const Claim& claim) {
  std::vector<const Participant*> order;
  order.reserve(claim.participants.size());
  for (const Participant& participant : claim.participants) order.push_back(&participant);
  const auto others = order.begin() + std::min<std::ptrdiff_t>(2, std::ssize(order));
  std::sort(others, order.end(), [](const auto* a, const auto* b) { return *a < *b; });
  const auto same = [](const auto* a, const auto* b) { return *a == *b; };
  order.erase(std::unique(others, order.end(), same), order.end());

  std::string bytes;
  put(bytes, "actant claim 1");
  put(bytes, claim.predicate);
  put(bytes, claim.type);
  put(bytes, to_string(claim.polarity));
  put(bytes, to_string(claim.modality));
  put(bytes, claim.attributed_to);
  put(bytes, claim.time);
  put(bytes, static_cast<std::uint64_t>(order.size()));
  for (const Participant* participant : order) put(bytes, *participant);
  for (const std::string& key : claim.attributed_via) put(bytes, key);
  return sha256_hex(bytes);
}

}  // namespace actant
