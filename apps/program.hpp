// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_PROGRAM_HPP
#define ACTANT_APPS_PROGRAM_HPP

#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace actant {

/// What the program answers to its caller.
enum class Exit : int {
  done = 0,
  some_failed = 1,  ///< some documents failed, the others are in the output
  usage = 2,
  nothing = 3,  ///< nothing could be read or written
  mismatch = 4  ///< verify found a mismatch
};

/// A file of the user's wishes (rules, a gazetteer, a list of pairs) is wrong: Exit::usage.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// Options that every command shares, and the command that was chosen.
struct Program {
  std::string data;      ///< folder of the data files
  bool quiet = false;    ///< no progress
  std::string progress;  ///< "" (a line on a terminal), "json" or "none"
  std::function<Exit()> run;
};

// One per command, each in a file of its own: adds the command to the program's command line.
void add_analyze(CLI::App& app, Program& program);
void add_build(CLI::App& app, Program& program);
void add_claims(CLI::App& app, Program& program);
void add_explain(CLI::App& app, Program& program);
void add_formats(CLI::App& app, Program& program);
void add_gazetteer(CLI::App& app, Program& program);
void add_merge(CLI::App& app, Program& program);
void add_rules(CLI::App& app, Program& program);
void add_resolve(CLI::App& app, Program& program);
void add_stats(CLI::App& app, Program& program);
void add_verify(CLI::App& app, Program& program);

}  // namespace actant

#endif  // ACTANT_APPS_PROGRAM_HPP
