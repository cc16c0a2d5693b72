// SPDX-License-Identifier: MIT
#include "graph/claim.hpp"

#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

#include <functional>
#include <set>
#include <vector>

namespace actant {

TEST_CASE("all that identifies a claim changes its id") {
  const std::vector<std::function<void(Claim&)>> changes = {
      [](Claim&) {},
      [](Claim& c) { c.predicate = "ask"; },
      [](Claim& c) { c.type = "REQUEST"; },
      [](Claim& c) { c.polarity = Polarity::negative; },
      [](Claim& c) { c.modality = Modality::future; },
      [](Claim& c) { c.attributed_to = "a"; },
      [](Claim& c) {
        c.attributed_to = "a";
        c.attributed_via = {"b"};
      },
      [](Claim& c) { c.time = "a"; },
      [](Claim& c) { c.participants[0].role = "patient"; },
      [](Claim& c) { c.participants[1].filler = EntityKey{"c"}; },
      [](Claim& c) {
        c.participants[1].filler = Literal{"b", ""};
      },
      [](Claim& c) {
        c.participants[1].filler = Literal{"b", "text"};
      },
      [](Claim& c) { std::swap(c.participants[0], c.participants[1]); },
      [](Claim& c) {
        c.participants.push_back({"place", EntityKey{"b"}});
      },
      [](Claim& c) { c.participants.pop_back(); },
  };
  std::set<std::string> ids;
  for (const auto& change : changes) {
    Claim changed = claim("a", "guard", "b");
    change(changed);
    const std::string id = claim_id(changed);
    CHECK(id.size() == 64);
    ids.insert(id);
  }
  CHECK(ids.size() == changes.size());
}

TEST_CASE("label, confidence, origin and evidence do not change the id") {
  const Claim first = claim("a", "guard", "b");
  Claim second = claim("a", "guard", "b", 77);
  second.label = "will guard";
  second.confidence = 0.1;
  second.origin = "another rule";
  CHECK(claim_id(first) == claim_id(second));
}

TEST_CASE("fields that run into each other do not give the same id") {
  Claim first = claim("a", "guard", "b");
  Claim second = first;
  first.attributed_to = "xy";
  first.time = "z";
  second.attributed_to = "x";
  second.time = "yz";
  CHECK(claim_id(first) != claim_id(second));
}

TEST_CASE("the order of further participants and repetitions do not change the id") {
  Claim first = claim("a", "send", "b");
  Claim second = first;
  first.participants.push_back({"place", EntityKey{"c"}});
  first.participants.push_back({"time", Literal{"Monday", "date"}});
  second.participants.push_back({"time", Literal{"Monday", "date"}});
  second.participants.push_back({"place", EntityKey{"c"}});
  second.participants.push_back({"place", EntityKey{"c"}});
  CHECK(claim_id(first) == claim_id(second));
}

TEST_CASE("the id of a claim never changes between versions") {
  CHECK(claim_id(claim("a", "guard", "b")) ==
        "50cc4576a15f5b9efeddbb12fa0ce6c53fa942f3ed1b3d70b81cebabe6a147ec");
}

}  // namespace actant
