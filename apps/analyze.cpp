// SPDX-License-Identifier: MIT
#include "apps/gazetteer_option.hpp"
#include "apps/program.hpp"
#include "apps/reporter.hpp"
#include "base/read_file.hpp"
#include "ingest/article_header.hpp"
#include "ingest/gazetteer_names.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/inputs.hpp"
#include "nlp/analyzer.hpp"
#include "nlp/conllu.hpp"

#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string kind = "text";
  std::vector<std::string> gazetteers;
};

/// For each token the cluster of the smallest mention that holds it, and for the head of a
/// mention the rule that put it there: "Entity=3|Link=surname".
std::vector<std::string> clusters(const Analysis& analysis, const Entities& entities) {
  std::vector<std::uint32_t> smallest(analysis.tokens.size(), 0xFFFFFFFFU);
  for (std::uint32_t m = 0; m < entities.mentions.size(); ++m) {
    const EntityMention& mention = entities.mentions[m];
    for (std::uint32_t t = mention.begin; t < mention.end; ++t) {
      const bool first = smallest[t] == 0xFFFFFFFFU;
      const std::uint32_t size = mention.end - mention.begin;
      const auto size_of = [](const EntityMention& other) { return other.end - other.begin; };
      if (first || size < size_of(entities.mentions[smallest[t]])) smallest[t] = m;
    }
  }
  std::vector<std::string> notes(analysis.tokens.size());
  for (std::uint32_t t = 0; t < smallest.size(); ++t) {
    if (smallest[t] == 0xFFFFFFFFU) continue;
    const EntityMention& mention = entities.mentions[smallest[t]];
    notes[t] = "Entity=" + std::to_string(mention.cluster.value + 1);
    if (t == mention.head && !mention.link.empty()) {
      notes[t] += "|Link=";
      notes[t] += mention.link;
    }
  }
  return notes;
}

void write(const Pipeline& pipeline, const Analysis& analysis, const Document& document) {
  const Entities entities = pipeline.find_entities(document, analysis);
  write_conllu(analysis, document.text, std::cout, clusters(analysis, entities));
}

/// CoNLL-U of each input, in order; the document's name in a comment before each if they are many.
Exit analyze(const Options& options, const Program& program) {
  const Gazetteer gazetteer = open_gazetteers(options.gazetteers);
  DataFiles data = data_files(program.data);
  data.user_gazetteers = options.gazetteers;
  const Pipeline pipeline(data);
  const Analyzer& analyzer = pipeline.analyzer();
  Workspace scratch;
  Reporter reporter(program, "");
  const BuildOptions reading = reporter.options(1);
  const std::vector<InputFile> files = find_input_files(options.inputs, reading.failed);
  const auto analyze_text = [&](const Document& document) {
    if (files.size() > 1) std::cout << "# newdoc id = " << document.uri << '\n';
    Analysis analysis = analyzer.analyze(document.text, scratch);
    mark_names(analysis, gazetteer);
    write(pipeline, analysis, document);
  };
  for_each_file(files, reading, [&](const InputFile& file) {
    if (options.kind == "text") return read_input_file(file, reading.warn, analyze_text);
    const std::string name = file.path == "-" ? "standard input" : file.path;
    ConlluDocument given = read_conllu(read_file(file.path, largest_document), name);
    analyzer.annotate(given.analysis, scratch);
    mark_names(given.analysis, gazetteer);
    Document document;
    document.text = std::move(given.text);
    document.title = find_title(document.text);
    write(pipeline, given.analysis, document);
  });
  return reporter.finish();
}

}  // namespace

void add_analyze(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand("analyze", "linguistic analysis as CoNLL-U");
  command->add_option("INPUT", options->inputs,
                      "files, folders, or - for standard input (default)");
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
