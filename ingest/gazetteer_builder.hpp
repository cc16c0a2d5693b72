// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_BUILDER_HPP
#define ACTANT_INGEST_GAZETTEER_BUILDER_HPP

#include "ingest/gazetteer_bytes.hpp"
#include "ingest/gazetteer_rows.hpp"
#include "ingest/gazetteer_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Makes a table out of rows. About 100 bytes a row beyond the text of ids, names and IRIs.
class GazetteerBuilder {
 public:
  /// @throws Error if there are more than 2^31 rows, or names of more than 2^32.
  void add(const GazetteerRow& row);
  /// The bytes of the table; nothing is left here. Same rows, same bytes.
  [[nodiscard]] std::vector<std::uint64_t> finish();

 private:
  struct Name {
    std::uint64_t hash = 0;
    std::uint32_t candidate = 0;
    std::uint32_t prominence = 0;
  };

  void add_name(std::string_view name, std::uint32_t candidate, unsigned prominence);

  std::vector<GazetteerEntryRecord> entries_;
  std::string text_;
  std::vector<Name> names_;
  std::vector<std::uint64_t> prefixes_;  // hashes after which a name goes on
  std::size_t sorted_prefixes_ = 0;      // those at the front are sorted and unique
  std::vector<GazetteerTable::Role> roles_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_BUILDER_HPP
