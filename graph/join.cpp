// SPDX-License-Identifier: MIT
#include "graph/join.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace actant {
namespace {

template <typename T>
void sort_unique(std::vector<T>& values) {
  const auto out_of_order = [](const T& a, const T& b) { return !(a < b); };
  if (std::adjacent_find(values.begin(), values.end(), out_of_order) == values.end()) return;
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void order_places(std::vector<Mention>& mentions) { sort_unique(mentions); }

/// Of two quotes of one place, one that is there beats none, then the first in byte order wins.
void order_places(std::vector<Evidence>& evidence) {
  sort_unique(evidence);
  const auto same_place = [](const Evidence& a, const Evidence& b) {
    return std::tie(a.document, a.range, a.sentence) == std::tie(b.document, b.range, b.sentence);
  };
  for (std::size_t i = 1; i < evidence.size(); ++i) {
    if (evidence[i - 1].quote.empty() && same_place(evidence[i - 1], evidence[i])) {
      evidence[i - 1].quote = evidence[i].quote;
    }
  }
  evidence.erase(std::unique(evidence.begin(), evidence.end(), same_place), evidence.end());
}

template <typename T>
void append(std::vector<T>& into, std::vector<T>&& from) {
  into.insert(into.end(), std::make_move_iterator(from.begin()),
              std::make_move_iterator(from.end()));
}

/// The attributes of an entity or of an attestation in the order of Entity.
template <typename Said>
void order_names(Said& said) {
  sort_unique(said.aliases);
  std::erase(said.aliases, said.name);
  sort_unique(said.same_as);
}

bool longer(std::string_view a, std::string_view b) {
  const auto key = [](std::string_view s) {
    return std::pair(-static_cast<std::int64_t>(count_code_points(s)), s);
  };
  return key(a) < key(b);
}

bool shorter(std::string_view a, std::string_view b) {
  return std::pair(a.size(), a) < std::pair(b.size(), b);
}

/// Keeps the better of two values of one document.
template <typename Better>
void keep(std::string& mine, std::string& other, Better better) {
  if (better(other, mine)) mine = std::move(other);
}

/// The value that most documents give; the better of those that as many give.
template <typename Said, typename Better>
std::string most(const std::vector<Said>& attestations, std::string Said::*value, Better better) {
  std::map<std::string_view, std::size_t> votes;
  for (const Said& said : attestations) ++votes[said.*value];
  const auto winner =
      std::max_element(votes.begin(), votes.end(), [&](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : better(b.first, a.first);
      });
  return std::string(winner->first);
}

EntityAttestation attestation(const Entity& entity, std::string document) {
  return {std::move(document), entity.type,  entity.name,
          entity.aliases,      entity.named, entity.same_as};
}

ClaimAttestation attestation(const Claim& claim, std::string document) {
  return {std::move(document), claim.label, claim.confidence, claim.origin};
}

bool same_attributes(const Entity& a, const Entity& b) {
  return std::tie(a.type, a.name, a.aliases, a.named, a.same_as) ==
         std::tie(b.type, b.name, b.aliases, b.named, b.same_as);
}

bool same_attributes(const Claim& a, const Claim& b) {
  return std::tie(a.label, a.confidence, a.origin) == std::tie(b.label, b.confidence, b.origin);
}

bool same_attributes(const EntityAttestation& a, const EntityAttestation& b) {
  return std::tie(a.type, a.name, a.aliases, a.named, a.same_as) ==
         std::tie(b.type, b.name, b.aliases, b.named, b.same_as);
}

bool same_attributes(const ClaimAttestation& a, const ClaimAttestation& b) {
  return std::tie(a.label, a.confidence, a.origin) == std::tie(b.label, b.confidence, b.origin);
}

/// Two attestations of one document.
void join(EntityAttestation& mine, EntityAttestation& other) {
  append(mine.aliases, std::move(other.aliases));
  mine.aliases.push_back(mine.name);
  mine.aliases.push_back(other.name);
  append(mine.same_as, std::move(other.same_as));
  keep(mine.type, other.type, longer);
  keep(mine.name, other.name, longer);
  mine.named = mine.named || other.named;
  order_names(mine);
}

void join(ClaimAttestation& mine, ClaimAttestation& other) {
  if (std::pair(-other.confidence, std::string_view(other.origin)) <
      std::pair(-mine.confidence, std::string_view(mine.origin))) {
    mine.confidence = other.confidence;
    mine.origin = std::move(other.origin);
  }
  keep(mine.label, other.label, shorter);
}

/// Computes the shown attributes from the attestations.
void derive(Entity& entity) {
  entity.type = most(entity.attestations, &EntityAttestation::type, longer);
  entity.name = most(entity.attestations, &EntityAttestation::name, longer);
  entity.aliases.clear();
  entity.same_as.clear();
  entity.named = false;
  for (const EntityAttestation& said : entity.attestations) {
    entity.aliases.push_back(said.name);
    entity.aliases.insert(entity.aliases.end(), said.aliases.begin(), said.aliases.end());
    entity.same_as.insert(entity.same_as.end(), said.same_as.begin(), said.same_as.end());
    entity.named = entity.named || said.named;
  }
  order_names(entity);
}

void derive(Claim& claim) {
  claim.label = most(claim.attestations, &ClaimAttestation::label, shorter);
  const auto best = std::min_element(claim.attestations.begin(), claim.attestations.end(),
                                     [](const auto& a, const auto& b) {
                                       return std::pair(-a.confidence, std::string_view(a.origin)) <
                                              std::pair(-b.confidence, std::string_view(b.origin));
                                     });
  claim.confidence = best->confidence;
  claim.origin = best->origin;
}

/// The documents of the places, sorted; "" stands for a record without any.
template <typename Record>
std::vector<std::string> documents_of(Record& record) {
  std::vector<std::string> documents;
  for (const auto& place : places(record)) {
    if (documents.empty() || documents.back() != place.document) {
      documents.push_back(place.document);
    }
  }
  if (documents.empty()) documents.emplace_back();
  sort_unique(documents);
  return documents;
}

template <typename Record>
void sort_attestations(Record& record) {
  std::stable_sort(record.attestations.begin(), record.attestations.end(),
                   [](const auto& a, const auto& b) { return a.document < b.document; });
}

template <typename Record>
void expand_record(Record& record) {
  sort_attestations(record);
  const auto given = std::ssize(record.attestations);
  for (std::string& document : documents_of(record)) {
    const auto begin = record.attestations.begin();
    const auto known =
        std::lower_bound(begin, begin + given, document,
                         [](const auto& said, const auto& id) { return said.document < id; });
    if (known == begin + given || known->document != document) {
      record.attestations.push_back(attestation(record, std::move(document)));
    }
  }
}

template <typename Record>
void absorb_record(Record& into, Record&& other) {
  const bool agree = into.attestations.empty() && other.attestations.empty() &&
                     places(into).empty() == places(other).empty() && same_attributes(into, other);
  if (!agree) {
    if (into.attestations.empty()) expand_record(into);
    if (other.attestations.empty()) expand_record(other);
    append(into.attestations, std::move(other.attestations));
  }
  append(places(into), std::move(places(other)));
}

/// Leaves attestations out if every document of the places says the same.
template <typename Record>
void collapse(Record& record) {
  auto& all = record.attestations;
  if (std::any_of(all.begin(), all.end(),
                  [&](const auto& said) { return !same_attributes(said, all.front()); })) {
    return;
  }
  const std::vector<std::string> documents = documents_of(record);
  if (std::equal(
          all.begin(), all.end(), documents.begin(), documents.end(),
          [](const auto& said, const auto& document) { return said.document == document; })) {
    all.clear();
  }
}

template <typename Record>
void settle_record(Record& record) {
  order_places(places(record));
  auto& all = record.attestations;
  if (all.empty()) return;
  sort_attestations(record);
  auto last = all.begin();
  for (auto next = std::next(last); next != all.end(); ++next) {
    if (next->document == last->document) {
      join(*last, *next);
    } else if (++last != next) {
      *last = std::move(*next);
    }
  }
  all.erase(std::next(last), all.end());
  derive(record);
  collapse(record);
}

double four_decimals(double value) { return std::round(value * 1e4) / 1e4; }

}  // namespace

void normalise(Entity& entity) {
  order_names(entity);
  order_places(entity.mentions);
  if (entity.attestations.empty()) return;
  for (EntityAttestation& said : entity.attestations) order_names(said);
  expand_record(entity);
  settle_record(entity);
}

void normalise(Claim& claim) {
  if (claim.participants.size() > 2) {
    const auto others = claim.participants.begin() + 2;
    std::sort(others, claim.participants.end());
    claim.participants.erase(std::unique(others, claim.participants.end()),
                             claim.participants.end());
  }
  claim.confidence = four_decimals(claim.confidence);
  order_places(claim.evidence);
  if (claim.attestations.empty()) return;
  for (ClaimAttestation& said : claim.attestations) {
    said.confidence = four_decimals(said.confidence);
  }
  expand_record(claim);
  settle_record(claim);
}

void absorb(DocumentRecord& into, DocumentRecord&& other) {
  // For each field: what is there beats what is missing, then the first in byte order wins.
  const auto least = [](auto& mine, auto& theirs, bool mine_missing, bool theirs_missing) {
    if (theirs_missing) return;
    if (mine_missing || theirs < mine) mine = std::move(theirs);
  };
  least(into.uri, other.uri, into.uri.empty(), other.uri.empty());
  least(into.language, other.language, into.language.empty(), other.language.empty());
  least(into.title, other.title, !into.title, !other.title);
  least(into.published, other.published, !into.published, !other.published);
  least(into.publisher, other.publisher, !into.publisher, !other.publisher);
}

void absorb(Entity& into, Entity&& other) { absorb_record(into, std::move(other)); }
void absorb(Claim& into, Claim&& other) { absorb_record(into, std::move(other)); }

void settle(DocumentRecord& /*record*/) {}
void settle(Entity& entity) { settle_record(entity); }
void settle(Claim& claim) { settle_record(claim); }

void expand(Entity& entity) { expand_record(entity); }
void expand(Claim& claim) { expand_record(claim); }

}  // namespace actant
