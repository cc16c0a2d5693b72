// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_ATTRIBUTION_HPP
#define ACTANT_INGEST_ATTRIBUTION_HPP

#include "ingest/clauses.hpp"
#include "ingest/mentions.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actant {

/// Who vouches for what each token is part of: the nearest speaker, and those who report that the
/// speaker says so.
class Sources {
 public:
  explicit Sources(std::size_t tokens) : of_token_(tokens, none) {}

  /// The nearest speaker; invalid where the article itself speaks.
  [[nodiscard]] ClusterId who(std::uint32_t token) const {
    return of_token_[token] == none ? ClusterId() : chains_[of_token_[token]].speaker;
  }
  /// Those who report what the speaker says, the nearest first: X in "X said Y believes that ...".
  [[nodiscard]] std::vector<ClusterId> via(std::uint32_t token) const;

  /// Lets `token` have the source of `other`.
  void share(std::uint32_t token, std::uint32_t other) { of_token_[token] = of_token_[other]; }
  /// Lets `speaker` vouch for `token`, as reported by whoever vouches for `context` (no_head: the
  /// article). Nobody reports himself.
  void open(std::uint32_t token, ClusterId speaker, std::uint32_t context);
  /// Adds a reporter behind all others, unless he is one of them.
  void report(std::uint32_t token, ClusterId speaker);

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  struct Link {
    ClusterId speaker;
    std::uint32_t outer = none;  // position in chains_
  };

  [[nodiscard]] std::uint32_t make(ClusterId speaker, std::uint32_t outer);

  std::vector<std::uint32_t> of_token_;  // positions in chains_
  std::vector<Link> chains_;             // a link comes after the one that it leads to
};

/// The sources of all tokens.
///
/// Sources come from complements and parentheses of verbs of speech ("X said that", "..., X
/// said"), "according to X", "in the words of X", and, for quotations over several sentences, from
/// the speaker of the sentence where the quotation begins or ends. Linear in the tokens.
[[nodiscard]] Sources find_sources(const Tree& tree, const Clauses& clauses,
                                   const Entities& entities, const RuleBook& book);

}  // namespace actant

#endif  // ACTANT_INGEST_ATTRIBUTION_HPP
