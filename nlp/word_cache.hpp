// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_WORD_CACHE_HPP
#define ACTANT_NLP_WORD_CACHE_HPP

#include "base/string_pool.hpp"
#include "nlp/analysis.hpp"
#include "nlp/encoder.hpp"
#include "nlp/model.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace actant {

/// Tokens [begin, end) of an analysis.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// Word forms that this worker has met, with what the encoders know of them before they see a
/// sentence. Survives documents; of bounded size: when it is full, it forgets the forms that no
/// second document had. What it remembers never shows in a result.
class WordCache {
 public:
  /// Forms that are kept, unless one batch has more.
  static constexpr std::size_t most_words = 12288;
  /// Bytes of forms that are kept, unless one batch has more.
  static constexpr std::size_t most_bytes = std::size_t{1} << 20U;

  /// Starts a document with that many strings.
  void prepare(const Model& model, const Kernels& kernels, std::size_t strings);

  /// Numbers of the forms of all tokens in `ranges`, in order: places in words() and segmenter()
  /// until the next call. The pool of `analysis` must hold no other forms than when prepared.
  void number(const Analysis& analysis, std::span<const TokenRange> ranges, EncoderScratch& scratch,
              std::vector<std::uint32_t>& numbers);

  [[nodiscard]] const WordStarts& words() const { return words_; }
  [[nodiscard]] const WordStarts& segmenter() const { return segmenter_; }
  /// Lexicon entries of the form with that number.
  [[nodiscard]] LemmaLexicon::Range lexicon(std::uint32_t number) const { return lexicon_[number]; }
  /// Forms that are remembered.
  [[nodiscard]] std::size_t size() const { return forms_.size(); }

 private:
  struct Known {
    std::uint32_t generation = 0;
    std::uint32_t number = 0;
  };

  void forget();
  void forget_rare();
  std::uint32_t number(std::string_view form);

  const Model* model_ = nullptr;
  const Kernels* kernels_ = nullptr;
  StringPool forms_;
  std::size_t bytes_ = 0;          ///< of all forms
  std::uint32_t generation_ = 1;   ///< of numbers; 0 is none
  std::vector<Known> known_;       ///< by StringId of the document
  std::vector<std::int16_t> new_;  ///< embeddings of the forms that are new in a batch
  std::vector<LemmaLexicon::Range> lexicon_;
  std::vector<bool> met_again_;  ///< by number: in a second document since it was last cleared
  WordStarts words_;
  WordStarts segmenter_;
};

}  // namespace actant

#endif  // ACTANT_NLP_WORD_CACHE_HPP
