// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_HPP
#define ACTANT_INGEST_GAZETTEER_HPP

#include "ingest/hash_table.hpp"
#include "ingest/node_type.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A thing that a gazetteer knows.
struct GazetteerEntry {
  std::string name;
  NodeType type = NodeType::concept_;
  std::vector<std::string> same_as;  ///< sorted IRIs
  unsigned prominence = 0;           ///< 0 to 9; 10 more for tables that come first
};

/// Known names. Look-ups ignore case, accents and punctuation; two entries of one name are settled
/// by prominence, then by order of adding.
///
/// The table has a row a line with six columns separated by tabs: name, node type, IRIs, aliases,
/// demonyms, prominence (one digit, or empty); lists are separated by '|'.
class Gazetteer {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  /// What a run of words is called.
  struct Match {
    std::uint32_t entry = none;
    std::uint32_t words = 0;  ///< how many
    bool demonym = false;     ///< "Kazakh" for Kazakhstan
  };

  /// Does a table win over others, or does prominence decide?
  enum class Rank : std::uint8_t { by_prominence, first };

  /// Adds a table.
  /// @throws InputError at the first wrong column, type, digit, IRI, or repeated name.
  void add_table(std::string_view text, const std::string& source, Rank rank = Rank::by_prominence);

  /// The longest name that begins with the first of `words`; no words when there is none.
  /// Linear in the match.
  [[nodiscard]] Match longest(std::span<const std::string_view> words) const;

  /// The entry that is called exactly so; no words when there is none.
  [[nodiscard]] Match exact(std::string_view name) const;

  [[nodiscard]] const GazetteerEntry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Place {
    std::uint32_t entry = none;
    bool demonym = false;
    bool goes_on = false;  ///< a longer name begins so
  };

  void add_name(std::string_view name, std::uint32_t entry, bool demonym);

  std::vector<GazetteerEntry> entries_;
  HashTable<Place> places_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_HPP
