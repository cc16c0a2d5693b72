// SPDX-License-Identifier: MIT
#include "apps/pair_file.hpp"

#include "apps/program.hpp"
#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "ingest/table_file.hpp"

namespace actant {

std::vector<PlacedPair> read_pairs(const std::vector<std::string>& paths) {
  std::vector<PlacedPair> pairs;
  try {
    for (const std::string& path : paths) {
      const MappedFile file(path);
      read_table(file.bytes(), path, 2, [&](const TableRow& row) {
        for (const std::size_t column : {0U, 1U}) {
          if (row[column].empty()) row.fail(column, "an empty key; the key of a node was expected");
        }
        if (row[0] == row[1]) row.fail(1, "the same key twice; two nodes were expected");
        pairs.push_back({{std::string(row[0]), std::string(row[1])}, path, row.line()});
      });
    }
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
  return pairs;
}

}  // namespace actant
