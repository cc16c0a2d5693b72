// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NAME_TEXT_HPP
#define ACTANT_INGEST_NAME_TEXT_HPP

#include "ingest/entity_draft.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actant {

/// A run of tokens [begin, end) of one sentence that may be a name.
struct NameCandidate {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<NameType> model;  ///< what the model calls it

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// The words of a document as the search for names sees them. Views point into the analysis.
class NameText {
 public:
  /// Keeps a reference to the draft, whose noise must be known.
  explicit NameText(const EntityDraft& draft);

  [[nodiscard]] const EntityDraft& draft() const { return draft_; }
  [[nodiscard]] const Syntax& tree() const { return draft_.tree; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return words_[i]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  /// The longest known name that starts at `begin` and ends before or at `end`.
  [[nodiscard]] Gazetteer::Match longest(std::uint32_t begin, std::uint32_t end) const;
  /// The known name that the candidate is as a whole; no words if none.
  [[nodiscard]] Gazetteer::Match whole(const NameCandidate& candidate) const;
  /// A country, region or city of the gazetteer.
  [[nodiscard]] bool is_known_place(const NameCandidate& candidate) const;

  /// Outside names, noise and literals.
  [[nodiscard]] bool free(std::uint32_t i) const;
  /// Inside one of the model's names.
  [[nodiscard]] bool in_model_name(std::uint32_t i) const;
  /// Two neighbours of one name: one hangs on the other, or both on the same word.
  [[nodiscard]] bool connected(std::uint32_t a, std::uint32_t b) const;
  /// The sentence or the line is in capitals, which then tell nothing.
  [[nodiscard]] bool shouts(std::uint32_t i) const {
    return shouting_[tree().sentence(i)] || in_shouting_line_[i];
  }
  /// The sentence writes its nouns and verbs with capitals, as headlines do.
  [[nodiscard]] bool is_title_case(std::uint32_t i) const {
    return title_case_[tree().sentence(i)];
  }
  /// The word is written with a capital inside a sentence of running text.
  [[nodiscard]] bool is_capital_inside(std::string_view word) const;
  /// An acronym of the document.
  [[nodiscard]] bool is_known_acronym(std::string_view letters) const;
  /// The last word of a longer name of a person: "Johnson".
  [[nodiscard]] bool is_surname(std::string_view word) const;
  /// How often running text writes the word with a capital, up to a few times.
  [[nodiscard]] std::size_t count_capital(std::string_view word) const;
  /// A word that has its capital from its place, at the start of a sentence or in a headline: the
  /// document has it in lower case too, and never with a capital elsewhere.
  [[nodiscard]] bool is_common_word(std::uint32_t i) const;
  /// In a headline that tells nothing by case: the gazetteer knows the name, or running text has
  /// it too. True for names elsewhere.
  [[nodiscard]] bool is_confirmed(const NameCandidate& candidate) const;
  /// Letters of a number: "CA" in "2010-10-CA-262".
  [[nodiscard]] bool is_code(const NameCandidate& candidate) const;

 private:
  void read_case();
  void read_lines();
  [[nodiscard]] bool stands_at(const NameCandidate& candidate, std::uint32_t at) const;
  void read_sentence(const Sentence& sentence, std::size_t number);

  const EntityDraft& draft_;
  std::vector<std::string_view> words_;
  std::vector<bool> shouting_;              // by sentence
  std::vector<bool> title_case_;            // by sentence
  std::vector<bool> in_shouting_line_;      // by token
  std::vector<std::string_view> acronyms_;  // sorted
  std::vector<std::string_view> surnames_;  // sorted
  std::vector<std::string_view> lower_;     // words in lower case, sorted
  std::vector<bool> in_lower_;              // by the number of the form
  std::unordered_map<std::string, std::vector<std::uint32_t>> places_;  // folded capital words
  std::vector<std::string_view> capitals_;  // words with a capital inside sentences, sorted
};

/// "March", "Friday".
[[nodiscard]] bool is_month_or_day(std::string_view word);

}  // namespace actant

#endif  // ACTANT_INGEST_NAME_TEXT_HPP
