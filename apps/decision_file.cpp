// SPDX-License-Identifier: MIT
#include "apps/decision_file.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "export/exporter.hpp"
#include "ingest/graph_json.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>
#include <vector>

namespace actant {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::size_t most_mentions = 3;  // enough to see what is meant

std::string to_json(const KnowledgeGraph& graph) {
  std::ostringstream out;
  find_format("json")->create()->write(graph, out);
  return std::move(out).str();
}

void put(Json& json, const char* name, std::string_view value) {
  json.Key(name);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put(Json& json, const char* name, std::uint64_t value) {
  json.Key(name);
  json.Uint64(value);
}

/// A node as the decision saw it. Its first mentions, of different documents if there are several.
void put_node(Json& json, const Entity& entity) {
  json.StartObject();
  put(json, "key", entity.key);
  put(json, "type", entity.type);
  put(json, "name", entity.name);
  put(json, "mentionCount", entity.mentions.size());
  json.Key("mentions");
  json.StartArray();
  std::set<std::string_view> documents;
  for (const Mention& mention : entity.mentions) {
    if (documents.size() == most_mentions) break;
    if (!documents.insert(mention.document).second) continue;
    json.StartObject();
    put(json, "document", mention.document);
    put(json, "start", mention.range.start);
    put(json, "end", mention.range.end);
    put(json, "byteStart", mention.range.byte_start);
    put(json, "byteEnd", mention.range.byte_end);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void put_list(Json& json, const char* name, const std::vector<std::string>& values) {
  json.Key(name);
  json.StartArray();
  for (const std::string& value : values) {
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  json.EndArray();
}

template <typename Put>
std::string line_of(Put put_fields) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  put_fields(json);
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

/// What the last line holds.
struct Undo {
  std::string original;  ///< SHA-256 of the graphs as Actant JSON
  std::string resolved;
  Restoration restoration;
};

class UndoReader {
 public:
  UndoReader(std::string_view bytes, const std::string& source) : bytes_(bytes), source_(source) {}

  Undo read() const {
    std::string_view text = bytes_;
    while (text.ends_with('\n')) text.remove_suffix(1);
    const std::size_t begin = text.rfind('\n') + 1;  // 0 if there is one line
    text.remove_prefix(begin);
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(),
                                                                                       text.size());
    if (json.HasParseError()) fail(begin + json.GetErrorOffset());
    if (!json.IsObject() || !json.HasMember("undo") || !json["undo"].IsObject()) fail(begin);
    const auto& undo = json["undo"];
    Undo found;
    found.original = text_of(undo, "original", begin);
    found.resolved = text_of(undo, "resolved", begin);
    found.restoration.nodes = list_of(undo, "nodes", begin);
    found.restoration.claims = list_of(undo, "claims", begin);
    found.restoration.original = read_graph_json(text_of(undo, "graph", begin), source_);
    return found;
  }

 private:
  [[noreturn]] void fail(std::size_t at) const {
    throw InputError(locate(source_, bytes_, at),
                     "no decisions; a last line that `actant resolve --decisions` wrote was "
                     "expected");
  }

  std::string text_of(const rapidjson::Value& object, const char* name, std::size_t at) const {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd() || !member->value.IsString()) fail(at);
    return {member->value.GetString(), member->value.GetStringLength()};
  }

  std::vector<std::string> list_of(const rapidjson::Value& object, const char* name,
                                   std::size_t at) const {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd() || !member->value.IsArray()) fail(at);
    std::vector<std::string> values;
    for (const auto& value : member->value.GetArray()) {
      if (!value.IsString()) fail(at);
      values.emplace_back(value.GetString(), value.GetStringLength());
    }
    return values;
  }

  std::string_view bytes_;
  const std::string& source_;
};

}  // namespace

std::string write_decisions(const KnowledgeGraph& original, const Resolution& resolution) {
  std::string lines;
  for (const MergeDecision& decision : resolution.decisions) {
    lines += line_of([&](Json& json) {
      put(json, "decision", decision.merged ? "merged" : "rejected");
      put(json, "rule", decision.rule);
      if (!decision.merged) put(json, "reason", decision.reason);
      if (decision.merged) put(json, "into", decision.into);
      json.Key("nodes");
      json.StartArray();
      put_node(json, original.entity(original.find(decision.a)));
      put_node(json, original.entity(original.find(decision.b)));
      json.EndArray();
    });
  }
  const Restoration& restoration = resolution.restoration;
  lines += line_of([&](Json& json) {
    json.Key("undo");
    json.StartObject();
    put(json, "original", sha256_hex(to_json(original)));
    put(json, "resolved", sha256_hex(to_json(resolution.graph)));
    put_list(json, "nodes", restoration.nodes);
    put_list(json, "claims", restoration.claims);
    put(json, "graph", to_json(restoration.original));
    json.EndObject();
  });
  return lines;
}

KnowledgeGraph undo_decisions(const KnowledgeGraph& resolved, std::string_view bytes,
                              const std::string& source) {
  const Undo undo = UndoReader(bytes, source).read();
  if (undo.resolved != sha256_hex(to_json(resolved))) {
    throw Error(source +
                ": is about another graph; the one that these decisions made was expected");
  }
  KnowledgeGraph original = restore(resolved, undo.restoration);
  if (undo.original != sha256_hex(to_json(original))) {
    throw Error(source + ": was changed; the decisions as they were written were expected");
  }
  return original;
}

}  // namespace actant
