// SPDX-License-Identifier: MIT
#include "apps/program.hpp"
#include "apps/rule_files.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/rule_check.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace actant {
namespace {

/// Files named *.ontology are ontologies, all others rules.
UserRules sort_files(const std::vector<std::string>& files) {
  UserRules sorted;
  for (const std::string& file : files) {
    const bool ontology = std::filesystem::path(file).extension() == ".ontology";
    (ontology ? sorted.ontologies : sorted.rules).push_back(file);
  }
  return sorted;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

Exit check(const std::vector<std::string>& files, const Program& program) {
  DataFiles data = data_files(program.data);
  data.user_rules = sort_files(files);
  Mistakes mistakes;
  const Pipeline pipeline(data, mistakes.listener());
  const RuleCheck done = check_rules(pipeline, files, mistakes.listener());
  mistakes.finish();
  std::cout << counted(files.size(), "file") << ", " << counted(done.rules, "rule") << ", "
            << counted(done.tests, "test") << ": no mistakes\n";
  return Exit::done;
}

Exit show(const std::vector<std::string>& files, const Program& program) {
  const Pipeline pipeline = open_pipeline(program.data, {}, sort_files(files));
  for (const EdgeRule& rule : pipeline.rules().rules()) {
    const bool asked = std::any_of(files.begin(), files.end(), [&](const std::string& file) {
      std::error_code missing;
      return std::filesystem::equivalent(file, rule.where.source, missing);
    });
    if (!asked) continue;
    std::cout << rule.origin << '\n';
    for (const MatchPlan& plan : rule.plans) {
      std::cout << "  " << to_string(plan.pattern) << '\n';
    }
  }
  return Exit::done;
}

}  // namespace

void add_rules(CLI::App& app, Program& program) {
  CLI::App* const command = app.add_subcommand("rules", "checks rule and ontology files");
  command->require_subcommand(1);
  const auto add = [&](const char* name, const char* summary,
                       Exit (*run)(const std::vector<std::string>&, const Program&)) {
    auto files = std::make_shared<std::vector<std::string>>();
    CLI::App* const part = command->add_subcommand(name, summary);
    part->add_option("FILE", *files, "rule files; those named *.ontology are ontologies")
        ->required();
    part->callback([files, run, &program] {
      program.run = [files, run, &program] { return run(*files, program); };
    });
  };
  add("check", "reports all mistakes and the tests that fail, with positions", check);
  add("show", "the patterns of each rule, those compiled from examples too", show);
}

}  // namespace actant
