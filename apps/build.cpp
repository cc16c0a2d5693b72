// SPDX-License-Identifier: MIT
#include "apps/gazetteer_option.hpp"
#include "apps/output_file.hpp"
#include "apps/program.hpp"
#include "apps/reporter.hpp"
#include "apps/rule_files.hpp"
#include "ingest/graph_builder.hpp"

#include <memory>
#include <string>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::vector<std::string> inputs;
  OutputOptions output;
  std::vector<std::string> gazetteers;
  UserRules rules;
  std::string failures;
  unsigned threads = 0;
};

Exit build(const Options& options, const std::vector<Output>& outputs, const Program& program) {
  const Pipeline pipeline = open_pipeline(program.data, options.gazetteers, options.rules);
  Reporter reporter(program, options.failures);
  const KnowledgeGraph graph =
      build_graph(pipeline, options.inputs, reporter.options(options.threads));
  const Exit status = reporter.finish();
  write_outputs(graph, outputs);
  return status;
}

}  // namespace

void add_build(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand("build", "articles to one graph");
  command->add_option("INPUT", options->inputs, "files, folders, or - for standard input")
      ->required();
  add_output_options(*command, options->output);
  add_gazetteer_option(*command, options->gazetteers);
  add_rule_options(*command, options->rules);
  command->add_option("--threads", options->threads, "default: as many as the machine has");
  command->add_option("--failures", options->failures, "file for failed documents, as JSON lines")
      ->type_name("FILE");
  command->callback([options, &program] {
    const std::vector<Output> outputs = choose_outputs(options->output);
    program.run = [=, &program] { return build(*options, outputs, program); };
  });
}

}  // namespace actant
