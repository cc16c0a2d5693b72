// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_INPUTS_HPP
#define ACTANT_INGEST_INPUTS_HPP

#include "ingest/document.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/reader.hpp"

#include <cstddef>
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

/// A larger file is refused: offsets in a document have 32 bits.
inline constexpr std::size_t largest_document = std::size_t{2} << 30U;

/// Reads one file with the reader that its extension asks for, plain text by default.
/// @throws InputError if nothing can be read.
void read_input_file(const InputFile& file, const Diagnostics& warn,
                     const std::function<void(Document)>& each);

/// Calls `each` for one file after the other; an InputError that it throws goes to
/// `options.failed`, and the next file follows.
/// @throws Error if all fail, or there are none.
void for_each_file(const std::vector<InputFile>& files, const BuildOptions& options,
                   const std::function<void(const InputFile&)>& each);

/// Calls `each` for all documents of files and folders, in order. Failures go to `options.failed`.
/// @throws Error if nothing could be read.
void for_each_document(const std::vector<std::string>& inputs, const BuildOptions& options,
                       const std::function<void(Document)>& each);

}  // namespace actant

#endif  // ACTANT_INGEST_INPUTS_HPP
