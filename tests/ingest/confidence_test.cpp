// SPDX-License-Identifier: MIT
#include "ingest/confidence.hpp"

#include "base/error.hpp"
#include "ingest/claim_features.hpp"
#include "tests/ingest/reading_text.hpp"
#include "tests/support/catch.hpp"

namespace actant {
namespace {

const std::string small =
    "claim\tbias\t0\n"
    "claim\torigin=good\t1000\n"
    "claim\torigin=bad\t-3000\n"
    "tuple\tbias\t500\n"
    "logistic\t-2000\t1000\n"
    "logistic\t0\t5000\n"
    "logistic\t2000\t9000\n";

std::string complaint(const std::string& text) {
  try {
    const ConfidenceModel model(text, "c.tsv");
  } catch (const std::exception& error) {
    return error.what();
  }
  return "none";
}

TEST_CASE("features add up, and the knots turn the sum into a probability") {
  const ConfidenceModel model(small, "c.tsv");
  CHECK(model.rate(Extraction::claim, "") == 0.5);
  CHECK(model.rate(Extraction::claim, "type=MOVE origin=good") == 0.7);
  CHECK(model.rate(Extraction::claim, "origin=good origin=good") == 0.9);
  CHECK(model.rate(Extraction::claim, "origin=bad") == 0.1);
  CHECK(model.rate(Extraction::tuple, "origin=bad") == 0.6);
}

TEST_CASE("mistakes in a confidence file are told with their place") {
  CHECK(complaint("verb\tbias\t0\n") == "c.tsv:1:1: expected claim, tuple or logistic");
  CHECK(complaint("claim\tbias\tmuch\n") ==
        "c.tsv:1:12: expected a whole number from -1000000 to 1000000");
  CHECK(complaint("logistic\t0\t10000\n") == "c.tsv:1:12: expected a whole number from 1 to 9999");
  CHECK(complaint("logistic\t0\t5000\nlogistic\t0\t6000\n") ==
        "c.tsv:2:10: expected a greater score than in the line before");
  CHECK(complaint("claim\tbias\t0\n") ==
        "c.tsv: expected a bias for claim and for tuple, and two lines of logistic");
}

TEST_CASE("lengths fall into classes") {
  std::string features;
  for (const std::uint32_t length : {0U, 3U, 5U, 6U, 31U, 900U}) add_length(features, "n", length);
  CHECK(features == "n=0 n=3 n=4-5 n=6-8 n=31+ n=31+");
}

TEST_CASE("a claim is described by its rule, its paths and its ends") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "plans plan VERB VBZ 0 root\n"
      "to to PART TO 4 mark\n"
      "attack attack VERB VB 2 xcomp\n"
      "towns town NOUN NNS 4 obj\n");
  REQUIRE(text.claims().size() == 1);
  std::string features;
  describe_claim(text.analysis, text.entities, text.claims()[0], features);
  features = " " + features + " ";
  for (const char* const expected :
       {" origin=verb-object ", " modality=future ", " clause=xcomp ", " depth=1 ",
        " from-path=<xcomp>nsubj ", " to-path=>obj ", " from-kind=name ", " to-kind=noun ",
        " from-type=GeopoliticalEntity ", " between=4-5 ", " stop=no "}) {
    INFO(expected);
    CHECK(features.find(expected) != std::string::npos);
  }
}

}  // namespace
}  // namespace actant
