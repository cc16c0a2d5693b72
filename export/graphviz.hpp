// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_GRAPHVIZ_HPP
#define ACTANT_EXPORT_GRAPHVIZ_HPP

#include "export/sketch.hpp"

#include <string>

namespace actant {

/// The sketch in the DOT language, with all attributes that Graphviz needs to draw it.
/// Thread-safe: Graphviz is not, so one lock guards it in the whole process.
[[nodiscard]] std::string to_dot(const Sketch& sketch);

/// The sketch laid out and drawn by Graphviz.
/// @param format  "svg", "png" or "pdf".
/// @throws Error with Graphviz's own words if it fails or has no such format.
/// Thread-safe, one picture at a time. Layered layout up to a few hundred edges, then by springs;
/// seconds for a thousand nodes.
[[nodiscard]] std::string render(const Sketch& sketch, const std::string& format);

}  // namespace actant

#endif  // ACTANT_EXPORT_GRAPHVIZ_HPP
