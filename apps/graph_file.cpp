// SPDX-License-Identifier: MIT
#include "apps/graph_file.hpp"

#include "base/error.hpp"
#include "base/read_file.hpp"
#include "ingest/graph_json.hpp"

#include <iostream>

namespace actant {

KnowledgeGraph read_graph(const std::string& path, const Diagnostics& warn) {
  const std::string name = path == "-" ? "standard input" : path;
  const Diagnostics print = [](const InputError& warning) { std::cerr << warning.what() << '\n'; };
  return read_graph_json(read_file(path), name, warn ? warn : print);
}

}  // namespace actant
