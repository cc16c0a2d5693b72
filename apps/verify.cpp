// SPDX-License-Identifier: MIT
#include "ingest/verify.hpp"

#include "apps/graph_file.hpp"
#include "apps/program.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/inputs.hpp"

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::string graph;
  std::vector<std::string> sources;
};

Exit check(const Options& options) {
  std::size_t changed = 0;  // claims that are not what their hash says
  const KnowledgeGraph graph = read_graph(options.graph, [&](const InputError& warning) {
    std::cerr << warning.what() << '\n';
    ++changed;
  });
  std::vector<std::string> sources = options.sources;
  if (sources.empty()) {
    for (const DocumentRecord& document : graph.documents()) sources.push_back(document.uri);
  }
  BuildOptions reading;
  reading.failed = [](const InputError& failure) { std::cerr << failure.what() << '\n'; };
  std::vector<Document> documents;
  if (!sources.empty()) {
    for_each_document(sources, reading,
                      [&](Document document) { documents.push_back(std::move(document)); });
  }
  const Verification result = verify(graph, documents);
  for (const std::string& mismatch : result.mismatches) std::cerr << mismatch << '\n';
  const std::size_t mismatches = result.mismatches.size() + changed;
  std::cout << result.documents << " documents, " << result.mentions << " mentions, "
            << result.evidence << " pieces of evidence checked, " << mismatches << " mismatches\n";
  return mismatches == 0 ? Exit::done : Exit::mismatch;
}

}  // namespace

void add_verify(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command =
      app.add_subcommand("verify", "re-check every evidence range against the sources");
  command->add_option("GRAPH.json", options->graph, "Actant JSON, or -")->required();
  command->add_option("SOURCE", options->sources,
                      "articles; default: where the graph says that they came from");
  command->callback([options, &program] { program.run = [options] { return check(*options); }; });
}

}  // namespace actant
