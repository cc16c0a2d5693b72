// SPDX-License-Identifier: MIT
#include "ingest/syntax.hpp"

namespace actant {

Syntax::Syntax(const Analysis& analysis) : analysis_(&analysis) {
  const auto& tokens = analysis.tokens;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  first_.assign(count + 1, 0);
  for (const Token& token : tokens) {
    if (token.head != no_head) ++first_[token.head];
  }
  std::uint32_t sum = 0;
  for (std::uint32_t i = 0; i <= count; ++i) {
    const std::uint32_t here = first_[i];
    first_[i] = sum;
    sum += here;
  }
  children_.resize(sum);
  std::vector<std::uint32_t> next(first_.begin(), first_.end());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (tokens[i].head != no_head) children_[next[tokens[i].head]++] = i;
  }
  sentences_.assign(count, 0);
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    for (std::uint32_t i = analysis.sentences[s].begin; i < analysis.sentences[s].end; ++i) {
      sentences_[i] = s;
    }
  }
}

std::uint32_t Syntax::child(std::uint32_t index, DepRel relation) const {
  for (const std::uint32_t c : children(index)) {
    if (token(c).deprel == relation) return c;
  }
  return no_head;
}

std::uint32_t Syntax::governor(std::uint32_t index) const {
  while (token(index).deprel == DepRel::conj && token(index).head != no_head) {
    index = token(index).head;
  }
  return token(index).head;
}

bool Syntax::below(std::uint32_t index, std::uint32_t ancestor) const {
  while (index != no_head) {
    if (index == ancestor) return true;
    index = token(index).head;
  }
  return false;
}

std::uint32_t Syntax::head_of(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& word = token(i);
    if (word.upos == Upos::punct || word.upos == Upos::adp || word.upos == Upos::det) continue;
    if (word.head == no_head || word.head < begin || word.head >= end) return i;
  }
  return end - 1;
}

}  // namespace actant
