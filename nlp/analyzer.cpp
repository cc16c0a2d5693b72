// SPDX-License-Identifier: MIT
#include "nlp/analyzer.hpp"

#include "nlp/dateline.hpp"
#include "nlp/model.hpp"
#include "nlp/parser.hpp"
#include "nlp/tokenizer.hpp"

#include <algorithm>
#include <utility>

namespace actant {
namespace {

constexpr std::uint32_t longest_sentence = 250;  ///< words; longer ones are cut

/// Lets a paragraph start behind each dateline.
void part_datelines(std::string_view text, const Analysis& analysis,
                    std::vector<std::uint32_t>& paragraphs) {
  const std::size_t count = paragraphs.size();
  for (std::size_t p = 0; p < count; ++p) {
    const std::uint32_t first = paragraphs[p];
    if (first == analysis.tokens.size()) continue;
    const std::uint32_t begin = analysis.tokens[first].span.begin;
    const std::size_t end = begin + dateline_size(text.substr(begin));
    std::uint32_t t = first;
    while (t < analysis.tokens.size() && analysis.tokens[t].span.begin < end) ++t;
    if (t > first && t < analysis.tokens.size()) paragraphs.push_back(t);
  }
  std::sort(paragraphs.begin(), paragraphs.end());
}

/// Sentences from the marks of the splitter. Words of one surface token stay together.
void make_sentences(const std::vector<bool>& ends, const std::vector<std::uint32_t>& paragraphs,
                    Analysis& analysis) {
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  std::size_t paragraph = 0;
  std::uint32_t begin = 0;
  bool ending = false;
  for (std::uint32_t t = 0; t < count; ++t) {
    ending = ending || ends[t] || t + 1 - begin >= longest_sentence;
    const bool inside = analysis.tokens[t].joined && t + 1 < count;
    if (!ending || inside) continue;
    ending = false;
    while (paragraph < paragraphs.size() && paragraphs[paragraph] < begin) ++paragraph;
    Sentence sentence;
    sentence.begin = begin;
    sentence.end = t + 1;
    sentence.span = {analysis.tokens[begin].span.begin, analysis.tokens[t].span.end};
    sentence.paragraph_start = paragraph < paragraphs.size() && paragraphs[paragraph] == begin;
    analysis.sentences.push_back(sentence);
    begin = t + 1;
  }
}

}  // namespace

struct Workspace::State {
  ParserScratch parser;
  std::vector<std::uint32_t> paragraphs;
  std::vector<bool> ends;
};

Workspace::Workspace() : state_(std::make_unique<State>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

struct Analyzer::Parts {
  Parts(const std::string& path, const Kernels& chosen)
      : model(path), tokenizer(model.tokenizer_lists()), kernels(chosen) {}

  Model model;
  Tokenizer tokenizer;
  const Kernels& kernels;
};

Analyzer::Analyzer(const std::string& path) : Analyzer(path, best_kernels()) {}
Analyzer::Analyzer(const std::string& path, const Kernels& kernels)
    : parts_(std::make_unique<const Parts>(path, kernels)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

Analysis Analyzer::analyze(std::string_view text, Workspace& scratch) const {
  Workspace::State& state = scratch.state();
  Analysis analysis;
  state.paragraphs.clear();
  parts_->tokenizer.tokenize(text, analysis, state.paragraphs);
  if (analysis.tokens.empty()) return analysis;
  part_datelines(text, analysis, state.paragraphs);
  prepare(parts_->model, parts_->kernels, analysis, state.parser);
  find_sentence_ends(parts_->model, parts_->kernels, analysis, state.paragraphs, state.parser,
                     state.ends);
  make_sentences(state.ends, state.paragraphs, analysis);
  parse(parts_->model, parts_->kernels, analysis, state.parser);
  return analysis;
}

void Analyzer::annotate(Analysis& given, Workspace& scratch) const {
  prepare(parts_->model, parts_->kernels, given, scratch.state().parser);
  parse(parts_->model, parts_->kernels, given, scratch.state().parser);
}

}  // namespace actant
