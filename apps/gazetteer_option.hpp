// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_GAZETTEER_OPTION_HPP
#define ACTANT_APPS_GAZETTEER_OPTION_HPP

#include "ingest/gazetteer.hpp"

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

}  // namespace actant

#endif  // ACTANT_APPS_GAZETTEER_OPTION_HPP
