// SPDX-License-Identifier: MIT
#include "nlp/tokenizer.hpp"

#include "base/error.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <string>

namespace actant {
namespace {

struct Result {
  Analysis analysis;
  std::vector<std::uint32_t> paragraphs;
};

Result tokenized(std::string_view text) {
  const TokenizerLists lists{{"mr.", "inc.", "u.s."},
                             {"e-mail", "at&t"},
                             {"non", "pre"},
                             {"cannot\t3 3", "dont\t2 2", "dunno\t2 1 2"}};
  Result result;
  Tokenizer(lists).tokenize(text, result.analysis, result.paragraphs);
  return result;
}

/// Forms parted by blanks; "|" between the words of one surface token.
std::string words(std::string_view text) {
  const Result result = tokenized(text);
  std::string out;
  for (const Token& token : result.analysis.tokens) {
    out += std::string(result.analysis.strings.view(token.form)) + (token.joined ? "|" : " ");
  }
  if (!out.empty()) out.pop_back();
  return out;
}

void check_invariants(std::string_view text) {
  const Result result = tokenized(text);
  std::uint32_t end = 0;
  for (const Token& token : result.analysis.tokens) {
    REQUIRE(token.span.begin >= end);
    REQUIRE(token.span.begin < token.span.end);
    REQUIRE(token.span.end <= text.size());
    end = token.span.end;
  }
  for (const std::uint32_t at : result.paragraphs) CHECK(at <= result.analysis.tokens.size());
}

}  // namespace

TEST_CASE("punctuation parts from words") {
  CHECK(words("\"Stop,\" he said (twice).") == "\" Stop , \" he said ( twice ) .");
  CHECK(words("Why?! Well... yes!!!") == "Why ?! Well ... yes !!!");
  CHECK(words("“So”—and ‘thus’") == "“ So ” — and ‘ thus ’");
}

TEST_CASE("a changed letter in brackets belongs to its word") {
  CHECK(words("\"[W]e must\", [h]e said") == "\" We must \" , he said");
  CHECK(words("[I]t's [w]e'll") == "It|'s we|'ll");
  CHECK(words("[sic] [a] [1]st [The] [x]") == "[ sic ] [ a ] [ 1 ] st [ The ] [ x ]");
  const Result result = tokenized("so [W]e.");
  REQUIRE(result.analysis.tokens.size() == 3);
  CHECK(result.analysis.tokens[1].span == Span{3, 7});
}

TEST_CASE("contractions are two words of one token") {
  CHECK(words("I don't") == "I do|n't");
  CHECK(words("He’s John's") == "He|’s John|'s");
  CHECK(words("They'll say we've won.") == "They|'ll say we|'ve won .");
  CHECK(words("cannot") == "can|not");
  CHECK(words("I dunno, Dont ask.") == "I du|n|no , Do|nt ask .");
  CHECK(words("'em ’twas '90s") == "'em ’twas '90s");
}

TEST_CASE("an apostrophe behind a plural is a genitive unless it closes a quotation") {
  CHECK(words("the states' rights.") == "the states|' rights .");
  CHECK(words("the parents’, too") == "the parents|’ , too");
  CHECK(words("the 'united states' rights") == "the ' united states ' rights");
  CHECK(words("the 'united states', all states' rights") ==
        "the ' united states ' , all states|' rights");
  CHECK(words("'Go now'") == "' Go now '");
  CHECK(words("an 'open quotation\n\nthe states' rights") ==
        "an ' open quotation the states|' rights");
}

TEST_CASE("listed words are whole and listed prefixes keep their hyphen") {
  CHECK(words("E-mail AT&T's non-profit, pre-war anti-war.") ==
        "E-mail AT&T|'s non-profit , pre-war anti - war .");
  CHECK(words("a T-shirt, X-rays") == "a T-shirt , X-rays");
}

TEST_CASE("a multiword with wrong lengths is an error") {
  for (const std::string_view line : {"dont\t2 3", "dont\t4", "dont", "dont\t4 0", "dont\tx 4"}) {
    CHECK_THROWS_AS(Tokenizer({{}, {}, {}, {line}}), Error);
  }
}

TEST_CASE("abbreviations, initials and numbers keep their stops") {
  CHECK(words("Mr. Smith of Acme Inc. left.") == "Mr. Smith of Acme Inc. left .");
  CHECK(words("the U.S. grew 1,234.5 in 2021.") == "the U.S. grew 1,234.5 in 2021 .");
  CHECK(words("George W. Bush") == "George W. Bush");
}

TEST_CASE("hyphens and slashes part words, not dates") {
  CHECK(words("Moscow-led and/or") == "Moscow - led and / or");
  CHECK(words("on 9/11/2001") == "on 9/11/2001");
  CHECK(words("2021-03-04 or 555-1234, 1914-1918") == "2021-03-04 or 555-1234 , 1914 - 1918");
}

TEST_CASE("addresses stay whole") {
  CHECK(words("see http://a.org/x?y=1, or me@b.com.") == "see http://a.org/x?y=1 , or me@b.com .");
  CHECK(words("\"Ann\"<a.b@c.de>") == "\" Ann \" < a.b@c.de >");
}

TEST_CASE("currency and percent signs are words") { CHECK(words("$5 or 10%") == "$ 5 or 10 %"); }

TEST_CASE("entities, whole or broken, are the mark they mean") {
  const std::string text = "war & mdash; peace";
  const Result result = tokenized(text);
  REQUIRE(result.analysis.tokens.size() == 3);
  const Token& dash = result.analysis.tokens[1];
  CHECK(result.analysis.strings.view(dash.form) == "—");
  CHECK(slice(text, dash.span) == "& mdash;");
}

TEST_CASE("spans and space_after say where words stand") {
  const std::string text = "  Hi, you.\n";
  const Result result = tokenized(text);
  const auto& tokens = result.analysis.tokens;
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].span == Span{2, 4});
  CHECK_FALSE(tokens[0].space_after);
  CHECK(tokens[1].space_after);
  CHECK_FALSE(tokens[2].space_after);
  CHECK(tokens[3].space_after);
}

