// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_ROWS_HPP
#define ACTANT_INGEST_GAZETTEER_ROWS_HPP

#include "ingest/node_type.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// An office or part that somebody holds or held. Days are numbers such as 20190320, and both ends
/// belong to the term; the limits of the type stand for "not known".
struct DatedRole {
  static constexpr std::int32_t always = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t still = std::numeric_limits<std::int32_t>::max();

  std::string_view role;  ///< "president"
  std::string_view of;    ///< name or id of the country or organization; "" for none
  std::int32_t from = always;
  std::int32_t to = still;
};

/// One thing that a gazetteer knows. Views last as long as the text that was read.
struct GazetteerRow {
  std::string_view id;
  NodeType type = NodeType::concept_;
  std::string_view name;
  std::vector<std::string_view> aliases;
  std::vector<std::string_view> same_as;  ///< IRIs, the id among them if it is one
  std::vector<std::string_view> demonyms;
  unsigned prominence = 5;  ///< 0 to 9
  std::vector<DatedRole> roles;
};

/// Reads a gazetteer's table, as docs/gazetteers.md describes it, and calls `row` for each row.
/// Linear, but for the rows' own work.
/// @throws InputError at the first wrong header, number of columns, type, IRI, prominence or date,
/// repeated id, or alias that leads back to the name that it stands for.
void read_gazetteer_rows(std::string_view text, const std::string& source,
                         const std::function<void(const GazetteerRow&)>& row);

/// "2019", "2019-03" or "2019-03-20" as its first and last day; false if it is none of these.
[[nodiscard]] bool parse_days(std::string_view text, std::int32_t& first, std::int32_t& last);

/// True for what may stand in `sameAs`: a scheme, a colon, and no characters that an IRI forbids.
[[nodiscard]] bool is_iri(std::string_view text);

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_ROWS_HPP
