// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_ENTITY_FINDER_HPP
#define ACTANT_INGEST_ENTITY_FINDER_HPP

#include "ingest/gazetteer.hpp"
#include "ingest/lexicon.hpp"
#include "ingest/mentions.hpp"

namespace actant {

/// Finds entities by the model's names and trees, a gazetteer and a lexicon.
class RuleEntityFinder final : public EntityFinder {
 public:
  /// Both must outlive the finder.
  RuleEntityFinder(const Gazetteer& gazetteer, const Lexicon& lexicon)
      : gazetteer_(gazetteer), lexicon_(lexicon) {}

  /// Thread-safe. Linear in the document but for names: pairs of distinct names are compared.
  [[nodiscard]] Entities find(const Document& document, const Analysis& analysis) const override;

 private:
  const Gazetteer& gazetteer_;
  const Lexicon& lexicon_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_ENTITY_FINDER_HPP
