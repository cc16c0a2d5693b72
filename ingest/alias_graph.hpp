// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_ALIAS_GRAPH_HPP
#define ACTANT_INGEST_ALIAS_GRAPH_HPP

#include "ingest/hash_table.hpp"
#include "ingest/node_type.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace actant {

/// Which names of a table stand for which: "Burma" may be an alias of "Myanmar" and a name of its
/// own, but then "Myanmar" is not an alias of "Burma", nor of what is one. Names of other types are
/// other things.
class AliasGraph {
 public:
  /// Adds a row's name; its aliases follow.
  void add_name(NodeType type, std::string_view name);
  /// @param place  What find_cycle() gives back.
  void add_alias(NodeType type, std::string_view alias, std::uint64_t place);

  /// The place of an alias that closes a cycle; nothing when there is none. Linear.
  [[nodiscard]] std::optional<std::uint64_t> find_cycle();

 private:
  struct Alias {
    std::uint32_t from = 0;  ///< the name that it is an alias of
    std::uint64_t hash = 0;
    std::uint64_t place = 0;
  };

  HashTable<std::uint32_t> names_;  // number of each name, from 1
  std::uint32_t last_ = 0;
  std::vector<Alias> aliases_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_ALIAS_GRAPH_HPP
