// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_READING_HPP
#define ACTANT_INGEST_READING_HPP

#include "ingest/attribution.hpp"
#include "ingest/clauses.hpp"
#include "ingest/extractor.hpp"
#include "ingest/rule_book.hpp"
#include "ingest/time_expressions.hpp"
#include "ingest/tree.hpp"
#include "ingest/truth.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {

/// One end of an edge to be: a token that stands for a thing, or a value.
struct Filler {
  std::uint32_t token = no_head;  ///< no_head: nothing
  ClusterId cluster;              ///< invalid: `literal` counts
  Literal literal;
};

/// A document with everything that extractors ask about it, computed once. Keeps references.
class Reading {
 public:
  Reading(const Document& document, const Analysis& analysis, const Entities& entities,
          const RuleBook& book);

  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] const Clauses& clauses() const { return clauses_; }
  [[nodiscard]] const RuleBook& book() const { return book_; }
  [[nodiscard]] const Entities& entities() const { return entities_; }
  [[nodiscard]] std::string_view text() const { return document_.text; }
  [[nodiscard]] const WordEntry& word(std::uint32_t token) const { return *words_[token]; }
  [[nodiscard]] bool is_noise(std::uint32_t token) const { return entities_.noise[token]; }
  [[nodiscard]] bool is_time(std::uint32_t token) const {
    return actant::is_time(tree_, book_, token);
  }

  /// The thing or value that a token stands for; measures give way to what they measure ("a number
  /// of conferences"). Empty when it is neither.
  [[nodiscard]] Filler filler(std::uint32_t token) const;
  /// The same for the token and what is coordinated with it.
  [[nodiscard]] std::vector<Filler> fillers(std::uint32_t token) const;
  /// The thing that a token stands for, or an invalid id.
  [[nodiscard]] ClusterId cluster(std::uint32_t token) const;
  /// The node type of that thing, "" when there is none.
  [[nodiscard]] std::string_view type_of(std::uint32_t token) const;
  [[nodiscard]] std::string_view type_of(ClusterId cluster) const;
  [[nodiscard]] bool is_place(std::uint32_t token) const;
  [[nodiscard]] bool is_named(std::uint32_t token) const;
  /// "more than 100 people": the amount that a noun phrase states, or nothing.
  [[nodiscard]] Filler amount(std::uint32_t token) const;
  /// The noun phrase around a token, without clauses and appositions after it: tokens.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> noun_phrase_bounds(
      std::uint32_t token) const;
  /// Its text, without articles before it.
  [[nodiscard]] std::string noun_phrase(std::uint32_t token) const;

  /// A claim about two fillers with the truth, time and source of the clause around `trigger`.
  [[nodiscard]] CandidateClaim claim(std::uint32_t trigger, const Filler& from, const Filler& to,
                                     std::string_view from_role, std::string_view to_role) const;
  [[nodiscard]] Truth truth_at(std::uint32_t token) const;
  /// When a clause happens: by its own words, else by those of the clause that it belongs to
  /// ("Yesterday X came and saw Y", "a storm yesterday made the crane fall"), else by a date behind
  /// its object ("launched a programme in 2017"). "" when none says it.
  [[nodiscard]] std::string time_at(const Clause& clause) const;
  /// Adds a participant and widens the evidence to it.
  void add(CandidateClaim& claim, const Filler& filler, std::string_view role) const;

 private:
  /// The clause whose time is also that of `clause`, or null.
  [[nodiscard]] const Clause* lends_time(const Clause& clause) const;
  /// The other half of "Wellington, the nation's capital": the evidence holds the name.
  void widen_to_apposition(CandidateClaim& claim, const Filler& filler) const;

  const Document& document_;
  const Entities& entities_;
  const RuleBook& book_;
  Tree tree_;
  Clauses clauses_;
  std::vector<Truth> truths_;
  Sources sources_;
  std::vector<const WordEntry*> words_;
  CalendarDate published_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_READING_HPP
