// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"

#include "apps/graph_file.hpp"
#include "apps/output_file.hpp"
#include "apps/program.hpp"

#include <memory>
#include <string>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::vector<std::string> inputs;
  OutputOptions output;
};

}  // namespace

void add_merge(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command =
      app.add_subcommand("merge", "the sum of graphs; any order gives the same bytes");
  command->add_option("GRAPH.json", options->inputs, "Actant JSON files")->required();
  add_output_options(*command, options->output);
  command->callback([options, &program] {
    const std::vector<Output> outputs = choose_outputs(options->output);
    program.run = [=] {
      KnowledgeGraph sum;
      for (const std::string& input : options->inputs)
        sum = merge(std::move(sum), read_graph(input));
      write_outputs(sum, outputs);
      return Exit::done;
    };
  });
}

}  // namespace actant
