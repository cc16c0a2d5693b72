// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "export/exporter.hpp"
#include "export/graphviz.hpp"
#include "export/pdf.hpp"
#include "export/sketch.hpp"
#include "export/svg.hpp"

#include <limits>
#include <ostream>
#include <string>

namespace actant {
namespace {

/// More than that nobody can read, and Graphviz takes minutes.
constexpr std::size_t most_drawn_nodes = 1000;

void put(std::ostream& out, const std::string& bytes) {
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  if (!out) throw Error("cannot write the picture");
}

class DotExporter final : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, std::ostream& out) const override {
    put(out, to_dot(sketch(graph, std::numeric_limits<std::size_t>::max())));
  }
};

class SvgExporter final : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, std::ostream& out) const override {
    const Sketch drawn = sketch(graph, most_drawn_nodes);
    put(out, accessible_svg(render(drawn, "svg"), drawn));
  }
};

class PngExporter final : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, std::ostream& out) const override {
    put(out, render(sketch(graph, most_drawn_nodes), "png"));
  }
};

class PdfExporter final : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, std::ostream& out) const override {
    put(out, undated_pdf(render(sketch(graph, most_drawn_nodes), "pdf")));
  }
};

template <typename Made>
std::unique_ptr<Exporter> make() {
  return std::make_unique<Made>();
}

}  // namespace

ExportFormat dot_format() {
  return {"dot", "dot gv", "text/vnd.graphviz", "Graphviz source of the picture",
          make<DotExporter>};
}

ExportFormat svg_format() {
  return {"svg", "svg", "image/svg+xml", "picture with tooltips, drawn by Graphviz",
          make<SvgExporter>};
}

ExportFormat png_format() {
  return {"png", "png", "image/png", "picture, 144 dots an inch", make<PngExporter>};
}

ExportFormat pdf_format() {
  return {"pdf", "pdf", "application/pdf", "picture for print", make<PdfExporter>};
}

}  // namespace actant
