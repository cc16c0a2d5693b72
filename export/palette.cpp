// SPDX-License-Identifier: MIT
#include "export/palette.hpp"

#include <algorithm>
#include <array>

namespace actant {
namespace {

constexpr std::array<NodeStyle, 14> styles = {{
    {"Person", "person", "ellipse", "", "#fde4cc", "#c65d00"},
    {"Group", "group", "box", "rounded", "#fbeee0", "#a86a2e"},
    {"Organization", "organization", "box", "", "#d5e7f6", "#0a63a5"},
    {"GeopoliticalEntity", "country, state", "box", "rounded", "#d3ede2", "#007a5c"},
    {"Location", "place", "box", "rounded", "#e7f4d9", "#5f8a23"},
    {"Facility", "building, facility", "box", "", "#ebe6da", "#7c6c4a"},
    {"Event", "event", "hexagon", "", "#fdf4bf", "#8f7a00"},
    {"Document", "document", "note", "", "#f3f3f3", "#6b6b6b"},
    {"Product", "product", "box", "", "#dcf2fa", "#2487ae"},
    {"Concept", "matter", "box", "rounded", "#efe6f4", "#7d52a0"},
    {"Role", "role", "box", "rounded", "#f8e3ee", "#b04f86"},
    {"Quantity", "amount", "plain", "", "#ffffff", "#666666"},
    {"Date", "date", "plain", "", "#ffffff", "#666666"},
    {"", "other", "box", "", "#ffffff", "#666666"},
}};

}  // namespace

std::span<const NodeStyle> node_styles() { return styles; }

const NodeStyle& node_style(std::string_view type) {
  const auto* const found = std::find_if(styles.begin(), styles.end(),
                                         [type](const auto& style) { return style.type == type; });
  return found == styles.end() ? styles.back() : *found;
}

}  // namespace actant
