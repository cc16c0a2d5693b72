// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_NEAR_NAMES_HPP
#define ACTANT_GRAPH_NEAR_NAMES_HPP

#include "graph/knowledge_graph.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace actant {

/// Two names of what is no person that differ in a letter.
struct NearName {
  std::uint32_t a = 0;  ///< positions in the entities
  std::uint32_t b = 0;
  std::string refused;  ///< why they stay apart; ""
};

/// "Revolutionary Guard", "Revolutionary Guards": names of two words or more among `nodes` with
/// words in the singular and in the plural. About linear.
[[nodiscard]] std::vector<NearName> find_plural_names(std::span<const Entity> entities,
                                                      std::span<const std::uint32_t> nodes);

/// "Taliban", "Taleban": words of seven letters or more among `nodes`, one letter apart. They may
/// be one if claims tie both to the same named things, three at least. Places are not compared.
/// About linear; words that more than a few dozen others resemble are left out.
[[nodiscard]] std::vector<NearName> find_slips(const KnowledgeGraph& graph,
                                               std::span<const std::uint32_t> nodes);

}  // namespace actant

#endif  // ACTANT_GRAPH_NEAR_NAMES_HPP
