// SPDX-License-Identifier: MIT
#include "nlp/parser.hpp"

namespace actant {
namespace {

constexpr std::size_t most_words = 1U << 16U;

}  // namespace

void WordCache::prepare(const Model& model, const Kernels& kernels) {
  if (model_ == &model && kernels_ == &kernels && forms_.size() < most_words) return;
  model_ = &model;
  kernels_ = &kernels;
  forms_ = StringPool();
  words_.clear();
  segmenter_.clear();
}

std::uint32_t WordCache::number(std::string_view form) {
  const std::size_t before = forms_.size();
  const std::uint32_t id = forms_.intern(form).value;
  if (forms_.size() == before) return id;
  model_->embed(form, embedding_);
  words_.resize(forms_.size() * model_->words.width());
  model_->words.embed(*kernels_, embedding_, words_.data() + id * model_->words.width());
  segmenter_.resize(forms_.size() * model_->segmenter.width());
  model_->segmenter.embed(*kernels_, embedding_,
                          segmenter_.data() + id * model_->segmenter.width());
  return id;
}

void number_words(const Model& model, const Kernels& kernels, const Analysis& analysis,
                  ParserScratch& scratch) {
  scratch.cache.prepare(model, kernels);
  std::vector<std::uint32_t> of_form(analysis.strings.size(), StringId::none);
  scratch.numbers.clear();
  for (const Token& token : analysis.tokens) {
    std::uint32_t& number = of_form[token.form.value];
    if (number == StringId::none) number = scratch.cache.number(analysis.strings.view(token.form));
    scratch.numbers.push_back(number);
  }
  scratch.lemmas.clear();
  scratch.xpos.assign(model.xpos.size(), StringId());
  scratch.feats.assign(model.feats.size(), StringId());
}

}  // namespace actant
