// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_INPUTS_HPP
#define ACTANT_INGEST_INPUTS_HPP

#include "ingest/document.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/reader.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace actant {

/// One file to be read.
struct InputFile {
  std::string path;         ///< "-": standard input
  std::uint64_t bytes = 0;  ///< 0: not known
};

/// Files in the order of `inputs`; a folder stands for all files below it that a reader knows by
/// their extension, sorted by path in byte order.
/// @param failed  Hears of what is not there and of folders without articles.
[[nodiscard]] std::vector<InputFile> find_input_files(const std::vector<std::string>& inputs,
                                                      const Diagnostics& failed);

/// Reads one file with the reader that its extension asks for, plain text by default.
/// @throws InputError if nothing can be read.
void read_input_file(const InputFile& file, const Diagnostics& warn,
                     const std::function<void(Document)>& each);

/// All documents of files and folders, in order. Failures go to `options.failed`.
[[nodiscard]] std::vector<Document> read_document_files(const std::vector<std::string>& inputs,
                                                        const BuildOptions& options);

}  // namespace actant

#endif  // ACTANT_INGEST_INPUTS_HPP
