// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_PAIR_FILE_HPP
#define ACTANT_APPS_PAIR_FILE_HPP

#include "graph/resolve.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace actant {

/// A pair of nodes that the user names, and where.
struct PlacedPair {
  KeyPair keys;
  std::string source;
  std::uint64_t line = 0;
};

/// Reads files of pairs: two keys of nodes a line, separated by a tab; empty lines and those that
/// begin with '#' are skipped.
/// @throws UsageError "file:line:column: what; what was expected".
[[nodiscard]] std::vector<PlacedPair> read_pairs(const std::vector<std::string>& paths);

}  // namespace actant

#endif  // ACTANT_APPS_PAIR_FILE_HPP
