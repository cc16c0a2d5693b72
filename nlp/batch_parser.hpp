// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_BATCH_PARSER_HPP
#define ACTANT_NLP_BATCH_PARSER_HPP

#include "base/string_pool.hpp"
#include "nlp/analysis.hpp"
#include "nlp/encoder.hpp"
#include "nlp/model.hpp"
#include "nlp/tree.hpp"
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
  TreeFinder trees;
  std::vector<std::uint32_t> heads;
  std::vector<std::uint32_t> selected;  ///< tokens of which some layer is computed
  Buffer<std::uint8_t> selected_rows;
  std::vector<std::uint32_t> head_places;  ///< of each row of the batch, in label_heads
  std::vector<StringId> xpos, feats;       ///< of this document
  std::vector<StringId> lemmas;            ///< of this document, by lexicon entry
};

/// Parses neighbouring pieces of text, sentences as a rule, together. Call encode, then tag, attach
/// and label. Row r of every matrix in the scratch belongs to token number r of the batch.
class BatchParser {
 public:
  BatchParser(const Model& model, const Kernels& kernels, Analysis& analysis,
              ParserScratch& scratch)
      : model_(model), kernels_(kernels), analysis_(analysis), scratch_(scratch) {}

  /// Computes what the network knows of each token.
  /// @param pieces  Each begins where the one before ends; they outlive the other calls.
  void encode(std::span<const TokenRange> pieces);
  /// Fills in tags, lemmas and names.
  void tag();
  /// Fills in heads; a piece is a tree.
  void attach();
  /// Fills in the relations to the heads.
  void label();

 private:
  [[nodiscard]] std::size_t row_of(std::uint32_t token) const { return token - tokens_.begin; }
  [[nodiscard]] ByteRows hidden() const {
    return {scratch_.hidden.data(), scratch_.batch.rows(), model_.words.width()};
  }
  ByteRows selected_rows();
  void tag(TokenRange piece);
  void tag_token(std::uint32_t t, const float* row);
  StringId tag_string(const std::vector<std::string_view>& texts, std::size_t at,
                      std::vector<StringId>& known);
  void edit_lemmas();
  void score_arcs();
  [[nodiscard]] ArcScores arc_scores(TokenRange piece);
  void attach(TokenRange piece);
  void prepare_heads();

  const Model& model_;
  const Kernels& kernels_;
  Analysis& analysis_;
  ParserScratch& scratch_;
  std::span<const TokenRange> pieces_;
  TokenRange tokens_;  ///< of the batch
};

}  // namespace actant

#endif  // ACTANT_NLP_BATCH_PARSER_HPP
