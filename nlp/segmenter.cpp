// SPDX-License-Identifier: MIT
#include "nlp/parser.hpp"

#include <algorithm>

namespace actant {
namespace {

constexpr std::size_t longest_stretch = 400;
constexpr std::size_t batch_rows = 1024;

/// A part of a paragraph that still waits for its sentence ends.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

void run_batch(const Model& model, const Kernels& kernels, std::span<const Stretch> stretches,
               ParserScratch& scratch) {
  const std::size_t width = model.segmenter.width();
  scratch.batch.clear();
  for (const Stretch s : stretches) scratch.batch.add(s.end - s.begin);
  const std::size_t rows = scratch.batch.rows();
  scratch.residual.assign(rows * width, 0);
  for (std::size_t k = 0; k < stretches.size(); ++k) {
    std::int16_t* to = scratch.residual.data() + scratch.batch.sequences()[k].begin * width;
    for (std::size_t t = stretches[k].begin; t < stretches[k].end; ++t, to += width) {
      std::copy_n(scratch.cache.segmenter(scratch.numbers[t]), width, to);
    }
  }
  scratch.hidden.resize(rows * width);
  model.segmenter.run(kernels, scratch.batch, scratch.residual.data(), scratch.encoder,
                      scratch.hidden.data());
  scratch.scores.resize(rows * model.segment_end.weights.padded_outputs());
  kernels.linear({scratch.hidden.data(), rows, width}, model.segment_end, scratch.scores.data());
}

}  // namespace

void find_sentence_ends(const Model& model, const Kernels& kernels,
                        std::span<const std::uint32_t> paragraphs, std::size_t tokens,
                        ParserScratch& scratch, std::vector<bool>& ends) {
  ends.assign(tokens, false);
  std::vector<Stretch> waiting;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const std::size_t end = p + 1 < paragraphs.size() ? paragraphs[p + 1] : tokens;
    if (paragraphs[p] < end) waiting.push_back({paragraphs[p], end});
  }
  std::reverse(waiting.begin(), waiting.end());
  const std::size_t stride = model.segment_end.weights.padded_outputs();
  std::vector<Stretch> now;
  while (!waiting.empty()) {
    now.clear();
    std::vector<std::size_t> paragraph_ends;
    for (std::size_t rows = 0; !waiting.empty() && rows < batch_rows; waiting.pop_back()) {
      const Stretch all = waiting.back();
      now.push_back({all.begin, std::min(all.end, all.begin + longest_stretch)});
      paragraph_ends.push_back(all.end);
      rows += now.back().end - now.back().begin;
    }
    run_batch(model, kernels, now, scratch);
    for (std::size_t k = 0; k < now.size(); ++k) {
      const Stretch s = now[k];
      std::size_t row = scratch.batch.sequences()[k].begin;
      std::size_t after = s.begin;  // behind the last sentence end found
      for (std::size_t t = s.begin; t < s.end; ++t, ++row) {
        if (scratch.scores[row * stride] > 0) {
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
