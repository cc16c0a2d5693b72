// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_LEXICON_HPP
#define ACTANT_NLP_LEXICON_HPP

#include "nlp/string_index.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Lemmas of known forms. Immutable and thread-safe; views must outlive it.
class LemmaLexicon {
 public:
  /// The entries [begin, end) of one form.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  /// @param lines  "form TAB tag TAB lemma"; of two with the same form and tag the first counts.
  /// @param tags   Names of the tags; lines with another one are left out.
  LemmaLexicon(std::span<const std::string_view> lines, std::span<const std::string_view> tags);

  /// Entries of a form as written; empty if it is unknown.
  [[nodiscard]] Range find(std::string_view form) const;
  /// The entry with that tag, an index in [0, size()).
  [[nodiscard]] std::optional<std::uint32_t> find(Range entries, std::size_t tag) const;
  [[nodiscard]] std::string_view lemma(std::uint32_t entry) const { return entries_[entry].lemma; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string_view form;
    std::size_t tag = 0;
    std::string_view lemma;
  };

  std::vector<Entry> entries_;       ///< entries of one form are neighbours
  std::vector<std::uint32_t> tags_;  ///< of the entries; read for each token, so it is kept small
  StringIndex forms_;
  std::vector<Range> ranges_;  ///< of each form of the index
};

/// Applies a lemma edit script. "l2+e": lower case, cut two code points, add "e"; "k...": keeps the
/// case; "wbe": the lemma is "be".
[[nodiscard]] std::string apply_script(std::string_view script, std::string_view form);

}  // namespace actant

#endif  // ACTANT_NLP_LEXICON_HPP
