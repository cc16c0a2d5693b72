// SPDX-License-Identifier: MIT
#include "nlp/lexicon.hpp"

#include "tests/support/catch.hpp"

namespace actant {
namespace {

const std::vector<std::string_view> tags = {"NOUN", "VERB"};

/// The lemma of a form with a tag, "" if there is none.
std::string_view lemma(const LemmaLexicon& lexicon, std::string_view form, std::size_t tag) {
  const auto entry = lexicon.find(lexicon.find(form), tag);
  return entry ? lexicon.lemma(*entry) : std::string_view();
}

}  // namespace

TEST_CASE("a lexicon finds the lemma of a form with a tag") {
  const std::vector<std::string_view> lines = {
      "saw\tVERB\tsee", "said\tVERB\tsay", "saw\tNOUN\tsaw", "said\tVERB\tother",
      "men\tPRON\tman", "broken",          "broken\tNOUN"};
  const LemmaLexicon lexicon(lines, tags);
  CHECK(lemma(lexicon, "saw", 0) == "saw");
  CHECK(lemma(lexicon, "saw", 1) == "see");
  CHECK(lemma(lexicon, "said", 1) == "say");
  CHECK(lemma(lexicon, "said", 0).empty());
  CHECK(lemma(lexicon, "Said", 1).empty());
  CHECK(lemma(lexicon, "men", 0).empty());
  CHECK(lexicon.size() == 4);
}

TEST_CASE("edit scripts make lemmas") {
  CHECK(apply_script("l0+", "Houses") == "houses");
  CHECK(apply_script("l1+", "Houses") == "house");
  CHECK(apply_script("l3+e", "Making") == "make");
  CHECK(apply_script("k1+", "Balkans") == "Balkan");
  CHECK(apply_script("wbe", "Were") == "be");
  CHECK(apply_script("l2+", "é") == "");
  CHECK(apply_script("", "x") == "x");
}

}  // namespace actant
