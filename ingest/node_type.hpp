// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_NODE_TYPE_HPP
#define ACTANT_INGEST_NODE_TYPE_HPP

#include "nlp/universal.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace actant {

/// The contract's node types.
enum class NodeType : std::uint8_t {
  person,
  organization,
  geopolitical_entity,
  location,
  facility,
  event,
  group,
  document,
  product,
  concept_,
  quantity,
  date,
  role,
};

/// "GeopoliticalEntity". Static storage.
[[nodiscard]] std::string_view to_string(NodeType type);
/// The type of that spelling; nothing when there is none.
[[nodiscard]] std::optional<NodeType> parse_node_type(std::string_view text);
/// The node type of a name of that kind; a nationality is its country.
[[nodiscard]] NodeType node_type(NameType type);

/// True for dates, quantities and money, which are values and not nodes.
[[nodiscard]] constexpr bool is_literal(NameType type) {
  return type == NameType::date || type == NameType::quantity || type == NameType::money;
}

}  // namespace actant

#endif  // ACTANT_INGEST_NODE_TYPE_HPP
