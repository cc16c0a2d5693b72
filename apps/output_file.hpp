// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_OUTPUT_FILE_HPP
#define ACTANT_APPS_OUTPUT_FILE_HPP

#include "export/exporter.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace actant {

/// Where a graph goes, and in which format.
struct Output {
  std::string path;  ///< "-" is standard output
  const ExportFormat* format = nullptr;
};

/// A file that is no graph.
struct FileOutput {
  std::string path;  ///< "-" is standard output
  std::function<void(std::ostream&)> content;
};

/// What -o and --format were given.
struct OutputOptions {
  std::vector<std::string> paths;
  std::string format;  ///< "" when not given
};

/// Adds -o and --format to a command; `options` must outlive its parsing.
void add_output_options(CLI::App& command, OutputOptions& options);

/// Pairs paths with formats: the one that was asked for, else by extension; Actant JSON where there
/// is none. No path means standard output.
/// @throws CLI::ValidationError if a format is unknown.
[[nodiscard]] std::vector<Output> choose_outputs(const OutputOptions& options);

/// Writes the graph and the files to all outputs, or to none: files are written beside their
/// targets first and renamed when all are complete. Special files such as /dev/stdout are written
/// as they are.
/// @throws Error if one cannot be written; targets are then as they were.
void write_outputs(const KnowledgeGraph& graph, const std::vector<Output>& outputs,
                   const std::vector<FileOutput>& files = {});

/// The same for files alone.
void write_files(const std::vector<FileOutput>& files);

}  // namespace actant

#endif  // ACTANT_APPS_OUTPUT_FILE_HPP
