// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_PLACED_NAMES_HPP
#define ACTANT_GRAPH_PLACED_NAMES_HPP

#include "graph/entity.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// What a key says beyond a type and a name; views of the key.
struct KeyScope {
  std::string_view name;   ///< "senate" of "organization:senate (italy)"
  std::string_view place;  ///< "italy"; "" when the key tells none
  bool document = false;   ///< the key is its document's own: "organization:senate#3af1..."
};

[[nodiscard]] KeyScope key_scope(std::string_view key);

/// A name, and one that may be the same with its place: "Revolutionary Guard", "Iranian
/// Revolutionary Guard".
struct PlacedName {
  std::uint32_t bare = 0;  ///< positions in the entities
  std::uint32_t full = 0;
  std::string refused;  ///< why they stay apart; ""
};

/// The names among `nodes`, of which none is a person, with those that only add a place. They may
/// be one where no other place has such a thing and the documents of the bare name speak of that
/// place. Linear in the names; names that more than a few dozen others resemble are left out.
[[nodiscard]] std::vector<PlacedName> find_placed_names(std::span<const Entity> entities,
                                                        std::span<const std::uint32_t> nodes);

}  // namespace actant

#endif  // ACTANT_GRAPH_PLACED_NAMES_HPP
