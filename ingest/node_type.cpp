// SPDX-License-Identifier: MIT
#include "ingest/node_type.hpp"

#include <array>
#include <cstddef>

namespace actant {
namespace {

constexpr std::array<std::string_view, 13> names = {
    "Person",   "Organization", "GeopoliticalEntity",
    "Location", "Facility",     "Event",
    "Group",    "Document",     "Product",
    "Concept",  "Quantity",     "Date",
    "Role"};

}  // namespace

std::string_view to_string(NodeType type) { return names[static_cast<std::size_t>(type)]; }

std::optional<NodeType> parse_node_type(std::string_view text) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == text) return static_cast<NodeType>(i);
  }
  return std::nullopt;
}

NodeType node_type(NameType type) {
  switch (type) {
    case NameType::person:
      return NodeType::person;
    case NameType::organization:
      return NodeType::organization;
    case NameType::geopolitical_entity:
      return NodeType::geopolitical_entity;
    case NameType::location:
      return NodeType::location;
    case NameType::facility:
      return NodeType::facility;
    case NameType::nationality:
      return NodeType::group;
    case NameType::event:
      return NodeType::event;
    case NameType::product:
      return NodeType::product;
    case NameType::document:
      return NodeType::document;
    case NameType::date:
      return NodeType::date;
    case NameType::quantity:
    case NameType::money:
      return NodeType::quantity;
  }
  return NodeType::concept_;
}

}  // namespace actant
