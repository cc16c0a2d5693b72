// SPDX-License-Identifier: MIT
#include "apps/gazetteer_option.hpp"
#include "apps/input_file.hpp"
#include "apps/program.hpp"
#include "base/utf8.hpp"
#include "ingest/gazetteer_names.hpp"
#include "ingest/graph_builder.hpp"
#include "nlp/analyzer.hpp"
#include "nlp/conllu.hpp"

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string kind = "text";
  std::vector<std::string> gazetteers;
};

/// CoNLL-U of each input, in order, the document's name in a comment before each.
Exit analyze(const Options& options, const Program& program) {
  const Gazetteer gazetteer = open_gazetteers(options.gazetteers);
  const Analyzer analyzer(data_files(program.data).model);
  Workspace scratch;
  for (const std::string& input : options.inputs) {
    const std::string bytes = read_bytes(input);
    const std::string name = input == "-" ? "standard input" : input;
    if (options.kind == "conllu") {
      ConlluDocument document = read_conllu(bytes, name);
      analyzer.annotate(document.analysis, scratch);
      mark_names(document.analysis, gazetteer);
      write_conllu(document.analysis, document.text, std::cout);
    } else {
      const std::string text = repair_utf8(bytes).text;
      if (options.inputs.size() > 1) std::cout << "# newdoc id = " << name << '\n';
      Analysis analysis = analyzer.analyze(text, scratch);
      mark_names(analysis, gazetteer);
      write_conllu(analysis, text, std::cout);
    }
  }
  return Exit::done;
}

}  // namespace

void add_analyze(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand("analyze", "linguistic analysis as CoNLL-U");
  command->add_option("INPUT", options->inputs, "files, or - for standard input (default)");
  command
      ->add_option("--input", options->kind,
                   "conllu: keep given tokens and sentences, predict the rest")
      ->check(CLI::IsMember({"text", "conllu"}));
  add_gazetteer_option(*command, options->gazetteers);
  command->callback([options, &program] {
    if (options->inputs.empty()) options->inputs.emplace_back("-");
    program.run = [options, &program] { return analyze(*options, program); };
  });
}

}  // namespace actant
