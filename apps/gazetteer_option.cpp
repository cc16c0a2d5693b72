// SPDX-License-Identifier: MIT
#include "apps/gazetteer_option.hpp"

#include "apps/program.hpp"
#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace actant {

void add_gazetteer_option(CLI::App& command, std::vector<std::string>& files) {
  command
      .add_option("--gazetteer", files,
                  "names that you know, a table or what `actant gazetteer build` made of it; wins "
                  "over the shipped one; may be repeated")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
}

Gazetteer open_gazetteers(const std::vector<std::string>& files) {
  try {
    Gazetteer gazetteer;
    for (const std::string& path : files) gazetteer.add_file(path, Gazetteer::Rank::first);
    return gazetteer;
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
}

Pipeline open_pipeline(const std::string& data, const std::vector<std::string>& gazetteers) {
  DataFiles files = data_files(data);
  files.user_gazetteers = gazetteers;
  try {
    return Pipeline(files);
  } catch (const InputError& error) {
    if (std::ranges::find(gazetteers, error.where().source) == gazetteers.end()) throw;
    throw UsageError(error.what());
  }
}

}  // namespace actant
