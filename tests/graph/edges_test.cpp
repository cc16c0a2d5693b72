// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"

#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

namespace actant {

TEST_CASE("a claim between two things is one edge") {
  CHECK(edges_of(claim("a", "guard", "b")) == std::vector<ClaimEdge>{{0, 1}});
}

TEST_CASE("recipients, destinations and the like make edges of their own, qualifiers do not") {
  Claim sent = claim("a", "send", "b");
  sent.participants.push_back({"place", EntityKey{"c"}});
  sent.participants.push_back({"recipient", EntityKey{"d"}});
  sent.participants.push_back({"destination", Literal{"the front", "text"}});
  CHECK(edges_of(sent) == std::vector<ClaimEdge>{{0, 1}, {0, 3}, {0, 4}, {1, 4}});
}

TEST_CASE("what is moved has edges to where it comes from and goes to, unless it is a literal") {
  Claim sent = claim("a", "send", "b");
  sent.participants.push_back({"origin", EntityKey{"c"}});
  CHECK(edges_of(sent) == std::vector<ClaimEdge>{{0, 1}, {0, 2}, {1, 2}});
  sent.participants[1].filler = Literal{"2.5 thousand", "quantity"};
  CHECK(edges_of(sent) == std::vector<ClaimEdge>{{0, 1}, {0, 2}});
}

TEST_CASE("each edge of a claim has its own words") {
  Claim sent = claim("a", "send", "b");
  sent.label = "will send";
  sent.participants.push_back({"destination", EntityKey{"c"}});
  sent.participants.push_back({"topic", EntityKey{"d"}});
  CHECK(edge_label(sent, {0, 1}) == "will send");
  CHECK(edge_label(sent, {1, 2}) == "will send to");
  CHECK(edge_label(sent, {0, 3}) == "will send (topic)");
  sent.label = "arrived from";
  CHECK(edge_label(sent, {0, 1}) == "arrived from");
  CHECK(edge_label(sent, {0, 2}) == "arrived to");
  sent.label = "to";
  CHECK(edge_label(sent, {0, 2}) == "to to");
}

TEST_CASE("without an entity at the start or an object there is no edge") {
  Claim lonely = claim("a", "resign", "b");
  lonely.participants.pop_back();
  CHECK(edges_of(lonely).empty());
  Claim literal = claim("a", "guard", "b");
  literal.participants[0].filler = Literal{"2.5 thousand", "quantity"};
  CHECK(edges_of(literal).empty());
}

}  // namespace actant
