// SPDX-License-Identifier: MIT
#include "export/graphviz.hpp"

#include "base/error.hpp"
#include "export/escape.hpp"
#include "export/labels.hpp"
#include "export/palette.hpp"
#include "export/parts.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <initializer_list>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {
namespace {

constexpr std::size_t most_layered_edges = 250;
constexpr std::size_t most_labelled_edges = 600;

/// In layers, as people read; by springs, when layers would be too many; and by springs without
/// the labels of the edges, when nobody could read them.
enum class Layout { layers, springs, crowd };

Layout layout_of(const Sketch& sketch) {
  if (sketch.edges.size() <= most_layered_edges) return Layout::layers;
  return sketch.edges.size() <= most_labelled_edges ? Layout::springs : Layout::crowd;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

struct FreeRendering {
  void operator()(char* bytes) const { gvFreeRenderData(bytes); }
};

/// Undoes gvLayout before the graph is closed.
struct LayoutGuard {
  GVC_t* context;
  Agraph_t* graph;
  ~LayoutGuard() { gvFreeLayout(context, graph); }
};

std::mutex& graphviz_mutex() {
  static std::mutex mutex;
  return mutex;
}

/// What Graphviz complained about since the last call; filled under the lock.
std::string& complaints() {
  static std::string text;
  return text;
}

int keep_complaint(char* message) {
  complaints() += message;
  return 0;
}

/// Takes the lock, and keeps Graphviz from printing what is wrong.
class Session {
 public:
  Session() : lock_(graphviz_mutex()) {
    complaints().clear();
    agseterr(AGERR);
    agseterrf(keep_complaint);
  }
  ~Session() { agseterrf(nullptr); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

 private:
  std::lock_guard<std::mutex> lock_;
};

[[noreturn]] void fail(const std::string& what) {
  const std::string why = printable(complaints());
  throw Error("Graphviz cannot " + what + (why.empty() ? "" : ": " + why));
}

/// cgraph takes mutable strings and does not change them.
char* text_of(const std::string& text) { return const_cast<char*>(text.c_str()); }  // NOLINT

/// Lets agwrite append to a std::string.
Agdisc_t* string_output() {
  static Agiodisc_t io{nullptr,
                       [](void* out, const char* text) {
                         *static_cast<std::string*>(out) += text;
                         return 0;
                       },
                       [](void*) { return 0; }};
  static Agdisc_t disciplines{&AgMemDisc, &AgIdDisc, &io};
  return &disciplines;
}

/// A sketch as a graph of cgraph.
class Builder {
 public:
  explicit Builder(const Sketch& sketch);

  /// For those who draw the DOT file themselves; SVG gets titles instead.
  void add_tooltips(const Sketch& sketch);

  /// Adds what only a drawing needs.
  void prepare_drawing(const Sketch& sketch, const std::string& format);

  [[nodiscard]] Agraph_t* get() const { return graph_.get(); }

 private:
  void declare(int kind, const std::string& name, const std::string& value);
  void set(void* object, const std::string& name, std::string_view value);
  void set_html(void* object, const std::string& name, const std::string& value);
  void declare_attributes();
  void add_node(const SketchNode& node);
  void add_edge(const SketchEdge& edge);
  Agedge_t* connect(std::size_t from, std::size_t to, const std::string& id);
  void line_up_small_parts(const Sketch& sketch);

  Layout layout_;
  GraphHandle graph_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
};

Builder::Builder(const Sketch& sketch)
    : layout_(layout_of(sketch)), graph_(agopen(text_of("actant"), Agdirected, string_output())) {
  if (!graph_) fail("make a graph");
  declare_attributes();
  const std::string header = header_label(sketch);
  if (!header.empty()) set_html(graph_.get(), "label", header);
  for (const SketchNode& node : sketch.nodes) add_node(node);
  for (const SketchEdge& edge : sketch.edges) add_edge(edge);
}

void Builder::declare(int kind, const std::string& name, const std::string& value) {
  if (agattr(graph_.get(), kind, text_of(name), text_of(value)) == nullptr) fail("take " + name);
}

void Builder::set(void* object, const std::string& name, std::string_view value) {
  if (agset(object, text_of(name), text_of(std::string(value))) != 0) fail("set " + name);
}

void Builder::set_html(void* object, const std::string& name, const std::string& value) {
  char* const html = agstrdup_html(graph_.get(), text_of(value));
  const int failed = agset(object, text_of(name), html);
  agstrfree(graph_.get(), html);
  if (failed != 0) fail("set " + name);
}

void Builder::declare_attributes() {
  const std::initializer_list<std::pair<const char*, const char*>> graph = {
      {"label", ""},        {"labelloc", "t"}, {"labeljust", "l"},   {"fontname", "Arial"},
      {"bgcolor", "white"}, {"pad", "0.3"},    {"charset", "UTF-8"}, {"outputorder", "edgesfirst"}};
  for (const auto& [name, value] : graph) declare(AGRAPH, name, value);
  const std::initializer_list<std::pair<const char*, const char*>> layout_layered = {
      {"layout", "dot"},     {"rankdir", "LR"}, {"nodesep", "0.25"}, {"ranksep", "0.35"},
      {"splines", "spline"}, {"nslimit", "20"}, {"mclimit", "2"}};
  const std::initializer_list<std::pair<const char*, const char*>> layout_springs = {
      {"layout", "sfdp"},        {"overlap", "prism"}, {"splines", "line"},      {"sep", "+6"},
      {"overlap_scaling", "-5"}, {"K", "1.2"},         {"repulsiveforce", "1.5"}};
  for (const auto& [name, value] : layout_ == Layout::layers ? layout_layered : layout_springs) {
    declare(AGRAPH, name, value);
  }

  const std::initializer_list<std::pair<const char*, const char*>> node = {
      {"label", ""},           {"tooltip", ""},    {"id", ""},
      {"class", ""},           {"shape", "box"},   {"style", "filled"},
      {"fillcolor", ""},       {"color", ""},      {"penwidth", "1.2"},
      {"fontname", "Arial"},   {"fontsize", "12"}, {"fontcolor", Ink::text.data()},
      {"margin", "0.12,0.07"}, {"height", "0.3"},  {"width", "0.4"}};
  for (const auto& [name, value] : node) declare(AGNODE, name, value);
  const std::initializer_list<std::pair<const char*, const char*>> edge = {
      {"label", ""},           {"tooltip", ""},      {"labeltooltip", ""},  {"id", ""},
      {"class", ""},           {"style", ""},        {"color", ""},         {"penwidth", "1.4"},
      {"arrowhead", "normal"}, {"arrowsize", "0.7"}, {"fontname", "Arial"}, {"fontsize", "10"},
      {"weight", "1"}};
  for (const auto& [name, value] : edge) declare(AGEDGE, name, value);
}

/// "person", "geopoliticalentity": what a style sheet can ask for.
std::string class_name(std::string_view type) {
  std::string name;
  for (const char c : type) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || lower) name += static_cast<char>(upper ? c - 'A' + 'a' : c);
  }
  return name.empty() ? "other" : name;
}

void Builder::add_node(const SketchNode& sketch) {
  const std::string id = "n" + std::to_string(nodes_.size() + 1);
  Agnode_t* const node = agnode(graph_.get(), text_of(id), 1);
  if (node == nullptr) fail("add a node");
  nodes_.push_back(node);
  const NodeStyle& style = node_style(sketch.type);
  set_html(node, "label", node_label(sketch));
  set(node, "fontsize", std::to_string(name_size(sketch)));
  set(node, "id", id);
  set(node, "class", class_name(sketch.type) + (sketch.named ? " named" : " described"));
  set(node, "shape", style.shape);
  std::string look = "filled";
  if (!style.corners.empty()) look += "," + std::string(style.corners);
  if (!sketch.named) look += ",dashed";
  set(node, "style", look);
  if (style.shape == "hexagon") set(node, "margin", "0,0");  // slack enough of its own
  if (style.shape == "ellipse") set(node, "margin", "0.03,0.02");
  set(node, "fillcolor", style.fill);
  set(node, "color", style.line);
}

Agedge_t* Builder::connect(std::size_t from, std::size_t to, const std::string& id) {
  Agedge_t* const edge = agedge(graph_.get(), nodes_[from], nodes_[to], text_of(id), 1);
  if (edge == nullptr) fail("add an edge");
  return edge;
}

void Builder::add_edge(const SketchEdge& sketch) {
  const std::string id = "e" + std::to_string(edges_.size() + 1);
  Agedge_t* const edge = connect(sketch.from, sketch.to, id);
  edges_.push_back(edge);
  const bool denied = sketch.polarity == Polarity::negative;
  if (layout_ != Layout::crowd) set_html(edge, "label", edge_label(sketch));
  set(edge, "id", id);
  set(edge, "class",
      std::string(sketch.standing ? "standing" : "event") + (denied ? " negative" : " positive") +
          (sketch.fact ? "" : " open"));
  std::string colour(denied ? Ink::negative : sketch.standing ? Ink::standing : Ink::event);
  if (layout_ != Layout::layers) colour += "90";  // lines cross many others
  set(edge, "color", colour);
  if (sketch.standing) set(edge, "penwidth", "0.8");
  if (denied) set(edge, "style", "dashed");
  if (denied) {
    set(edge, "arrowhead", "tee");
  } else if (!sketch.fact) {
    set(edge, "arrowhead", "empty");
  }
}

void Builder::add_tooltips(const Sketch& sketch) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    set(nodes_[i], "tooltip", dot_text(sketch.nodes[i].tooltip));
  }
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    for (const char* const name : {"tooltip", "labeltooltip"}) {
      set(edges_[i], name, dot_text(sketch.edges[i].tooltip));
    }
  }
}

