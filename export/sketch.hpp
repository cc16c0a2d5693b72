// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_SKETCH_HPP
#define ACTANT_EXPORT_SKETCH_HPP

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace actant {

/// One claim in a picture, as words. All texts of a sketch are printable().
struct SketchLine {
  std::string text;     ///< "will guard"
  std::string said_by;  ///< short name of who says so; "" for the article itself
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;

  friend auto operator<=>(const SketchLine&, const SketchLine&) = default;
};

struct SketchNode {
  std::string type;
  std::string name;
  bool named = true;
  std::size_t degree = 0;
  std::vector<SketchLine> notes;  ///< claims that need no second node
  std::string tooltip;
};

/// One or more claims from one node to another that look alike.
struct SketchEdge {
  std::size_t from = 0;  ///< positions in Sketch::nodes
  std::size_t to = 0;
  bool standing = false;  ///< membership, position ...: a state, not an event
  Polarity polarity = Polarity::positive;
  bool fact = true;  ///< false: planned, possible, conditional or demanded
  std::vector<SketchLine> lines;
  std::string tooltip;
};

/// What a picture of a graph shows, before anybody decides on shapes and places.
struct Sketch {
  std::string title;
  std::string subtitle;
  std::vector<SketchNode> nodes;  ///< in the order of the entities
  std::vector<SketchEdge> edges;  ///< in the order of the first claim of each
};

/// The nodes and edges of a picture. Claims between the same two entities that look alike share an
/// edge; claims about one entity alone (an amount, a date, a verb without object) are notes in its
/// node; entities that only qualify claims hang on their subjects.
/// @param most_nodes  When there are more entities, only those with most relations are drawn, and
///                    the subtitle says so.
[[nodiscard]] Sketch sketch(const KnowledgeGraph& graph, std::size_t most_nodes);

}  // namespace actant

#endif  // ACTANT_EXPORT_SKETCH_HPP
