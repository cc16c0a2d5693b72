// SPDX-License-Identifier: MIT
#include "ingest/verify.hpp"

#include "tests/support/catch.hpp"

#include <functional>

namespace actant {
namespace {

/// "Žas guards \xFF Kazakhstan." with the wrong byte repaired: behind it the text is two bytes
/// longer than the source.
Document article() {
  Document document;
  document.id = std::string(64, 'a');
  document.uri = "a.txt";
  document.text = "\xC5\xBD\x61s guards \xEF\xBF\xBD Kazakhstan.";
  document.shifts = {{15, 13}};
  return document;
}

Entity made(const std::string& key, const std::string& name, TextRange range) {
  Entity entity;
  entity.key = key;
  entity.type = "Person";
  entity.name = name;
  entity.mentions = {{article().id, range}};
  return entity;
}

constexpr TextRange zas{0, 3, 0, 4};
constexpr TextRange kazakhstan{13, 23, 14, 24};
constexpr TextRange sentence{0, 24, 0, 25};

struct Parts {
  DocumentRecord document;
  Entity subject;
  Entity object;
  Claim claim;
};

KnowledgeGraph graph_with(const std::function<void(Parts&)>& change) {
  Parts parts;
  parts.document.id = article().id;
  parts.document.uri = "a.txt";
  parts.subject = made("person:zas", "Stanislav \xC5\xBD\x61s", zas);
  parts.object = made("gpe:kazakhstan", "Kazakhstan", kazakhstan);
  parts.claim.predicate = "guard";
  parts.claim.label = "guards";
  parts.claim.participants = {{"agent", EntityKey{"person:zas"}},
                              {"patient", EntityKey{"gpe:kazakhstan"}}};
  parts.claim.evidence = {{article().id, {4, 23, 5, 24}, sentence}};
  change(parts);
  KnowledgeGraph graph;
  if (!parts.document.id.empty()) graph.add(parts.document);
  graph.add(parts.subject);
  graph.add(parts.object);
  graph.add(parts.claim);
  return graph;
}

std::vector<std::string> mismatches(const std::function<void(Parts&)>& change) {
  return verify(graph_with(change), std::vector{article()}).mismatches;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a graph that speaks of what its source says has no mismatch") {
  const Verification result = verify(graph_with([](Parts&) {}), std::vector{article()});
  CHECK(result == Verification{1, 2, 1, {}});
}

TEST_CASE("shifted code points or bytes are found") {
  CHECK(mismatches([](Parts& p) {
          p.object.mentions[0].range = {13, 23, 15, 25};
        }) == Lines{"n1 (Kazakhstan): mention at 13-23 of a.txt: bytes 15-25, but the words are at "
                    "14-24"});
  CHECK(mismatches([](Parts& p) { p.object.mentions[0].range.start = 12; }) ==
        Lines{"n1 (Kazakhstan): mention at 12-23 of a.txt: bytes 14-24, but the words are at "
              "13-24"});
  CHECK(mismatches([](Parts& p) { p.claim.evidence[0].range.byte_end = 23; }) ==
        Lines{"c1 (guards): evidence at 4-23 of a.txt: bytes 5-23, but the words are at 5-24"});
}

TEST_CASE("ranges outside the text and empty ones are found") {
  CHECK(mismatches([](Parts& p) { p.object.mentions[0].range.end = 99; }) ==
        Lines{"n1 (Kazakhstan): mention at 13-99 of a.txt: outside the text"});
  CHECK(mismatches([](Parts& p) {
          p.object.mentions[0].range = {13, 13, 14, 14};
        }) == Lines{"n1 (Kazakhstan): mention at 13-13 of a.txt: an empty range"});
}

TEST_CASE("a named entity must be named where it is mentioned") {
  CHECK(mismatches([](Parts& p) { p.object.name = "Armenia"; }) ==
        Lines{"n1 (Armenia): mentions in a.txt: none has a word of its names"});
  CHECK(mismatches([](Parts& p) {
          p.object.name = "Republic";
          p.object.aliases = {"Kazakh Republic"};
        }).empty());
  CHECK(mismatches([](Parts& p) {
          p.object.name = "the place";
          p.object.named = false;
        }).empty());
}

TEST_CASE("evidence must lie in its sentence") {
  CHECK(mismatches([](Parts& p) {
          p.claim.evidence[0].sentence = {4, 10, 5, 11};
        }) == Lines{"c1 (guards): evidence at 4-23 of a.txt: outside its sentence"});
}

TEST_CASE("a quote must be what the source says") {
  CHECK(mismatches([](Parts& p) { p.claim.evidence[0].quote = article().text; }).empty());
  CHECK(mismatches([](Parts& p) { p.claim.evidence[0].quote = "Zas guards nothing."; }) ==
        Lines{"c1 (guards): evidence at 4-23 of a.txt: the quote is not what the source says"});
}

TEST_CASE("a source that changed or is missing is found") {
  Document changed = article();
  changed.id = std::string(64, 'c');
  const Lines expected = {"a.txt: no source with the SHA-256 " + article().id};
  CHECK(verify(graph_with([](Parts&) {}), std::vector{changed}).mismatches == expected);
  CHECK(verify(graph_with([](Parts&) {}), {}).mismatches == expected);
}

TEST_CASE("a document that the graph does not list is found") {
  const Lines found = mismatches([](Parts& p) { p.document.id.clear(); });
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "n1 (Kazakhstan): mention: the graph lists no document " + article().id);
}

TEST_CASE("a claim without an edge goes by its hash") {
  const Lines found = mismatches([](Parts& p) {
    p.claim.participants.pop_back();
    p.claim.evidence[0].range.end = 99;
  });
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("claim "));
}

}  // namespace actant