void Builder::prepare_drawing(const Sketch& sketch, const std::string& format) {
  if (layout_ == Layout::layers) line_up_small_parts(sketch);
  if (format == "png") {
    declare(AGRAPH, "dpi", "144");
    declare(AGRAPH, "size", "55,55");  // inches; larger pictures are scaled down to it
  }
}

/// Sets small parts that nothing connects in rows, instead of one long column.
void Builder::line_up_small_parts(const Sketch& sketch) {
  constexpr std::size_t most_in_a_part = 4;
  constexpr std::size_t most_in_a_row = 6;
  std::size_t in_row = 0;
  std::size_t before = 0;  // the node that ends the row
  for (const std::vector<std::size_t>& part : connected_parts(sketch)) {
    if (part.size() > most_in_a_part) continue;
    if (in_row > 0 && in_row + part.size() <= most_in_a_row) {
      set(connect(before, part.front(), "row" + std::to_string(before)), "style", "invis");
    } else {
      in_row = 0;
    }
    in_row += part.size();
    before = part.back();
  }
}

/// The one context of the process. It is never freed: the text plug-in keeps pointers into its
/// table of fonts from one drawing to the next.
GVC_t* shared_context() {
  static GVC_t* const context = gvContext();
  if (context == nullptr) fail("start");
  return context;
}

std::string dot_of(Agraph_t* graph) {
  std::string out;
  if (agwrite(graph, &out) != 0) fail("write DOT");
  return out;
}

}  // namespace

std::string to_dot(const Sketch& sketch) {
  const Session session;
  Builder graph(sketch);
  graph.add_tooltips(sketch);
  return dot_of(graph.get());
}

std::string render(const Sketch& sketch, const std::string& format) {
  const Session session;
  GVC_t* const context = shared_context();
  Builder graph(sketch);
  graph.prepare_drawing(sketch, format);
  char* const engine = agget(graph.get(), text_of("layout"));
  if (gvLayout(context, graph.get(), engine) != 0) fail("lay out the graph");
  const LayoutGuard layout{context, graph.get()};
  char* bytes = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context, graph.get(), format.c_str(), &bytes, &size);
  const std::unique_ptr<char, FreeRendering> rendering(bytes);
  if (failed != 0 || bytes == nullptr) fail("draw " + format);
  return {rendering.get(), size};
}

}  // namespace actant
