// SPDX-License-Identifier: MIT
#include "apps/rule_files.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace actant {

void add_rule_options(CLI::App& command, UserRules& files) {
  command.add_option("--rules", files.rules, "rules beside the shipped ones; may be repeated")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  command
      .add_option("--ontology", files.ontologies, "types beside the shipped ones; may be repeated")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
}

Pipeline open_pipeline(const std::string& data, const std::vector<std::string>& gazetteers,
                       const UserRules& rules) {
  DataFiles files = data_files(data);
  files.user_gazetteers = gazetteers;
  files.user_rules = rules;
  Mistakes mistakes;
  try {
    Pipeline pipeline(files, mistakes.listener());
    mistakes.finish();
    return pipeline;
  } catch (const InputError& error) {
    if (std::ranges::find(gazetteers, error.where().source) == gazetteers.end()) throw;
    throw UsageError(error.what());
  }
}

Diagnostics Mistakes::listener() {
  return [this](const InputError& error) {
    if (++count_ > most_shown) return;
    if (!lines_.empty()) lines_ += '\n';
    lines_ += error.what();
  };
}

void Mistakes::finish() const {
  if (count_ == 0) return;
  std::string lines = lines_;
  if (count_ > most_shown) {
    lines += "\nand " + std::to_string(count_ - most_shown) + " mistakes more";
  }
  throw UsageError(lines);
}

}  // namespace actant
