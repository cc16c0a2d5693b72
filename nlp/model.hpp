// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_MODEL_HPP
#define ACTANT_NLP_MODEL_HPP

#include "nlp/encoder.hpp"
#include "nlp/lexicon.hpp"
#include "nlp/model_file.hpp"
#include "nlp/name_tags.hpp"
#include "nlp/string_index.hpp"
#include "nlp/tokenizer.hpp"
#include "nlp/universal.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// The first output of each group of the tag layer, and how many there are.
struct TagGroup {
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// A trained model in the form that inference wants. Immutable; shared between threads.
class Model {
 public:
  /// @throws Error if the file is missing, damaged or inconsistent.
  explicit Model(const std::string& path);

  /// Writes the embedding of a word form, embedding_width() values * 512, to `out`.
  void embed(const Kernels& kernels, std::string_view form, std::int16_t* out) const;
  [[nodiscard]] std::size_t embedding_width() const { return embedding_width_; }

  /// What the tokenizer knows; the views live as long as the model.
  [[nodiscard]] TokenizerLists tokenizer_lists() const;

  ModelFile file;
  Encoder words;      ///< for tags, trees and names
  Encoder segmenter;  ///< for sentence ends
  LinearLayer segment_end;

  std::vector<Upos> upos;
  std::vector<std::string_view> upos_names, xpos, feats, scripts;
  NameTags names;
  LemmaLexicon lexicon;
  LinearLayer tags;  ///< all but the edit scripts
  TagGroup upos_group, xpos_group, feats_group, name_group;
  LinearLayer script_layer;  ///< edit scripts, for forms that the lexicon lacks

  std::size_t arc_width;
  LinearLayer arc_dependent, arc_head, arc_product, arc_bias;
  std::span<const std::int8_t> arc_root;
  std::size_t label_width;
  LinearLayer label_dependent, label_head, label_out;
  std::span<const std::int16_t> label_root;
  float label_scale;
  std::vector<DepRel> deprels;
  std::size_t root_label;  ///< position of "root" in deprels

 private:
  void load_tags();

  std::size_t embedding_width_;
  std::size_t hash_rows_;
  std::span<const std::int8_t> word_rows_, hash_table_;
  float word_scale_, hash_scale_;
  StringIndex vocabulary_;  ///< row i + 1 of word_rows_ belongs to the word with index i
};

}  // namespace actant

#endif  // ACTANT_NLP_MODEL_HPP
