// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "export/exporter.hpp"
#include "graph/edges.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>

namespace actant {
namespace {

/// Writes the fields of one record after another; the layout of docs/actant.schema.json.
class RecordWriter {
 public:
  explicit RecordWriter(const KnowledgeGraph& graph) : graph_(graph) {}

  void document(const DocumentRecord& document);
  void node(EntityId id);
  void edge(std::size_t relation);
  /// A claim that gives no edge, with all its participants.
  void claim(ClaimIndex index);

  /// What was written since the last time.
  [[nodiscard]] std::string_view text() const { return {buffer_.GetString(), buffer_.GetSize()}; }
  void clear();

 private:
  void name(std::string_view field) { writer_.Key(field.data(), length(field)); }
  void value(std::string_view text);
  void value(const std::optional<std::string>& text);
  void value(bool flag) { writer_.Bool(flag); }
  void value(std::uint64_t number) { writer_.Uint64(number); }
  void value(double number);
  void value(const std::vector<std::string>& texts);
  template <typename T>
  void field(std::string_view key, const T& content) {
    name(key);
    value(content);
  }

  void node_id(EntityId id);
  void node_id(std::string_view key) { node_id(graph_.find(key)); }
  void range(const TextRange& range);
  void filler(const Participant& participant, std::string_view node_field);
  void attributes(const Claim& claim, std::string_view label);
  void qualifiers(const Claim& claim);
  void evidence(const Claim& claim);
  void attestations(const Entity& entity);
  void attestations(const Claim& claim);

