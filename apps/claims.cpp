// SPDX-License-Identifier: MIT
#include "apps/gazetteer_option.hpp"
#include "apps/input_file.hpp"
#include "apps/program.hpp"
#include "apps/reporter.hpp"
#include "apps/rule_files.hpp"
#include "apps/sentences.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/inputs.hpp"
#include "ingest/tuples.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::vector<std::string> inputs;
  bool lines = false;
  bool readable = false;
  std::vector<std::string> gazetteers;
  UserRules rules;
  std::string failures;
};

void print(std::string_view sentence, const Tuple& tuple) {
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.4f", tuple.confidence);
  std::cout << sentence << '\t' << confidence << '\t' << tuple.relation;
  for (const std::string& argument : tuple.arguments) std::cout << '\t' << argument;
  std::cout << '\n';
}

/// Each line of the input is one sentence, its tokens parted by blanks.
Exit print_line_tuples(const Options& options, const Pipeline& pipeline) {
  Workspace scratch;
  for (const std::string& input : options.inputs) {
    std::istringstream in(read_bytes(input));
    for (std::string line; std::getline(in, line);) {
      for (const Tuple& tuple : pipeline.line_tuples(line, scratch)) print(line, tuple);
    }
  }
  return Exit::done;
}

Exit print_tuples(const Options& options, const Pipeline& pipeline, const Program& program) {
  Reporter reporter(program, options.failures);
  Workspace scratch;
  for (const Document& document : read_document_files(options.inputs, reporter.options(1))) {
    for (const Tuple& tuple : pipeline.tuples(document.text, scratch)) print(tuple.text, tuple);
  }
  return reporter.finish();
}

/// The claims as the articles tell them: by document, then by where their first evidence stands.
std::vector<const Claim*> in_reading_order(const KnowledgeGraph& graph) {
  std::vector<const Claim*> ordered;
  for (const Claim& claim : graph.claims()) ordered.push_back(&claim);
  const auto place = [](const Claim& claim) {
    const Evidence& first = claim.evidence.front();
    return std::tuple(std::string_view(first.document), first.sentence.byte_start,
                      first.range.byte_start);
  };
  std::stable_sort(ordered.begin(), ordered.end(),
                   [&](const Claim* a, const Claim* b) { return place(*a) < place(*b); });
  return ordered;
}

Exit print_sentences(const Options& options, const Pipeline& pipeline, const Program& program) {
  Reporter reporter(program, options.failures);
  const KnowledgeGraph graph = build_graph(pipeline, options.inputs, reporter.options(0));
  for (const Claim* claim : in_reading_order(graph)) std::cout << readable(graph, *claim) << '\n';
  return reporter.finish();
}

Exit claims(const Options& options, const Program& program) {
  const Pipeline pipeline = open_pipeline(program.data, options.gazetteers, options.rules);
  if (options.readable) return print_sentences(options, pipeline, program);
  if (options.lines) return print_line_tuples(options, pipeline);
  return print_tuples(options, pipeline, program);
}

}  // namespace

void add_claims(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand(
      "claims", "tuples: sentence, confidence, relation, argument 1, argument 2 ..., by tabs");
  command->add_option("INPUT", options->inputs, "files, folders, or - (default)");
  command->add_flag("--lines", options->lines,
                    "each line is one sentence, its tokens parted by blanks");
  command->add_flag("--readable", options->readable, "the claims of the graph as sentences instead")
      ->excludes("--lines");
  add_gazetteer_option(*command, options->gazetteers);
  add_rule_options(*command, options->rules);
  command->add_option("--failures", options->failures, "file for failed documents, as JSON lines")
      ->type_name("FILE");
  command->callback([options, &program] {
    if (options->inputs.empty()) options->inputs.emplace_back("-");
    program.run = [options, &program] { return claims(*options, program); };
  });
}

}  // namespace actant
