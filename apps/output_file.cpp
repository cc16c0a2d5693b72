// SPDX-License-Identifier: MIT
#include "apps/output_file.hpp"

#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace actant {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_write(const std::string& path, int error) {
  throw Error(path + ": cannot be written: " +
              (error != 0 ? std::strerror(error) : "the output is cut off") +
              "; a writable file was expected");
}

using Content = std::function<void(std::ostream&)>;

void write_to(const std::string& path, const std::string& named, const Content& content) {
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  if (!out) cannot_write(named, errno);
  try {
    content(out);
  } catch (const Error&) {
    if (out) throw;
    cannot_write(named, errno);  // names the file and the reason, which the content knows not
  }
  out.close();
  if (!out) cannot_write(named, errno);
}

void write_to_standard_output(const Content& content) {
  errno = 0;
  try {
    content(std::cout);
  } catch (const Error&) {
    if (std::cout) throw;
  }
  std::cout.flush();
  if (!std::cout) cannot_write("standard output", errno);
}

/// A file beside its target that disappears unless it is kept.
class PendingFile {
 public:
  PendingFile(std::string target, const Content& content)
      : target_(std::move(target)), path_(target_ + ".part" + std::to_string(::getpid())) {
    try {
      write_to(path_, target_, content);
    } catch (...) {
      remove();
      throw;
    }
  }
  PendingFile(PendingFile&& other) noexcept
      : target_(std::move(other.target_)), path_(std::exchange(other.path_, {})) {}
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  PendingFile& operator=(PendingFile&&) = delete;
  ~PendingFile() { remove(); }

  void keep() {
    std::error_code error;
    fs::rename(path_, target_, error);
    if (error) cannot_write(target_, error.value());
    path_.clear();
  }

 private:
  void remove() {
    std::error_code ignored;  // it may never have come to be
    if (!path_.empty()) fs::remove(path_, ignored);
  }

  std::string target_;
  std::string path_;
};

bool is_special(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

void add_output_options(CLI::App& command, OutputOptions& options) {
  command.add_option("-o,--output", options.paths, "file to write; may be repeated")
      ->type_name("OUT")
      ->take_all()
      ->allow_extra_args(false);
  command.add_option("--format", options.format, "format of the output, else by its extension");
}

std::vector<Output> choose_outputs(const OutputOptions& options) {
  const auto& [paths, format] = options;
  const ExportFormat* asked = nullptr;
  if (!format.empty()) {
    asked = find_format(format);
    if (asked == nullptr) {
      throw CLI::ValidationError(
          "--format",
          "unknown format '" + format + "'; see `actant formats` for those that there are");
    }
  }
  if (paths.empty()) return {{"-", asked != nullptr ? asked : find_format("json")}};
  std::vector<Output> outputs;
  for (const std::string& path : paths) {
    if (path.empty() || std::ranges::count(paths, path) > 1) {
      throw CLI::ValidationError("--output", "'" + path +
                                                 "' is no name or named twice; a file for "
                                                 "each output was expected");
    }
    const ExportFormat* chosen = asked;
    if (chosen == nullptr) {
      chosen = fs::path(path).has_extension() ? find_format_for_file(path) : find_format("json");
    }
    if (chosen == nullptr) {
      throw CLI::ValidationError(path, "no format has this extension; --format names one");
    }
    outputs.push_back({path, chosen});
  }
  return outputs;
}

void write_outputs(const KnowledgeGraph& graph, const std::vector<Output>& outputs,
                   const std::vector<FileOutput>& files) {
  std::vector<FileOutput> all;
  for (const Output& output : outputs) {
    all.push_back({output.path, [&graph, format = output.format](std::ostream& out) {
                     format->create()->write(graph, out);
                   }});
  }
  all.insert(all.end(), files.begin(), files.end());
  write_files(all);
}

void write_files(const std::vector<FileOutput>& files) {
  const auto is_direct = [](const FileOutput& file) {
    return file.path == "-" || is_special(file.path);
  };
  std::vector<PendingFile> pending;
  for (const FileOutput& file : files) {
    if (!is_direct(file)) pending.emplace_back(file.path, file.content);
  }
  for (const FileOutput& file : files) {
    if (!is_direct(file)) continue;
    if (file.path == "-") {
      write_to_standard_output(file.content);
    } else {
      write_to(file.path, file.path, file.content);
    }
  }
  for (PendingFile& file : pending) file.keep();
}

}  // namespace actant
