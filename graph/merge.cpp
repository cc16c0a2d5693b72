// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"

#include <utility>

namespace actant {

KnowledgeGraph merge(KnowledgeGraph a, KnowledgeGraph b) {
  a.add(std::move(b));
  return a;
}

KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs) {
  KnowledgeGraph sum;
  for (KnowledgeGraph& graph : graphs) sum.add(std::move(graph));
  return sum;
}

}  // namespace actant
