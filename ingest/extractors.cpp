// SPDX-License-Identifier: MIT
#include "ingest/extractors.hpp"

#include <array>

namespace actant {

ExtractorRow tree_extractor();

std::span<const ExtractorRow> extractors() {
  static const std::array rows = {
      tree_extractor(),
  };
  return rows;
}

}  // namespace actant
