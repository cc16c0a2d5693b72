// SPDX-License-Identifier: MIT
#include "nlp/batch_parser.hpp"

#include "nlp/verb_forms.hpp"

#include <algorithm>
#include <cmath>

namespace actant {
namespace {

constexpr float name_factor = 256;  ///< of the fixed-point scores of name tags

}  // namespace

void BatchParser::encode(std::span<const TokenRange> pieces) {
  pieces_ = pieces;
  tokens_ = {pieces.front().begin, pieces.back().end};
  scratch_.batch.clear();
  for (const TokenRange piece : pieces) scratch_.batch.add(piece.size());
  scratch_.cache.number(analysis_, pieces, scratch_.encoder, scratch_.numbers);
  model_.words.run(kernels_, scratch_.batch, scratch_.cache.words(), scratch_.numbers,
                   scratch_.encoder,
                   scratch_.hidden.reserve(scratch_.batch.rows() * model_.words.width()));
}

void BatchParser::tag() {
  scratch_.selected.clear();
  for (const TokenRange piece : pieces_) tag(piece);
  edit_lemmas();
}

void BatchParser::tag(TokenRange piece) {
  const std::size_t stride = model_.tags.weights.padded_outputs();
  const std::size_t width = model_.words.width();
  const std::size_t names = model_.name_group.size;
  float* const scores = scratch_.scores.reserve(piece.size() * stride);
  std::int32_t* const name_scores = scratch_.name_scores.reserve(piece.size() * names);
  kernels_.linear({hidden().data + row_of(piece.begin) * width, piece.size(), width}, model_.tags,
                  scores);
  for (std::uint32_t i = 0; i < piece.size(); ++i) {
    const float* const row = scores + i * stride;
    tag_token(piece.begin + i, row);
    kernels_.round_all(row + model_.name_group.begin, names, name_factor, name_scores + i * names);
  }
  model_.names.decode({name_scores, piece.size() * names}, piece.begin, analysis_.names);
}

void BatchParser::tag_token(std::uint32_t t, const float* row) {
  const auto best = [&](TagGroup group) { return kernels_.argmax(row + group.begin, group.size); };
  Token& token = analysis_.tokens[t];
  const std::size_t upos = best(model_.upos_group);
  token.upos = model_.upos[upos];
  token.xpos = tag_string(model_.xpos, best(model_.xpos_group), scratch_.xpos);
  token.feats = tag_string(model_.feats, best(model_.feats_group), scratch_.feats);
  const LemmaLexicon::Range entries = scratch_.cache.lexicon(scratch_.numbers[row_of(t)]);
  if (const auto entry = model_.lexicon.find(entries, upos)) {
    StringId& lemma = scratch_.lemmas[*entry];
    if (!lemma.valid()) lemma = analysis_.strings.intern(model_.lexicon.lemma(*entry));
    token.lemma = lemma;
  } else {
    scratch_.selected.push_back(t);
  }
}

StringId BatchParser::tag_string(const std::vector<std::string_view>& texts, std::size_t at,
                                 std::vector<StringId>& known) {
  if (!known[at].valid()) known[at] = analysis_.strings.intern(texts[at]);
  return known[at];
}

// Copies what is known of the selected tokens together, as the input of a layer.
ByteRows BatchParser::selected_rows() {
  const std::size_t width = model_.words.width();
  std::uint8_t* const rows = scratch_.selected_rows.reserve(scratch_.selected.size() * width);
  for (std::size_t i = 0; i < scratch_.selected.size(); ++i) {
    std::copy_n(hidden().data + row_of(scratch_.selected[i]) * width, width, rows + i * width);
  }
  return {rows, scratch_.selected.size(), width};
}

// Lemmas of the selected tokens, by edit scripts.
void BatchParser::edit_lemmas() {
  const std::size_t stride = model_.script_layer.weights.padded_outputs();
  const float* row = scratch_.scores.reserve(scratch_.selected.size() * stride);
  kernels_.linear(selected_rows(), model_.script_layer, scratch_.scores.data());
  for (const std::uint32_t t : scratch_.selected) {
    Token& token = analysis_.tokens[t];
    const std::size_t script = kernels_.argmax(row, model_.scripts.size());
    const std::string_view form = analysis_.strings.view(token.form);
    std::string lemma = apply_script(model_.scripts[script], form);
    if (token.upos == Upos::verb) lemma = settle_verb_lemma(form, std::move(lemma));
    token.lemma = analysis_.strings.intern(lemma);
    row += stride;
  }
}

void BatchParser::score_arcs() {
  const std::size_t rows = scratch_.batch.rows();
  const std::size_t width = model_.arc_width;
  std::uint8_t* const dependents = scratch_.arc_dependents.reserve(rows * width);
  std::uint8_t* const heads = scratch_.arc_heads.reserve(rows * width);
  kernels_.linear_relu(hidden(), model_.arc_dependent, width, dependents);
  kernels_.linear_relu(hidden(), model_.arc_head, width, heads);
  kernels_.linear_signed({dependents, rows, width}, model_.arc_product, width,
                         scratch_.arc_products.reserve(rows * width));
}

// Scores of all heads, the root first, for all words of a piece.
ArcScores BatchParser::arc_scores(TokenRange piece) {
  const std::size_t n = piece.size();
  const std::size_t width = model_.arc_width;
  const std::size_t row = row_of(piece.begin);
  scratch_.packed.pack({scratch_.arc_products.data() + row * width, n * width}, n, width, 0);
  const std::size_t stride = scratch_.packed.padded_outputs();
  const std::size_t bias_stride = model_.arc_bias.weights.padded_outputs();
  std::uint8_t* const heads = scratch_.arc_candidates.reserve((n + 1) * width);
  std::copy(model_.arc_root.begin(), model_.arc_root.end(), heads);
  std::copy_n(scratch_.arc_heads.data() + row * width, n * width, heads + width);
  std::int32_t* const scores = scratch_.arc_scores.reserve((n + 1) * stride);
  float* const biases = scratch_.arc_biases.reserve((n + 1) * bias_stride);
  kernels_.sums({heads, n + 1, width}, scratch_.packed, scores);
  kernels_.linear({heads, n + 1, width}, model_.arc_bias, biases);
  for (std::size_t head = 0; head <= n; ++head) {
    std::int32_t bias = 0;
    kernels_.round_all(biases + head * bias_stride, 1, 1, &bias);
    for (std::size_t word = 0; word < n; ++word) scores[head * stride + word] += bias;
  }
  return {scores, n, stride};
}

void BatchParser::attach() {
  score_arcs();
  for (const TokenRange piece : pieces_) attach(piece);
}

// Finds the tree of one piece.
void BatchParser::attach(TokenRange piece) {
  scratch_.trees.find(arc_scores(piece), scratch_.heads);
  for (std::uint32_t word = 0; word < piece.size(); ++word) {
    const std::uint32_t head = scratch_.heads[word];
    analysis_.tokens[piece.begin + word].head = head == 0 ? no_head : piece.begin + head - 1;
  }
}

// The head halves of the label layer, only of tokens that are heads (a third of all).
void BatchParser::prepare_heads() {
  scratch_.head_places.assign(tokens_.size(), 0);
  for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
    const std::uint32_t head = analysis_.tokens[t].head;
    if (head != no_head) scratch_.head_places[row_of(head)] = 1;
  }
  scratch_.selected.clear();
  for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
    std::uint32_t& place = scratch_.head_places[row_of(t)];
    if (place == 0) continue;
    place = static_cast<std::uint32_t>(scratch_.selected.size());
    scratch_.selected.push_back(t);
  }
  std::int16_t* const heads =
      scratch_.label_heads.reserve(scratch_.selected.size() * model_.label_width);
  kernels_.linear_int16(selected_rows(), model_.label_head, heads);
}

