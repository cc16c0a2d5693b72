// SPDX-License-Identifier: MIT
#ifndef ACTANT_TESTS_INGEST_READING_TEXT_HPP
#define ACTANT_TESTS_INGEST_READING_TEXT_HPP

#include "ingest/document.hpp"
#include "ingest/extractor.hpp"
#include "ingest/mentions.hpp"
#include "ingest/rule_book.hpp"
#include "nlp/analysis.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A small rule book of its own, so that tests do not depend on the words that are shipped.
[[nodiscard]] const RuleBook& small_book();

/// A parsed text with its things: every noun and name is one, alike when alike in lemma.
struct ParsedText {
  Document document;
  Analysis analysis;
  Entities entities;

  /// "agent predicate patient", or with the value in quotes, for every claim, in order.
  [[nodiscard]] std::vector<std::string> edges() const;
  [[nodiscard]] std::vector<CandidateClaim> claims() const;
  [[nodiscard]] std::string name(ClusterId cluster) const;
  [[nodiscard]] std::uint32_t token(std::string_view form) const;
};

/// Builds a text from lines "form lemma UPOS XPOS head deprel [Type]", one sentence; the optional
/// type makes the word a name of that node type.
[[nodiscard]] ParsedText parsed(std::string_view lines);

}  // namespace actant

#endif  // ACTANT_TESTS_INGEST_READING_TEXT_HPP
