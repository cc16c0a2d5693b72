// SPDX-License-Identifier: MIT
// The graph at the size of an archive: a million claims of a hundred thousand documents.
#include "base/sha256.hpp"
#include "export/exporter.hpp"
#include "graph/adjacency.hpp"
#include "graph/merge.hpp"
#include "graph/statistics.hpp"
#include "ingest/graph_json.hpp"

#include <benchmark/benchmark.h>
#include <cstdint>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace actant {
namespace {

constexpr std::uint32_t claims_per_document = 10;

/// Few entities are in many documents and many in few, as in the news.
std::string draw_key(std::mt19937& random) {
  const auto bits = static_cast<std::uint32_t>(random() % 17);
  return "person:" + std::to_string(random() % (1U << bits));
}

/// A document with ten claims between entities that other documents share.
KnowledgeGraph document_graph(std::uint32_t number) {
  std::mt19937 random(number);  // NOLINT: the same graph every time
  const std::string id = sha256_hex(std::to_string(number));
  KnowledgeGraph graph;
  graph.add(DocumentRecord{id, std::to_string(number) + ".txt", {}, {}, {}, "en"});
  for (std::uint64_t i = 0; i < claims_per_document; ++i) {
    const TextRange range{i * 100, i * 100 + 50, i * 100, i * 100 + 50};
    const std::string subject = draw_key(random);
    const std::string object = draw_key(random);
    for (const std::string& key : {subject, object}) {
      graph.add(Entity{key, "Person", "Name of " + key, {"alias"}, true, {}, {{id, range}}, {}});
    }
    Claim claim;
    claim.predicate = "verb" + std::to_string(random() % 300);
    claim.label = claim.predicate;
    claim.type = "ACT";
    claim.participants = {{"agent", EntityKey{subject}}, {"patient", EntityKey{object}}};
    claim.confidence = 0.9;
    claim.origin = "bench";
    claim.evidence = {{id, range, range}};
    graph.add(std::move(claim));
  }
  return graph;
}

KnowledgeGraph archive(std::uint32_t first, std::uint32_t documents) {
  KnowledgeGraph sum;
  for (std::uint32_t i = first; i < first + documents; ++i) sum.add(document_graph(i));
  (void)sum.relations();
  return sum;
}

void count_claims(benchmark::State& state, std::uint64_t claims) {
  state.counters["claims/s"] = benchmark::Counter(static_cast<double>(claims),
                                                  benchmark::Counter::kIsIterationInvariantRate);
}

std::uint32_t documents_of(const benchmark::State& state) {
  return static_cast<std::uint32_t>(state.range(0)) / claims_per_document;
}

void build(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(archive(0, documents_of(state)));
  count_claims(state, static_cast<std::uint64_t>(state.range(0)));
}

void merge_halves(benchmark::State& state) {
  const std::uint32_t half = documents_of(state) / 2;
  const KnowledgeGraph a = archive(0, half);
  const KnowledgeGraph b = archive(half, half);
  for (auto _ : state) {
    state.PauseTiming();
    KnowledgeGraph left = a;
    KnowledgeGraph right = b;
    state.ResumeTiming();
    const KnowledgeGraph sum = merge(std::move(left), std::move(right));
    benchmark::DoNotOptimize(sum.relations().size());
  }
  count_claims(state, static_cast<std::uint64_t>(state.range(0)));
}

void connect(benchmark::State& state) {
  const KnowledgeGraph graph = archive(0, documents_of(state));
  for (auto _ : state) {
    state.PauseTiming();
    const KnowledgeGraph copy = graph;
    (void)copy.relations();
    state.ResumeTiming();
    benchmark::DoNotOptimize(boost::num_edges(adjacency(copy)));
  }
  count_claims(state, graph.claims().size());
}

void count_everything(benchmark::State& state) {
  const KnowledgeGraph graph = archive(0, documents_of(state));
  (void)adjacency(graph);
  for (auto _ : state) benchmark::DoNotOptimize(statistics(graph).entities);
  count_claims(state, graph.claims().size());
}

void write_json(benchmark::State& state) {
  const KnowledgeGraph graph = archive(0, documents_of(state));
  const auto exporter = find_format("json")->create();
  for (auto _ : state) {
    std::ofstream nowhere("/dev/null");
    exporter->write(graph, nowhere);
  }
  count_claims(state, graph.claims().size());
}

void read_json(benchmark::State& state) {
  std::ostringstream out;
  {
    const KnowledgeGraph graph = archive(0, documents_of(state));
    find_format("json")->create()->write(graph, out);
  }
  const std::string json = out.str();
  for (auto _ : state) {
    benchmark::DoNotOptimize(read_graph_json(json, "bench.json").relations().size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(json.size() * state.iterations()));
  count_claims(state, static_cast<std::uint64_t>(state.range(0)));
}

BENCHMARK(build)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(merge_halves)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(connect)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(count_everything)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(write_json)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(read_json)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace actant

BENCHMARK_MAIN();
