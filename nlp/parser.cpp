// SPDX-License-Identifier: MIT
#include "nlp/parser.hpp"

#include "nlp/tree.hpp"

#include <algorithm>
#include <cmath>

namespace actant {
namespace {

constexpr std::size_t batch_rows = 256;
constexpr std::uint32_t longest_piece = 256;  ///< of a sentence; keeps the quadratic part bounded

/// Tokens [begin, end) that are parsed as one; a very long sentence has several.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

std::vector<Piece> pieces_of(const Analysis& analysis) {
  std::vector<Piece> pieces;
  for (const Sentence& sentence : analysis.sentences) {
    for (std::uint32_t at = sentence.begin; at < sentence.end; at += longest_piece) {
      pieces.push_back({at, std::min(sentence.end, at + longest_piece)});
    }
  }
  return pieces;
}

class BatchParser {
 public:
  BatchParser(const Model& model, const Kernels& kernels, Analysis& analysis,
              ParserScratch& scratch)
      : model_(model), kernels_(kernels), analysis_(analysis), scratch_(scratch) {}

  void run(std::span<const Piece> pieces) {
    encode(pieces);
    tag(pieces);
    score_arcs();
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      attach(pieces[k], scratch_.batch.sequences()[k]);
    }
    label(pieces);
  }

 private:
  [[nodiscard]] ByteRows hidden() const {
    return {scratch_.hidden.data(), scratch_.batch.rows(), model_.words.width()};
  }

  void encode(std::span<const Piece> pieces) {
    const std::size_t width = model_.words.width();
    scratch_.batch.clear();
    for (const Piece& piece : pieces) scratch_.batch.add(piece.end - piece.begin);
    const std::size_t rows = scratch_.batch.rows();
    scratch_.residual.assign(rows * width, 0);
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      std::int16_t* to = scratch_.residual.data() + scratch_.batch.sequences()[k].begin * width;
      for (std::uint32_t t = pieces[k].begin; t < pieces[k].end; ++t, to += width) {
        std::copy_n(scratch_.cache.words(scratch_.numbers[t]), width, to);
      }
    }
    scratch_.hidden.resize(rows * width);
    model_.words.run(kernels_, scratch_.batch, scratch_.residual.data(), scratch_.encoder,
                     scratch_.hidden.data());
  }

