// SPDX-License-Identifier: MIT
#include "export/parts.hpp"

#include "tests/support/catch.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace actant {
namespace {

Sketch drawn(std::size_t nodes, const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  Sketch made;
  made.nodes.resize(nodes);
  for (const auto& [from, to] : edges) {
    made.edges.emplace_back();
    made.edges.back().from = from;
    made.edges.back().to = to;
  }
  return made;
}

using Parts = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("loose nodes are parts of their own") {
  CHECK(connected_parts(drawn(3, {})) == Parts{{0}, {1}, {2}});
  CHECK(connected_parts(drawn(0, {})).empty());
}

TEST_CASE("edges connect in either direction, and sources come first") {
  CHECK(connected_parts(drawn(5, {{3, 0}, {0, 4}, {2, 2}})) == Parts{{3, 0, 4}, {1}, {2}});
  CHECK(connected_parts(drawn(4, {{1, 0}, {3, 2}, {2, 1}})) == Parts{{3, 1, 2, 0}});
}

}  // namespace actant
