// SPDX-License-Identifier: MIT
#include "ingest/tuples.hpp"

#include "tests/ingest/reading_text.hpp"
#include "tests/support/catch.hpp"

namespace actant {
namespace {

TEST_CASE("a tuple strings control verbs together and keeps the words of the text") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj\n"
      "decided decide VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "attack attack VERB VB 2 xcomp\n"
      "old old ADJ JJ 6 amod\n"
      "Veii Veii PROPN NNP 4 obj\n"
      "on on ADP IN 8 case\n"
      "Monday Monday PROPN NNP 4 obl\n");
  const auto tuples = find_tuples(text.document.text, text.analysis, small_book());
  REQUIRE(tuples.size() == 1);
  CHECK(tuples[0].relation == "decided to attack");
  CHECK(tuples[0].arguments == std::vector<std::string>{"Rome", "old Veii", "on Monday"});
  CHECK(tuples[0].text == text.document.text);
  CHECK(tuples[0].features.starts_with("clause=root predicate=VBD subject=own "));
  CHECK(tuples[0].features.find(" chain=yes ") != std::string::npos);
}

TEST_CASE("coordinated objects make a tuple each, an apposition says what its noun is") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 6 nsubj\n"
      ", , PUNCT , 4 punct\n"
      "a a DET DT 4 det\n"
      "city city NOUN NN 1 appos\n"
      ", , PUNCT , 4 punct\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 6 obj\n"
      "and and CCONJ CC 9 cc\n"
      "Gabii Gabii PROPN NNP 7 conj\n");
  std::vector<std::string> found;
  for (const Tuple& tuple : find_tuples(text.document.text, text.analysis, small_book())) {
    found.push_back(tuple.arguments[0] + " | " + tuple.relation + " | " + tuple.arguments[1]);
  }
  CHECK(found == std::vector<std::string>{"Rome | is | a city", "Rome | attacked | Veii",
                                          "Rome | attacked | Gabii"});
}

TEST_CASE("blanks part the tokens of a line, whatever stands between them") {
  const Analysis analysis = split_at_blanks(" It 's \t`` so '' .");
  REQUIRE(analysis.tokens.size() == 6);
  CHECK(analysis.strings.view(analysis.tokens[1].form) == "'s");
  REQUIRE(analysis.sentences.size() == 1);
  CHECK(analysis.sentences[0].span == Span{1, 18});
  CHECK(split_at_blanks("  ").tokens.empty());
}

}  // namespace
}  // namespace actant
