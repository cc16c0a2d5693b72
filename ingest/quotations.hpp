// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_QUOTATIONS_HPP
#define ACTANT_INGEST_QUOTATIONS_HPP

#include "nlp/analysis.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {

/// Tokens [begin, end) between quotation marks, marks included, possibly over several sentences.
struct Quotation {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Is it a mark that can only open: not the straight one?
[[nodiscard]] bool opens_quotation(std::string_view form);

/// Is it a mark that can only close: not the straight one?
[[nodiscard]] bool closes_quotation(std::string_view form);

/// All quotations in text order, none inside another. One that nothing closes ends with its
/// paragraph. Linear in the tokens.
[[nodiscard]] std::vector<Quotation> find_quotations(const Analysis& analysis);

}  // namespace actant

#endif  // ACTANT_INGEST_QUOTATIONS_HPP
