// SPDX-License-Identifier: MIT
#include "base/read_file.hpp"
#include "ingest/claim_features.hpp"
#include "ingest/confidence.hpp"
#include "ingest/conform.hpp"
#include "ingest/entity_finder.hpp"
#include "ingest/extractors.hpp"
#include "ingest/gazetteer.hpp"
#include "ingest/gazetteer_names.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/lexicon.hpp"
#include "ingest/rule_book.hpp"
#include "ingest/tuples.hpp"

namespace actant {
namespace {

Gazetteer load_gazetteer(const DataFiles& files) {
  Gazetteer gazetteer;
  gazetteer.add_file(files.gazetteers + "/world.tsv");
  for (const std::string& path : files.user_gazetteers) {
    gazetteer.add_file(path, Gazetteer::Rank::first);
  }
  return gazetteer;
}

}  // namespace

DataFiles data_files(const std::string& folder) {
  DataFiles files;
  files.model = folder + "/models/english.actm";
  files.gazetteers = folder + "/gazetteers";
  files.rules = folder + "/rules";
  files.ontology = folder + "/ontology";
  files.confidence = folder + "/models/confidence.tsv";
  return files;
}

/// Loaded once, then only read.
struct Pipeline::Parts {
  Parts(const DataFiles& files, const Diagnostics& mistake)
      : analyzer(files.model),
        gazetteer(load_gazetteer(files)),
        lexicon(files.ontology),
        rules(load_rule_book(files.rules, files.ontology, files.user_rules, mistake)),
        confidence(read_file(files.confidence), files.confidence),
        finder(gazetteer, lexicon) {
    rules.compile(&analyzer, mistake);
    for (const ExtractorRow& row : actant::extractors()) extractors.push_back(row.create(rules));
  }

  Analyzer analyzer;
  Gazetteer gazetteer;
  Lexicon lexicon;
  RuleBook rules;
  ConfidenceModel confidence;
  RuleEntityFinder finder;
  std::vector<std::unique_ptr<Extractor>> extractors;
};

Pipeline::Pipeline(const DataFiles& files, const Diagnostics& mistake)
    : parts_(std::make_unique<const Parts>(files, mistake)) {}
Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;

const Analyzer& Pipeline::analyzer() const { return parts_->analyzer; }
const RuleBook& Pipeline::rules() const { return parts_->rules; }

Entities Pipeline::find_entities(const Document& document, const Analysis& analysis) const {
  return parts_->finder.find(document, analysis);
}

std::vector<CandidateClaim> Pipeline::extract(const Document& document, const Analysis& analysis,
                                              const Entities& entities) const {
  std::vector<CandidateClaim> claims;
  for (const auto& extractor : parts_->extractors) {
    extractor->extract(document, analysis, entities, claims);
  }
  return claims;
}

Findings Pipeline::read(const Document& document, Workspace& scratch) const {
  Findings found;
  found.analysis = analyzer().analyze(document.text, scratch);
  mark_names(found.analysis, parts_->gazetteer);
  found.entities = find_entities(document, found.analysis);
  found.claims = extract(document, found.analysis, found.entities);
  conform(rules().ontology(), found.analysis, found.entities, found.claims);
  rate(found);
  return found;
}

void Pipeline::rate(Findings& found) const {
  std::string features;
  for (CandidateClaim& claim : found.claims) {
    if (claim.confidence > 0.0) continue;  // its rule says
    describe_claim(found.analysis, found.entities, claim, features);
    claim.confidence = parts_->confidence.rate(Extraction::claim, features);
  }
}

std::vector<Tuple> Pipeline::tuples(std::string_view text, Workspace& scratch) const {
  return rated(find_tuples(text, analyzer().analyze(text, scratch), rules()));
}

std::vector<Tuple> Pipeline::line_tuples(std::string_view line, Workspace& scratch) const {
  Analysis analysis = split_at_blanks(line);
  if (analysis.tokens.empty()) return {};
  analyzer().annotate(analysis, scratch);
  std::vector<Tuple> tuples = rated(find_tuples(line, analysis, rules()));
  for (Tuple& tuple : tuples) tuple.text = std::string(line);
  return tuples;
}

std::vector<Tuple> Pipeline::rated(std::vector<Tuple> tuples) const {
  for (Tuple& tuple : tuples) {
    tuple.confidence = parts_->confidence.rate(Extraction::tuple, tuple.features);
  }
  return tuples;
}

KnowledgeGraph Pipeline::build(const Document& document, Workspace& scratch) const {
  const Findings found = read(document, scratch);
  return assemble(document, found.analysis, found.entities, found.claims);
}

}  // namespace actant
