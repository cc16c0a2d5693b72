// SPDX-License-Identifier: MIT
#include "nlp/features.hpp"

#include "tests/support/catch.hpp"

namespace actant {

TEST_CASE("the normal form lowers case, hides digits and plain marks") {
  CHECK(normal_form("ÉCOLE’s 1999–ŽŁ") == "école's 0000-žł");
  CHECK(normal_form("“Ünal”") == "\"ünal\"");
}

TEST_CASE("of a long word the front and the end are kept") {
  CHECK(normal_form(std::string(50, 'x') + "tail") == std::string(28, 'x') + "tail");
  const std::string front(24, 'a');
  CHECK(normal_form(front + std::string(100000, 'b') + "cccccccc") == front + "cccccccc");
}

TEST_CASE("a word has nine affix features and its n-grams") {
  WordFeatures features;
  features.compute("of", 1024);
  CHECK(features.norm == "of");
  CHECK(features.affixes.size() == 9);
  CHECK(features.ngrams.size() == 3);  // ^of of$ ^of$
  features.compute("I", 1024);
  CHECK(features.affixes.size() == 9);
  CHECK(features.ngrams.size() == 1);
  for (const std::uint32_t row : features.affixes) CHECK(row < 1024);
}

TEST_CASE("words that differ in case share all features but the shape") {
  WordFeatures upper;
  WordFeatures lower;
  upper.compute("London", 1U << 16U);
  lower.compute("london", 1U << 16U);
  CHECK(upper.ngrams == lower.ngrams);
  CHECK(upper.affixes[0] != lower.affixes[0]);
  upper.affixes.erase(upper.affixes.begin());
  lower.affixes.erase(lower.affixes.begin());
  CHECK(upper.affixes == lower.affixes);
}

TEST_CASE("any bytes have features") {
  WordFeatures features;
  for (const std::string word : {"", "\xFF\xFE", "a\xE2\x82", "\xF0\x9F\x98\x80"}) {
    features.compute(word, 64);
    CHECK(features.affixes.size() == 9);
  }
}

}  // namespace actant
