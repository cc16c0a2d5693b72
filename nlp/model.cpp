// SPDX-License-Identifier: MIT
#include "nlp/model.hpp"

#include "base/error.hpp"
#include "nlp/features.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actant {
namespace {

constexpr int signed_zero = 128;     // inputs are stored as value + 128
constexpr int plain_zero = 0;        // inputs are non-negative as they are
constexpr float label_factor = 256;  // of the fixed-point halves of the label layer

void expect(bool holds, const std::string& what) {
  if (!holds) throw Error("model: " + what + " has the wrong size");
}

}  // namespace

Model::Model(const std::string& path)
    : file(path),
      words(file, ""),
      segmenter(file, "seg."),
      segment_end(load_linear(file, "seg.end", segmenter.width(), signed_zero)),
      upos_names(file.lines("upos")),
      xpos(file.lines("xpos")),
      feats(file.lines("feats")),
      scripts(file.lines("scripts")),
      names(file.lines("names")),
      lexicon(file.lines("lexicon"), upos_names),
      arc_width(file.number("A")),
      arc_dependent(load_linear(file, "arc.d", words.width(), signed_zero)),
      arc_head(load_linear(file, "arc.h", words.width(), signed_zero)),
      arc_product(load_linear(file, "arc.u", arc_width, plain_zero)),
      arc_bias(load_linear(file, "arc.hb", arc_width, plain_zero)),
      arc_root(file.int8("arc.root")),
      label_width(file.number("L")),
      label_dependent(load_linear(file, "label.d", words.width(), signed_zero, label_factor)),
      label_head(load_linear(file, "label.h", words.width(), signed_zero, label_factor)),
      label_out(load_linear(file, "label.o", label_width, plain_zero)),
      label_root(file.int16("label.root")),
      embedding_width_(file.number("E")),
      hash_rows_(file.number("hash_rows")),
      word_rows_(file.int8("emb.word")),
      hash_table_(file.int8("emb.hash")) {
  load_tags();
  for (const std::string_view tag : upos_names) upos.push_back(parse_upos(tag));

  const auto labels = file.lines("deprels");
  for (const std::string_view label : labels) deprels.push_back(parse_deprel(label));
  root_label =
      static_cast<std::size_t>(std::find(labels.begin(), labels.end(), "root") - labels.begin());
  expect(root_label < labels.size() && label_out.weights.outputs() == labels.size() &&
             label_dependent.weights.outputs() == label_width &&
             label_head.weights.outputs() == label_width && label_root.size() == label_width &&
             label_width % 32 == 0,
         "the label layer");
  expect(arc_dependent.weights.outputs() == arc_width && arc_width % 32 == 0 &&
             arc_head.weights.outputs() == arc_width && arc_root.size() == arc_width &&
             arc_product.weights.outputs() == arc_width && arc_bias.weights.outputs() == 1,
         "the arc layer");
  label_scale = file.floats("label.kscale")[0];

  vocabulary_ = StringIndex(file.lines("vocab"));
  expect(word_rows_.size() == (vocabulary_.size() + 1) * embedding_width_, "the vocabulary");
  expect(
      hash_table_.size() == hash_rows_ * embedding_width_ && (hash_rows_ & (hash_rows_ - 1)) == 0,
      "the hash table");
  const auto scales = file.floats("emb.scale");
  expect(scales.size() == 2, "emb.scale");
  word_scale_ = scales[0];
  hash_scale_ = scales[1];
}

/// The tag layer comes as one; scripts are wanted for few tokens, so they become a layer of their
/// own.
void Model::load_tags() {
  const LinearRows all = read_linear(file, "tags", words.width());
  const std::size_t other = upos_names.size() + xpos.size() + feats.size();
  const std::size_t name_count = file.lines("names").size();
  expect(all.scale.size() == other + scripts.size() + name_count && !upos_names.empty() &&
             !xpos.empty() && !feats.empty() && !scripts.empty(),
         "the tag layer");
  script_layer = make_linear(all.part(other, scripts.size()), signed_zero);
  tags = make_linear(all.part(0, other).followed_by(all.part(other + scripts.size(), name_count)),
                     signed_zero);
  std::size_t at = 0;
  const auto group = [&](std::size_t size) { return TagGroup{std::exchange(at, at + size), size}; };
  upos_group = group(upos_names.size());
  xpos_group = group(xpos.size());
  feats_group = group(feats.size());
  name_group = group(name_count);
}

TokenizerLists Model::tokenizer_lists() const {
  return {file.lines("abbreviations"), file.lines("whole_tokens"), file.lines("hyphen_prefixes"),
          file.lines("multiwords")};
}

void Model::embed(const Kernels& kernels, std::string_view form, std::int16_t* out) const {
  WordFeatures features;
  features.compute(form, hash_rows_);
  const auto known = vocabulary_.find(features.norm);
  const std::size_t word = known ? *known + std::size_t{1} : 0;
  const std::size_t n = features.ngrams.size();
  const auto weight = n == 0 ? 0.0F : static_cast<float>(2.0 / std::sqrt(static_cast<double>(n)));
  WordRows rows;
  rows.own = word_rows_.data() + word * embedding_width_;
  rows.table = hash_table_.data();
  rows.affixes = features.affixes;
  rows.ngrams = features.ngrams;
  rows.own_scale = word_scale_;
  rows.affix_scale = hash_scale_;
  rows.ngram_scale = hash_scale_ * weight;
  kernels.embed(rows, embedding_width_, out);
}

}  // namespace actant
