// SPDX-License-Identifier: MIT
#include "export/rdf.hpp"

#include "base/utf8.hpp"
#include "export/escape.hpp"
#include "export/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace actant {
namespace {

using Kind = RdfValue::Kind;

std::string entity_iri(std::string_view key) {
  return is_web_iri(key) ? valid_iri(key) : expand_name("entity:") + iri_segment(key);
}

std::string document_iri(std::string_view id) { return expand_name("document:") + iri_segment(id); }

/// RFC 5147: a range of characters of a text.
std::string passage_iri(std::string_view document, const TextRange& range) {
  return document_iri(document) + "#char=" + std::to_string(range.start) + "," +
         std::to_string(range.end);
}

/// "2022-01-06"
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = -1;
    const char* const end = text.data() + at + size;
    return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

RdfValue date_or_text(const std::string& text) {
  return {is_date(text) ? Kind::date : Kind::text, repair_utf8(text).text};
}

/// Four decimals without trailing zeros, as the graph keeps them: "0.91", "1.0".
std::string decimal(double number) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 std::chars_format::fixed, 4);
  std::string text(digits.data(), end.ptr);
  while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
  return text;
}

/// The words of the evidence, cut out of its sentence; "" when the sentence was not kept.
std::string words_of(const Evidence& evidence, std::string_view quote) {
  const TextRange& range = evidence.range;
  const TextRange& sentence = evidence.sentence;
  if (range.start < sentence.start || range.end > sentence.end || range.end < range.start)
    return {};
  return std::string(
      slice_code_points(quote, range.start - sentence.start, range.end - range.start));
}

/// The graph of one document in the making.
class GraphWriter {
 public:
  GraphWriter(const KnowledgeGraph& graph, std::string document)
      : graph_(graph), document_(std::move(document)) {}

  void describe(const DocumentRecord& document);
  void describe(const Entity& entity);
  void describe(ClaimIndex index);
  RdfGraph finish();

 private:
  /// What is known of a passage.
  struct Passage {
    TextRange range;
    std::string sentence;  // IRI of the sentence around it
    std::string text;
  };

  RdfResource& open(const std::string& iri);
  void state(const std::string& iri, std::string_view name, RdfValue value);
  void type(const std::string& iri, std::string_view name) {
    state(iri, "rdf:type", {Kind::iri, expand_name(name)});
  }
  void text(const std::string& iri, std::string_view name, const std::string& value) {
    state(iri, name, {Kind::text, repair_utf8(value).text});
  }
  void link(const std::string& iri, std::string_view name, std::string target) {
    state(iri, name, {Kind::iri, std::move(target)});
  }
  [[nodiscard]] RdfValue value(const Participant& participant) const;
  void describe_statement(const std::string& iri, const Claim& claim);
  void derive(const std::string& iri, const Claim& claim);
  Passage& passage(const TextRange& range);
  void describe_passages();

  const KnowledgeGraph& graph_;
  std::string document_;  // "" for the default graph
  std::vector<RdfResource> resources_;
  std::unordered_map<std::string, std::size_t> position_of_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Passage> passages_;
};

RdfResource& GraphWriter::open(const std::string& iri) {
  const auto [found, is_new] = position_of_.emplace(iri, resources_.size());
  if (is_new) resources_.push_back({iri, {}});
  return resources_[found->second];
}

void GraphWriter::state(const std::string& iri, std::string_view name, RdfValue value) {
  open(iri).properties.push_back({expand_name(name), std::move(value)});
}

void GraphWriter::describe(const DocumentRecord& document) {
  const std::string iri = document_iri(document.id);
  const std::string graph = expand_name("graph:") + iri_segment(document.id);
  type(graph, "prov:Entity");
  link(graph, "prov:wasDerivedFrom", iri);
  type(iri, "schema:NewsArticle");
  text(iri, "act:source", document.uri);
  text(iri, "schema:inLanguage", document.language);
  if (is_web_iri(document.uri)) link(iri, "schema:url", valid_iri(document.uri));
  if (document.title) text(iri, "schema:headline", *document.title);
  if (document.publisher) text(iri, "schema:publisher", *document.publisher);
  if (document.published) {
    state(iri, "schema:datePublished", date_or_text(*document.published));
  }
}

