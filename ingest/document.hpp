// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_DOCUMENT_HPP
#define ACTANT_INGEST_DOCUMENT_HPP

#include "base/span.hpp"
#include "graph/entity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actant {

/// An article as read: its text in valid UTF-8, and the way back to the source.
struct Document {
  std::string id;    ///< SHA-256 of the source bytes, 64 hex digits
  std::string uri;   ///< as given
  std::string text;  ///< what is analysed
  std::optional<std::string> title;
  std::optional<std::string> published;  ///< ISO 8601 date
  std::optional<std::string> publisher;
  std::string language = "en";

  /// Where repaired bytes made text and source differ: from byte `text` of the text on, the source
  /// is `source` bytes in. Sorted; empty when both are the same bytes.
  struct Shift {
    std::uint64_t text = 0;
    std::uint64_t source = 0;
  };
  std::vector<Shift> shifts;
};

/// Turns byte spans of Document::text into the ranges of the contract. Built once a document;
/// linear to build, logarithmic to ask.
class RangeMapper {
 public:
  explicit RangeMapper(const Document& document);  ///< keeps a reference

  [[nodiscard]] TextRange map(Span span) const;

 private:
  const Document& document_;
  std::vector<std::uint64_t> code_points_;  ///< before each block of bytes
};

}  // namespace actant

#endif  // ACTANT_INGEST_DOCUMENT_HPP
