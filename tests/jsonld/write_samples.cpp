// SPDX-License-Identifier: MIT
// Writes the sample graphs as JSON-LD and N-Quads into the folder given.
#include "export/exporter.hpp"
#include "tests/export/sample_graph.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <string>

namespace {

void write(const actant::KnowledgeGraph& graph, const std::string& path) {
  for (const std::string format : {"jsonld", "nq"}) {
    std::ofstream out(path + "." + format, std::ios::binary);
    actant::find_format(format)->create()->write(graph, out);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: linked_data_samples FOLDER\n";
    return 2;
  }
  try {
    const std::string folder = argv[1];
    write(actant::sample_graph(), folder + "/sample");
    write(actant::hostile_graph(), folder + "/hostile");
    write(actant::KnowledgeGraph(), folder + "/empty");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