void GraphWriter::describe(const Entity& entity) {
  const std::string iri = entity_iri(entity.key);
  EntityAttestation said{document_,      entity.type,  entity.name,
                         entity.aliases, entity.named, entity.same_as};
  for (const EntityAttestation& attestation : entity.attestations) {
    if (attestation.document == document_) said = attestation;
  }
  if (!said.type.empty()) type(iri, "act:" + iri_segment(said.type));
  if (const auto known = known_class(said.type); !known.empty()) {
    link(iri, "rdf:type", std::string(known));
  }
  text(iri, "schema:name", said.name);
  for (const std::string& alias : said.aliases) text(iri, "schema:alternateName", alias);
  state(iri, "act:named", {Kind::boolean, said.named ? "true" : "false"});
  for (const std::string& same : said.same_as) {
    if (is_web_iri(same)) link(iri, "schema:sameAs", valid_iri(same));
  }
  for (const Mention& mention : entity.mentions) {
    if (mention.document != document_) continue;
    passage(mention.range);
    link(iri, "act:mentionedIn", passage_iri(document_, mention.range));
  }
}

RdfValue GraphWriter::value(const Participant& participant) const {
  if (const auto* entity = std::get_if<EntityKey>(&participant.filler)) {
    return {Kind::iri, entity_iri(entity->key)};
  }
  return date_or_text(std::get<Literal>(participant.filler).value);
}

void GraphWriter::describe(ClaimIndex index) {
  const Claim& claim = graph_.claim(index);
  const std::string iri = expand_name("claim:") + std::string(graph_.claim_id(index));
  type(iri, "act:Claim");
  describe_statement(iri, claim);
  text(iri, "act:lemma", claim.predicate);
  if (!claim.type.empty())
    link(iri, "act:relationType", expand_name("act:") + iri_segment(claim.type));
  link(iri, "act:polarity", expand_name("act:") + std::string(to_string(claim.polarity)));
  link(iri, "act:modality", expand_name("act:") + std::string(to_string(claim.modality)));
  if (!claim.time.empty()) state(iri, "dcterms:temporal", date_or_text(claim.time));
  if (!claim.attributed_to.empty()) {
    link(iri, "prov:wasAttributedTo", entity_iri(claim.attributed_to));
  }
  for (const std::string& key : claim.attributed_via) {
    link(iri, "act:reportedBy", entity_iri(key));
  }
  ClaimAttestation said{document_, claim.label, claim.confidence, claim.origin};
  for (const ClaimAttestation& attestation : claim.attestations) {
    if (attestation.document == document_) said = attestation;
  }
  text(iri, "rdfs:label", said.label);
  state(iri, "act:confidence", {Kind::decimal, decimal(said.confidence)});
  text(iri, "act:foundBy", said.origin);
  derive(iri, claim);
}

/// Subject, predicate, object and the other roles; and the triple itself where it is asserted.
void GraphWriter::describe_statement(const std::string& iri, const Claim& claim) {
  for (const Participant& participant : claim.participants) {
    if (participant.role.empty()) continue;
    state(iri, "role:" + iri_segment(participant.role), value(participant));
  }
  const RdfValue subject = value(claim.participants[0]);
  if (subject.kind != Kind::iri || claim.participants.size() < 2) return;
  const std::string property = property_iri(claim);
  RdfValue object = value(claim.participants[1]);
  type(iri, "rdf:Statement");
  link(iri, "rdf:subject", subject.text);
  link(iri, "rdf:predicate", property);
  state(iri, "rdf:object", object);
  const bool asserted = claim.polarity == Polarity::positive &&
                        claim.modality == Modality::actual && claim.attributed_to.empty();
  if (asserted) open(subject.text).properties.push_back({property, std::move(object)});
}

/// The passages of this document that say so.
void GraphWriter::derive(const std::string& iri, const Claim& claim) {
  for (const Evidence& evidence : claim.evidence) {
    if (evidence.document != document_) continue;
    link(iri, "prov:wasDerivedFrom", passage_iri(document_, evidence.range));
    const std::string quote = repair_utf8(evidence.quote).text;
    Passage& sentence = passage(evidence.sentence);
    if (!quote.empty()) sentence.text = quote;
    if (evidence.range != evidence.sentence) {
      Passage& words = passage(evidence.range);
      words.sentence = passage_iri(document_, evidence.sentence);
      words.text = words_of(evidence, quote);
    }
  }
}

GraphWriter::Passage& GraphWriter::passage(const TextRange& range) {
  Passage& found = passages_[{range.start, range.end}];
  found.range = range;
  return found;
}

