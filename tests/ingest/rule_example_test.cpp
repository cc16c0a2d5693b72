// SPDX-License-Identifier: MIT
// Rules by example are compiled with the shipped model.
#include "base/error.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/rule_book.hpp"
#include "ingest/rule_check.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace actant {
namespace {

const Analyzer& analyzer() {
  static const Analyzer model(std::string(ACTANT_DATA_FOLDER) + "/models/english.actm");
  return model;
}

RuleBook compiled(const std::string& rules, std::vector<std::string>* heard = nullptr) {
  const std::string data = ACTANT_DATA_FOLDER;
  RuleBook book = load_rule_book(data + "/rules", data + "/ontology");
  book.read_rules("replace rules\nrelations: acquired bornIn leads merged\n" + rules, "mine.rules");
  if (heard == nullptr) {
    book.compile(&analyzer());
  } else {
    book.compile(&analyzer(), [&](const InputError& e) { heard->push_back(e.what()); });
  }
  return book;
}

/// The patterns of the only rule.
std::vector<std::string> patterns(const std::string& rule) {
  const RuleBook book = compiled(rule);
  REQUIRE(book.rules().size() == 1);
  std::vector<std::string> texts;
  for (const MatchPlan& plan : book.rules()[0].plans) texts.push_back(to_string(plan.pattern));
  return texts;
}

TEST_CASE("a sentence gives the path between its slots") {
  CHECK(patterns("[Acme]:Organization acquired [Widget Co]:Organization => acquired(1, 2)\n") ==
        std::vector<std::string>{"acquire/VERB >nsubj 1:Organization >obj 2:Organization"});
  const auto born =
      patterns("[Anna Berg]:Person was born in [Vienna]:GeopoliticalEntity => bornIn(1, 2)\n");
  REQUIRE(born.size() == 1);
  CHECK(born[0].find("bear/VERB >nsubj:pass 1:Person") == 0);
  CHECK(born[0].find("[in] 2:GeopoliticalEntity") != std::string::npos);
}

TEST_CASE("words that belong to the path are kept") {
  const auto found = patterns("[Anna Berg]:Person took over [Acme]:Organization => leads(1, 2)\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("over") != std::string::npos);
  const auto title = patterns(
      "[Anna Berg]:Person is prime minister of [France]:GeopoliticalEntity => leads(1, 2)\n");
  CHECK(title[0].find("prime") != std::string::npos);
}

TEST_CASE("options add lemmas, the other voice and nouns") {
  const auto found = patterns(
      "[Acme]:Organization acquired [Widget Co]:Organization => acquired(1, 2)\n"
      "  lemmas: buy, purchase\n  passive: yes\n  nominal: acquisition\n");
  REQUIRE(found.size() == 8);
  CHECK(found[0] == "acquire|buy|purchase/VERB >nsubj 1:Organization >obj 2:Organization");
  CHECK(found[1] ==
        "acquire|buy|purchase/VERB >obl:agent 1:Organization >nsubj:pass 2:Organization");
  CHECK(found[2] == "acquisition/NOUN|PROPN >nmod[of] 2:Organization >nmod[by] 1:Organization");
  const auto other = patterns(
      "[Widget Co]:Organization was acquired by [Acme]:Organization => acquired(2, 1)\n"
      "  passive: yes\n");
  REQUIRE(other.size() == 2);
  CHECK(other[1] == "acquire/VERB >obj 1:Organization >nsubj 2:Organization");
}

TEST_CASE("sentences without a usable parse are reported where they stand") {
  std::vector<std::string> heard;
  (void)compiled("\n[Acme]:Organization [Widget]:Organization => acquired(1, 2)\n", &heard);
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].substr(0, 15) == "mine.rules:4:1:");
  heard.clear();
  (void)compiled("[Anna Berg]:Person lives in [Vi]enna => bornIn(1, 2)\n", &heard);
  REQUIRE(heard.size() == 1);
  CHECK(heard[0] == "mine.rules:3:30: the slot cuts the word 'Vienna'; whole words were expected");
  heard.clear();
  (void)compiled("[Anna Berg]:Person lives in [Vienna] => bornIn(1, 2)\n  passive: yes\n", &heard);
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].find("mine.rules:3:1: no other voice") == 0);
  heard.clear();
  (void)compiled(
      "[Anna Berg]:Person said that [Bert Lang]:Person left => leads(1, 2)\n"
      "  nominal: departure\n",
      &heard);
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].find("mine.rules:4:12: no noun can stand for the verb") == 0);
}

