// SPDX-License-Identifier: MIT
#include "nlp/parser.hpp"

#include "nlp/clause_repair.hpp"
#include "nlp/title_repair.hpp"

#include <algorithm>

namespace actant {
namespace {

constexpr std::size_t batch_rows = 512;
constexpr std::uint32_t longest_piece = 256;  ///< of a sentence; keeps the quadratic part bounded

/// What is parsed as one: a sentence; a very long one is several.
std::vector<TokenRange> pieces_of(const Analysis& analysis) {
  std::vector<TokenRange> pieces;
  for (const Sentence& sentence : analysis.sentences) {
    for (std::uint32_t at = sentence.begin; at < sentence.end; at += longest_piece) {
      pieces.push_back({at, std::min(sentence.end, at + longest_piece)});
    }
  }
  return pieces;
}

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

void prepare(const Model& model, const Kernels& kernels, const Analysis& analysis,
             ParserScratch& scratch) {
  scratch.cache.prepare(model, kernels, analysis.strings.size());
  scratch.lemmas.assign(model.lexicon.size(), StringId());
  scratch.xpos.assign(model.xpos.size(), StringId());
  scratch.feats.assign(model.feats.size(), StringId());
}

Batches::Batches(const Analysis& analysis) : pieces_(pieces_of(analysis)) {
  for (std::size_t at = 0; at < pieces_.size();) {
    const auto adjoins = [&](std::size_t k) {
      return k == at || pieces_[k].begin == pieces_[k - 1].end;
    };
    std::size_t end = at;
    for (std::size_t rows = 0; end < pieces_.size() && rows < batch_rows && adjoins(end); ++end) {
      rows += pieces_[end].size();
    }
    batches_.push_back(std::span(pieces_).subspan(at, end - at));
    at = end;
  }
}

void parse(const Model& model, const Kernels& kernels, Analysis& analysis, ParserScratch& scratch) {
  analysis.names.clear();
  BatchParser parser(model, kernels, analysis, scratch);
  const Batches batches(analysis);
  for (const std::span<const TokenRange> batch : batches) {
    parser.encode(batch);
    parser.tag();
    parser.attach();
    parser.label();
  }
  join_pieces(analysis);
  join_titles(analysis);
  restore_subjects(analysis);
}

}  // namespace actant
