// SPDX-License-Identifier: MIT
#include "apps/input_file.hpp"

#include "base/error.hpp"
#include "ingest/graph_json.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace actant {
namespace {

std::string drain(std::istream& in) {
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

}  // namespace

std::string read_bytes(const std::string& path) {
  if (path == "-") return drain(std::cin);
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw Error(path + ": is a folder; a file was expected");
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path + ": " + std::strerror(errno) + "; a readable file was expected");
  std::string bytes = drain(in);
  if (in.bad()) throw Error(path + ": cannot be read to its end; a readable file was expected");
  return bytes;
}

KnowledgeGraph read_graph(const std::string& path, const Diagnostics& warn) {
  const std::string name = path == "-" ? "standard input" : path;
  const Diagnostics print = [](const InputError& warning) { std::cerr << warning.what() << '\n'; };
  return read_graph_json(read_bytes(path), name, warn ? warn : print);
}

}  // namespace actant
