// SPDX-License-Identifier: MIT
#include "graph/statistics.hpp"

#include "graph/adjacency.hpp"

#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace actant {
namespace {

/// Each relation in both directions, without loops.
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Symmetric = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

template <typename Graph>
Graph copy_of(const AdjacencyGraph& graph) {
  Graph copy(boost::num_vertices(graph));
  const auto [first, last] = boost::edges(graph);
  for (auto edge = first; edge != last; ++edge) {
    const auto from = boost::source(*edge, graph);
    const auto to = boost::target(*edge, graph);
    boost::add_edge(from, to, copy);
    if constexpr (std::is_same_v<Graph, Symmetric>) boost::add_edge(to, from, copy);
  }
  return copy;
}

std::vector<std::size_t> component_sizes(const AdjacencyGraph& graph) {
  const auto undirected = copy_of<Undirected>(graph);
  std::vector<std::size_t> component(boost::num_vertices(graph));
  const auto count = boost::connected_components(
      undirected, boost::make_iterator_property_map(component.begin(),
                                                    boost::get(boost::vertex_index, undirected)));
  std::vector<std::size_t> sizes(count);
  for (const std::size_t c : component) ++sizes[c];
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  return sizes;
}

/// Six decimals, so that no difference between processors in the last bits shows.
std::vector<double> page_ranks(const AdjacencyGraph& graph) {
  constexpr double damping = 0.85;
  constexpr std::size_t rounds = 40;
  const auto symmetric = copy_of<Symmetric>(graph);
  std::vector<double> rank(boost::num_vertices(graph));
  const auto index = boost::get(boost::vertex_index, symmetric);
  boost::graph::page_rank(symmetric, boost::make_iterator_property_map(rank.begin(), index),
                          boost::graph::n_iterations(rounds), damping);
  double sum = 0.0;
  for (const double value : rank) sum += value;
  for (double& value : rank) value = std::round(value / sum * 1e6) / 1e6;
  return rank;
}

std::vector<Centrality> centralities(const KnowledgeGraph& graph, std::size_t most_central) {
  std::vector<Centrality> all(graph.entities().size());
  const std::vector<double> rank = page_ranks(adjacency(graph));
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].entity = EntityId(static_cast<std::uint32_t>(i));
    all[i].page_rank = rank[i];
  }
  for (const Relation& relation : graph.relations()) {
    ++all[relation.subject.value].out_degree;
    if (relation.object.valid()) ++all[relation.object.value].in_degree;
  }
  const std::size_t kept = std::min(most_central, all.size());
  // Entities are in key order, so the id breaks ties.
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                    [](const Centrality& a, const Centrality& b) {
                      return std::tuple(-a.page_rank, a.entity) <
                             std::tuple(-b.page_rank, b.entity);
                    });
  all.resize(kept);
  return all;
}

}  // namespace

Statistics statistics(const KnowledgeGraph& graph, std::size_t most_central) {
  Statistics result;
  result.documents = graph.documents().size();
  result.entities = graph.entities().size();
  result.claims = graph.claims().size();
  result.relations = graph.relations().size();
  for (const Entity& entity : graph.entities()) {
    ++result.entity_types[entity.type];
    result.named += entity.named ? 1 : 0;
    result.mentions += entity.mentions.size();
  }
  for (const Claim& claim : graph.claims()) {
    ++result.claim_types[claim.type];
    ++result.modalities[std::string(to_string(claim.modality))];
    result.negative += claim.polarity == Polarity::negative ? 1 : 0;
    result.attributed += claim.attributed_to.empty() ? 0 : 1;
    result.evidence += claim.evidence.size();
  }
  for (const Relation& relation : graph.relations()) {
    result.literals += relation.object.valid() ? 0 : 1;
  }
  if (result.entities == 0) return result;
  result.components = component_sizes(adjacency(graph));
  result.central = centralities(graph, most_central);
  return result;
}

}  // namespace actant
