// SPDX-License-Identifier: MIT
#include "apps/gazetteer_option.hpp"

#include "apps/program.hpp"
#include "base/error.hpp"

#include <CLI/CLI.hpp>

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

}  // namespace actant