void GraphWriter::describe_passages() {
  const auto number = [](std::uint64_t n) { return RdfValue{Kind::natural, std::to_string(n)}; };
  for (const auto& [ends, passage] : passages_) {
    const std::string iri = passage_iri(document_, passage.range);
    type(iri, "nif:RFC5147String");
    link(iri, "nif:referenceContext", document_iri(document_));
    state(iri, "nif:beginIndex", number(passage.range.start));
    state(iri, "nif:endIndex", number(passage.range.end));
    state(iri, "act:byteBegin", number(passage.range.byte_start));
    state(iri, "act:byteEnd", number(passage.range.byte_end));
    if (!passage.sentence.empty()) link(iri, "act:sentence", passage.sentence);
    if (!passage.text.empty()) text(iri, "prov:value", passage.text);
  }
}

RdfGraph GraphWriter::finish() {
  describe_passages();
  for (RdfResource& resource : resources_) {
    auto& properties = resource.properties;
    std::sort(properties.begin(), properties.end());
    properties.erase(std::unique(properties.begin(), properties.end()), properties.end());
  }
  return {document_.empty() ? std::string() : expand_name("graph:") + iri_segment(document_),
          std::move(resources_)};
}

}  // namespace

RdfModel::RdfModel(const KnowledgeGraph& graph) : graph_(graph) {
  std::set<std::string_view> ids = {""};
  for (const DocumentRecord& document : graph.documents()) ids.insert(document.id);
  for (const Entity& entity : graph.entities()) {
    for (const Mention& mention : entity.mentions) ids.insert(mention.document);
  }
  for (const Claim& claim : graph.claims()) {
    for (const Evidence& evidence : claim.evidence) ids.insert(evidence.document);
  }
  for (const std::string_view id : ids) parts_.push_back({std::string(id), {}, {}});
  sort_claims();
  sort_entities();
}

RdfModel::Part& RdfModel::part(std::string_view document) {
  return *std::lower_bound(
      parts_.begin(), parts_.end(), document,
      [](const Part& part, std::string_view id) { return part.document < id; });
}

/// A claim belongs to all documents that it has evidence in, with everybody it speaks of.
void RdfModel::sort_claims() {
  for (std::uint32_t i = 0; i < graph_.claims().size(); ++i) {
    const Claim& claim = graph_.claim(ClaimIndex(i));
    const std::string* before = nullptr;  // evidence is sorted by document
    for (const Evidence& evidence : claim.evidence) {
      if (before != nullptr && *before == evidence.document) continue;
      before = &evidence.document;
      Part& target = part(evidence.document);
      target.claims.push_back(i);
      for (const Participant& participant : claim.participants) {
        const auto* entity = std::get_if<EntityKey>(&participant.filler);
        if (entity != nullptr) target.entities.push_back(graph_.find(entity->key).value);
      }
      if (!claim.attributed_to.empty()) {
        target.entities.push_back(graph_.find(claim.attributed_to).value);
      }
      for (const std::string& key : claim.attributed_via) {
        target.entities.push_back(graph_.find(key).value);
      }
    }
  }
}

/// An entity belongs to all documents that mention it, or else to the default graph.
void RdfModel::sort_entities() {
  for (std::uint32_t i = 0; i < graph_.entities().size(); ++i) {
    const Entity& entity = graph_.entity(EntityId(i));
    if (entity.mentions.empty()) part("").entities.push_back(i);
    for (const Mention& mention : entity.mentions) part(mention.document).entities.push_back(i);
  }
  for (Part& part : parts_) {
    std::sort(part.entities.begin(), part.entities.end());
    part.entities.erase(std::unique(part.entities.begin(), part.entities.end()),
                        part.entities.end());
  }
}

RdfGraph RdfModel::graph(std::size_t position) const {
  const Part& part = parts_[position];
  GraphWriter writer(graph_, part.document);
  const auto documents = graph_.documents();
  const auto document = std::lower_bound(
      documents.begin(), documents.end(), part.document,
      [](const DocumentRecord& record, const std::string& id) { return record.id < id; });
  if (document != documents.end() && document->id == part.document) writer.describe(*document);
  for (const std::uint32_t entity : part.entities) writer.describe(graph_.entity(EntityId(entity)));
  for (const std::uint32_t claim : part.claims) writer.describe(ClaimIndex(claim));
  return writer.finish();
}

}  // namespace actant
