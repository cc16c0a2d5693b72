// SPDX-License-Identifier: MIT
#include "ingest/rule_book.hpp"

#include "base/error.hpp"
#include "tests/support/catch.hpp"

namespace actant {
namespace {

RuleBook book() {
  RuleBook book;
  book.read_ontology("events: REQUEST ACT\nrelations: membership\n", "o");
  return book;
}

std::string message(std::string_view rules) {
  RuleBook filled = book();
  try {
    filled.read_rules(rules, "my.rules");
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("a verb with its particle goes before the verb alone") {
  RuleBook filled = book();
  filled.read_rules("verbs REQUEST: call_for\nverbs membership: call\n", "r");
  CHECK(filled.verb_type("call", "for") == "REQUEST");
  CHECK(filled.verb_type("call", "in") == "membership");
  CHECK(filled.verb_type("sing", "") == "ACT");
}

TEST_CASE("a later line replaces a type, and lists go on after white space") {
  RuleBook filled = book();
  filled.read_rules("verbs REQUEST: ask\n  beg  # please\n", "r");
  filled.read_rules("verbs membership: ask\n", "user");
  CHECK(filled.verb_type("ask", "") == "membership");
  CHECK(filled.verb_type("beg", "") == "REQUEST");
}

TEST_CASE("words may be in several classes") {
  RuleBook filled = book();
  filled.read_rules("words speech: promise\nwords control: promise\n", "r");
  CHECK(filled.word("promise").in(WordClass::speech));
  CHECK(filled.word("promise").in(WordClass::control));
  CHECK_FALSE(filled.word("promise").in(WordClass::role));
  CHECK_FALSE(filled.word("unheard").in(WordClass::speech));
}

TEST_CASE("mistakes in rules are reported where they are") {
  CHECK(message("verbs REQUEST: ask\nverbs ASK: ask\n") == "my.rules:2:7: unknown edge type 'ASK'");
  CHECK(message("words loud: shout\n") == "my.rules:1:7: unknown class 'loud'");
  CHECK(message("adverbs ACT: so\n") ==
        "my.rules:1:1: unknown kind 'adverbs', expected verbs, nouns, adjectives or words");
  CHECK(message("verbs ACT do\n") == "my.rules:1:1: expected ':' after the head of a list");
  CHECK(message("  do\n") ==
        "my.rules:1:1: a list must start with a head such as 'verbs REQUEST:'");
  CHECK(message("verbs: do\n") == "my.rules:1:1: expected a kind and a name before ':'");
}

TEST_CASE("unknown lists of an ontology are reported") {
  RuleBook filled;
  CHECK_THROWS_WITH(filled.read_ontology("colours: red\n", "my.ontology"),
                    "my.ontology:1:1: unknown list 'colours', expected nodes, events or relations");
}

}  // namespace
}  // namespace actant
