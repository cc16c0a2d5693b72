// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_SVG_HPP
#define ACTANT_EXPORT_SVG_HPP

#include "export/sketch.hpp"

#include <string>
#include <string_view>

namespace actant {

/// Graphviz's SVG of a sketch with a title and a description for those who cannot see it, and the
/// tooltip of each node and edge as its title. Linear.
[[nodiscard]] std::string accessible_svg(std::string_view svg, const Sketch& sketch);

}  // namespace actant

#endif  // ACTANT_EXPORT_SVG_HPP
