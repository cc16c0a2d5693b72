// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_GAZETTEER_OPTION_HPP
#define ACTANT_APPS_GAZETTEER_OPTION_HPP

#include "ingest/gazetteer.hpp"
#include "ingest/graph_builder.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace actant {

/// Adds --gazetteer, which may be repeated, to a command; `files` must outlive its parsing.
void add_gazetteer_option(CLI::App& command, std::vector<std::string>& files);

/// The user's gazetteers alone.
/// @throws UsageError if one of them cannot be read or is wrong.
[[nodiscard]] Gazetteer open_gazetteers(const std::vector<std::string>& files);

/// The pipeline of a data folder and the user's gazetteers.
/// @throws UsageError if one of these cannot be read or is wrong; Error if the data folder is.
[[nodiscard]] Pipeline open_pipeline(const std::string& data,
                                     const std::vector<std::string>& gazetteers);

}  // namespace actant

#endif  // ACTANT_APPS_GAZETTEER_OPTION_HPP
