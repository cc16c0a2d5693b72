// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_RULE_FILES_HPP
#define ACTANT_APPS_RULE_FILES_HPP

#include "apps/program.hpp"
#include "ingest/graph_builder.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace actant {

/// Adds `--rules FILE` and `--ontology FILE`, which may be repeated.
void add_rule_options(CLI::App& command, UserRules& files);

/// Collects mistakes in rule and ontology files; shows the first 100.
class Mistakes {
 public:
  /// Hears of mistakes; the object must outlive it.
  [[nodiscard]] Diagnostics listener();
  /// @throws UsageError with one line for each mistake, if there are any.
  void finish() const;

 private:
  static constexpr std::size_t most_shown = 100;

  std::string lines_;
  std::size_t count_ = 0;
};

/// The pipeline of a data folder, the user's gazetteers and the user's rules.
/// @throws UsageError if a file of the user's cannot be read or is wrong, of rules with every
/// mistake, one a line (at most 100 are shown); Error if the data folder is.
[[nodiscard]] Pipeline open_pipeline(const std::string& data,
                                     const std::vector<std::string>& gazetteers,
                                     const UserRules& rules);

}  // namespace actant

#endif  // ACTANT_APPS_RULE_FILES_HPP
