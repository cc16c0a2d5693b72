// SPDX-License-Identifier: MIT
#include "export/graphviz.hpp"

#include "base/error.hpp"
#include "export/escape.hpp"
#include "export/labels.hpp"
#include "export/palette.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {
namespace {

constexpr std::size_t most_layered_edges = 250;

bool is_layered(const Sketch& sketch) { return sketch.edges.size() <= most_layered_edges; }

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
using ContextHandle = std::unique_ptr<GVC_t, FreeContext>;

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

/// Nodes by connected part; in each, first one that no edge enters and last one that none leaves,
/// as far as there are such.
std::vector<std::vector<std::size_t>> parts_of(const Sketch& sketch) {
  std::vector<std::size_t> root(sketch.nodes.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&root](std::size_t node) {
    while (root[node] != node) node = root[node] = root[root[node]];
    return node;
  };
  std::vector<int> flow(sketch.nodes.size(), 0);  // edges out less edges in
  for (const SketchEdge& edge : sketch.edges) {
    const std::size_t a = find(edge.from);
    const std::size_t b = find(edge.to);
    root[std::max(a, b)] = std::min(a, b);
    ++flow[edge.from];
    --flow[edge.to];
  }
  std::vector<std::vector<std::size_t>> parts(sketch.nodes.size());
  for (std::size_t i = 0; i < sketch.nodes.size(); ++i) parts[find(i)].push_back(i);
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const auto& p) { return p.empty(); }),
              parts.end());
  for (auto& part : parts) {
    std::stable_sort(part.begin(), part.end(),
                     [&](std::size_t a, std::size_t b) { return flow[a] > flow[b]; });
  }
  return parts;
}

/// A sketch as a graph of cgraph.
class Builder {
 public:
  explicit Builder(const Sketch& sketch);

  /// Sets small parts that nothing connects in rows, instead of one long column.
  void line_up_small_parts(const Sketch& sketch);

  [[nodiscard]] Agraph_t* get() const { return graph_.get(); }

 private:
  void declare(int kind, const std::string& name, const std::string& value);
  void set(void* object, const std::string& name, std::string_view value);
  void set_html(void* object, const std::string& name, const std::string& value);
  void declare_attributes(bool layered);
  void add_node(const SketchNode& node);
  void add_edge(const SketchEdge& edge);

  GraphHandle graph_;
  std::vector<Agnode_t*> nodes_;
  std::size_t edges_ = 0;
};

Builder::Builder(const Sketch& sketch)
    : graph_(agopen(text_of("actant"), Agdirected, string_output())) {
  if (!graph_) fail("make a graph");
  declare_attributes(is_layered(sketch));
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

void Builder::declare_attributes(bool layered) {
  const std::initializer_list<std::pair<const char*, const char*>> graph = {
      {"label", ""},        {"labelloc", "t"}, {"labeljust", "l"},   {"fontname", "Arial"},
      {"bgcolor", "white"}, {"pad", "0.3"},    {"charset", "UTF-8"}, {"outputorder", "edgesfirst"}};
  for (const auto& [name, value] : graph) declare(AGRAPH, name, value);
  const std::initializer_list<std::pair<const char*, const char*>> layout_layered = {
      {"layout", "dot"},     {"rankdir", "LR"}, {"nodesep", "0.25"}, {"ranksep", "0.35"},
      {"splines", "spline"}, {"nslimit", "20"}, {"mclimit", "2"}};
  const std::initializer_list<std::pair<const char*, const char*>> layout_springs = {
      {"layout", "sfdp"}, {"overlap", "prism"}, {"splines", "line"}, {"K", "1.2"}, {"sep", "+6"}};
  for (const auto& [name, value] : layered ? layout_layered : layout_springs) {
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
  set(node, "tooltip", dot_text(sketch.tooltip));
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

void Builder::add_edge(const SketchEdge& sketch) {
  const std::string id = "e" + std::to_string(++edges_);
  Agedge_t* const edge =
      agedge(graph_.get(), nodes_[sketch.from], nodes_[sketch.to], text_of(id), 1);
  if (edge == nullptr) fail("add an edge");
  const bool denied = sketch.polarity == Polarity::negative;
  set_html(edge, "label", edge_label(sketch));
  set(edge, "tooltip", dot_text(sketch.tooltip));
  set(edge, "labeltooltip", dot_text(sketch.tooltip));
  set(edge, "id", id);
  set(edge, "class",
      std::string(sketch.standing ? "standing" : "event") + (denied ? " negative" : " positive") +
          (sketch.fact ? "" : " open"));
  set(edge, "color", denied ? Ink::negative : sketch.standing ? Ink::standing : Ink::event);
  if (sketch.standing) set(edge, "penwidth", "0.8");
  if (denied) set(edge, "style", "dashed");
  if (denied) {
    set(edge, "arrowhead", "tee");
  } else if (!sketch.fact) {
    set(edge, "arrowhead", "empty");
  }
}

void Builder::line_up_small_parts(const Sketch& sketch) {
  constexpr std::size_t most_in_a_part = 4;
  constexpr std::size_t most_in_a_row = 6;
  std::size_t in_row = 0;
  std::size_t before = 0;  // the node that ends the row
  for (const std::vector<std::size_t>& part : parts_of(sketch)) {
    if (part.size() > most_in_a_part) continue;
    if (in_row > 0 && in_row + part.size() <= most_in_a_row) {
      const std::string id = "e" + std::to_string(++edges_);
      Agedge_t* const edge =
          agedge(graph_.get(), nodes_[before], nodes_[part.front()], text_of(id), 1);
      if (edge == nullptr) fail("add an edge");
      set(edge, "style", "invis");
    } else {
      in_row = 0;
    }
    in_row += part.size();
    before = part.back();
  }
}

std::string dot_of(Agraph_t* graph) {
  std::string out;
  if (agwrite(graph, &out) != 0) fail("write DOT");
  return out;
}

}  // namespace

std::string to_dot(const Sketch& sketch) {
  const Session session;
  const Builder graph(sketch);
  return dot_of(graph.get());
}

std::string render(const Sketch& sketch, const std::string& format) {
  const Session session;
  const ContextHandle context(gvContext());
  if (!context) fail("start");
  Builder graph(sketch);
  if (is_layered(sketch)) graph.line_up_small_parts(sketch);
  char* const engine = agget(graph.get(), text_of("layout"));
  if (gvLayout(context.get(), graph.get(), engine) != 0) fail("lay out the graph");
  const LayoutGuard layout{context.get(), graph.get()};
  char* bytes = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context.get(), graph.get(), format.c_str(), &bytes, &size);
  const std::unique_ptr<char, FreeRendering> rendering(bytes);
  if (failed != 0 || bytes == nullptr) fail("draw " + format);
  return {rendering.get(), size};
}

}  // namespace actant