  static rapidjson::SizeType length(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  const KnowledgeGraph& graph_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

void RecordWriter::clear() {
  buffer_.Clear();
  writer_.Reset(buffer_);
}

void RecordWriter::value(std::string_view text) {
  if (is_valid_utf8(text)) {
    writer_.String(text.data(), length(text));
  } else {
    const std::string repaired = repair_utf8(text).text;
    writer_.String(repaired.data(), length(repaired));
  }
}

void RecordWriter::value(const std::optional<std::string>& text) {
  if (text) {
    value(std::string_view(*text));
  } else {
    writer_.Null();
  }
}

/// The shortest decimal that reads back the same; no locale has a say.
void RecordWriter::value(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  writer_.RawValue(digits.data(), static_cast<std::size_t>(end - digits.data()),
                   rapidjson::kNumberType);
}

void RecordWriter::value(const std::vector<std::string>& texts) {
  writer_.StartArray();
  for (const std::string& text : texts) value(std::string_view(text));
  writer_.EndArray();
}

void RecordWriter::node_id(EntityId id) {
  value(std::string_view("n" + std::to_string(id.value + 1)));
}

void RecordWriter::range(const TextRange& range) {
  field("start", range.start);
  field("end", range.end);
  field("byteStart", range.byte_start);
  field("byteEnd", range.byte_end);
}

void RecordWriter::document(const DocumentRecord& document) {
  writer_.StartObject();
  field("id", std::string_view(document.id));
  field("uri", std::string_view(document.uri));
  field("title", document.title);
  field("published", document.published);
  field("publisher", document.publisher);
  field("language", std::string_view(document.language));
  writer_.EndObject();
}

void RecordWriter::node(EntityId id) {
  const Entity& entity = graph_.entity(id);
  writer_.StartObject();
  name("id");
  node_id(id);
  field("key", std::string_view(entity.key));
  field("type", std::string_view(entity.type));
  field("name", std::string_view(entity.name));
  field("aliases", entity.aliases);
  field("named", entity.named);
  field("sameAs", entity.same_as);
  name("mentions");
  writer_.StartArray();
  for (const Mention& mention : entity.mentions) {
    writer_.StartObject();
    field("document", std::string_view(mention.document));
    range(mention.range);
    writer_.EndObject();
  }
  writer_.EndArray();
  attestations(entity);
  writer_.EndObject();
}

void RecordWriter::attestations(const Entity& entity) {
  if (entity.attestations.empty()) return;
  name("attestations");
  writer_.StartArray();
  for (const EntityAttestation& said : entity.attestations) {
    writer_.StartObject();
    field("document", std::string_view(said.document));
    field("type", std::string_view(said.type));
    field("name", std::string_view(said.name));
    field("aliases", said.aliases);
    field("named", said.named);
    field("sameAs", said.same_as);
    writer_.EndObject();
  }
  writer_.EndArray();
}

void RecordWriter::attestations(const Claim& claim) {
  if (claim.attestations.empty()) return;
  name("attestations");
  writer_.StartArray();
  for (const ClaimAttestation& said : claim.attestations) {
    writer_.StartObject();
    field("document", std::string_view(said.document));
    field("label", std::string_view(said.label));
    field("confidence", said.confidence);
    field("origin", std::string_view(said.origin));
    writer_.EndObject();
  }
  writer_.EndArray();
}

/// A node id under `node_field`, or a literal.
void RecordWriter::filler(const Participant& participant, std::string_view node_field) {
  if (const auto* entity = std::get_if<EntityKey>(&participant.filler)) {
    name(node_field);
    node_id(entity->key);
    return;
  }
  const auto& literal = std::get<Literal>(participant.filler);
  field("value", std::string_view(literal.value));
  if (!literal.datatype.empty()) field("datatype", std::string_view(literal.datatype));
}

void RecordWriter::attributes(const Claim& claim, std::string_view label) {
  field("predicate", std::string_view(claim.predicate));
  field("label", label);
  field("type", std::string_view(claim.type));
  field("polarity", to_string(claim.polarity));
  field("modality", to_string(claim.modality));
  name("attributedTo");
  if (claim.attributed_to.empty()) {
    writer_.Null();
  } else {
    node_id(claim.attributed_to);
  }
  if (!claim.attributed_via.empty()) {
    name("attributedVia");
    writer_.StartArray();
    for (const std::string& key : claim.attributed_via) node_id(key);
    writer_.EndArray();
  }
  name("time");
  if (claim.time.empty()) {
    writer_.Null();
  } else {
    value(std::string_view(claim.time));
  }
  field("confidence", claim.confidence);
  field("origin", std::string_view(claim.origin));
}

void RecordWriter::edge(std::size_t position) {
  const Relation& relation = graph_.relations()[position];
  const Claim& claim = graph_.claim(relation.claim);
  const Participant& subject = claim.participants[relation.from];
  const Participant& object = claim.participants[relation.participant];
  writer_.StartObject();
  field("id", std::string_view("c" + std::to_string(position + 1)));
  field("claim", graph_.claim_id(relation.claim));
  name("from");
  node_id(relation.subject);
  if (relation.object.valid()) {
    name("to");
    node_id(relation.object);
  } else {
    filler(object, "to");
  }
  attributes(claim, edge_label(claim, {relation.from, relation.participant}));
  field("fromRole", std::string_view(subject.role));
  field("toRole", std::string_view(object.role));
  qualifiers(claim);
  evidence(claim);
  attestations(claim);
  writer_.EndObject();
}

void RecordWriter::qualifiers(const Claim& claim) {
  const std::vector<ClaimEdge> edges = edges_of(claim);
  name("qualifiers");
  writer_.StartArray();
  for (std::size_t i = 1; i < claim.participants.size(); ++i) {
    if (std::any_of(edges.begin(), edges.end(), [i](const auto& edge) { return edge.to == i; })) {
      continue;
    }
    writer_.StartObject();
    field("role", std::string_view(claim.participants[i].role));
    filler(claim.participants[i], "node");
    writer_.EndObject();
  }
  writer_.EndArray();
}

void RecordWriter::claim(ClaimIndex index) {
  const Claim& claim = graph_.claim(index);
  writer_.StartObject();
  field("claim", graph_.claim_id(index));
  name("participants");
  writer_.StartArray();
  for (const Participant& participant : claim.participants) {
    writer_.StartObject();
    field("role", std::string_view(participant.role));
    filler(participant, "node");
    writer_.EndObject();
  }
  writer_.EndArray();
  attributes(claim, claim.label);
  evidence(claim);
  attestations(claim);
  writer_.EndObject();
}

void RecordWriter::evidence(const Claim& claim) {
  name("evidence");
  writer_.StartArray();
  for (const Evidence& said : claim.evidence) {
    writer_.StartObject();
    field("document", std::string_view(said.document));
    range(said.range);
    if (said.sentence != said.range) {
      name("sentence");
      writer_.StartObject();
      range(said.sentence);
      writer_.EndObject();
    }
    if (!said.quote.empty()) field("quote", std::string_view(said.quote));
    writer_.EndObject();
  }
  writer_.EndArray();
}

/// One record a line, so that graphs can be compared and searched line by line.
class JsonExporter final : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;
};

template <typename Each>
void write_list(std::string_view field, std::size_t count, std::ostream& out, RecordWriter& records,
                Each each) {
  out << ",\n\"" << field << "\": [";
  for (std::size_t i = 0; i < count; ++i) {
    out << (i == 0 ? "\n" : ",\n");
    each(i);
    out << records.text();
    records.clear();
    if (!out) throw Error("cannot write the JSON output");
  }
  out << (count == 0 ? "]" : "\n]");
}

std::vector<ClaimIndex> claims_without_edges(const KnowledgeGraph& graph) {
  std::vector<ClaimIndex> found;
  for (std::size_t i = 0; i < graph.claims().size(); ++i) {
    const ClaimIndex index(static_cast<std::uint32_t>(i));
    if (edges_of(graph.claim(index)).empty()) found.push_back(index);
  }
  return found;
}

void JsonExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  RecordWriter records(graph);
  const auto index = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
  out << "{\"actant\": 1";
  write_list("documents", graph.documents().size(), out, records,
             [&](std::size_t i) { records.document(graph.documents()[i]); });
  write_list("nodes", graph.entities().size(), out, records,
             [&](std::size_t i) { records.node(EntityId(index(i))); });
  write_list("edges", graph.relations().size(), out, records,
             [&](std::size_t i) { records.edge(i); });
  const std::vector<ClaimIndex> others = claims_without_edges(graph);
  if (!others.empty()) {
    write_list("claims", others.size(), out, records,
               [&](std::size_t i) { records.claim(others[i]); });
  }
  out << "\n}\n";
  if (!out.flush()) throw Error("cannot write the JSON output");
}

}  // namespace

ExportFormat json_format() {
  return {"json", "json", "application/json", "Actant JSON: the whole graph, without loss",
          []() -> std::unique_ptr<Exporter> { return std::make_unique<JsonExporter>(); }};
}

}  // namespace actant
