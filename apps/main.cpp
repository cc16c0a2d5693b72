// SPDX-License-Identifier: MIT
#include "apps/program.hpp"

#include <clocale>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

/// Where a standard stream is closed, a file that is opened later would become it: reading or
/// writing such a stream shall fail instead.
void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1) continue;
    const int opened = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened < 0) std::exit(static_cast<int>(actant::Exit::nothing));
  }
}

/// The data folder: what was asked for, else beside the program, in the source tree of a build, or
/// in an installed prefix.
std::string find_data(const std::string& asked) {
  if (!asked.empty()) return asked;
  if (const char* const set = std::getenv("ACTANT_DATA"); set != nullptr && *set != '\0')
    return set;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path();
  for (const fs::path& place :
       {folder / "../share/actant", folder / "../../../data", fs::path(ACTANT_INSTALLED_DATA)}) {
    if (fs::exists(place / "models", error)) return fs::weakly_canonical(place, error).string();
  }
  return ACTANT_INSTALLED_DATA;
}

}  // namespace

int main(int argc, char* argv[]) {
  using actant::Exit;
  occupy_closed_streams();
  std::ios::sync_with_stdio(false);
  actant::Program program;
  CLI::App app("Turns news articles into a knowledge graph: who did what to whom, and who says so",
               "actant");
  app.set_version_flag("--version", "actant " ACTANT_VERSION);
  app.require_subcommand(0, 1);  // none is told below, an unknown one is told by its name
  app.fallthrough();
  app.add_option("--data", program.data, "folder of models, gazetteers and rules")
      ->type_name("DIR");
  app.add_flag("--quiet", program.quiet, "no progress on standard error");
  app.add_option("--progress", program.progress, "json: progress as JSON lines on standard error")
      ->check(CLI::IsMember({"json", "none"}));
  actant::add_build(app, program);
  actant::add_analyze(app, program);
  actant::add_claims(app, program);
  actant::add_merge(app, program);
  actant::add_gazetteer(app, program);
  actant::add_resolve(app, program);
  actant::add_verify(app, program);
  actant::add_explain(app, program);
  actant::add_rules(app, program);
  actant::add_stats(app, program);
  actant::add_formats(app, program);
  app.footer(
      "Examples:\n"
      "  actant build article.txt -o article.svg -o article.json\n"
      "  actant build archive/ --threads 8 -o archive.nq\n"
      "  actant claims article.txt --readable\n"
      "  actant explain article.json c3\n"
      "Exit status: 0 done; 1 some documents failed; 2 wrong usage; 3 nothing could be read or\n"
      "written; 4 verify found a mismatch.");
  Exit status = Exit::done;
  try {
    try {
      app.parse(argc, argv);
      if (!program.run) throw CLI::RequiredError("A command");
      program.data = find_data(program.data);
      status = program.run();
    } catch (const CLI::ParseError& error) {
      if (app.exit(error) != 0) status = Exit::usage;
    }
    std::cout.flush();
    if (!std::cout) throw actant::Error("standard output: cannot be written");
    return static_cast<int>(status);
  } catch (const actant::UsageError& error) {
    std::cerr << error.what() << '\n';
    return static_cast<int>(Exit::usage);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return static_cast<int>(Exit::nothing);
  }
}
