// SPDX-License-Identifier: MIT
#include "nlp/title_repair.hpp"

#include "tests/nlp/arcs.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace actant {
namespace {

struct Word {
  Upos upos;
  std::uint32_t head;  // 0: root, otherwise a number from 1
  DepRel deprel;
};

Analysis sentence(const std::vector<Word>& words) {
  Analysis analysis;
  for (const Word& word : words) {
    analysis.tokens.push_back(hanging(word.upos, word.head, word.deprel));
  }
  make_sentence(analysis);
  return analysis;
}

using Arcs = std::vector<std::string>;

TEST_CASE("a title in front of a name describes it") {
  // with drummer Charlie Watts left
  Analysis analysis = sentence({{Upos::adp, 2, DepRel::case_},
                                {Upos::noun, 5, DepRel::obl},
                                {Upos::propn, 5, DepRel::obl},
                                {Upos::propn, 3, DepRel::flat},
                                {Upos::verb, 0, DepRel::root}});
  join_titles(analysis);
  CHECK(arcs(analysis) == Arcs{"3:case", "3:nmod:desc", "5:obl", "3:flat", "0:root"});
}

TEST_CASE("a noun with an article has the name in apposition") {
  // the daily South Post said
  Analysis analysis = sentence({{Upos::det, 2, DepRel::det},
                                {Upos::noun, 5, DepRel::nsubj},
                                {Upos::propn, 4, DepRel::compound},
                                {Upos::propn, 5, DepRel::nsubj},
                                {Upos::verb, 0, DepRel::root}});
  join_titles(analysis);
  CHECK(arcs(analysis) == Arcs{"2:det", "5:nsubj", "4:compound", "2:appos", "0:root"});
}

TEST_CASE("what stands between the two, or plays another part, keeps them two") {
  // gave drummer the Post: an article before the name
  const std::vector<Word> article = {{Upos::verb, 0, DepRel::root},
                                     {Upos::noun, 1, DepRel::obj},
                                     {Upos::det, 4, DepRel::det},
                                     {Upos::propn, 1, DepRel::obj}};
  const std::vector<Word> parts = {
      {Upos::verb, 0, DepRel::root}, {Upos::noun, 1, DepRel::iobj}, {Upos::propn, 1, DepRel::obj}};
  for (const std::vector<Word>& words : {article, parts}) {
    Analysis analysis = sentence(words);
    const Arcs before = arcs(analysis);
    join_titles(analysis);
    CHECK(arcs(analysis) == before);
  }
}

}  // namespace
}  // namespace actant
