// SPDX-License-Identifier: MIT
#include "nlp/clause_repair.hpp"

#include "tests/nlp/arcs.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

struct Word {
  std::string_view lemma;
  std::string_view xpos;
  Upos upos;
  std::uint32_t head;  // 0: root, otherwise a number from 1
  DepRel deprel;
};

Analysis sentence(const std::vector<Word>& words) {
  Analysis analysis;
  for (const Word& word : words) {
    Token token = hanging(word.upos, word.head, word.deprel);
    token.form = token.lemma = analysis.strings.intern(word.lemma);
    token.xpos = analysis.strings.intern(word.xpos);
    token.feats = analysis.strings.intern("_");
    analysis.tokens.push_back(token);
  }
  make_sentence(analysis);
  return analysis;
}

using Arcs = std::vector<std::string>;

TEST_CASE("a noun in front of a verb is no part of the object behind it") {
  Analysis analysis = sentence({{"the", "DT", Upos::det, 4, DepRel::det},
                                {"U.S.", "NNP", Upos::propn, 4, DepRel::compound},
                                {"impose", "VBD", Upos::verb, 0, DepRel::root},
                                {"sanction", "NNS", Upos::noun, 3, DepRel::obj}});
  restore_subjects(analysis);
  CHECK(arcs(analysis) == Arcs{"2:det", "3:nsubj", "0:root", "3:obj"});
}

TEST_CASE("a participle with an object of its own is what the blast did") {
  Analysis analysis = sentence({{"police", "NNS", Upos::noun, 2, DepRel::nsubj},
                                {"say", "VBP", Upos::verb, 0, DepRel::root},
                                {"blast", "NN", Upos::noun, 2, DepRel::obj},
                                {"wound", "VBN", Upos::verb, 3, DepRel::acl},
                                {"civilian", "NNS", Upos::noun, 4, DepRel::obj}});
  restore_subjects(analysis);
  CHECK(arcs(analysis) == Arcs{"2:nsubj", "0:root", "4:nsubj", "2:ccomp", "4:obj"});
  CHECK(analysis.strings.view(analysis.tokens[3].xpos) == "VBD");
}

TEST_CASE("after something happened: the preposition opens the clause") {
  Analysis analysis = sentence({{"he", "PRP", Upos::pron, 2, DepRel::nsubj},
                                {"die", "VBD", Upos::verb, 0, DepRel::root},
                                {"after", "IN", Upos::adp, 4, DepRel::case_},
                                {"tanker", "NN", Upos::noun, 2, DepRel::obl},
                                {"deliver", "VBN", Upos::verb, 4, DepRel::acl},
                                {"the", "DT", Upos::det, 7, DepRel::det},
                                {"fuel", "NN", Upos::noun, 5, DepRel::obj}});
  restore_subjects(analysis);
  CHECK(arcs(analysis) ==
        Arcs{"2:nsubj", "0:root", "5:mark", "5:nsubj", "2:advcl", "7:det", "5:obj"});
}

TEST_CASE("a sentence needs a verb, a title does not") {
  const std::vector<Word> words = {{"talk", "NNS", Upos::noun, 0, DepRel::root},
                                   {"center", "VBN", Upos::verb, 1, DepRel::acl},
                                   {"on", "IN", Upos::adp, 4, DepRel::case_},
                                   {"trade", "NN", Upos::noun, 2, DepRel::obl},
                                   {".", ".", Upos::punct, 1, DepRel::punct}};
  Analysis stopped = sentence(words);
  restore_subjects(stopped);
  CHECK(arcs(stopped) == Arcs{"2:nsubj", "0:root", "4:case", "2:obl", "2:punct"});
  Analysis title = sentence({words.begin(), words.end() - 1});
  const Arcs before = arcs(title);
  restore_subjects(title);
  CHECK(arcs(title) == before);
}

TEST_CASE("true participles stay") {
  // three journalists held hostage; the man given the medal; the house built by the firm
  Analysis hostage = sentence({{"journalist", "NNS", Upos::noun, 0, DepRel::root},
                               {"of", "IN", Upos::adp, 1, DepRel::case_},
                               {"hold", "VBN", Upos::verb, 1, DepRel::acl},
                               {"hostage", "NN", Upos::noun, 3, DepRel::obj}});
  Analysis given = sentence({{"man", "NN", Upos::noun, 0, DepRel::root},
                             {"give", "VBN", Upos::verb, 1, DepRel::acl},
                             {"the", "DT", Upos::det, 4, DepRel::det},
                             {"medal", "NN", Upos::noun, 2, DepRel::obj}});
  Analysis built = sentence({{"house", "NN", Upos::noun, 0, DepRel::root},
                             {"build", "VBN", Upos::verb, 1, DepRel::acl},
                             {"by", "IN", Upos::adp, 4, DepRel::case_},
                             {"firm", "NN", Upos::noun, 2, DepRel::obl_agent},
                             {".", ".", Upos::punct, 1, DepRel::punct}});
  for (Analysis* analysis : {&hostage, &given, &built}) {
    const Arcs before = arcs(*analysis);
    restore_subjects(*analysis);
    CHECK(arcs(*analysis) == before);
  }
}

}  // namespace
}  // namespace actant
