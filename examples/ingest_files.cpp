// SPDX-License-Identifier: MIT
// Reads articles and writes a picture of what they say.
//
//   ingest_files DATA_FOLDER OUT.svg ARTICLE...
#include "base/error.hpp"
#include "export/exporter.hpp"
#include "ingest/graph_builder.hpp"

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char* argv[]) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    std::cerr << "usage: ingest_files DATA_FOLDER OUT.svg ARTICLE...\n";
    return 2;
  }
  try {
    // Loads the model and the tables once; one pipeline serves any number of threads.
    const actant::Pipeline pipeline(actant::data_files(arguments[0]));

    actant::BuildOptions options;
    options.failed = [](const actant::InputError& failure) { std::cerr << failure.what() << '\n'; };
    const std::vector<std::string> articles(arguments.begin() + 2, arguments.end());
    const actant::KnowledgeGraph graph = actant::build_graph(pipeline, articles, options);

    const actant::ExportFormat* const format = actant::find_format_for_file(arguments[1]);
    if (format == nullptr) throw actant::Error(arguments[1] + ": unknown format");
    std::ofstream out(arguments[1], std::ios::binary);
    format->create()->write(graph, out);
    if (!out.flush()) throw actant::Error(arguments[1] + ": cannot be written");

    std::cout << graph.entities().size() << " entities, " << graph.claims().size() << " claims\n";
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