TEST_CASE("a compiled rule matches its own example") {
  // `check_rules` runs every example through the whole pipeline.
  DataFiles data = data_files(ACTANT_DATA_FOLDER);
  const std::string folder = std::string(ACTANT_TEST_DATA) + "/rules";
  data.user_rules.rules = {folder + "/examples.rules"};
  const Pipeline pipeline(data);
  std::vector<std::string> heard;
  const RuleCheck check = check_rules(pipeline, data.user_rules.rules,
                                      [&](const InputError& e) { heard.push_back(e.what()); });
  CHECK(heard == std::vector<std::string>{});
  CHECK(check.rules >= 15);
  CHECK(check.tests > check.rules);
}

std::string message(const std::string& rules) {
  try {
    (void)compiled(rules);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("a rule declares the relation that it leads to") {
  CHECK(message("[Acme] sued [Widget Co] => sued(1, 2)\n").empty());
}

TEST_CASE("mistakes in rules by example are reported where they are") {
  CHECK(
      message("[A] met [B] => Met(1, 2)\n") ==
      "mine.rules:3:16: unknown edge type 'Met'; one that was declared, or a relation with a small "
      "letter first, was expected");
  CHECK(message("[A]:Human met [B] => leads(1, 2)\n") ==
        "mine.rules:3:5: unknown node type 'Human'; one that was declared was expected");
  CHECK(message("[A met [B] => leads(1, 2)\n") ==
        "mine.rules:3:1: '[' without ']'; a slot such as '[Acme]' was expected");
  CHECK(message("A] met [B] => leads(1, 2)\n") ==
        "mine.rules:3:2: ']' without '['; a slot was expected");
  CHECK(message("[A] met B => leads(1, 2)\n") ==
        "mine.rules:3:1: 1 slots; 2 to 9 such as '[Acme]:Organization' were expected");
  CHECK(message("[A] met [B] => leads(1, 3)\n") ==
        "mine.rules:3:16: the sentence has no slot '3'; one was expected");
  CHECK(message("[A] met [B] => leads(1, 1)\n") ==
        "mine.rules:3:22: an edge with one end; two different slots were expected");
  CHECK(
      message("[A] met [B] => leads\n") ==
      "mine.rules:3:16: no edge after '=>'; a relation and two ends such as 'acquired(1, 2)' were "
      "expected");
  CHECK(
      message("[A] met [B] => leads(1, 2)\n  colour: red\n") ==
      "mine.rules:4:3: unknown option 'colour'; confidence, label, lemmas, name, nominal, passive, "
      "priority or test was expected");
  CHECK(message("[A] met [B] => leads(1, 2)\n  passive: maybe\n") ==
        "mine.rules:4:12: bad value 'maybe'; yes or no was expected");
  CHECK(message("[A] met [B] => leads(1, 2)\n  priority: high\n") ==
        "mine.rules:4:13: bad priority 'high'; a number from -9999 to 9999 was expected");
  CHECK(message("[A] met [B] => leads(1, 2)\n  confidence: 2\n") ==
        "mine.rules:4:15: bad confidence '2'; a number such as 0.85 was expected");
  CHECK(message("[A] met [B] => leads(1, 2)\n  test: A met B\n").substr(0, 22) ==
        "mine.rules:4:9: no '=>");
  CHECK(message("pattern x: meet >obj 2 => leads(1, 2)\n") ==
        "mine.rules:3:27: the pattern has no required slot '1'; one was expected");
  CHECK(message("pattern x: meet ?>nsubj 1 >obj 2 => leads(1, 2)\n").find("no required slot '1'") !=
        std::string::npos);
  CHECK(message("pattern : meet >obj 2 => leads(1, 2)\n").find("mine.rules:3:8: no name") == 0);
  CHECK(message("pattern x: meet >nsubj 1 >obj 2 => leads(1, 2)\n"
                "pattern x: greet >nsubj 1 >obj 2 => leads(1, 2)\n") ==
        "mine.rules:4:9: a rule 'x' is there already; a new name was expected");
}

}  // namespace
}  // namespace actant
