// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_PARSER_HPP
#define ACTANT_NLP_PARSER_HPP

#include "base/string_pool.hpp"
#include "nlp/analysis.hpp"
#include "nlp/encoder.hpp"
#include "nlp/model.hpp"
#include "nlp/word_cache.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace actant {

/// Everything that the analysis of a document writes to while it runs.
struct ParserScratch {
  WordCache cache;
  std::vector<std::uint32_t> numbers;  ///< in the cache, of each row of the batch
  Batch batch;
  EncoderScratch encoder;
  Buffer<std::uint8_t> hidden;
  Buffer<float> scores;
  Buffer<std::int32_t> name_scores;
  Buffer<std::uint8_t> arc_dependents, arc_heads, arc_candidates, label_inputs;
  Buffer<std::int8_t> arc_products;
  Buffer<float> arc_biases;
  Buffer<std::int32_t> arc_scores;
  Buffer<std::int16_t> label_dependents, label_heads;
  PackedMatrix packed;
  std::vector<std::uint32_t> heads;
  std::vector<std::uint32_t> selected;  ///< tokens of which some layer is computed
  Buffer<std::uint8_t> selected_rows;
  std::vector<std::uint32_t> head_places;  ///< of each row of the batch, in label_heads
  std::vector<StringId> xpos, feats;       ///< of this document
  std::vector<StringId> lemmas;            ///< of this document, by lexicon entry
};

/// Readies `scratch` for a document whose tokens have their forms; the first thing to do.
void prepare(const Model& model, const Kernels& kernels, const Analysis& analysis,
             ParserScratch& scratch);

/// For each token, whether the splitter would end a sentence after it. `paragraphs` are token
/// numbers at which a paragraph starts, beginning with 0; a sentence always ends before them.
void find_sentence_ends(const Model& model, const Kernels& kernels, const Analysis& analysis,
                        std::span<const std::uint32_t> paragraphs, ParserScratch& scratch,
                        std::vector<bool>& ends);

/// Fills in tags, lemmas, heads, relations and names of all sentences of `analysis`.
void parse(const Model& model, const Kernels& kernels, Analysis& analysis, ParserScratch& scratch);

}  // namespace actant

#endif  // ACTANT_NLP_PARSER_HPP
