// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_HPP
#define ACTANT_INGEST_GAZETTEER_HPP

#include "ingest/gazetteer_table.hpp"
#include "ingest/node_type.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A thing that a gazetteer knows. Views last as long as the gazetteer.
struct GazetteerEntry {
  std::string_view id;  ///< "" where the table gives none
  std::string_view name;
  NodeType type = NodeType::concept_;
  std::vector<std::string> same_as;  ///< sorted IRIs
  unsigned prominence = 0;           ///< 0 to 9; 10 more for tables that come first
};

/// Known names. Look-ups ignore case, accents and punctuation; two entries of one name are settled
/// by prominence, then by order of adding. Tables are text or compiled (docs/gazetteers.md), and
/// both give the same. Const members are thread-safe.
class Gazetteer {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  /// What prominence gains in a table that comes first.
  static constexpr unsigned first_bonus = 10;

  /// What a run of words is called.
  struct Match {
    std::uint32_t entry = none;
    std::uint32_t words = 0;  ///< how many
    bool demonym = false;     ///< "Kazakh" for Kazakhstan
  };

  /// Does a table win over others, or does prominence decide?
  enum class Rank : std::uint8_t { by_prominence, first };

  /// Adds a table of text.
  /// @throws InputError as read_gazetteer_rows().
  void add_table(std::string_view text, const std::string& source, Rank rank = Rank::by_prominence);
  /// Adds a file: text, or what `actant gazetteer build` wrote, which is mapped.
  /// @throws InputError if it cannot be read or is wrong.
  void add_file(const std::string& path, Rank rank = Rank::by_prominence);

  /// The longest name that begins with the first of `words`; no words when there is none.
  /// Linear in the match.
  [[nodiscard]] Match longest(std::span<const std::string_view> words) const;

  /// The entry that is called exactly so; no words when there is none.
  [[nodiscard]] Match exact(std::string_view name) const;

  /// All entries that are called exactly so, the one of exact() first.
  [[nodiscard]] std::vector<Match> all(std::string_view name) const;

  /// Who held a role at a thing on a day: "president" of the entry of Kazakhstan.
  /// @param date  "2022-01-06".
  /// @return The entry of the one holder. Of two whose terms meet on that day, the later; none if
  /// it is not settled or not known, or the date is not one.
  [[nodiscard]] std::uint32_t holder(std::string_view role, std::uint32_t of,
                                     std::string_view date) const;

  [[nodiscard]] GazetteerEntry entry(std::uint32_t index) const;
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Is there a table of Rank::first?
  [[nodiscard]] bool has_first() const;

 private:
  struct Ranked {
    GazetteerTable table;
    unsigned bonus = 0;       ///< added to its prominence
    std::uint32_t first = 0;  ///< index of its first entry
  };
  struct Place {
    Match best;
    bool goes_on = false;
  };

  void add(GazetteerTable table, Rank rank);
  [[nodiscard]] Place find(std::uint64_t hash) const;
  [[nodiscard]] const Ranked& table_of(std::uint32_t index) const;

  std::vector<Ranked> tables_;
  std::size_t size_ = 0;
};

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_HPP
