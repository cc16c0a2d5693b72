// SPDX-License-Identifier: MIT
#include "export/svg.hpp"

#include "export/escape.hpp"

#include <algorithm>
#include <charconv>

namespace actant {
namespace {

/// What a screen reader says before it comes to the parts.
std::string description(const Sketch& sketch) {
  return "Knowledge graph: " + std::to_string(sketch.nodes.size()) + " entities, " +
         std::to_string(sketch.edges.size()) + " connections" +
         (sketch.subtitle.empty() ? "" : "; " + sketch.subtitle);
}

/// Number in the id of a group of Graphviz's: `<g id="e12" class=...` has 12. 0 for other lines.
std::size_t number_of_group(std::string_view line, char kind) {
  constexpr std::string_view prefix = "<g id=\"";
  if (!line.starts_with(prefix) || line.size() <= prefix.size() || line[prefix.size()] != kind) {
    return 0;
  }
  std::size_t number = 0;
  const char* const first = line.data() + prefix.size() + 1;
  const auto [end, error] = std::from_chars(first, line.data() + line.size(), number);
  const bool whole = error == std::errc() && end != line.data() + line.size() && *end == '"';
  return whole ? number : 0;
}

/// The tooltip of the node or edge whose group begins in that line, or null.
const std::string* tooltip_of_group(std::string_view line, const Sketch& sketch) {
  if (const auto node = number_of_group(line, 'n'); node > 0 && node <= sketch.nodes.size()) {
    return &sketch.nodes[node - 1].tooltip;
  }
  if (const auto edge = number_of_group(line, 'e'); edge > 0 && edge <= sketch.edges.size()) {
    return &sketch.edges[edge - 1].tooltip;
  }
  return nullptr;
}

}  // namespace

std::string accessible_svg(std::string_view svg, const Sketch& sketch) {
  std::string out;
  out.reserve(svg.size() + svg.size() / 4);
  const std::string title = sketch.title.empty() ? "Knowledge graph" : sketch.title;
  const std::string* tooltip = nullptr;  // of the group that has just begun
  bool in_root = false;
  while (!svg.empty()) {
    const std::string_view line = svg.substr(0, svg.find('\n'));
    svg.remove_prefix(std::min(svg.size(), line.size() + 1));
    if (line.starts_with("<title>")) {
      // Graphviz's own are the names of nodes in the DOT file.
      if (tooltip != nullptr) out += "<title>" + xml_text(*tooltip) + "</title>\n";
      tooltip = nullptr;
      continue;
    }
    if (line.starts_with("<svg ")) {
      out += R"(<svg role="img" lang="en" )";
      out += line.substr(5);
      in_root = true;
    } else {
      out += line;
    }
    out += '\n';
    if (in_root && line.ends_with('>')) {
      out += "<title>" + xml_text(title) + "</title>\n<desc>" + xml_text(description(sketch)) +
             "</desc>\n";
      in_root = false;
    }
    tooltip = tooltip_of_group(line, sketch);
  }
  return out;
}

}  // namespace actant
