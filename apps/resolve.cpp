// SPDX-License-Identifier: MIT
#include "graph/resolve.hpp"

#include "apps/decision_file.hpp"
#include "apps/graph_file.hpp"
#include "apps/output_file.hpp"
#include "apps/pair_file.hpp"
#include "apps/program.hpp"
#include "base/read_file.hpp"

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace actant {
namespace {

struct Options {
  std::string input;
  OutputOptions output;
  std::vector<std::string> never;
  std::vector<std::string> always;
  std::string decisions;
  std::string undo;
};

/// Tells of pairs whose nodes the graph lacks: a slip, or a list for several graphs.
void warn_of_unknown(const KnowledgeGraph& graph, const std::vector<PlacedPair>& pairs) {
  for (const PlacedPair& pair : pairs) {
    for (const std::string& key : {pair.keys.first, pair.keys.second}) {
      if (graph.find(key).valid()) continue;
      std::cerr << pair.source << ':' << pair.line << ":1: no node has the key '" << key
                << "'; the pair is passed over\n";
    }
  }
}

ResolveOptions read_options(const Options& options, const KnowledgeGraph& graph) {
  const std::vector<PlacedPair> never = read_pairs(options.never);
  const std::vector<PlacedPair> always = read_pairs(options.always);
  ResolveOptions wishes;
  for (const PlacedPair& pair : always) wishes.always.push_back(pair.keys);
  for (const PlacedPair& pair : never) wishes.never.push_back(pair.keys);
  if (const auto at = find_contradiction(wishes)) {
    const PlacedPair& pair = never[*at];
    throw UsageError(pair.source + ":" + std::to_string(pair.line) +
                     ":1: the pairs of --always-merge make one node of these two; pairs that can "
                     "all be honoured were expected");
  }
  warn_of_unknown(graph, never);
  warn_of_unknown(graph, always);
  return wishes;
}

Exit run_resolve(const Options& options, const std::vector<Output>& outputs) {
  const KnowledgeGraph graph = read_graph(options.input);
  if (!options.undo.empty()) {
    write_outputs(undo_decisions(graph, read_file(options.undo), options.undo), outputs);
    return Exit::done;
  }
  const Resolution resolution = resolve(graph, read_options(options, graph));
  std::vector<FileOutput> files;
  if (!options.decisions.empty()) {
    files.push_back(
        {options.decisions, [&](std::ostream& out) { out << write_decisions(graph, resolution); }});
  }
  write_outputs(resolution.graph, outputs, files);
  return Exit::done;
}

}  // namespace

void add_resolve(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand(
      "resolve", "merges nodes of a graph that are one thing under several names");
  command->add_option("GRAPH.json", options->input, "an Actant JSON file")->required();
  add_output_options(*command, options->output);
  const auto add_files = [&](const char* name, std::vector<std::string>& files, const char* help) {
    return command->add_option(name, files, help)
        ->type_name("FILE")
        ->take_all()
        ->allow_extra_args(false);
  };
  CLI::Option* const never = add_files("--never-merge", options->never,
                                       "pairs to keep apart: two keys a line, separated by a tab");
  CLI::Option* const always =
      add_files("--always-merge", options->always, "pairs to merge, whatever their names");
  CLI::Option* const decisions =
      command
          ->add_option("--decisions", options->decisions,
                       "receives every decision with its reason and evidence, as JSON lines")
          ->type_name("FILE");
  command->add_option("--undo", options->undo, "restores the graph before these decisions")
      ->type_name("DECISIONS")
      ->excludes(never)
      ->excludes(always)
      ->excludes(decisions);
  command->callback([options, &program] {
    const std::vector<Output> outputs = choose_outputs(options->output);
    program.run = [options, outputs] { return run_resolve(*options, outputs); };
  });
}

}  // namespace actant
