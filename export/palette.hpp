// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_PALETTE_HPP
#define ACTANT_EXPORT_PALETTE_HPP

#include <span>
#include <string_view>

namespace actant {

/// How entities of one type look. Colours are "#rrggbb", shapes Graphviz's.
struct NodeStyle {
  std::string_view type;     ///< "" for all types that are not in the table
  std::string_view caption;  ///< in the legend
  std::string_view shape;
  std::string_view corners;  ///< "rounded" or ""
  std::string_view fill;
  std::string_view line;
};

/// All styles in the order of the legend; the last is that of unknown types. Fills are light tints
/// and lines are darker shades of the colours of Okabe and Ito, which people with any kind of
/// colour vision can tell apart; shapes repeat the difference for print in black and white.
[[nodiscard]] std::span<const NodeStyle> node_styles();

/// The style of a type; that of unknown types if it is not in the table. Static storage.
[[nodiscard]] const NodeStyle& node_style(std::string_view type);

/// Colours of what is not a node.
struct Ink {
  static constexpr std::string_view text = "#1a1a1a";
  static constexpr std::string_view quiet = "#666666";     ///< attribution, notes, legend
  static constexpr std::string_view event = "#4a5560";     ///< edges of events
  static constexpr std::string_view standing = "#a3adb7";  ///< edges of standing relations
  static constexpr std::string_view negative = "#b5262b";
};

}  // namespace actant

#endif  // ACTANT_EXPORT_PALETTE_HPP
