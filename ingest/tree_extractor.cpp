// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/extractors.hpp"

#include <algorithm>

namespace actant {
namespace {

/// Reads claims off dependency trees.
class TreeExtractor final : public Extractor {
 public:
  explicit TreeExtractor(const RuleBook& book) : book_(book) {}

  void extract(const Document& document, const Analysis& analysis, const Entities& entities,
               std::vector<CandidateClaim>& claims) const override {
    const Reading reading(document, analysis, entities, book_);
    std::vector<CandidateClaim> found;
    find_verb_claims(reading, found);
    find_copula_claims(reading, found);
    find_noun_claims(reading, found);
    find_position_claims(reading, found);
    find_static_claims(reading, found);
    find_rule_claims(reading, found);
    find_clause_values(reading, found);
    std::stable_sort(
        found.begin(), found.end(),
        [](const CandidateClaim& a, const CandidateClaim& b) { return a.trigger < b.trigger; });
    std::move(found.begin(), found.end(), std::back_inserter(claims));
  }

 private:
  const RuleBook& book_;
};

}  // namespace

ExtractorRow tree_extractor() {
  return {"trees", "claims read off dependency trees",
          [](const RuleBook& book) -> std::unique_ptr<Extractor> {
            return std::make_unique<TreeExtractor>(book);
          }};
}

}  // namespace actant
