// SPDX-License-Identifier: MIT
#include "apps/gazetteer_option.hpp"
#include "apps/program.hpp"
#include "apps/reporter.hpp"
#include "apps/rule_files.hpp"
#include "apps/sentences.hpp"
#include "ingest/claim_features.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/inputs.hpp"
#include "ingest/tuples.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
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
  bool features = false;
  std::string failures;
};

std::string decimals(double confidence) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.4f", confidence);
  return text.data();
}

void print(std::string_view sentence, const Tuple& tuple, const Options& options) {
  if (options.features) std::cout << tuple.features << '\t';
  std::cout << sentence << '\t' << decimals(tuple.confidence) << '\t' << tuple.relation;
  for (const std::string& argument : tuple.arguments) std::cout << '\t' << argument;
  std::cout << '\n';
}

/// Each line of the input is one sentence, its tokens parted by blanks. Tabs part columns, so in
/// the first one they are blanks.
Exit print_line_tuples(const Options& options, const Pipeline& pipeline, const Program& program) {
  Reporter reporter(program, options.failures);
  Workspace scratch;
  for_each_document(options.inputs, reporter.options(1), [&](const Document& document) {
    std::istringstream in(document.text);
    for (std::string line; std::getline(in, line);) {
      if (line.ends_with('\r')) line.pop_back();
      std::ranges::replace(line, '\t', ' ');
      for (const Tuple& tuple : pipeline.line_tuples(line, scratch)) print(line, tuple, options);
    }
  });
  return reporter.finish();
}

Exit print_tuples(const Options& options, const Pipeline& pipeline, const Program& program) {
  Reporter reporter(program, options.failures);
  Workspace scratch;
  for_each_document(options.inputs, reporter.options(1), [&](const Document& document) {
    for (const Tuple& tuple : pipeline.tuples(document.text, scratch))
      print(tuple.text, tuple, options);
  });
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

std::string words(const Entities& entities, const CandidateArgument& argument) {
  return argument.cluster.valid() ? entities.clusters[argument.cluster.value].name
                                  : argument.literal.value;
}

/// The sentence around a token, on one line.
std::string sentence_text(const Document& document, const Analysis& analysis, std::uint32_t token) {
  const auto after = std::upper_bound(
      analysis.sentences.begin(), analysis.sentences.end(), token,
      [](std::uint32_t at, const Sentence& sentence) { return at < sentence.begin; });
  return one_line(slice(document.text, (after - 1)->span));
}

/// One claim a line as the rules found it, before claims that say the same become one.
Exit print_rated_claims(const Options& options, const Pipeline& pipeline, const Program& program) {
  Reporter reporter(program, options.failures);
  Workspace scratch;
  std::string features;
  for_each_document(options.inputs, reporter.options(1), [&](const Document& document) {
    const Findings found = pipeline.read(document, scratch);
    for (const CandidateClaim& claim : found.claims) {
      describe_claim(found.analysis, found.entities, claim, features);
      std::cout << features << '\t' << sentence_text(document, found.analysis, claim.trigger)
                << '\t' << decimals(claim.confidence) << '\t' << claim.label;
      for (const CandidateArgument& argument : claim.arguments) {
        std::cout << '\t' << words(found.entities, argument);
      }
      std::cout << '\n';
    }
  });
  return reporter.finish();
}

Exit claims(const Options& options, const Program& program) {
  const Pipeline pipeline = open_pipeline(program.data, options.gazetteers, options.rules);
  if (options.readable && options.features) {
    return print_rated_claims(options, pipeline, program);
  }
  if (options.readable) return print_sentences(options, pipeline, program);
  if (options.lines) return print_line_tuples(options, pipeline, program);
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
  command->add_flag("--features", options->features,
                    "in a first column, what each confidence is computed from");
  command->add_option("--failures", options->failures, "file for failed documents, as JSON lines")
      ->type_name("FILE");
  command->callback([options, &program] {
    if (options->inputs.empty()) options->inputs.emplace_back("-");
    program.run = [options, &program] { return claims(*options, program); };
  });
}

}  // namespace actant
