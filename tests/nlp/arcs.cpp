// SPDX-License-Identifier: MIT
#include "tests/nlp/arcs.hpp"

namespace actant {

Token hanging(Upos upos, std::uint32_t head, DepRel deprel) {
  Token token;
  token.upos = upos;
  token.head = head == 0 ? no_head : head - 1;
  token.deprel = deprel;
  return token;
}

void make_sentence(Analysis& analysis) {
  analysis.sentences.push_back({0, static_cast<std::uint32_t>(analysis.tokens.size()), {}, true});
}

std::vector<std::string> arcs(const Analysis& analysis) {
  std::vector<std::string> found;
  for (const Token& token : analysis.tokens) {
    const std::uint32_t head = token.head == no_head ? 0 : token.head + 1;
    found.push_back(std::to_string(head) + ":" + std::string(to_string(token.deprel)));
  }
  return found;
}

}  // namespace actant