TEST_CASE("paragraphs start after blank lines") {
  const Result result = tokenized("One two.\nThree.\n\nFour.");
  CHECK(result.paragraphs == std::vector<std::uint32_t>{0, 5});
}

TEST_CASE("paragraphs do not depend on how lines end") {
  const std::string line(119, 'x');
  for (const std::string end : {"\n", "\r\n", "\r", "\f", "\u0085", "\u2028"}) {
    CHECK(tokenized("One." + end + "Two." + end + end + "Three.").paragraphs ==
          std::vector<std::uint32_t>{0, 4});
    CHECK(tokenized(line + end + "Two.").paragraphs == std::vector<std::uint32_t>{0});
    CHECK(tokenized(line + "x" + end + "Two.").paragraphs == std::vector<std::uint32_t>{0, 1});
  }
  CHECK(tokenized("One.\u2029Two.").paragraphs == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("no text has no tokens") {
  CHECK(words("").empty());
  CHECK(words(" \n\t\xC2\xA0 ").empty());
}

TEST_CASE("any bytes give ordered spans inside the text") {
  std::mt19937 random(5);
  const std::string_view alphabet = "aZ1 .,'-/&;:@<>()\n$%\"`\xE2\x80\x99\xFF\xC3\0x";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) text += alphabet[random() % alphabet.size()];
    check_invariants(text);
  }
}

TEST_CASE("long runs of anything take linear time") {
  constexpr std::size_t size = 1U << 20U;
  for (const std::string unit : {"a", ".", "'", "`'", "a.", "1/", "-", "a-", "a@b.<", "&", ":)",
                                 "http://", "\xF0\x9F\x98\x80", "\xFF", "a'"}) {
    std::string text;
    while (text.size() < size) text += unit;
    INFO(unit);
    check_invariants(text);
  }
}

}  // namespace actant
