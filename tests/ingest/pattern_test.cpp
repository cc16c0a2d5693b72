// SPDX-License-Identifier: MIT
#include "ingest/pattern.hpp"

#include "ingest/extractors.hpp"
#include "ingest/rule_book.hpp"
#include "tests/ingest/reading_text.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace actant {
namespace {

std::string mistake(std::string_view text) {
  try {
    (void)parse_pattern(text);
  } catch (const PatternMistake& error) {
    return std::to_string(error.place().data() - text.data()) + ": " + error.what();
  }
  return "";
}

TEST_CASE("a pattern survives parse, print, parse") {
  const char* const text = GENERATE(
      "buy|acquire/VERB >nsubj 1:Organization|Person >obj 2", "* >nmod[of|for] 1 <appos 2=%role",
      "give >xcomp (run/VERB|AUX >obj 1 !>advmod never) ?>obl[in] 3:Date >nsubj 2/PROPN",
      "%role|chief >nmod:poss 1 >obl>nmod 2", "die >obl* 1 >nsubj 2",
      "1:Person >appos (head >nmod 2)");
  const Pattern pattern = parse_pattern(text);
  INFO(to_string(pattern));
  CHECK(parse_pattern(to_string(pattern)) == pattern);
  for (std::size_t i = 0; i < pattern.edges.size(); ++i) CHECK(pattern.edges[i].to == i + 1);
}

TEST_CASE("mistakes in a pattern are reported where they are") {
  CHECK(mistake("buy >subject 1") ==
        "5: unknown relation 'subject'; one of Universal Dependencies such as nsubj was expected");
  CHECK(mistake("buy/Verb 1") ==
        "4: unknown tag 'V'; a universal part of speech such as VERB was expected");
  CHECK(mistake("buy >obj 1 >nsubj 1") ==
        "18: slot '1' stands twice; a slot of its own was expected");
  CHECK(mistake("buy >obj (1") == "11: unexpected end; ')' was expected");
  CHECK(mistake("buy obj") == "4: unexpected 'obj'; '>', '<' or '=>' was expected");
  CHECK(mistake("buy >obj 0") == "9: bad slot; a digit from 1 to 9 was expected");
  CHECK(mistake("buy >obj 12") == "9: bad slot; a digit from 1 to 9 was expected");
  CHECK(mistake("") == "0: unexpected end; a lemma was expected");
  CHECK(mistake("buy >obl[] 1") == "9: unexpected ']'; a lemma was expected");
  CHECK(mistake("%loud >obj 1").substr(0, 23) == "1: unknown class 'loud'");
}

TEST_CASE("deep and long patterns are refused, not followed") {
  std::string deep = "a";
  for (int i = 0; i < 100000; ++i) deep += " >obj (a";
  CHECK(mistake(deep).find("pattern") != std::string::npos);
  std::string path = "a ";
  for (int i = 0; i < 100000; ++i) path += ">obj";
  CHECK(mistake(path).find("nested too deeply") != std::string::npos);
  std::string wide = "a";
  for (int i = 0; i < 100000; ++i) wide += " >obj a";
  CHECK(mistake(wide).find("pattern too large") != std::string::npos);
}

// ---- matching ------------------------------------------------------------------------------

/// What one rule finds in a text: "subject type object", and origins of all claims.
std::vector<std::string> edges(const ParsedText& text, const std::string& rules) {
  RuleBook book = small_book();
  book.read_rules(rules, "own.rules");
  book.compile(nullptr);
  std::vector<CandidateClaim> claims;
  for (const ExtractorRow& row : extractors()) {
    row.create(book)->extract(text.document, text.analysis, text.entities, claims);
  }
  std::vector<std::string> found;
  for (const CandidateClaim& claim : claims) {
    if (claim.origin.substr(0, 4) != "own:") continue;
    const CandidateArgument& to = claim.arguments[1];
    found.push_back(text.name(claim.arguments[0].cluster) + " " + claim.type + " " +
                    (to.cluster.valid() ? text.name(to.cluster) : to.literal.value));
  }
  return found;
}

using Edges = std::vector<std::string>;

const char* const sale =
    "Acme Acme PROPN NNP 2 nsubj Organization\n"
    "sold sell VERB VBD 0 root\n"
    "shares share NOUN NNS 2 obj\n"
    "to to ADP IN 5 case\n"
    "Globex Globex PROPN NNP 2 obl Organization\n"
    "and and CCONJ CC 7 cc\n"
    "Initech Initech PROPN NNP 5 conj Organization\n";

TEST_CASE("slots are filled by what hangs on the words, and by what is coordinated with it") {
  CHECK(edges(parsed(sale), "pattern x: sell >nsubj 1 >obl[to] 2 => ACT(1, 2)\n") ==
        Edges{"Acme ACT Globex", "Acme ACT Initech"});
  CHECK(edges(parsed(sale), "pattern x: sell >nsubj 1 >obl[from] 2 => ACT(1, 2)\n").empty());
  CHECK(edges(parsed(sale), "pattern x: sell/NOUN >nsubj 1 >obl[to] 2 => ACT(1, 2)\n").empty());
  CHECK(edges(parsed(sale), "pattern x: SELL|buy >nsubj 1 >obj 2 => ACT(2, 1)\n") ==
        Edges{"share ACT Acme"});
}

TEST_CASE("slots may ask for types") {
  CHECK(edges(parsed(sale),
              "pattern x: sell >nsubj 1:Organization >obl 2:Organization => ACT(1, 2)\n")
            .size() == 2);
  CHECK(edges(parsed(sale), "pattern x: sell >nsubj 1:Person >obl 2 => ACT(1, 2)\n").empty());
}

TEST_CASE("forbidden parts forbid, optional parts are taken when they are there") {
  CHECK(edges(parsed(sale), "pattern x: sell >nsubj 1 >obl 2 !>obj * => ACT(1, 2)\n").empty());
  CHECK(edges(parsed(sale), "pattern x: sell >nsubj 1 >obl 2 !>iobj * => ACT(1, 2)\n").size() == 2);
  CHECK(edges(parsed(sale), "pattern x: sell >nsubj 1 >obl 2 ?>iobj 3 => ACT(1, 2, gain=3)\n")
            .size() == 2);
}

TEST_CASE("a pattern may start below its first word") {
  CHECK(edges(parsed(sale), "pattern x: 1 <nsubj (* >obj share >obl 2) => ACT(1, 2)\n") ==
        Edges{"Acme ACT Globex", "Acme ACT Initech"});
}

TEST_CASE("a pattern without a word is tried everywhere") {
  CHECK(edges(parsed(sale), "pattern x: 1:Organization >conj 2:Organization => ACT(1, 2)\n") ==
        Edges{"Globex ACT Initech"});
}

TEST_CASE("word classes of the rule files stand for their words") {
  const ParsedText text = parsed(
      "Anna Anna PROPN NNP 3 nsubj Person\n"
      "is be AUX VBZ 3 cop\n"
      "president president NOUN NN 0 root\n"
      "of of ADP IN 5 case\n"
      "Acme Acme PROPN NNP 3 nmod Organization\n");
  CHECK(edges(text, "pattern x: %role >nsubj 1:Person >nmod[of] 2 => position(1, 2)\n") ==
        Edges{"Anna position Acme"});
  CHECK(edges(text, "pattern x: %family >nsubj 1:Person >nmod[of] 2 => position(1, 2)\n").empty());
}

TEST_CASE("gaps of clauses are filled: control, relative clauses, coordination") {
  const ParsedText text = parsed(
      "Acme Acme PROPN NNP 2 nsubj Organization\n"
      "agreed agree VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "buy buy VERB VB 2 xcomp\n"
      "Globex Globex PROPN NNP 4 obj Organization\n");
  CHECK(edges(text, "pattern x: buy >nsubj 1 >obj 2 => ACT(1, 2)\n") == Edges{"Acme ACT Globex"});
}

std::vector<std::string> origins(const std::string& rules) {
  const ParsedText text = parsed(sale);
  RuleBook book = small_book();
  book.read_rules(rules, "own.rules");
  book.compile(nullptr);
  std::vector<CandidateClaim> claims;
  for (const ExtractorRow& row : extractors()) {
    row.create(book)->extract(text.document, text.analysis, text.entities, claims);
  }
  std::vector<std::string> found;
  for (const CandidateClaim& claim : claims) {
    if (text.name(claim.arguments[1].cluster) == "share") found.push_back(claim.origin);
  }
  return found;
}

TEST_CASE("of claims about the same ends those of the highest priority stay") {
  const std::string one = "pattern one: sell >nsubj 1 >obj 2 => ACT(1, 2)\n";
  const std::string two = "pattern two: sell >nsubj 1 >obj 2 => SAY(1, 2)\n";
  CHECK(origins("") == Edges{"verb-object"});
  CHECK(origins(one) == Edges{"own:one"});
  CHECK(origins(one + "  priority: 0\n") == Edges{"verb-object", "own:one"});
  CHECK(origins(one + "  priority: -1\n") == Edges{"verb-object"});
  CHECK(origins(one + two + "  priority: 5\n") == Edges{"own:two"});
  CHECK(origins(one + two).size() == 2);
}

}  // namespace
}  // namespace actant
