// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_ANALYZER_HPP
#define ACTANT_NLP_ANALYZER_HPP

#include "nlp/analysis.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace actant {

struct Kernels;

/// Scratch memory of one worker; reused from document to document, never shared between threads.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct State;
  [[nodiscard]] State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

/// Turns text into an Analysis with a trained model. Immutable after loading and safe to share
/// between threads; each thread brings its own Workspace.
class Analyzer {
 public:
  /// Maps the model file at `path`.
  /// @throws Error if it is missing, damaged, or of another format or feature set.
  explicit Analyzer(const std::string& path);
  /// With the arithmetic of a chosen instruction set (nlp/kernels.hpp); the results are the same.
  Analyzer(const std::string& path, const Kernels& kernels);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Tokens, sentences, tags, lemmas, trees and names of `text`, which must be valid UTF-8.
  /// Same text, same result, on any processor and number of threads. Linear in the text.
  [[nodiscard]] Analysis analyze(std::string_view text, Workspace& scratch) const;

  /// Keeps tokens and sentences (forms, spans, joins) of `given` and predicts the rest.
  void annotate(Analysis& given, Workspace& scratch) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace actant

#endif  // ACTANT_NLP_ANALYZER_HPP
