// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_TREE_HPP
#define ACTANT_INGEST_TREE_HPP

#include "nlp/analysis.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Dependency trees of a whole document, ready to be walked: children, extents and an order in
/// which heads come before their dependents. Linear to build; keeps a reference to the analysis.
///
/// Tokens that hang in a cycle or on a token outside their sentence count as roots, so climbing
/// always ends.
class Tree {
 public:
  explicit Tree(const Analysis& analysis);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(heads_.size()); }
  /// Dependents in text order.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t token) const {
    return {children_.data() + first_[token], first_[token + 1] - first_[token]};
  }
  /// All tokens, heads before dependents.
  [[nodiscard]] std::span<const std::uint32_t> top_down() const { return order_; }
  [[nodiscard]] std::uint32_t head(std::uint32_t token) const { return heads_[token]; }
  [[nodiscard]] DepRel rel(std::uint32_t token) const { return analysis_.tokens[token].deprel; }
  [[nodiscard]] Upos upos(std::uint32_t token) const { return analysis_.tokens[token].upos; }
  [[nodiscard]] std::string_view lemma(std::uint32_t token) const {
    return analysis_.strings.view(analysis_.tokens[token].lemma);
  }
  [[nodiscard]] std::string_view form(std::uint32_t token) const {
    return analysis_.strings.view(analysis_.tokens[token].form);
  }
  [[nodiscard]] std::string_view xpos(std::uint32_t token) const {
    return analysis_.strings.view(analysis_.tokens[token].xpos);
  }
  /// True if the token's features contain `feature`, such as "Voice=Pass".
  [[nodiscard]] bool has_feature(std::uint32_t token, std::string_view feature) const {
    return analysis_.strings.view(analysis_.tokens[token].feats).find(feature) !=
           std::string_view::npos;
  }

  /// First dependent with that relation, or no_head.
  [[nodiscard]] std::uint32_t child(std::uint32_t token, DepRel relation) const;
  /// The token's subtree covers [left, right) of the text, gaps included.
  [[nodiscard]] std::uint32_t left(std::uint32_t token) const { return left_[token]; }
  [[nodiscard]] std::uint32_t right(std::uint32_t token) const { return right_[token]; }
  [[nodiscard]] bool is_noun(std::uint32_t token) const {
    return upos(token) == Upos::noun || upos(token) == Upos::propn;
  }
  [[nodiscard]] bool is_nominal(std::uint32_t token) const {
    return is_noun(token) || upos(token) == Upos::pron || upos(token) == Upos::num ||
           upos(token) == Upos::sym;
  }
  /// The preposition that marks the token, or no_head. Of "according to" it is "according".
  [[nodiscard]] std::uint32_t preposition(std::uint32_t token) const {
    return child(token, DepRel::case_);
  }
  /// Lemma of the preposition, "" when there is none.
  [[nodiscard]] std::string_view case_lemma(std::uint32_t token) const;
  /// The sentence that the token belongs to, as a position in Analysis::sentences.
  [[nodiscard]] std::uint32_t sentence(std::uint32_t token) const { return sentences_[token]; }

  [[nodiscard]] const Analysis& analysis() const { return analysis_; }

 private:
  const Analysis& analysis_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> first_;  // of each token's children
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> left_;
  std::vector<std::uint32_t> right_;
  std::vector<std::uint32_t> sentences_;

  void link();
  void sort_top_down();
  void measure();
};

/// Appends the token and everything coordinated with it, in text order: "Russia, Kazakhstan and
/// Armenia". Of a noun, pronoun or number only such are taken, and none that is denied: "Russia,
/// not Armenia".
void conjuncts(const Tree& tree, std::uint32_t token, std::vector<std::uint32_t>& out);

/// True for a noun without article, adjective, owner, number or a noun after it: "by mail".
[[nodiscard]] bool is_bare(const Tree& tree, std::uint32_t noun);

/// The word that opens a clause: "in" of "in doing", but no_head for "in order to do", whose words
/// are one.
[[nodiscard]] std::uint32_t opening_preposition(const Tree& tree, std::uint32_t clause);

/// The antecedent when `token` is a relative pronoun, else the token itself.
[[nodiscard]] std::uint32_t antecedent(const Tree& tree, std::uint32_t token);

/// True for relations that open a clause of its own.
[[nodiscard]] bool is_clausal(DepRel relation);

/// The text from token `begin` to token `end`, white space folded to one blank.
[[nodiscard]] std::string phrase(const Analysis& analysis, std::string_view text,
                                 std::uint32_t begin, std::uint32_t end);

}  // namespace actant

#endif  // ACTANT_INGEST_TREE_HPP
