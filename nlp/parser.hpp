// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_PARSER_HPP
#define ACTANT_NLP_PARSER_HPP

#include "nlp/analysis.hpp"
#include "nlp/batch_parser.hpp"
#include "nlp/model.hpp"
#include "nlp/word_cache.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace actant {

/// Readies `scratch` for a document whose tokens have their forms; the first thing to do.
void prepare(const Model& model, const Kernels& kernels, const Analysis& analysis,
             ParserScratch& scratch);

/// For each token, whether the splitter would end a sentence after it. `paragraphs` are token
/// numbers at which a paragraph starts, beginning with 0; a sentence always ends before them.
void find_sentence_ends(const Model& model, const Kernels& kernels, const Analysis& analysis,
                        std::span<const std::uint32_t> paragraphs, ParserScratch& scratch,
                        std::vector<bool>& ends);

/// The sentences of an analysis in groups that are parsed together; a very long sentence is several
/// pieces. Not copyable: the groups point into it.
class Batches {
 public:
  explicit Batches(const Analysis& analysis);
  Batches(const Batches&) = delete;
  Batches& operator=(const Batches&) = delete;

  [[nodiscard]] auto begin() const { return batches_.begin(); }
  [[nodiscard]] auto end() const { return batches_.end(); }

 private:
  std::vector<TokenRange> pieces_;
  std::vector<std::span<const TokenRange>> batches_;
};

/// Fills in tags, lemmas, heads, relations and names of all sentences of `analysis`.
void parse(const Model& model, const Kernels& kernels, Analysis& analysis, ParserScratch& scratch);

}  // namespace actant

#endif  // ACTANT_NLP_PARSER_HPP
