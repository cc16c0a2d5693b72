// SPDX-License-Identifier: MIT
#ifndef ACTANT_TESTS_NLP_ARCS_HPP
#define ACTANT_TESTS_NLP_ARCS_HPP

#include "nlp/analysis.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace actant {

/// A token that hangs on another.
/// @param head  0: root, otherwise the number of a token from 1.
[[nodiscard]] Token hanging(Upos upos, std::uint32_t head, DepRel deprel);

/// Makes one sentence of all tokens.
void make_sentence(Analysis& analysis);

/// "3:nsubj" for each token: the number of its head from 1, 0 for a root.
[[nodiscard]] std::vector<std::string> arcs(const Analysis& analysis);

}  // namespace actant

#endif  // ACTANT_TESTS_NLP_ARCS_HPP
