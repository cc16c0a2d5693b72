// SPDX-License-Identifier: MIT
#include "ingest/rule_book.hpp"

#include "base/error.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

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
  CHECK(message("verbs REQUEST: ask\nverbs ASK: ask\n") ==
        "my.rules:2:7: unknown edge type 'ASK'; one that was declared was expected");
  CHECK(message("words loud: shout\n") ==
        "my.rules:1:7: unknown class 'loud'; one of " + word_class_list() + " was expected");
  CHECK(message("adverbs ACT: so\n") ==
        "my.rules:1:1: unknown list 'adverbs'; verbs, nouns, adjectives, words, pattern, test, or "
        "a list of an ontology was expected");
  CHECK(message("verbs ACT do\n") ==
        "my.rules:1:1: neither list nor rule; ':' after the head of a list, or '=>' was expected");
  CHECK(message("  do\n") ==
        "my.rules:1:3: an indented line belongs to nothing; a list or rule above was expected");
  CHECK(message("verbs: do\n") ==
        "my.rules:1:1: a kind and a name such as 'verbs REQUEST:' were expected before ':'");
}

TEST_CASE("bytes that are no text are refused where they are") {
  CHECK(message("verbs ACT: d\xFF\n") ==
        "my.rules:1:13: invalid UTF-8; text in UTF-8 was expected");
  CHECK(message("\n\xC3\xA4 verbs\x01: do\n") ==
        "my.rules:2:8: control character U+0001; text was expected");
  CHECK(message(std::string_view("verbs ACT: \0do\n", 15)) ==
        "my.rules:1:12: control character U+0000; text was expected");
  CHECK(message("verbs ACT: " + std::string(300, 'x') + "\n") ==
        "my.rules:1:12: word too long; at most 200 bytes were expected");
}

TEST_CASE("all mistakes of a file are heard, and what is right is kept") {
  RuleBook filled = book();
  std::vector<std::string> heard;
  filled.read_rules("verbs ASK: ask\n  demand\nverbs REQUEST: beg\nwords loud: shout\n", "r",
                    [&](const InputError& error) { heard.push_back(error.what()); });
  REQUIRE(heard.size() == 2);
  CHECK(heard[0].substr(0, 5) == "r:1:7");
  CHECK(heard[1].substr(0, 5) == "r:4:7");
  CHECK(filled.verb_type("beg", "") == "REQUEST");
}

TEST_CASE("a comment begins a line or follows white space") {
  RuleBook filled = book();
  filled.read_rules("# all\nverbs REQUEST: c#  # not c\n", "r");
  CHECK(filled.verb_type("c#", "") == "REQUEST");
  CHECK(filled.verb_type("not", "") == "ACT");
}

TEST_CASE("a directive takes away what was read before it") {
  RuleBook filled = book();
  filled.read_rules(
      "verbs REQUEST: ask\nnouns REQUEST: plea\nwords speech: say\nwords light: say\n", "r");
  filled.read_rules("replace verbs\nreplace words speech\nverbs membership: join\n", "user");
  CHECK(filled.verb_type("ask", "") == "ACT");
  CHECK(filled.verb_type("join", "") == "membership");
  CHECK(filled.word("plea").noun_type == "REQUEST");
  CHECK_FALSE(filled.word("say").in(WordClass::speech));
  CHECK(filled.word("say").in(WordClass::light));
  filled.read_rules("replace all\n", "user");
  CHECK(filled.word("plea").noun_type.empty());
  CHECK_THROWS_WITH(filled.read_rules("replace everything\n", "u"),
                    Catch::Contains("u:1:9: unknown list 'everything'; verbs, "));
}

}  // namespace
}  // namespace actant
