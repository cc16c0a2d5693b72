// SPDX-License-Identifier: MIT
#include "ingest/graph_json.hpp"

#include "base/error.hpp"
#include "ingest/json_records.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace actant {
namespace {

/// A claim while its participants still are node ids of the file.
struct PendingClaim {
  Claim claim;
  std::string stated;  // its hash, or whatever the file has in its place
  std::uint64_t offset = 0;
};

/// locate() for growing offsets, linear over all of them together.
class LineCounter {
 public:
  explicit LineCounter(const JsonSource& source) : source_(source) {}

  /// @param offset  Not below that of the last call.
  Location locate_next(std::uint64_t offset) {
    const Location place =
        locate(source_.name, source_.bytes.substr(line_start_), offset - line_start_);
    const std::size_t newline = source_.bytes.substr(0, offset).rfind('\n');
    if (place.line > 1) line_start_ = newline + 1;
    lines_ += place.line - 1;
    return {place.source, lines_ + 1, place.column};
  }

 private:
  const JsonSource& source_;
  std::uint64_t line_start_ = 0;
  std::uint64_t lines_ = 0;  // before line_start_
};

TextRange read_range(const JsonObject& in) {
  const TextRange range{in.count("start"), in.count("end"), in.count("byteStart"),
                        in.count("byteEnd")};
  if (range.start > range.end || range.byte_start > range.byte_end) {
    in.fail("a range ends before it starts");
  }
  return range;
}

Evidence read_evidence(const JsonObject& in) {
  const TextRange range = read_range(in);
  return {in.text("document"), range,
          in.has("sentence") ? read_range(in.object("sentence")) : range, in.text_or("quote", "")};
}

DocumentRecord read_document(const JsonObject& in) {
  return {in.text("id"),
          in.text_or("uri", ""),
          in.optional_text("title"),
          in.optional_text("published"),
          in.optional_text("publisher"),
          in.text_or("language", "en")};
}

Entity read_entity(const JsonObject& in) {
  Entity entity{in.text("key"),
                in.text("type"),
                in.text("name"),
                in.texts("aliases"),
                in.flag_or("named", true),
                in.texts("sameAs"),
                {},
                {}};
  if (entity.key.empty() || entity.name.empty()) in.fail("a node needs a key and a name");
  for (const JsonObject& mention : in.objects("mentions")) {
    entity.mentions.push_back({mention.text("document"), read_range(mention)});
  }
  for (const JsonObject& said : in.objects("attestations")) {
    entity.attestations.push_back({said.text("document"), said.text("type"), said.text("name"),
                                   said.texts("aliases"), said.flag_or("named", true),
                                   said.texts("sameAs")});
  }
  return entity;
}

/// A node id under `node_field`, or a literal.
Participant read_participant(const JsonObject& in, std::string role, const char* node_field) {
  if (in.has(node_field)) return {std::move(role), EntityKey{in.text(node_field)}};
  if (!in.has("value"))
    in.fail(std::string("no '") + node_field + "' and no 'value'; one of them was expected");
  return {std::move(role), Literal{in.text("value"), in.text_or("datatype", "")}};
}

template <typename Enum, std::size_t N>
Enum read_enum(const JsonObject& in, const char* field, const std::array<Enum, N>& values) {
  const std::string word = in.text_or(field, std::string(to_string(values[0])));
  const auto it = std::find_if(values.begin(), values.end(),
                               [&](Enum value) { return to_string(value) == word; });
  if (it != values.end()) return *it;
  std::string expected;
  for (const Enum value : values) {
    expected += expected.empty() ? "" : ", ";
    expected += to_string(value);
  }
  in.fail("unknown " + std::string(field) + " '" + word + "'; one of " + expected +
          " was expected");
}

double read_confidence(const JsonObject& in) {
  const double confidence = in.number_or("confidence", 0.0);
  if (!(confidence >= 0.0 && confidence <= 1.0))
    in.fail("'confidence' out of range; a number in [0, 1] was expected");
  return confidence;
}

/// All of a claim but its participants.
Claim read_attributes(const JsonObject& in) {
  constexpr std::array polarities = {Polarity::positive, Polarity::negative};
  constexpr std::array modalities = {Modality::actual, Modality::future, Modality::possible,
                                     Modality::conditional, Modality::required};
  Claim claim;
  claim.predicate = in.text("predicate");
  claim.label = in.text_or("label", claim.predicate);
  claim.type = in.text_or("type", "");
  claim.polarity = read_enum(in, "polarity", polarities);
  claim.modality = read_enum(in, "modality", modalities);
  claim.attributed_to = in.text_or("attributedTo", "");
  claim.attributed_via = in.texts("attributedVia");
  if (claim.attributed_to.empty() && !claim.attributed_via.empty()) {
    in.fail("'attributedVia' without 'attributedTo'; both were expected");
  }
  claim.time = in.text_or("time", "");
  claim.confidence = read_confidence(in);
  claim.origin = in.text_or("origin", "");
  for (const JsonObject& evidence : in.objects("evidence")) {
    claim.evidence.push_back(read_evidence(evidence));
  }
  if (claim.evidence.empty()) in.fail("no 'evidence'; at least one piece was expected");
  for (const JsonObject& said : in.objects("attestations")) {
    claim.attestations.push_back({said.text("document"), said.text("label"), read_confidence(said),
                                  said.text_or("origin", "")});
  }
  return claim;
}

/// Collects the records, which may come in any order, and then builds the graph.
class GraphReader {
 public:
  explicit GraphReader(const JsonSource& source) : source_(source) {}

