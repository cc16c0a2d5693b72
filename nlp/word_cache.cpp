// SPDX-License-Identifier: MIT
#include "nlp/word_cache.hpp"

#include <utility>

namespace actant {

void WordCache::prepare(const Model& model, const Kernels& kernels, std::size_t strings) {
  if (model_ != &model || kernels_ != &kernels) {
    forget();
    model.words.reserve(words_, most_words);
    model.segmenter.reserve(segmenter_, most_words);
  }
  model_ = &model;
  kernels_ = &kernels;
  known_.assign(strings, Known());
}

void WordCache::forget() {
  forms_ = StringPool();
  bytes_ = 0;
  ++generation_;
  lexicon_.clear();
  met_again_.clear();
  words_.residual.clear();
  words_.sums.clear();
  segmenter_.residual.clear();
  segmenter_.sums.clear();
}

// Keeps what was met in more than one document since the last time; frees a quarter at least.
void WordCache::forget_rare() {
  StringPool forms;
  std::size_t bytes = 0;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t i = 0; i < forms_.size(); ++i) {
    if (!met_again_[i]) continue;
    const std::string_view form = forms_.view(StringId(i));
    forms.intern(form);
    bytes += form.size();
    lexicon_[kept.size()] = lexicon_[i];
    kept.push_back(i);
  }
  if (4 * kept.size() > 3 * most_words || 4 * bytes > 3 * most_bytes) return forget();
  words_.keep(kept, forms_.size());
  segmenter_.keep(kept, forms_.size());
  lexicon_.resize(kept.size());
  met_again_.assign(kept.size(), false);
  forms_ = std::move(forms);
  bytes_ = bytes;
  ++generation_;
}

std::uint32_t WordCache::number(std::string_view form) {
  const std::size_t before = forms_.size();
  const std::uint32_t result = forms_.intern(form).value;
  if (forms_.size() == before) {
    met_again_[result] = true;
    return result;
  }
  met_again_.push_back(false);
  bytes_ += form.size();
  lexicon_.push_back(model_->lexicon.find(form));
  const std::size_t width = model_->embedding_width();
  new_.resize(new_.size() + width);
  model_->embed(*kernels_, form, new_.data() + new_.size() - width);
  return result;
}

void WordCache::number(const Analysis& analysis, std::span<const TokenRange> ranges,
                       EncoderScratch& scratch, std::vector<std::uint32_t>& numbers) {
  std::size_t tokens = 0;
  for (const TokenRange range : ranges) tokens += range.size();
  if (forms_.size() + tokens > most_words || bytes_ > most_bytes) forget_rare();
  if (forms_.size() + tokens > most_words || bytes_ > most_bytes) forget();
  new_.clear();
  numbers.clear();
  for (const TokenRange range : ranges) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const StringId form = analysis.tokens[t].form;
      Known& known = known_[form.value];
      if (known.generation != generation_) {
        known = {generation_, number(analysis.strings.view(form))};
      }
      numbers.push_back(known.number);
    }
  }
  const std::size_t count = new_.size() / model_->embedding_width();
  model_->words.start(*kernels_, new_.data(), count, scratch, words_);
  model_->segmenter.start(*kernels_, new_.data(), count, scratch, segmenter_);
}

}  // namespace actant
