// SPDX-License-Identifier: MIT
#include "ingest/entity_finder.hpp"
#include "ingest/extractors.hpp"
#include "ingest/gazetteer.hpp"
#include "ingest/gazetteer_names.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/lexicon.hpp"
#include "ingest/rule_book.hpp"

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
  return files;
}

/// Loaded once, then only read.
struct Pipeline::Parts {
  explicit Parts(const DataFiles& files)
      : analyzer(files.model),
        gazetteer(load_gazetteer(files)),
        lexicon(files.ontology),
        rules(load_rule_book(files.rules, files.ontology)),
        finder(gazetteer, lexicon) {
    for (const ExtractorRow& row : actant::extractors()) extractors.push_back(row.create(rules));
  }

  Analyzer analyzer;
  Gazetteer gazetteer;
  Lexicon lexicon;
  RuleBook rules;
  RuleEntityFinder finder;
  std::vector<std::unique_ptr<Extractor>> extractors;
};

Pipeline::Pipeline(const DataFiles& files) : parts_(std::make_unique<const Parts>(files)) {}
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

KnowledgeGraph Pipeline::build(const Document& document, Workspace& scratch) const {
  Analysis analysis = analyzer().analyze(document.text, scratch);
  mark_names(analysis, parts_->gazetteer);
  const Entities entities = find_entities(document, analysis);
  return assemble(document, analysis, entities, extract(document, analysis, entities));
}

}  // namespace actant
