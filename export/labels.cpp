// SPDX-License-Identifier: MIT
#include "export/labels.hpp"

#include "export/escape.hpp"
#include "export/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

namespace actant {
namespace {

constexpr std::size_t name_width = 18;  // code points
constexpr std::size_t note_width = 26;
constexpr std::size_t edge_width = 22;
constexpr std::size_t most_notes = 4;
constexpr std::size_t most_lines = 6;
constexpr std::string_view cross = "\xC3\x97 ";
constexpr std::size_t cells_in_a_row = 7;  // of the legend
constexpr int small_size = 9;

/// Text in a font of that size and colour.
std::string font(std::string_view text, std::string_view colour, int size) {
  return "<FONT COLOR=\"" + std::string(colour) + "\" POINT-SIZE=\"" + std::to_string(size) +
         "\">" + std::string(text) + "</FONT>";
}

/// Escaped lines with breaks between them.
std::string lines_of(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrap(text, width)) {
    if (!out.empty()) out += "<BR/>";
    out += xml_text(line);
  }
  return out;
}

/// A word for what is not simply a fact.
std::string_view modality_word(Modality modality) {
  constexpr std::array<std::string_view, 5> words = {"", "planned", "possible", "conditional",
                                                     "called for"};
  return words.at(static_cast<std::size_t>(modality));
}

/// "planned, says Zas"; "" when there is nothing to add.
std::string small_print(const SketchLine& line) {
  std::string text(modality_word(line.modality));
  if (!line.said_by.empty()) {
    text += (text.empty() ? "says " : ", says ") + line.said_by;
  }
  return text;
}

std::string note(const SketchLine& line) {
  const bool denied = line.polarity == Polarity::negative;
  std::string text = (denied ? std::string(cross) : "") + line.text;
  const std::string more = small_print(line);
  if (!more.empty()) text += " (" + more + ")";
  return font(lines_of(text, note_width), denied ? Ink::negative : Ink::quiet, small_size);
}

/// A cell that shows what a mark means.
std::string sample(std::string_view mark, std::string_view colour, std::string_view meaning) {
  return "<TD>" + font(mark, colour, 11) + " " +
         font(xml_text(meaning), Ink::quiet, small_size) + "</TD>";
}

std::string swatch(const NodeStyle& style) {
  return "<TD><TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\"><TR><TD BORDER=\"1\""
         " FIXEDSIZE=\"TRUE\" WIDTH=\"18\" HEIGHT=\"11\" COLOR=\"" +
         std::string(style.line) + "\" BGCOLOR=\"" + std::string(style.fill) + "\"></TD><TD>" +
         font(xml_text(style.caption), Ink::quiet, small_size) + "</TD></TR></TABLE></TD>";
}

/// Cells for the node styles that occur.
std::vector<std::string> type_cells(const Sketch& sketch) {
  std::set<std::string_view> used;
  for (const SketchNode& node : sketch.nodes) used.insert(node_style(node.type).type);
  std::vector<std::string> cells;
  for (const NodeStyle& style : node_styles()) {
    if (used.count(style.type) > 0) cells.push_back(swatch(style));
  }
  return cells;
}

/// Cells for the marks that occur.
std::vector<std::string> mark_cells(const Sketch& sketch) {
  bool unnamed = false;
  for (const SketchNode& node : sketch.nodes) unnamed = unnamed || !node.named;
  bool event = false;
  bool standing = false;
  bool denied = false;
  bool open = false;
  for (const SketchEdge& edge : sketch.edges) {
    (edge.standing ? standing : event) = true;
    denied = denied || edge.polarity == Polarity::negative;
    open = open || !edge.fact;
  }
  std::vector<std::string> cells;
  if (event) cells.push_back(sample("\xE2\x94\x81\xE2\x96\xB6", Ink::event, "event"));
  if (standing) cells.push_back(sample("\xE2\x94\x80\xE2\x96\xB6", Ink::standing, "standing relation"));
  if (open) {
    cells.push_back(sample("\xE2\x94\x81\xE2\x96\xB7", Ink::event, "planned, possible or demanded"));
  }
  if (denied) cells.push_back(sample("\xE2\x95\x8C\xE2\x95\x8C\xC3\x97", Ink::negative, "denied"));
  if (unnamed) cells.push_back("<TD>" + font("<I>italic</I>, broken outline: known by description",
                                             Ink::quiet, small_size) + "</TD>");
  return cells;
}

/// A row of cells as a table of its own, so that rows do not share columns.
std::string row(const std::vector<std::string>& cells) {
  if (cells.empty()) return {};
  std::string out =
      "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"0\"><TR>";
  for (const std::string& cell : cells) out += cell;
  return out + "</TR></TABLE></TD></TR>";
}

}  // namespace

