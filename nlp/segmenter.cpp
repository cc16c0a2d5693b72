// SPDX-License-Identifier: MIT
#include "nlp/parser.hpp"

#include <algorithm>

namespace actant {
namespace {

constexpr std::uint32_t longest_stretch = 400;
constexpr std::size_t batch_rows = 1024;

void run_batch(const Model& model, const Kernels& kernels, const Analysis& analysis,
               std::span<const TokenRange> stretches, ParserScratch& scratch) {
  scratch.batch.clear();
  for (const TokenRange s : stretches) scratch.batch.add(s.size());
  const std::size_t rows = scratch.batch.rows();
  const std::size_t width = model.segmenter.width();
  scratch.cache.number(analysis, stretches, scratch.encoder, scratch.numbers);
  std::uint8_t* const hidden = scratch.hidden.reserve(rows * width);
  model.segmenter.run(kernels, scratch.batch, scratch.cache.segmenter(), scratch.numbers,
                      scratch.encoder, hidden);
  kernels.linear({hidden, rows, width}, model.segment_end,
                 scratch.scores.reserve(rows * model.segment_end.weights.padded_outputs()));
}

}  // namespace

void find_sentence_ends(const Model& model, const Kernels& kernels, const Analysis& analysis,
                        std::span<const std::uint32_t> paragraphs, ParserScratch& scratch,
                        std::vector<bool>& ends) {
  const auto tokens = static_cast<std::uint32_t>(analysis.tokens.size());
  ends.assign(tokens, false);
  std::vector<TokenRange> waiting;  // parts of paragraphs, the last one first
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const std::uint32_t end = p + 1 < paragraphs.size() ? paragraphs[p + 1] : tokens;
    if (paragraphs[p] < end) waiting.push_back({paragraphs[p], end});
  }
  std::reverse(waiting.begin(), waiting.end());
  const std::size_t stride = model.segment_end.weights.padded_outputs();
  std::vector<TokenRange> now;
  std::vector<std::uint32_t> paragraph_ends;
  while (!waiting.empty()) {
    now.clear();
    paragraph_ends.clear();
    for (std::size_t rows = 0; !waiting.empty() && rows < batch_rows; waiting.pop_back()) {
      const TokenRange all = waiting.back();
      now.push_back({all.begin, std::min(all.end, all.begin + longest_stretch)});
      paragraph_ends.push_back(all.end);
      rows += now.back().size();
    }
    run_batch(model, kernels, analysis, now, scratch);
    const float* score = scratch.scores.data();
    for (std::size_t k = 0; k < now.size(); ++k) {
      const TokenRange s = now[k];
      std::uint32_t after = s.begin;  // behind the last sentence end found
      for (std::uint32_t t = s.begin; t < s.end; ++t, score += stride) {
        if (*score > 0) {
          ends[t] = true;
          after = t + 1;
        }
      }
      if (s.end == paragraph_ends[k]) {
        ends[s.end - 1] = true;
      } else {
        if (after == s.begin) after = s.end;
        waiting.push_back({after, paragraph_ends[k]});
      }
    }
  }
}

}  // namespace actant
