// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "export/exporter.hpp"
#include "export/rdf.hpp"
#include "export/vocabulary.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace actant {
namespace {

using Kind = RdfValue::Kind;

/// The term of an IRI, or null.
const RdfTerm* find_term(std::string_view iri) {
  const auto terms = rdf_terms();
  const auto found =
      std::find_if(terms.begin(), terms.end(), [iri](const auto& term) { return term.iri == iri; });
  return found == terms.end() ? nullptr : &*found;
}

std::string_view range_of(Kind kind) {
  switch (kind) {
    case Kind::iri:
      return "@id";
    case Kind::boolean:
      return "xsd:boolean";
    case Kind::date:
      return "xsd:date";
    case Kind::decimal:
      return "xsd:decimal";
    case Kind::natural:
      return "xsd:nonNegativeInteger";
    case Kind::text:
      break;
  }
  return {};
}

/// Writes one JSON value after another.
class JsonLdWriter {
 public:
  void context();
  void resource(const RdfResource& resource);
  void string(std::string_view text) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  /// What was written since the last time.
  [[nodiscard]] std::string_view text() const { return {buffer_.GetString(), buffer_.GetSize()}; }
  void clear() {
    buffer_.Clear();
    writer_.Reset(buffer_);
  }

 private:
  void key(std::string_view text) {
    writer_.Key(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void value(const RdfValue& value, std::string_view range);
  void bare(const RdfValue& value);

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

void JsonLdWriter::context() {
  writer_.StartObject();
  key("@version");
  writer_.RawValue("1.1", 3, rapidjson::kNumberType);
  for (const IriPrefix& prefix : iri_prefixes()) {
    key(prefix.name);
    string(prefix.iri);
  }
  for (const RdfTerm& term : rdf_terms()) {
    key(term.name);
    writer_.StartObject();
    key("@id");
    string(compact_iri(term.iri));
    if (!term.range.empty()) {
      key("@type");
      string(term.range);
    }
    writer_.EndObject();
  }
  writer_.EndObject();
}

/// The value without its type.
void JsonLdWriter::bare(const RdfValue& value) {
  switch (value.kind) {
    case Kind::iri:
      string(compact_iri(value.text));
      break;
    case Kind::boolean:
      writer_.Bool(value.text == "true");
      break;
    case Kind::natural:
      writer_.RawValue(value.text.data(), value.text.size(), rapidjson::kNumberType);
      break;
    case Kind::text:
    case Kind::date:
    case Kind::decimal:
      string(value.text);
  }
}

/// A value, with its type unless the term's `range` in the context gives it.
void JsonLdWriter::value(const RdfValue& value, std::string_view range) {
  const std::string_view type = range_of(value.kind);
  if (type == range) {
    bare(value);
    return;
  }
  writer_.StartObject();
  key(value.kind == Kind::iri ? "@id" : "@value");
  bare(value);
  if (value.kind != Kind::iri && !type.empty()) {
    key("@type");
    string(type);
  }
  writer_.EndObject();
}

/// A node object; properties of one name are next to each other.
void JsonLdWriter::resource(const RdfResource& resource) {
  static const std::string type = expand_name("rdf:type");
  writer_.StartObject();
  key("@id");
  string(compact_iri(resource.iri));
  const auto& properties = resource.properties;
  for (auto first = properties.begin(); first != properties.end();) {
    const auto last = std::find_if(first, properties.end(), [&](const RdfProperty& other) {
      return other.property != first->property;
    });
    const RdfTerm* const term = find_term(first->property);
    const bool is_type = first->property == type;
    key(is_type           ? "@type"
        : term != nullptr ? std::string(term->name)
                          : compact_iri(first->property));
    if (last - first > 1) writer_.StartArray();
    for (auto property = first; property != last; ++property) {
      value(property->value, is_type ? "@id" : term != nullptr ? term->range : "");
    }
    if (last - first > 1) writer_.EndArray();
    first = last;
  }
  writer_.EndObject();
}

class JsonLdExporter final : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;

 private:
  static void write_resources(const RdfGraph& graph, JsonLdWriter& writer, std::ostream& out);
};

void put(JsonLdWriter& writer, std::ostream& out) {
  out << writer.text();
  writer.clear();
}

/// One resource a line, with commas between them.
void JsonLdExporter::write_resources(const RdfGraph& graph, JsonLdWriter& writer,
                                     std::ostream& out) {
  std::string_view separator;
  for (const RdfResource& resource : graph.resources) {
    out << separator;
    writer.resource(resource);
    put(writer, out);
    separator = ",\n";
  }
}

void JsonLdExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  JsonLdWriter writer;
  out << "{\"@context\": ";
  writer.context();
  put(writer, out);
  out << ",\n\"@graph\": [";
  const RdfModel model(graph);
  std::string_view separator = "\n";
  for (std::size_t i = 0; i < model.size(); ++i) {
    const RdfGraph part = model.graph(i);
    if (part.resources.empty()) continue;
    out << separator;
    separator = ",\n";
    if (part.name.empty()) {
      write_resources(part, writer, out);
      continue;
    }
    out << "{\"@id\": ";
    writer.string(compact_iri(part.name));
    put(writer, out);
    out << ", \"@graph\": [\n";
    write_resources(part, writer, out);
    out << "\n]}";
  }
  out << "\n]}\n";
  out.flush();
  if (!out) throw Error("cannot write JSON-LD");
}

}  // namespace

ExportFormat jsonld_format() {
  return {"jsonld", "jsonld", "application/ld+json",
          "linked data: schema.org and PROV-O where they have a word for it",
          []() -> std::unique_ptr<Exporter> { return std::make_unique<JsonLdExporter>(); }};
}

}  // namespace actant
