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
#include <fstream>
#include <iterator>
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

/// A document ready for the network.
struct Prepared {
  Analysis analysis;
  std::vector<std::uint32_t> paragraphs;
};

std::vector<Prepared> prepared(const Analyzer& analyzer, const Tokenizer& tokenizer) {
  std::vector<Prepared> result;
  Workspace scratch;
  for (const std::string& text : documents()) {
    Prepared document{analyzer.analyze(text, scratch), {}};
    Analysis unused;
    tokenizer.tokenize(text, unused, document.paragraphs);
    result.push_back(std::move(document));
  }
  return result;
}

enum Stage : std::int64_t { stage_words, stage_sentences, stage_parse };

/// Embedding of word forms with an empty cache, sentence ends, or everything after them.
void network_stage(benchmark::State& state) {
  const Model model(model_path());
  const Tokenizer tokenizer(model.tokenizer_lists());
  std::vector<Prepared> all = prepared(Analyzer(model_path()), tokenizer);
  std::vector<bool> ends;
  ParserScratch scratch;
  for (auto _ : state) {
    if (state.range(0) == stage_words) scratch.cache = WordCache();
    for (Prepared& document : all) {
      if (document.analysis.tokens.empty()) continue;
      if (state.range(0) != stage_words) state.PauseTiming();
      prepare(model, best_kernels(), document.analysis, scratch);
      if (state.range(0) != stage_words) state.ResumeTiming();
      if (state.range(0) == stage_sentences) {
        find_sentence_ends(model, best_kernels(), document.analysis, document.paragraphs, scratch,
                           ends);
      }
      if (state.range(0) == stage_parse) {
        parse(model, best_kernels(), document.analysis, scratch);
      }
    }
  }
  finish(state);
}
BENCHMARK(network_stage)->ArgName("words|sentences|parse")->Arg(0)->Arg(1)->Arg(2);

void analyze(benchmark::State& state) {
  const Kernels* const chosen = kernels(static_cast<Instructions>(state.range(0)));
  if (chosen == nullptr) return state.SkipWithError("this processor lacks the instructions");
  const Analyzer analyzer(model_path(), *chosen);
  Workspace scratch;
  for (auto _ : state) {
    for (const std::string& text : documents()) {
      benchmark::DoNotOptimize(analyzer.analyze(text, scratch).tokens.data());
    }
  }
  state.SetLabel(std::string(chosen->name));
  finish(state);
}
BENCHMARK(analyze)->ArgName("scalar|avx2|avx512")->Arg(0)->Arg(1)->Arg(2);

}  // namespace
}  // namespace actant

BENCHMARK_MAIN();