int name_size(const SketchNode& node) {
  const double growth = 1.6 * std::sqrt(static_cast<double>(node.degree)) - 1.0;
  return 12 + static_cast<int>(std::clamp(growth, 0.0, 6.0));
}

std::string node_label(const SketchNode& node) {
  const std::string name = lines_of(node.name, name_width);
  std::string label = node.named ? "<B>" + name + "</B>" : "<I>" + name + "</I>";
  const std::size_t shown =
      node.notes.size() <= most_notes ? node.notes.size() : most_notes - 1;
  for (std::size_t i = 0; i < shown; ++i) label += "<BR/>" + note(node.notes[i]);
  if (shown < node.notes.size()) {
    const std::string rest = "and " + std::to_string(node.notes.size() - shown) + " more";
    label += "<BR/>" + font(rest, Ink::quiet, small_size);
  }
  return label;
}

std::string edge_label(const SketchEdge& edge) {
  const bool denied = edge.polarity == Polarity::negative;
  const std::string_view colour =
      denied ? Ink::negative : edge.standing ? Ink::quiet : Ink::text;
  const std::size_t shown =
      edge.lines.size() <= most_lines ? edge.lines.size() : most_lines - 1;
  std::string label;
  for (std::size_t i = 0; i < shown; ++i) {
    const SketchLine& line = edge.lines[i];
    if (!label.empty()) label += "<BR/>";
    label += font(lines_of((denied ? std::string(cross) : "") + line.text, edge_width), colour, 10);
    const std::string more = small_print(line);
    if (!more.empty()) {
      label += "<BR/>" + font("<I>" + lines_of(more, edge_width) + "</I>", Ink::quiet, 8);
    }
  }
  if (shown < edge.lines.size()) {
    const std::string rest = "and " + std::to_string(edge.lines.size() - shown) + " more";
    label += "<BR/>" + font(rest, Ink::quiet, 8);
  }
  return label;
}

std::string header_label(const Sketch& sketch) {
  std::string rows;
  const auto line = [&rows](const std::string& content) {
    rows += "<TR><TD ALIGN=\"LEFT\">" + content + "</TD></TR>";
  };
  for (const std::string& part : wrap(sketch.title, 70)) {
    if (!part.empty()) line(font("<B>" + xml_text(part) + "</B>", Ink::text, 18));
  }
  if (!sketch.subtitle.empty()) line(font(xml_text(sketch.subtitle), Ink::quiet, 11));
  const std::vector<std::string> types = type_cells(sketch);
  for (std::size_t i = 0; i < types.size(); i += cells_in_a_row) {
    const auto end = std::min(types.size(), i + cells_in_a_row);
    rows += row({types.begin() + static_cast<std::ptrdiff_t>(i),
                 types.begin() + static_cast<std::ptrdiff_t>(end)});
  }
  rows += row(mark_cells(sketch));
  if (rows.empty()) return {};
  rows += "<TR><TD HEIGHT=\"8\"></TD></TR>";
  return "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">" + rows + "</TABLE>";
}

}  // namespace actant
