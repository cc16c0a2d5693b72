// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_MODEL_HPP
#define ACTANT_NLP_MODEL_HPP

#include "nlp/encoder.hpp"
#include "nlp/model_file.hpp"
#include "nlp/name_tags.hpp"
#include "nlp/universal.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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

  /// The lemma of a form with that tag, if the lexicon has it; else the result of the edit script.
  [[nodiscard]] std::string lemma(std::string_view form, std::size_t upos,
                                  std::size_t script) const;

  ModelFile file;
  Encoder words;      ///< for tags, trees and names
  Encoder segmenter;  ///< for sentence ends
  LinearLayer segment_end;

  LinearLayer tags;
  TagGroup upos_group, xpos_group, feats_group, script_group, name_group;
  std::vector<Upos> upos;
  std::vector<std::string_view> upos_names, xpos, feats, scripts;
  NameTags names;

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
  std::size_t embedding_width_;
  std::size_t hash_rows_;
  std::span<const std::int8_t> word_rows_, hash_table_;
  float word_scale_, hash_scale_;
  std::unordered_map<std::string_view, std::uint32_t> vocabulary_;
  std::unordered_map<std::string_view, std::string_view> lexicon_;  ///< "form\tUPOS"
};

}  // namespace actant

#endif  // ACTANT_NLP_MODEL_HPP
