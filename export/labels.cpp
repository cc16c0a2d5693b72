// SPDX-License-Identifier: MIT
#include "export/labels.hpp"

#include "export/escape.hpp"
#include "export/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

namespace actant {
namespace {

constexpr std::size_t name_width = 18;  // code points
constexpr std::size_t note_width = 26;
constexpr std::size_t edge_width = 22;
constexpr std::size_t most_notes = 4;
constexpr std::size_t most_lines = 6;
constexpr std::string_view cross = "\xC3\x97 ";
constexpr std::string_view square = "\xE2\x96\xA0";
const std::string gap = "&#160;&#160;&#160;&#160;";
constexpr int small_size = 9;

/// HTML-like labels know XML's entities as well as backslash escapes.
std::string label_text(std::string_view text) { return dot_text(xml_text(text)); }

/// Content in a font of that size and colour.
std::string font(std::string_view text, std::string_view colour, int size) {
  if (text.empty()) return {};  // Graphviz has no empty font
  return "<FONT COLOR=\"" + std::string(colour) + "\" POINT-SIZE=\"" + std::to_string(size) +
         "\">" + std::string(text) + "</FONT>";
}

/// Escaped lines with breaks between them.
std::string lines_of(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrap(text, width)) {
    if (!out.empty()) out += "<BR/>";
    out += label_text(line);
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

std::string note(const SketchLine& line, std::string_view bullet) {
  const bool denied = line.polarity == Polarity::negative;
  std::string text = std::string(denied ? cross : bullet) + line.text;
  const std::string more = small_print(line);
  if (!more.empty()) text += " (" + more + ")";
  return font(lines_of(text, note_width), denied ? Ink::negative : Ink::quiet, small_size);
}

/// A mark in its colour and what it means, with a gap behind.
std::string key(std::string_view mark, std::string_view colour, std::string_view meaning) {
  return font(mark, colour, 12) + font(" " + label_text(meaning) + gap, Ink::quiet, small_size);
}

/// The node styles that occur.
std::vector<std::string> type_keys(const Sketch& sketch) {
  std::set<std::string_view> used;
  for (const SketchNode& node : sketch.nodes) used.insert(node_style(node.type).type);
  std::vector<std::string> keys;
  for (const NodeStyle& style : node_styles()) {
    if (used.count(style.type) > 0) keys.push_back(key(square, style.line, style.caption));
  }
  return keys;
}

/// The marks that occur.
std::vector<std::string> mark_keys(const Sketch& sketch) {
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
  std::vector<std::string> keys;
  if (event) keys.push_back(key("\xE2\x94\x81\xE2\x96\xB6", Ink::event, "event"));
  if (standing) {
    keys.push_back(key("\xE2\x94\x80\xE2\x96\xB6", Ink::standing, "standing relation"));
  }
  if (open) {
    keys.push_back(key("\xE2\x94\x81\xE2\x96\xB7", Ink::event,
                       "planned, possible, conditional or called for"));
  }
  if (denied) {
    keys.push_back(key("\xE2\x95\x8C\xE2\x95\x8C\xC3\x97", Ink::negative, "denied"));
  }
  if (unnamed) {
    keys.push_back(
        font("<I>italic</I>, broken outline: known by description", Ink::quiet, small_size));
  }
  return keys;
}

}  // namespace

int name_size(const SketchNode& node) {
  const double growth = 1.6 * std::sqrt(static_cast<double>(node.degree)) - 1.0;
  return 12 + static_cast<int>(std::clamp(growth, 0.0, 6.0));
}

std::string node_label(const SketchNode& node) {
  const std::string name = lines_of(node.name, name_width);
  std::string label = node.named ? "<B>" + name + "</B>" : "<I>" + name + "</I>";
  const std::size_t shown = node.notes.size() <= most_notes ? node.notes.size() : most_notes - 1;
  const std::string_view bullet = node.notes.size() > 1 ? "\xE2\x80\xA2 " : "";
  for (std::size_t i = 0; i < shown; ++i) label += "<BR/>" + note(node.notes[i], bullet);
  if (shown < node.notes.size()) {
    const std::string rest = "and " + std::to_string(node.notes.size() - shown) + " more";
    label += "<BR/>" + font(rest, Ink::quiet, small_size);
  }
  return label;
}

std::string edge_label(const SketchEdge& edge) {
  const bool denied = edge.polarity == Polarity::negative;
  const std::string_view colour = denied ? Ink::negative : edge.standing ? Ink::quiet : Ink::text;
  const std::size_t shown = edge.lines.size() <= most_lines ? edge.lines.size() : most_lines - 1;
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
    if (!part.empty()) line(font("<B>" + label_text(part) + "</B>", Ink::text, 18));
  }
  if (!sketch.subtitle.empty()) line(font(label_text(sketch.subtitle), Ink::quiet, 11));
  const auto add_keys = [&line](const std::vector<std::string>& keys, std::size_t in_a_row) {
    for (std::size_t i = 0; i < keys.size(); i += in_a_row) {
      std::string row;
      for (std::size_t k = i; k < std::min(keys.size(), i + in_a_row); ++k) row += keys[k];
      line(row);
    }
  };
  add_keys(type_keys(sketch), 8);
  add_keys(mark_keys(sketch), 3);
  if (rows.empty()) return {};
  rows += R"(<TR><TD HEIGHT="8"></TD></TR>)";
  return R"(<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1">)" + rows + "</TABLE>";
}

}  // namespace actant
