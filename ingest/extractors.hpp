// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_EXTRACTORS_HPP
#define ACTANT_INGEST_EXTRACTORS_HPP

#include "ingest/extractor.hpp"
#include "ingest/rule_book.hpp"

#include <memory>
#include <span>
#include <string_view>

namespace actant {

/// A row of the table of extractors.
struct ExtractorRow {
  std::string_view name;
  std::string_view summary;
  /// The book must outlive the extractor.
  std::unique_ptr<Extractor> (*create)(const RuleBook& book);
};

/// All extractors, in the order in which they run.
[[nodiscard]] std::span<const ExtractorRow> extractors();

}  // namespace actant

#endif  // ACTANT_INGEST_EXTRACTORS_HPP
