// SPDX-License-Identifier: MIT
#include "export/exporter.hpp"
#include "ingest/graph_builder.hpp"

#include <iostream>
#include <sstream>

int main(int argc, char* argv[]) {
  if (argc != 2) return 2;
  const actant::Pipeline pipeline(actant::data_files(argv[1]));
  actant::Document document;
  document.id = std::string(64, '0');
  document.uri = "acme.txt";
  document.text = "Acme acquired Widget Co in Vienna.";
  actant::Workspace scratch;
  const actant::KnowledgeGraph graph = pipeline.build(document, scratch);
  std::ostringstream out;
  actant::find_format("dot")->create()->write(graph, out);
  return graph.claims().empty() || out.str().empty() ? 1 : 0;
}
