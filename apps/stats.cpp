// SPDX-License-Identifier: MIT
#include "apps/graph_file.hpp"
#include "apps/program.hpp"
#include "graph/statistics.hpp"

#include <cstdint>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace actant {
namespace {

void print(std::string_view name, std::size_t value) {
  std::cout << std::left << std::setw(14) << name << value << '\n';
}

void print(std::string_view name, const std::map<std::string, std::size_t>& counts) {
  std::cout << '\n' << name << '\n';
  for (const auto& [key, count] : counts) {
    std::cout << "  " << std::left << std::setw(20) << (key.empty() ? "-" : key) << count << '\n';
  }
}

Exit print_statistics(const KnowledgeGraph& graph, std::size_t most_central) {
  const Statistics s = statistics(graph, most_central);
  print("documents", s.documents);
  print("entities", s.entities);
  print("named", s.named);
  print("mentions", s.mentions);
  print("claims", s.claims);
  print("negative", s.negative);
  print("attributed", s.attributed);
  print("evidence", s.evidence);
  print("relations", s.relations);
  print("to literals", s.literals);
  print("components", s.components.size());
  if (!s.components.empty()) print("largest", s.components.front());
  print("entity types", s.entity_types);
  print("claim types", s.claim_types);
  print("modality", s.modalities);
  std::cout << "\nmost central (page rank, in, out)\n";
  for (const Centrality& c : s.central) {
    std::cout << "  " << std::fixed << std::setprecision(4) << c.page_rank << std::right
              << std::setw(6) << c.in_degree << std::setw(6) << c.out_degree << "  "
              << graph.entity(c.entity).name << '\n';
  }
  return Exit::done;
}

}  // namespace

void add_stats(CLI::App& app, Program& program) {
  struct Options {
    std::string input;
    std::size_t central = 10;
  };
  auto options = std::make_shared<Options>();
  CLI::App* const command =
      app.add_subcommand("stats", "counts, degrees, components, most central nodes");
  command->add_option("GRAPH.json", options->input, "Actant JSON, or -")->required();
  command->add_option("--central", options->central, "how many of the most central nodes to list")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{1'000'000'000}));
  command->callback([options, &program] {
    program.run = [options] {
      return print_statistics(read_graph(options->input), options->central);
    };
  });
}

}  // namespace actant
