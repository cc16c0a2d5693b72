// SPDX-License-Identifier: MIT
#include "export/rdf.hpp"

#include "base/utf8.hpp"
#include "tests/export/golden.hpp"
#include "tests/export/sample_graph.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

namespace actant {
namespace {

/// The lines of N-Quads.
std::set<std::string> quads(const KnowledgeGraph& graph) {
  std::istringstream in(written("nq", graph));
  std::set<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

/// True if a quad has that property.
bool states(const std::set<std::string>& lines, const std::string& property) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.compare(line.find(' ') + 1, property.size() + 2, "<" + property + ">") == 0;
  });
}

}  // namespace

TEST_CASE("N-Quads of the sample are as the golden file has them") {
  check_golden("sample.nq", written("nq", sample_graph()));
}

TEST_CASE("JSON-LD of the sample is as the golden file has it") {
  check_golden("sample.jsonld", written("jsonld", sample_graph()));
}

TEST_CASE("only what an article asserts itself is stated as a triple") {
  const auto lines = quads(sample_graph());
  const std::string verb = "https://w3id.org/actant/verb/";
  CHECK(states(lines, verb + "request"));
  CHECK(states(lines, verb + "send"));
  CHECK(states(lines, "https://schema.org/memberOf"));
  CHECK_FALSE(states(lines, verb + "guard"));
  CHECK_FALSE(states(lines, verb + "participate"));
}

TEST_CASE("the quads of a sum are the quads of its parts") {
  KnowledgeGraph first;
  first.add(DocumentRecord{std::string(64, 'a'), "a.txt", "A", {}, {}, "en"});
  KnowledgeGraph second;
  second.add(DocumentRecord{std::string(64, 'b'), "b.txt", {}, "2022-02-30", {}, "en"});
  Entity one;
  one.key = "person:ada berg";
  one.type = "Person";
  one.name = "Ada Berg";
  one.mentions = {{std::string(64, 'a'), {3, 6, 3, 6}}};
  first.add(one);
  one.name = "A. Berg";
  one.mentions = {{std::string(64, 'b'), {3, 9, 3, 9}}};
  second.add(one);
  auto parts = quads(first);
  parts.merge(quads(second));
  first.add(second);
  CHECK(quads(first) == parts);
}

TEST_CASE("every passage that is spoken of is described") {
  const std::string lines = written("nq", sample_graph());
  const std::string sentence = "<https://w3id.org/actant/ns#sentence> ";
  std::size_t links = 0;
  for (std::size_t at = lines.find(sentence); at != std::string::npos;
       at = lines.find(sentence, at + 1), ++links) {
    const std::size_t begin = at + sentence.size();
    const std::string passage = lines.substr(begin, lines.find('>', begin) + 1 - begin);
    CHECK(lines.find("\n" + passage + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>") !=
          std::string::npos);
  }
  CHECK(links > 0);
}

TEST_CASE("passages have their words when the sentence was kept") {
  KnowledgeGraph graph = sample_graph();
  Claim claim = graph.claims()[0];
  claim.predicate = "greet";
  claim.attestations.clear();
  Evidence evidence;
  evidence.document = std::string(64, 'a');
  evidence.sentence = {100, 112, 100, 113};
  evidence.range = {104, 107, 105, 108};
  evidence.quote = "abc\xC3\xBC def ghi";
  claim.evidence = {evidence};
  graph.add(claim);
  const std::string lines = written("nq", graph);
  const std::string passage = "<https://w3id.org/actant/document/" + std::string(64, 'a');
  CHECK(
      lines.find(passage + "#char=100,112> <http://www.w3.org/ns/prov#value> \"abc\xC3\xBC def") !=
      std::string::npos);
  CHECK(lines.find(passage + "#char=104,107> <http://www.w3.org/ns/prov#value> \" de\"") !=
        std::string::npos);
}

TEST_CASE("every line of hostile N-Quads is a quad of ASCII IRIs") {
  std::istringstream in(written("nq", hostile_graph()));
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    REQUIRE(is_valid_utf8(line));
    REQUIRE(line.front() == '<');
    REQUIRE(line.substr(line.size() - 3) == "> .");
    const std::size_t subject_end = line.find('>');
    for (std::size_t i = 1; i < subject_end; ++i) {
      REQUIRE(line[i] > 0x20);
      REQUIRE(std::string("<\"{}|\\^`").find(line[i]) == std::string::npos);
    }
    REQUIRE(line.compare(subject_end, 3, "> <") == 0);
  }
  CHECK(count > 100);
}

}  // namespace actant
