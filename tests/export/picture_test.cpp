// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"
#include "export/exporter.hpp"
#include "export/sketch.hpp"
#include "tests/export/golden.hpp"
#include "tests/export/sample_graph.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Fails unless elements nest and close and no bare markup stands in text or attributes.
void require_well_formed(const std::string& xml) {
  REQUIRE(is_valid_utf8(xml));
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    if (xml.compare(at, 4, "<!--") == 0) {
      at = xml.find("-->", at);
      REQUIRE(at != std::string::npos);
      continue;
    }
    const std::size_t end = xml.find('>', at);
    REQUIRE(end != std::string::npos);
    const std::string tag = xml.substr(at + 1, end - at - 1);
    REQUIRE_FALSE(contains(tag, "<"));
    if (tag[0] == '?' || tag[0] == '!') continue;
    if (tag[0] == '/') {
      REQUIRE_FALSE(open.empty());
      REQUIRE(open.back() == tag.substr(1));
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(tag.substr(0, tag.find_first_of(" \n")));
    }
  }
  REQUIRE(open.empty());
}

const SketchEdge* find_edge(const Sketch& drawn, const std::string& from, const std::string& to) {
  for (const SketchEdge& edge : drawn.edges) {
    if (drawn.nodes[edge.from].name == from && drawn.nodes[edge.to].name == to) return &edge;
  }
  return nullptr;
}

const SketchNode* find_node(const Sketch& drawn, const std::string& name) {
  for (const SketchNode& node : drawn.nodes) {
    if (node.name == name) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("DOT of the sample is as the golden file has it") {
  check_golden("sample.dot", written("dot", sample_graph()));
}

TEST_CASE("a sketch shows claims between entities as edges, who says so, and what is denied") {
  const Sketch drawn = sketch(sample_graph(), 100);
  const SketchEdge* guard = find_edge(drawn, "the observers", "bridges over the river");
  REQUIRE(guard != nullptr);
  CHECK_FALSE(guard->fact);
  CHECK_FALSE(guard->standing);
  REQUIRE(guard->lines.size() == 1);
  CHECK(guard->lines[0].text == "will guard");
  CHECK(guard->lines[0].said_by == "Berg");
  CHECK(contains(guard->tooltip, "Old Harbour"));
  const SketchEdge* join = find_edge(drawn, "the observers", "protests");
  REQUIRE(join != nullptr);
  CHECK(join->polarity == Polarity::negative);
  const SketchEdge* member = find_edge(drawn, "Freedonia", "Northern Alliance");
  REQUIRE(member != nullptr);
}

TEST_CASE("claims about one entity are notes in its node") {
  const Sketch drawn = sketch(sample_graph(), 100);
  const SketchNode* ada = find_node(drawn, "Ada Berg");
  REQUIRE(ada != nullptr);
  REQUIRE(ada->notes.size() == 2);
  CHECK((ada->notes[0].text == "resigned" || ada->notes[1].text == "resigned"));
  CHECK((ada->notes[0].text == "Secretary General" || ada->notes[1].text == "Secretary General"));
}

TEST_CASE("an entity that only qualifies a claim hangs on its subject") {
  const Sketch drawn = sketch(sample_graph(), 100);
  const SketchEdge* place = find_edge(drawn, "the observers", "Old Harbour");
  REQUIRE(place != nullptr);
  CHECK(place->lines[0].text == "will guard in");
}

TEST_CASE("the same claim drawn twice is one line; different claims share an edge") {
  KnowledgeGraph graph = sample_graph();
  const auto connections = sketch(graph, 100).edges.size();
  Claim again = graph.claims()[0];
  for (const Claim& claim : graph.claims()) {
    if (claim.predicate == "request") again = claim;
  }
  again.predicate = "beg";
  again.label = "begged";
  graph.add(again);
  again.time = "2022-01-07";
  graph.add(again);
  const Sketch drawn = sketch(graph, 100);
  CHECK(drawn.edges.size() == connections);
  bool found = false;
  for (const SketchEdge& edge : drawn.edges) {
    if (edge.lines.size() == 2 && edge.lines[0].text != edge.lines[1].text) found = true;
  }
  CHECK(found);
}

TEST_CASE("a picture of too much shows the most connected, and says so") {
  const Sketch drawn = sketch(sample_graph(), 3);
  REQUIRE(drawn.nodes.size() == 3);
  CHECK(find_node(drawn, "the observers") != nullptr);
  CHECK(contains(drawn.subtitle, "the 3 most connected of 9 entities"));
}

TEST_CASE("SVG is well-formed, titled, and has classes and tooltips") {
  const std::string svg = written("svg", sample_graph());
  require_well_formed(svg);
  CHECK(contains(svg, "<title>2 articles</title>"));
  CHECK(contains(svg, "<desc>Knowledge graph: 9 entities"));
  CHECK(contains(svg, "class=\"node person named\""));
  CHECK(contains(svg, "class=\"node group described\""));
  CHECK(contains(svg, "class=\"edge event negative\""));
  CHECK(contains(svg, "take part in"));
  CHECK(contains(svg, "says Berg"));
  CHECK(contains(svg, "<title>the observers \xE2\x80\x93 NOT: take part in"));
  const std::string hostile = written("svg", hostile_graph());
  require_well_formed(hostile);
  CHECK_FALSE(contains(hostile, "<script"));
  CHECK(contains(hostile, ">back\\slash\\N\\G\\<"));
  require_well_formed(written("svg", KnowledgeGraph()));
}

TEST_CASE("PNG and PDF are what they say") {
  CHECK(written("png", sample_graph()).substr(1, 3) == "PNG");
  CHECK(written("pdf", sample_graph()).substr(0, 5) == "%PDF-");
}

}  // namespace actant
