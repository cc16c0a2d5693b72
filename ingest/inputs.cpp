// SPDX-License-Identifier: MIT
#include "ingest/inputs.hpp"

#include "base/error.hpp"
#include "base/read_file.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
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
  if (error) throw InputError({folder}, error.message() + "; a readable folder was expected");
  std::sort(files.begin(), files.end(),
            [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
  return files;
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
      report(InputError({input}, "No such file or directory; an article or a folder was expected"));
    } else if (!fs::is_directory(status)) {
      const std::uintmax_t size = fs::file_size(input, error);
      files.push_back({input, error ? 0 : size});
    } else {
      try {
        std::vector<InputFile> below = files_below(input);
        if (below.empty())
          throw InputError({input}, "holds no articles; files such as *.txt were expected");
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
  format->create()->read(read_file(file.path, largest_document), file.path, warn, each);
}

void for_each_file(const std::vector<InputFile>& files, const BuildOptions& options,
                   const std::function<void(const InputFile&)>& each) {
  std::size_t read = 0;
  for (const InputFile& file : files) {
    try {
      each(file);
      ++read;
    } catch (const InputError& error) {
      if (options.failed) options.failed(error);
    }
  }
  if (read == 0) throw Error("nothing could be read");
}

void for_each_document(const std::vector<std::string>& inputs, const BuildOptions& options,
                       const std::function<void(Document)>& each) {
  for_each_file(find_input_files(inputs, options.failed), options,
                [&](const InputFile& file) { read_input_file(file, options.warn, each); });
}

}  // namespace actant