void BatchParser::label() {
  prepare_heads();
  const std::size_t rows = scratch_.batch.rows();
  const std::size_t width = model_.label_width;
  std::int16_t* const dependents = scratch_.label_dependents.reserve(rows * width);
  std::uint8_t* const inputs = scratch_.label_inputs.reserve(rows * width);
  kernels_.linear_int16(hidden(), model_.label_dependent, dependents);
  for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
    const std::uint32_t head = analysis_.tokens[t].head;
    const std::int16_t* const head_values =
        head == no_head ? model_.label_root.data()
                        : scratch_.label_heads.data() + scratch_.head_places[row_of(head)] * width;
    kernels_.relu_sum(dependents + row_of(t) * width, head_values, width, model_.label_scale,
                      inputs + row_of(t) * width);
  }
  const std::size_t stride = model_.label_out.weights.padded_outputs();
  float* row = scratch_.scores.reserve(rows * stride);
  kernels_.linear({inputs, rows, width}, model_.label_out, row);
  for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t, row += stride) {
    Token& token = analysis_.tokens[t];
    row[model_.root_label] = -INFINITY;
    token.deprel = token.head == no_head
                       ? DepRel::root
                       : model_.deprels[kernels_.argmax(row, model_.deprels.size())];
  }
}

}  // namespace actant
