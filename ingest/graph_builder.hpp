// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GRAPH_BUILDER_HPP
#define ACTANT_INGEST_GRAPH_BUILDER_HPP

#include "graph/knowledge_graph.hpp"
#include "ingest/document.hpp"
#include "ingest/extractor.hpp"
#include "ingest/mentions.hpp"
#include "ingest/reader.hpp"
#include "ingest/rule_book.hpp"
#include "ingest/tuples.hpp"
#include "nlp/analyzer.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace actant {

/// Where the program finds its data files.
struct DataFiles {
  std::string model;                         ///< data/models/english.actm
  std::string gazetteers;                    ///< folder
  std::string rules;                         ///< folder
  std::string ontology;                      ///< folder
  std::string confidence;                    ///< data/models/confidence.tsv
  std::vector<std::string> user_gazetteers;  ///< files, text or compiled; they win over the shipped
  UserRules user_rules;                      ///< rules and ontologies beside the shipped
};

/// The paths under a data folder laid out as in the source tree.
[[nodiscard]] DataFiles data_files(const std::string& folder);

/// What a pipeline made of one document before it becomes a graph.
struct Findings {
  Analysis analysis;
  Entities entities;
  std::vector<CandidateClaim> claims;
};

/// Everything between an article and its graph. Immutable after construction; share it between
/// threads.
class Pipeline {
 public:
  /// @param mistake  Hears of each mistake in the user's rules and ontologies, in order, and what
  ///                 is wrong is left out; without it the first is thrown.
  /// @throws Error or InputError if a data file is missing or wrong.
  explicit Pipeline(const DataFiles& files, const Diagnostics& mistake = {});
  ~Pipeline();
  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;

  [[nodiscard]] const Analyzer& analyzer() const;
  [[nodiscard]] const RuleBook& rules() const;
  [[nodiscard]] Entities find_entities(const Document& document, const Analysis& analysis) const;
  [[nodiscard]] std::vector<CandidateClaim> extract(const Document& document,
                                                    const Analysis& analysis,
                                                    const Entities& entities) const;

  /// What each clause of a text tells, in its own words.
  [[nodiscard]] std::vector<Tuple> tuples(std::string_view text, Workspace& scratch) const;
  /// The same for one sentence whose tokens are parted by blanks.
  [[nodiscard]] std::vector<Tuple> line_tuples(std::string_view line, Workspace& scratch) const;

  /// What one document tells.
  [[nodiscard]] Findings read(const Document& document, Workspace& scratch) const;
  /// The graph of one document.
  [[nodiscard]] KnowledgeGraph build(const Document& document, Workspace& scratch) const;

 private:
  void rate(Findings& found) const;
  [[nodiscard]] std::vector<Tuple> rated(std::vector<Tuple> tuples) const;

  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

/// Assembles the graph of one analysed document: only entities with a claim, and named ones, become
/// nodes. Pure.
[[nodiscard]] KnowledgeGraph assemble(const Document& document, const Analysis& analysis,
                                      const Entities& entities,
                                      const std::vector<CandidateClaim>& claims);

/// Seen while many documents are read.
struct Progress {
  std::size_t documents = 0;
  std::size_t failed = 0;
  std::uint64_t words = 0;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0: not known
};

struct BuildOptions {
  unsigned threads = 0;                           ///< 0: as many as the machine has
  std::function<void(const InputError&)> warn;    ///< repaired input
  std::function<void(const InputError&)> failed;  ///< a document that was given up
  std::function<void(const Progress&)> progress;  ///< called by one thread, a few times a second
};

/// Reads files and folders (recursively, in sorted order; "-" is standard input) and adds each
/// document's graph in input order; same result for any number of threads.
/// @throws Error if nothing could be read.
[[nodiscard]] KnowledgeGraph build_graph(const Pipeline& pipeline,
                                         const std::vector<std::string>& inputs,
                                         const BuildOptions& options);

}  // namespace actant

#endif  // ACTANT_INGEST_GRAPH_BUILDER_HPP
