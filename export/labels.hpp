// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_LABELS_HPP
#define ACTANT_EXPORT_LABELS_HPP

#include "export/sketch.hpp"

#include <string>

namespace actant {

/// Labels of a picture in Graphviz's HTML-like language, without the angle brackets around them.

/// Points of the font of the name: actors of whom much is said are written larger.
[[nodiscard]] int name_size(const SketchNode& node);

/// The name, then what else is known of it in small print.
[[nodiscard]] std::string node_label(const SketchNode& node);

/// One line for each claim, with a cross if it is denied, how sure it is, and who says so.
[[nodiscard]] std::string edge_label(const SketchEdge& edge);

/// Title, subtitle, and a legend of those types and marks that occur; "" if there is nothing to
/// say.
[[nodiscard]] std::string header_label(const Sketch& sketch);

}  // namespace actant

#endif  // ACTANT_EXPORT_LABELS_HPP
