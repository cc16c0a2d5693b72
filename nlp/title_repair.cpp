// SPDX-License-Identifier: MIT
#include "nlp/title_repair.hpp"

#include <cstdint>
#include <vector>

namespace actant {
namespace {

bool is_argument(DepRel relation) {
  switch (relation) {
    case DepRel::nsubj:
    case DepRel::nsubj_pass:
    case DepRel::obj:
    case DepRel::iobj:
    case DepRel::obl:
    case DepRel::nmod:
    case DepRel::conj:
      return true;
    default:
      return false;
  }
}

bool opens_phrase(DepRel relation) {
  return relation == DepRel::case_ || relation == DepRel::cc || relation == DepRel::punct;
}

class TitleRepair {
 public:
  TitleRepair(std::vector<Token>& tokens, const Sentence& sentence)
      : tokens_(tokens), begin_(sentence.begin), end_(sentence.end) {}

  void run() {
    for (std::uint32_t t = begin_ + 1; t < end_; ++t) {
      if (tokens_[t].upos != Upos::propn || !is_argument(tokens_[t].deprel)) continue;
      const std::uint32_t title = noun_before(t);
      if (title == no_head) continue;
      if (is_determined(title)) {
        tokens_[t].head = title;
        tokens_[t].deprel = DepRel::appos;
      } else {
        describe(title, t);
      }
    }
  }

 private:
  /// The noun in front of the whole name, with the same part in the clause.
  [[nodiscard]] std::uint32_t noun_before(std::uint32_t name) const {
    std::uint32_t first = name;
    while (first > begin_ && is_name_part(first - 1, name)) --first;
    if (first == begin_) return no_head;
    const Token& before = tokens_[first - 1];
    const bool alike = before.upos == Upos::noun && before.head == tokens_[name].head &&
                       before.head != no_head && before.deprel == tokens_[name].deprel;
    return alike ? first - 1 : no_head;
  }

  [[nodiscard]] bool is_name_part(std::uint32_t t, std::uint32_t name) const {
    const Token& token = tokens_[t];
    return token.head == name && token.upos == Upos::propn &&
           (token.deprel == DepRel::compound || token.deprel == DepRel::flat ||
            token.deprel == DepRel::nmod_desc);
  }

  [[nodiscard]] bool is_determined(std::uint32_t noun) const {
    for (std::uint32_t t = noun; t-- > begin_;) {
      const Token& token = tokens_[t];
      if (token.head == noun &&
          (token.deprel == DepRel::det || token.deprel == DepRel::nmod_poss)) {
        return true;
      }
      if (noun - t > longest_title) break;
    }
    return false;
  }

  /// The name takes the noun's place and what stands in front of the phrase.
  void describe(std::uint32_t noun, std::uint32_t name) {
    for (std::uint32_t t = noun; t-- > begin_ && noun - t <= longest_title;) {
      if (tokens_[t].head == noun && opens_phrase(tokens_[t].deprel)) tokens_[t].head = name;
    }
    tokens_[noun].head = name;
    tokens_[noun].deprel = DepRel::nmod_desc;
  }

  static constexpr std::uint32_t longest_title = 8;  // words
  std::vector<Token>& tokens_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

}  // namespace

void join_titles(Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) TitleRepair(analysis.tokens, sentence).run();
}

}  // namespace actant
