// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_PARSER_HPP
#define ACTANT_NLP_PARSER_HPP

#include "base/string_pool.hpp"
#include "nlp/analysis.hpp"
#include "nlp/encoder.hpp"
#include "nlp/model.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace actant {

/// Word forms that this worker has met, with what the encoders start from. Survives documents;
/// emptied between them when it has grown large.
class WordCache {
 public:
  /// Forgets everything if `model` is another one than before or there are too many words.
  void prepare(const Model& model, const Kernels& kernels);

  /// Number of a form, added when it is new.
  std::uint32_t number(std::string_view form);

  [[nodiscard]] const std::int16_t* words(std::uint32_t number) const {
    return words_.data() + number * model_->words.width();
  }
  [[nodiscard]] const std::int16_t* segmenter(std::uint32_t number) const {
    return segmenter_.data() + number * model_->segmenter.width();
  }

 private:
  const Model* model_ = nullptr;
  const Kernels* kernels_ = nullptr;
  StringPool forms_;
  std::vector<std::int16_t> embedding_;
  std::vector<std::int16_t> words_;
  std::vector<std::int16_t> segmenter_;
};

/// Everything that the analysis of a document writes to while it runs.
struct ParserScratch {
  WordCache cache;
  std::vector<std::uint32_t> numbers;  ///< cache number of each token
  Batch batch;
  EncoderScratch encoder;
  std::vector<std::int16_t> residual;
  std::vector<std::uint8_t> hidden;
  std::vector<float> scores;
  std::vector<std::int32_t> name_scores;
  std::vector<std::uint8_t> arc_dependents, arc_heads, label_inputs;
  std::vector<std::int8_t> arc_products;
  std::vector<float> arc_biases;
  std::vector<std::int32_t> arc_scores;
  std::vector<std::int16_t> label_dependents, label_heads;
  PackedMatrix packed;
  std::vector<std::uint32_t> heads;
  std::unordered_map<std::uint64_t, StringId> lemmas;  ///< of this document
  std::vector<StringId> xpos, feats;                   ///< of this document
};

/// Finds the numbers of all tokens; the first thing to do with a document.
void number_words(const Model& model, const Kernels& kernels, const Analysis& analysis,
                  ParserScratch& scratch);

/// For each token, whether the splitter would end a sentence after it. `paragraphs` are token
/// numbers at which a paragraph starts, beginning with 0; a sentence always ends before them.
void find_sentence_ends(const Model& model, const Kernels& kernels,
                        std::span<const std::uint32_t> paragraphs, std::size_t tokens,
                        ParserScratch& scratch, std::vector<bool>& ends);

/// Fills in tags, lemmas, heads, relations and names of all sentences of `analysis`.
void parse(const Model& model, const Kernels& kernels, Analysis& analysis, ParserScratch& scratch);

}  // namespace actant

#endif  // ACTANT_NLP_PARSER_HPP
