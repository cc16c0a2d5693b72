// SPDX-License-Identifier: MIT
#include "nlp/verb_forms.hpp"

#include "tests/support/catch.hpp"

namespace actant {
namespace {

TEST_CASE("irregular forms have the lemma of the grammar") {
  CHECK(settle_verb_lemma("arose", "aro") == "arise");
  CHECK(settle_verb_lemma("fled", "flead") == "flee");
  CHECK(settle_verb_lemma("wrung", "wru") == "wring");
  CHECK(settle_verb_lemma("freed", "fre") == "free");
}

TEST_CASE("a consonant doubled before the ending is single in the lemma") {
  CHECK(settle_verb_lemma("rammed", "ramm") == "ram");
  CHECK(settle_verb_lemma("stabbing", "stabb") == "stab");
  CHECK(settle_verb_lemma("expelled", "expell") == "expel");
  CHECK(settle_verb_lemma("patrolling", "patroll") == "patrol");
}

TEST_CASE("verbs that end in two consonants of a kind keep them") {
  CHECK(settle_verb_lemma("added", "add") == "add");
  CHECK(settle_verb_lemma("boycotts", "boycott") == "boycott");
  CHECK(settle_verb_lemma("yelled", "yell") == "yell");
  CHECK(settle_verb_lemma("installed", "install") == "install");
  CHECK(settle_verb_lemma("passed", "pass") == "pass");
  CHECK(settle_verb_lemma("purring", "purr") == "purr");
}

}  // namespace
}  // namespace actant
