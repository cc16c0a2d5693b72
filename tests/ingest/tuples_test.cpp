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
  CHECK(tuples[0].confidence > 0.5);
  CHECK(tuples[0].confidence <= 1.0);
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
