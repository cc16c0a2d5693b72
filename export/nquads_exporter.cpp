// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "export/escape.hpp"
#include "export/exporter.hpp"
#include "export/rdf.hpp"
#include "export/vocabulary.hpp"

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace actant {
namespace {

/// "xsd:date" for a date; "" for text, whose datatype N-Quads leaves out.
std::string_view datatype(RdfValue::Kind kind) {
  switch (kind) {
    case RdfValue::Kind::boolean:
      return "xsd:boolean";
    case RdfValue::Kind::date:
      return "xsd:date";
    case RdfValue::Kind::decimal:
      return "xsd:decimal";
    case RdfValue::Kind::natural:
      return "xsd:nonNegativeInteger";
    case RdfValue::Kind::iri:
    case RdfValue::Kind::text:
      break;
  }
  return {};
}

std::string term(const RdfValue& value) {
  if (value.kind == RdfValue::Kind::iri) return "<" + value.text + ">";
  const std::string literal = "\"" + nquads_literal(value.text) + "\"";
  const std::string_view type = datatype(value.kind);
  return type.empty() ? literal : literal + "^^<" + expand_name(type) + ">";
}

/// Production `statement` of N-Quads 1.1, once for each property of the graph's resources.
std::string lines_of(const RdfGraph& graph) {
  const std::string end = graph.name.empty() ? " .\n" : " <" + graph.name + "> .\n";
  std::string lines;
  for (const RdfResource& resource : graph.resources) {
    for (const RdfProperty& property : resource.properties) {
      lines += "<" + resource.iri + "> <" + property.property + "> " + term(property.value) + end;
    }
  }
  return lines;
}

class NQuadsExporter final : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, std::ostream& out) const override {
    const RdfModel model(graph);
    for (std::size_t i = 0; i < model.size(); ++i) {
      const std::string lines = lines_of(model.graph(i));
      out.write(lines.data(), static_cast<std::streamsize>(lines.size()));
    }
    out.flush();
    if (!out) throw Error("cannot write N-Quads");
  }
};

}  // namespace

ExportFormat nquads_format() {
  return {"nq", "nq nquads", "application/n-quads",
          "RDF: a named graph for each article, a statement for each claim",
          []() -> std::unique_ptr<Exporter> { return std::make_unique<NQuadsExporter>(); }};
}

}  // namespace actant
