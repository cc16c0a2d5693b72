// SPDX-License-Identifier: MIT
#include "ingest/inputs.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>
#include <system_error>
#include <utility>

namespace actant {
namespace {

namespace fs = std::filesystem;

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return extension;
}

/// Is `word` one of the words of `list`?
bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

const ReadFormat* find_format(const std::string& extension) {
  for (const ReadFormat& format : read_formats()) {
    if (lists(format.extensions, extension)) return &format;
  }
  return nullptr;
}

std::vector<InputFile> files_below(const std::string& folder) {
  std::vector<InputFile> files;
  std::error_code error;
  fs::recursive_directory_iterator each(folder, fs::directory_options::skip_permission_denied,
                                        error);
  for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
    std::error_code unreadable;
    if (!each->is_regular_file(unreadable) || find_format(extension_of(each->path())) == nullptr)
      continue;
    const std::uintmax_t size = each->file_size(unreadable);
    files.push_back({each->path().string(), unreadable ? 0 : size});
  }
  if (error) throw InputError({folder}, "cannot be read: " + error.message());
  std::sort(files.begin(), files.end(),
            [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
  return files;
}

std::string read_stream(std::istream& stream, const std::string& source) {
  std::string bytes;
  std::array<char, 1U << 16U> buffer{};
  while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) throw InputError({source}, "cannot be read");
  return bytes;
}

std::string read_bytes(const std::string& path) {
  if (path == "-") return read_stream(std::cin, path);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError({path}, "cannot be opened");
  return read_stream(file, path);
}

}  // namespace

std::vector<InputFile> find_input_files(const std::vector<std::string>& inputs,
                                        const Diagnostics& failed) {
  std::vector<InputFile> files;
  const auto report = [&failed](const InputError& error) {
    if (failed) failed(error);
  };
  for (const std::string& input : inputs) {
    if (input == "-") {
      files.push_back({input, 0});
      continue;
    }
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (!fs::exists(status)) {
      report(InputError({input}, "no such file or folder"));
    } else if (!fs::is_directory(status)) {
      const std::uintmax_t size = fs::file_size(input, error);
      files.push_back({input, error ? 0 : size});
    } else {
      try {
        std::vector<InputFile> below = files_below(input);
        if (below.empty())
          throw InputError({input}, "folder without articles, expected files such as *.txt");
        std::move(below.begin(), below.end(), std::back_inserter(files));
      } catch (const InputError& wrong) {
        report(wrong);
      }
    }
  }
  return files;
}

void read_input_file(const InputFile& file, const Diagnostics& warn,
                     const std::function<void(Document)>& each) {
  const ReadFormat* format = find_format(extension_of(file.path));
  if (format == nullptr) format = find_format("txt");
  format->create()->read(read_bytes(file.path), file.path, warn, each);
}

std::vector<Document> read_document_files(const std::vector<std::string>& inputs,
                                          const BuildOptions& options) {
  std::vector<Document> documents;
  for (const InputFile& file : find_input_files(inputs, options.failed)) {
    try {
      read_input_file(file, options.warn,
                      [&](Document document) { documents.push_back(std::move(document)); });
    } catch (const InputError& error) {
      if (options.failed) options.failed(error);
    }
  }
  return documents;
}

}  // namespace actant
