// SPDX-License-Identifier: MIT
#include "export/parts.hpp"

#include <algorithm>
#include <numeric>

namespace actant {

std::vector<std::vector<std::size_t>> connected_parts(const Sketch& sketch) {
  std::vector<std::size_t> root(sketch.nodes.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&root](std::size_t node) {
    while (root[node] != node) node = root[node] = root[root[node]];
    return node;
  };
  std::vector<int> flow(sketch.nodes.size(), 0);  // edges out less edges in
  for (const SketchEdge& edge : sketch.edges) {
    const std::size_t a = find(edge.from);
    const std::size_t b = find(edge.to);
    root[std::max(a, b)] = std::min(a, b);
    ++flow[edge.from];
    --flow[edge.to];
  }
  std::vector<std::vector<std::size_t>> parts(sketch.nodes.size());
  for (std::size_t i = 0; i < sketch.nodes.size(); ++i) parts[find(i)].push_back(i);
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const auto& p) { return p.empty(); }),
              parts.end());
  for (auto& part : parts) {
    std::stable_sort(part.begin(), part.end(),
                     [&](std::size_t a, std::size_t b) { return flow[a] > flow[b]; });
  }
  return parts;
}

}  // namespace actant
