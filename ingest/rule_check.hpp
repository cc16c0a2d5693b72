// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_RULE_CHECK_HPP
#define ACTANT_INGEST_RULE_CHECK_HPP

#include "ingest/graph_builder.hpp"
#include "ingest/reader.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace actant {

/// What was looked at.
struct RuleCheck {
  std::size_t rules = 0;
  std::size_t tests = 0;   ///< test lines, and the sentences of rules by example
  std::size_t failed = 0;  ///< tests whose edge did not come out
};

/// Runs the tests of rule files through a pipeline that has read them.
/// @param files  Those whose rules and tests count; spelled in any way.
/// @param fail   Hears of each test that fails, in the order of the files' lines.
[[nodiscard]] RuleCheck check_rules(const Pipeline& pipeline, const std::vector<std::string>& files,
                                    const Diagnostics& fail);

}  // namespace actant

#endif  // ACTANT_INGEST_RULE_CHECK_HPP
