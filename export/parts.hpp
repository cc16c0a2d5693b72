// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_PARTS_HPP
#define ACTANT_EXPORT_PARTS_HPP

#include "export/sketch.hpp"

#include <cstddef>
#include <vector>

namespace actant {

/// Positions of the nodes by connected part, parts in the order of their first nodes; in each,
/// nodes that more edges leave than enter come first. Close to linear.
[[nodiscard]] std::vector<std::vector<std::size_t>> connected_parts(const Sketch& sketch);

}  // namespace actant

#endif  // ACTANT_EXPORT_PARTS_HPP
