// SPDX-License-Identifier: MIT
// Words a second (parted by white space) of each stage of the analysis and of the whole, on one
// thread. The text is the example article, or the file that ACTANT_BENCH_TEXT names; documents in
// it are parted by form feeds.
#include "nlp/analyzer.hpp"
#include "nlp/kernels.hpp"
#include "nlp/model.hpp"
#include "nlp/parser.hpp"
#include "nlp/tokenizer.hpp"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

const std::string& model_path() {
  static const std::string path = ACTANT_DATA_FOLDER "/models/english.actm";
  return path;
}

std::vector<std::string> read_documents() {
  const char* const given = std::getenv("ACTANT_BENCH_TEXT");
  std::ifstream file(given != nullptr ? given : ACTANT_DATA_FOLDER "/../examples/csto/article.txt",
                     std::ios::binary);
  std::vector<std::string> result;
  for (std::string text; std::getline(file, text, '\f');) result.push_back(text);
  return result;
}

const std::vector<std::string>& documents() {
  static const std::vector<std::string> result = read_documents();
  return result;
}

std::int64_t word_count() {
  std::int64_t words = 0;
  for (const std::string& text : documents()) {
    bool inside = false;
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space && !inside) ++words;
      inside = !space;
    }
  }
  return words;
}

void finish(benchmark::State& state) {
  state.counters["words"] = benchmark::Counter(
      static_cast<double>(state.iterations() * word_count()), benchmark::Counter::kIsRate);
}

void tokenize(benchmark::State& state) {
  const Model model(model_path());
  const Tokenizer tokenizer(model.tokenizer_lists());
  for (auto _ : state) {
    for (const std::string& text : documents()) {
      Analysis analysis;
      std::vector<std::uint32_t> paragraphs;
      tokenizer.tokenize(text, analysis, paragraphs);
      benchmark::DoNotOptimize(analysis.tokens.data());
    }
  }
  finish(state);
}
BENCHMARK(tokenize);

const Kernels* chosen_kernels(benchmark::State& state) {
  const Kernels* const chosen = kernels(static_cast<Instructions>(state.range(0)));
  if (chosen == nullptr) {
    state.SkipWithError("this processor lacks the instructions");
  } else {
    state.SetLabel(std::string(chosen->name));
  }
  return chosen;
}

/// Multiply-adds a second of the products of a recurrent layer.
void products(benchmark::State& state) {
  const Kernels* const chosen = chosen_kernels(state);
  if (chosen == nullptr) return;
  constexpr std::size_t rows = 72;
  constexpr std::size_t inputs = 256;
  constexpr std::size_t outputs = 768;
  PackedMatrix weights;
  weights.pack(std::vector<std::int8_t>(inputs * outputs, 3), outputs, inputs, 128);
  const std::vector<std::uint8_t> in(rows * inputs, 130);
  std::vector<std::int32_t> out(rows * outputs);
  for (auto _ : state) {
    chosen->sums({in.data(), rows, inputs}, weights, out.data());
    benchmark::DoNotOptimize(out.data());
  }
  state.counters["multiply_adds"] =
      benchmark::Counter(static_cast<double>(state.iterations() * rows * inputs * outputs),
                         benchmark::Counter::kIsRate);
}
BENCHMARK(products)->ArgName("scalar|avx2|avx512")->Arg(0)->Arg(1)->Arg(2);

/// Processor time of this thread.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Adds up the time of parts of a run.
class StageTimes {
 public:
  void start() { last_ = seconds(); }
  /// Ends a part that belongs to `stage`; the next one begins.
  void end(const std::string& stage) {
    const double now = seconds();
    times_[stage] += now - last_;
    last_ = now;
  }
  /// Words a second of each stage, and its share of the whole in percent.
  void report(benchmark::State& state) const {
    double sum = 0;
    for (const auto& [stage, time] : times_) sum += time;
    const auto words = static_cast<double>(state.iterations() * word_count());
    for (const auto& [stage, time] : times_) {
      state.counters[stage] = words / time;
      state.counters[stage + "_percent"] = 100 * time / sum;
    }
  }

 private:
  std::map<std::string, double> times_;
  double last_ = 0;
};

/// The parts of an analysis one after the other, as Analyzer runs them.
void stages(benchmark::State& state) {
  const Kernels* const chosen = chosen_kernels(state);
  if (chosen == nullptr) return;
  const Model model(model_path());
  const Tokenizer tokenizer(model.tokenizer_lists());
  const Analyzer analyzer(model_path());
  Workspace workspace;
  ParserScratch scratch;
  std::vector<bool> ends;
  StageTimes times;
  for (auto _ : state) {
    for (const std::string& text : documents()) {
      Analysis analysis;
      std::vector<std::uint32_t> paragraphs;
      times.start();
      tokenizer.tokenize(text, analysis, paragraphs);
      times.end("1_tokens");
      if (analysis.tokens.empty()) continue;
      prepare(model, *chosen, analysis, scratch);
      find_sentence_ends(model, *chosen, analysis, paragraphs, scratch, ends);
      times.end("2_sentences");
      const std::vector<Sentence> sentences = analyzer.analyze(text, workspace).sentences;
      analysis.sentences = sentences;
      BatchParser parser(model, *chosen, analysis, scratch);
      const Batches batches(analysis);
      times.start();
      for (const std::span<const TokenRange> batch : batches) {
        parser.encode(batch);
        times.end("3_encoder");
        parser.tag();
        times.end("4_tags");
        parser.attach();
        times.end("5_trees");
        parser.label();
        times.end("6_labels");
      }
    }
  }
  times.report(state);
}
BENCHMARK(stages)->ArgName("scalar|avx2|avx512")->Arg(1)->Arg(2);

void analyze(benchmark::State& state) {
  const Kernels* const chosen = chosen_kernels(state);
  if (chosen == nullptr) return;
  const Analyzer analyzer(model_path(), *chosen);
  Workspace scratch;
  for (auto _ : state) {
    for (const std::string& text : documents()) {
      benchmark::DoNotOptimize(analyzer.analyze(text, scratch).tokens.data());
    }
  }
  finish(state);
}
BENCHMARK(analyze)->ArgName("scalar|avx2|avx512")->Arg(0)->Arg(1)->Arg(2);

}  // namespace
}  // namespace actant

BENCHMARK_MAIN();
