// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"

#include "apps/input_file.hpp"
#include "apps/output_file.hpp"
#include "apps/program.hpp"

#include <memory>
#include <string>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;
  std::string format;
};

}  // namespace

void add_merge(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command =
      app.add_subcommand("merge", "the sum of graphs; any order gives the same bytes");
  command->add_option("GRAPH.json", options->inputs, "Actant JSON files")->required();
  command->add_option("-o,--output", options->outputs, "file to write; may be repeated")
      ->type_name("OUT")
      ->take_all()
      ->allow_extra_args(false);
  command->add_option("--format", options->format, "format of the output, else by its extension");
  command->callback([options, &program] {
    const std::vector<Output> outputs = choose_outputs(options->outputs, options->format);
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
