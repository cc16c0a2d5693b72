// SPDX-License-Identifier: MIT
#include "nlp/conllu.hpp"

#include "base/error.hpp"
#include "tests/support/catch.hpp"

#include <sstream>

namespace actant {
namespace {

const std::string sample =
    "# newpar\n"
    "# sent_id = 1\n"
    "# text = Ada Lovelace doesn't sleep.\n"
    "1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tNE=B-Person\n"
    "2\tLovelace\tLovelace\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tNE=I-Person\n"
    "3-4\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tdoes\tdo\tAUX\tVBZ\tMood=Ind|Number=Sing\t5\taux\t_\t_\n"
    "4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_\n"
    "5\tsleep\tsleep\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n"
    "\n"
    "# sent_id = 2\n"
    "# text = Go.\n"
    "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n";

std::string written(const ConlluDocument& document) {
  std::ostringstream out;
  write_conllu(document.analysis, document.text, out);
  return out.str();
}

std::string message(const std::string& bytes) {
  try {
    static_cast<void>(read_conllu(bytes, "x.conllu"));
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

std::string line(const std::string& id, const std::string& head, const std::string& misc = "_") {
  return id + "\tw\t_\tX\t_\t_\t" + head + "\tdep\t_\t" + misc + "\n";
}

}  // namespace

TEST_CASE("what was read is written as it was") {
  CHECK(written(read_conllu(sample, "s")) == sample);
}

TEST_CASE("the text is rebuilt and spans point into it") {
  const ConlluDocument document = read_conllu(sample, "s");
  CHECK(document.text == "Ada Lovelace doesn't sleep.\nGo.");
  const auto& tokens = document.analysis.tokens;
  REQUIRE(tokens.size() == 8);
  CHECK(slice(document.text, tokens[3].span) == "n't");
  CHECK(tokens[2].joined);
  CHECK(tokens[0].head == 4);
  CHECK(tokens[4].head == no_head);
  CHECK(tokens[7].head == 6);
  CHECK(document.analysis.names == std::vector<Name>{{0, 2, NameType::person}});
  REQUIRE(document.analysis.sentences.size() == 2);
  CHECK(document.analysis.sentences[0].paragraph_start);
  CHECK_FALSE(document.analysis.sentences[1].paragraph_start);
}

TEST_CASE("Windows line ends, empty nodes and a missing last blank line are taken") {
  const ConlluDocument document = read_conllu(
      line("1", "0") + "1.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_\r\n" + "2\tb\t_\tX\t_\t_\t1\tdep\t_\t_\r",
      "s");
  CHECK(document.analysis.tokens.size() == 2);
  CHECK(document.text == "w b");
}

TEST_CASE("nothing has no sentences") { CHECK(read_conllu("", "s").analysis.sentences.empty()); }

TEST_CASE("a byte order mark is no part of the first line") {
  CHECK(written(read_conllu("\xEF\xBB\xBF" + sample, "s")) == sample);
}

TEST_CASE("malformed lines are named with their place") {
  CHECK(message("1\tw\n").starts_with("x.conllu:1:3: "));
  CHECK(message(line("1", "0") + line("3", "1")).starts_with("x.conllu:2:1: '3' as a word number"));
  CHECK(message(line("1", "7")).starts_with("x.conllu:1:13: '7' as a head"));
  CHECK(message(line("1", "x")).starts_with("x.conllu:1:13: 'x' as a head"));
  CHECK(message(line("1-0", "0")).starts_with("x.conllu:1:1: '1-0' as a range"));
  CHECK(message(line("1-2", "_") + line("1", "0") + "\n").find("range without all") !=
        std::string::npos);
  CHECK(message(line("1", "0", "NE=B-Dragon")).find("'B-Dragon' as a name") != std::string::npos);
  CHECK(message("1\t\t_\tX\t_\t_\t0\troot\t_\t_\n").find("empty form") != std::string::npos);
}

TEST_CASE("damaged input only ever throws an input error") {
  for (std::size_t at = 0; at < sample.size(); ++at) {
    for (const char byte : {'\t', '\n', '-', '9', '\0', '\xFF'}) {
      std::string damaged = sample;
      damaged[at] = byte;
      try {
        const ConlluDocument document = read_conllu(damaged, "s");
        CHECK(written(document).size() > 20);
      } catch (const InputError& error) {
        CHECK(error.where().line > 0);
      }
    }
  }
}

}  // namespace actant
