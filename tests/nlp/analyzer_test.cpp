// SPDX-License-Identifier: MIT
#include "nlp/analyzer.hpp"

#include "base/error.hpp"
#include "nlp/conllu.hpp"
#include "nlp/kernels.hpp"
#include "tests/nlp/model_writer.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <random>
#include <sstream>

namespace actant {
namespace {

const std::string article =
    "The company said on Monday that it doesn't plan to buy Acme Inc.\n\n"
    "\"We cannot comment,\" Mr. Smith told the U.S. newspaper. Nobody, it's said, knows why!";

std::string conllu(const Analysis& analysis, std::string_view text) {
  std::ostringstream out;
  write_conllu(analysis, text, out);
  return out.str();
}

/// Sentences cover all tokens in order, each with one root that every word reaches.
void check_well_formed(const Analysis& analysis, std::size_t text_size) {
  std::uint32_t next = 0;
  for (const Sentence& s : analysis.sentences) {
    REQUIRE(s.begin == next);
    REQUIRE(s.end > s.begin);
    next = s.end;
    REQUIRE(s.span.end <= text_size);
    std::size_t roots = 0;
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      const Token& token = analysis.tokens[t];
      REQUIRE(s.span.contains(token.span));
      REQUIRE(token.lemma.valid());
      REQUIRE((token.deprel == DepRel::root) == (token.head == no_head));
      roots += token.head == no_head ? 1U : 0U;
      std::uint32_t at = t;
      for (std::uint32_t steps = s.begin; at != no_head && steps <= s.end; ++steps) {
        REQUIRE(at >= s.begin);
        REQUIRE(at < s.end);
        at = analysis.tokens[at].head;
      }
      REQUIRE(at == no_head);
    }
    REQUIRE(roots == 1);
  }
  REQUIRE(next == analysis.tokens.size());
  for (const Name& name : analysis.names) {
    CHECK(name.begin < name.end);
    CHECK(name.end <= analysis.tokens.size());
  }
}

struct Fixture {
  TemporaryFile file{random_model(11)};
  Analyzer analyzer{file.path()};
  Workspace scratch;
};

}  // namespace

TEST_CASE("every instruction set gives the same analysis") {
  const TemporaryFile file(random_model(4, "CRCR"));
  std::string expected;
  for (const auto set : {Instructions::scalar, Instructions::avx2, Instructions::avx512_vnni}) {
    const Kernels* const chosen = kernels(set);
    if (chosen == nullptr) continue;
    const Analyzer analyzer(file.path(), *chosen);
    Workspace scratch;
    const std::string now = conllu(analyzer.analyze(article, scratch), article);
    if (expected.empty()) expected = now;
    CHECK(now == expected);
  }
  CHECK(expected.find("\tdoesn't\t") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a text is analysed the same after other texts") {
  const std::string first = conllu(analyzer.analyze(article, scratch), article);
  static_cast<void>(analyzer.analyze("Something else entirely, of another length.", scratch));
  CHECK(conllu(analyzer.analyze(article, scratch), article) == first);
  Workspace fresh;
  CHECK(conllu(analyzer.analyze(article, fresh), article) == first);
}

TEST_CASE_METHOD(Fixture, "given tokens and sentences are kept") {
  const Analysis whole = analyzer.analyze(article, scratch);
  ConlluDocument given = read_conllu(conllu(whole, article), "given");
  const std::vector<Sentence> sentences = given.analysis.sentences;
  analyzer.annotate(given.analysis, scratch);
  CHECK(given.analysis.sentences == sentences);
  CHECK(conllu(given.analysis, given.text) == conllu(whole, article));
}

TEST_CASE_METHOD(Fixture, "an empty text has an empty analysis") {
  CHECK(analyzer.analyze("", scratch).tokens.empty());
  CHECK(analyzer.analyze(" \n\n ", scratch).sentences.empty());
  Analysis nothing;
  analyzer.annotate(nothing, scratch);
  CHECK(nothing.tokens.empty());
}

TEST_CASE_METHOD(Fixture, "any bytes give well-formed trees") {
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    const std::size_t size = random() % 300;
    for (std::size_t i = 0; i < size; ++i) {
      text += random() % 3 == 0 ? static_cast<char>(random()) : "ab. ,'\n"[random() % 7];
    }
    check_well_formed(analyzer.analyze(text, scratch), text.size());
  }
}

TEST_CASE_METHOD(Fixture, "a text without a full stop is cut into sentences of bounded length") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "word" + std::to_string(i % 7) + " ";
  const Analysis analysis = analyzer.analyze(text, scratch);
  check_well_formed(analysis, text.size());
  for (const Sentence& s : analysis.sentences) CHECK(s.end - s.begin <= 260);
}

TEST_CASE_METHOD(Fixture, "a given sentence of any length stays one tree") {
  Analysis given;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    Token token;
    token.span = {2 * i, 2 * i + 1};
    token.form = given.strings.intern(std::string(1, static_cast<char>('a' + i % 26)));
    given.tokens.push_back(token);
  }
  given.sentences.push_back({0, 1000, {0, 1999}, true});
  analyzer.annotate(given, scratch);
  check_well_formed(given, 1999);
}

TEST_CASE_METHOD(Fixture, "one endless word is no trouble") {
  const std::string text(1U << 20U, 'x');
  check_well_formed(analyzer.analyze(text, scratch), text.size());
}

TEST_CASE("a model that does not exist is an error") {
  CHECK_THROWS_AS(Analyzer("/nonexistent/english.actm"), Error);
}

}  // namespace actant