  void tag(std::span<const Piece> pieces) {
    const std::size_t stride = model_.tags.weights.padded_outputs();
    scratch_.scores.resize(scratch_.batch.rows() * stride);
    kernels_.linear(hidden(), model_.tags, scratch_.scores.data());
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      const float* row = scratch_.scores.data() + scratch_.batch.sequences()[k].begin * stride;
      scratch_.name_scores.clear();
      for (std::uint32_t t = pieces[k].begin; t < pieces[k].end; ++t, row += stride) {
        tag_token(t, row);
      }
      model_.names.decode(scratch_.name_scores, pieces[k].begin, analysis_.names);
    }
  }

  void tag_token(std::uint32_t t, const float* row) {
    const auto best = [&](TagGroup group) {
      return kernels_.argmax(row + group.begin, group.size);
    };
    Token& token = analysis_.tokens[t];
    const std::size_t upos = best(model_.upos_group);
    token.upos = model_.upos[upos];
    token.xpos = tag_string(model_.xpos, best(model_.xpos_group), scratch_.xpos);
    token.feats = tag_string(model_.feats, best(model_.feats_group), scratch_.feats);
    token.lemma = lemma(token.form, upos, best(model_.script_group));
    for (std::size_t i = 0; i < model_.name_group.size; ++i) {
      const float scaled = row[model_.name_group.begin + i] * 256.0F;
      scratch_.name_scores.push_back(static_cast<std::int32_t>(std::nearbyint(scaled)));
    }
  }

  StringId tag_string(const std::vector<std::string_view>& texts, std::size_t at,
                      std::vector<StringId>& known) {
    if (!known[at].valid()) known[at] = analysis_.strings.intern(texts[at]);
    return known[at];
  }

  StringId lemma(StringId form, std::size_t upos, std::size_t script) {
    const std::uint64_t key = (std::uint64_t{form.value} << 32U) | (upos << 16U) | script;
    StringId& known = scratch_.lemmas[key];
    if (!known.valid()) {
      known = analysis_.strings.intern(model_.lemma(analysis_.strings.view(form), upos, script));
    }
    return known;
  }

  void score_arcs() {
    const std::size_t rows = scratch_.batch.rows();
    const std::size_t width = model_.arc_width;
    scratch_.arc_dependents.resize(rows * width);
    scratch_.arc_heads.resize(rows * width);
    scratch_.arc_products.resize(rows * width);
    kernels_.linear_relu(hidden(), model_.arc_dependent, width, scratch_.arc_dependents.data());
    kernels_.linear_relu(hidden(), model_.arc_head, width, scratch_.arc_heads.data());
    // The spare row before each piece stands for its root.
    for (const Sequence s : scratch_.batch.sequences()) {
      std::copy(model_.arc_root.begin(), model_.arc_root.end(),
                scratch_.arc_heads.begin() + static_cast<std::ptrdiff_t>((s.begin - 1) * width));
    }
    kernels_.linear_signed({scratch_.arc_dependents.data(), rows, width}, model_.arc_product, width,
                           scratch_.arc_products.data());
    scratch_.arc_biases.resize(rows * model_.arc_bias.weights.padded_outputs());
    kernels_.linear({scratch_.arc_heads.data(), rows, width}, model_.arc_bias,
                    scratch_.arc_biases.data());
    const std::size_t label_width = model_.label_width;
    scratch_.label_dependents.resize(rows * label_width);
    scratch_.label_heads.resize(rows * label_width);
    kernels_.linear_q8(hidden(), model_.label_dependent, scratch_.label_dependents.data());
    kernels_.linear_q8(hidden(), model_.label_head, scratch_.label_heads.data());
    for (const Sequence s : scratch_.batch.sequences()) {
      std::copy(
          model_.label_root.begin(), model_.label_root.end(),
          scratch_.label_heads.begin() + static_cast<std::ptrdiff_t>((s.begin - 1) * label_width));
    }
    scratch_.label_inputs.resize(rows * label_width);
  }

  /// Finds the tree of one piece and prepares what its labels are computed from.
  void attach(Piece piece, Sequence s) {
    const std::size_t n = s.size();
    const std::size_t width = model_.arc_width;
    scratch_.packed.pack({scratch_.arc_products.data() + s.begin * width, n * width}, n, width, 0);
    const std::size_t stride = scratch_.packed.padded_outputs();
    scratch_.arc_scores.resize((n + 1) * stride);
    kernels_.sums({scratch_.arc_heads.data() + (s.begin - 1) * width, n + 1, width},
                  scratch_.packed, scratch_.arc_scores.data());
    const std::size_t bias_stride = model_.arc_bias.weights.padded_outputs();
    for (std::size_t head = 0; head <= n; ++head) {
      const float bias = scratch_.arc_biases[(s.begin - 1 + head) * bias_stride];
      const auto whole = static_cast<std::int32_t>(std::nearbyint(bias));
      std::int32_t* const row = scratch_.arc_scores.data() + head * stride;
      for (std::size_t word = 0; word < n; ++word) row[word] += whole;
    }
    best_tree({scratch_.arc_scores.data(), n, stride}, scratch_.heads);
    for (std::size_t word = 0; word < n; ++word) {
      const std::uint32_t head = scratch_.heads[word];
      analysis_.tokens[piece.begin + word].head = head == 0 ? no_head : piece.begin + head - 1;
      const std::size_t label_width = model_.label_width;
      kernels_.relu_sum(scratch_.label_dependents.data() + (s.begin + word) * label_width,
                        scratch_.label_heads.data() + (s.begin - 1 + head) * label_width,
                        label_width, model_.label_scale,
                        scratch_.label_inputs.data() + (s.begin + word) * label_width);
    }
  }

  void label(std::span<const Piece> pieces) {
    const std::size_t rows = scratch_.batch.rows();
    const std::size_t stride = model_.label_out.weights.padded_outputs();
    scratch_.scores.resize(rows * stride);
    kernels_.linear({scratch_.label_inputs.data(), rows, model_.label_width}, model_.label_out,
                    scratch_.scores.data());
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      float* row = scratch_.scores.data() + scratch_.batch.sequences()[k].begin * stride;
      for (std::uint32_t t = pieces[k].begin; t < pieces[k].end; ++t, row += stride) {
        Token& token = analysis_.tokens[t];
        row[model_.root_label] = -INFINITY;
        token.deprel = token.head == no_head
                           ? DepRel::root
                           : model_.deprels[kernels_.argmax(row, model_.deprels.size())];
      }
    }
  }

  const Model& model_;
  const Kernels& kernels_;
  Analysis& analysis_;
  ParserScratch& scratch_;
};

/// Hangs the roots of later pieces of a sentence on the first root.
void join_pieces(Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.end - sentence.begin <= longest_piece) continue;
    std::uint32_t root = no_head;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      Token& token = analysis.tokens[t];
      if (token.head != no_head) continue;
      if (root == no_head) {
        root = t;
      } else {
        token.head = root;
        token.deprel = DepRel::parataxis;
      }
    }
  }
}

}  // namespace

void parse(const Model& model, const Kernels& kernels, Analysis& analysis, ParserScratch& scratch) {
  analysis.names.clear();
  const std::vector<Piece> pieces = pieces_of(analysis);
  BatchParser parser(model, kernels, analysis, scratch);
  for (std::size_t at = 0; at < pieces.size();) {
    std::size_t end = at;
    for (std::size_t rows = 0; end < pieces.size() && rows < batch_rows; ++end) {
      rows += pieces[end].end - pieces[end].begin + 1;
    }
    parser.run(std::span(pieces).subspan(at, end - at));
    at = end;
  }
  join_pieces(analysis);
}

}  // namespace actant