  void record(std::string_view list, const JsonObject& in);
  void field(std::string_view name, double value, std::uint64_t offset);
  [[nodiscard]] KnowledgeGraph finish(const Diagnostics& warn);

 private:
  void node(const JsonObject& in);
  void edge(const JsonObject& in);
  void claim(const JsonObject& in);
  void resolve(PendingClaim& pending) const;
  [[nodiscard]] const std::string& key_of(const std::string& node, std::uint64_t offset) const;

  const JsonSource& source_;
  KnowledgeGraph graph_;
  std::unordered_map<std::string, std::string> keys_;  // of node ids
  std::vector<PendingClaim> claims_;
  std::unordered_map<std::string, std::size_t> positions_;  // in claims_, by what they state
  bool version_known_ = false;
};

void GraphReader::field(std::string_view name, double value, std::uint64_t offset) {
  if (name != "actant") return;
  if (value != 1.0) source_.fail(offset, "unknown version of Actant JSON; 1 was expected");
  version_known_ = true;
}

void GraphReader::record(std::string_view list, const JsonObject& in) {
  if (list == "documents") graph_.add(read_document(in));
  if (list == "nodes") node(in);
  if (list == "edges") edge(in);
  if (list == "claims") claim(in);
}

void GraphReader::node(const JsonObject& in) {
  Entity entity = read_entity(in);
  const auto [it, added] = keys_.emplace(in.text("id"), entity.key);
  if (!added) in.fail("two nodes have the id '" + it->first + "'");
  graph_.add(std::move(entity));
}

/// The first edge of a claim is subject to object; each further one starts at one of the two and
/// adds a participant.
void GraphReader::edge(const JsonObject& in) {
  const std::string stated = in.text_or("claim", "");
  Participant subject{in.text_or("fromRole", "agent"), EntityKey{in.text("from")}};
  Participant object = read_participant(in, in.text_or("toRole", "patient"), "to");
  if (!stated.empty()) {
    const auto [it, added] = positions_.emplace(stated, claims_.size());
    if (!added) {
      std::vector<Participant>& known = claims_[it->second].claim.participants;
      if (subject.filler != known[0].filler && subject.filler != known[1].filler) {
        in.fail("an edge of claim '" + stated +
                "' starts neither at its subject nor at its object");
      }
      known.push_back(std::move(object));
      return;
    }
  }
  Claim claim = read_attributes(in);
  claim.participants.push_back(std::move(subject));
  claim.participants.push_back(std::move(object));
  for (const JsonObject& qualifier : in.objects("qualifiers")) {
    claim.participants.push_back(read_participant(qualifier, qualifier.text("role"), "node"));
  }
  claims_.push_back({std::move(claim), stated, in.offset()});
}

void GraphReader::claim(const JsonObject& in) {
  Claim claim = read_attributes(in);
  for (const JsonObject& participant : in.objects("participants")) {
    claim.participants.push_back(read_participant(participant, participant.text("role"), "node"));
  }
  if (claim.participants.empty()) in.fail("no 'participants'; at least one was expected");
  claims_.push_back({std::move(claim), in.text_or("claim", ""), in.offset()});
}

const std::string& GraphReader::key_of(const std::string& node, std::uint64_t offset) const {
  const auto it = keys_.find(node);
  if (it == keys_.end()) source_.fail(offset, "there is no node '" + node + "'");
  return it->second;
}

void GraphReader::resolve(PendingClaim& pending) const {
  Claim& claim = pending.claim;
  for (Participant& participant : claim.participants) {
    if (auto* entity = std::get_if<EntityKey>(&participant.filler)) {
      entity->key = key_of(entity->key, pending.offset);
    }
  }
  if (!claim.attributed_to.empty()) {
    claim.attributed_to = key_of(claim.attributed_to, pending.offset);
  }
  for (std::string& node : claim.attributed_via) node = key_of(node, pending.offset);
}

KnowledgeGraph GraphReader::finish(const Diagnostics& warn) {
  if (!version_known_) source_.fail(0, "no \"actant\": 1; Actant JSON was expected");
  LineCounter lines(source_);
  for (PendingClaim& pending : claims_) {
    resolve(pending);
    if (warn && !pending.stated.empty()) {
      if (const std::string id = claim_id(pending.claim); id != pending.stated) {
        warn(InputError(lines.locate_next(pending.offset),
                        "claim " + pending.stated + " was changed, its hash is now " + id));
      }
    }
    graph_.add(std::move(pending.claim));
  }
  return std::move(graph_);
}

}  // namespace

KnowledgeGraph read_graph_json(std::string_view bytes, const std::string& source,
                               const Diagnostics& warn) {
  const JsonSource text{bytes, source};
  GraphReader reader(text);
  read_json_records(
      text, [&](std::string_view list, const JsonObject& in) { reader.record(list, in); },
      [&](std::string_view name, double value, std::uint64_t offset) {
        reader.field(name, value, offset);
      });
  return reader.finish(warn);
}

}  // namespace actant
