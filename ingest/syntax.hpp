// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_SYNTAX_HPP
#define ACTANT_INGEST_SYNTAX_HPP

#include "nlp/analysis.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace actant {

/// Subjects of any kind but clauses.
[[nodiscard]] constexpr bool is_subject(DepRel relation) {
  return relation == DepRel::nsubj || relation == DepRel::nsubj_pass ||
         relation == DepRel::nsubj_outer;
}

/// The trees of an analysis from the top: children of tokens, words as views. Keeps a reference to
/// the analysis. Linear to build.
class Syntax {
 public:
  explicit Syntax(const Analysis& analysis);

  [[nodiscard]] const Analysis& analysis() const { return *analysis_; }
  [[nodiscard]] const Token& token(std::uint32_t index) const { return analysis_->tokens[index]; }
  [[nodiscard]] std::string_view form(std::uint32_t index) const {
    return analysis_->strings.view(token(index).form);
  }
  [[nodiscard]] std::string_view lemma(std::uint32_t index) const {
    return analysis_->strings.view(token(index).lemma);
  }
  [[nodiscard]] std::string_view xpos(std::uint32_t index) const {
    return analysis_->strings.view(token(index).xpos);
  }
  /// Dependents in text order.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t index) const {
    return {children_.data() + first_[index], first_[index + 1] - first_[index]};
  }
  /// Position in Analysis::sentences.
  [[nodiscard]] std::uint32_t sentence(std::uint32_t index) const { return sentences_[index]; }
  /// The first dependent with that relation; no_head when there is none.
  [[nodiscard]] std::uint32_t child(std::uint32_t index, DepRel relation) const;
  /// What a noun phrase depends on, through coordination; no_head at a root.
  [[nodiscard]] std::uint32_t governor(std::uint32_t index) const;
  /// True if `index` is `ancestor` or below it.
  [[nodiscard]] bool below(std::uint32_t index, std::uint32_t ancestor) const;
  /// The token of [begin, end) whose head lies outside: the last one before an of-phrase.
  [[nodiscard]] std::uint32_t head_of(std::uint32_t begin, std::uint32_t end) const;

 private:
  const Analysis* analysis_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> sentences_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_SYNTAX_HPP
