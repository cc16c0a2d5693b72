// SPDX-License-Identifier: MIT
#include "tests/graph/random_graph.hpp"

#include "base/sha256.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace actant {
namespace {

class Draw {
 public:
  explicit Draw(std::mt19937& random) : random_(random) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  template <typename T, std::size_t N>
  const T& of(const std::array<T, N>& values) {
    return values[below(N)];
  }
  TextRange range() {
    const std::uint64_t start = below(200);
    const std::uint64_t end = start + below(20);
    return {start, end, start + start / 10, end + end / 10};
  }

 private:
  std::mt19937& random_;
};

const std::array<const char*, 6> surfaces = {
    "Zas", "the general", "Stanislav Zas", "ZAS", "S. \"Z\" \\ Zas\n", "\xD0\x97\xD0\xB0\xD1\x81"};

Entity draw_entity(Draw& draw, const std::string& document, unsigned which) {
  Entity entity;
  entity.key = "person:" + std::to_string(which);
  entity.type = draw.one_in(5) ? "Organization" : "Person";
  entity.name = draw.of(surfaces);
  for (std::uint32_t i = draw.below(3); i > 0; --i) entity.aliases.emplace_back(draw.of(surfaces));
  entity.named = !draw.one_in(3);
  if (draw.one_in(3)) entity.same_as.push_back("http://example.org/" + std::to_string(which));
  for (std::uint32_t i = 1 + draw.below(3); i > 0; --i) {
    entity.mentions.push_back({document, draw.range()});
  }
  return entity;
}

Participant draw_participant(Draw& draw, const std::vector<std::string>& keys, const char* role) {
  if (draw.one_in(4)) {
    return {role,
            Literal{std::to_string(draw.below(3)) + " thousand", draw.one_in(2) ? "quantity" : ""}};
  }
  return {role, EntityKey{keys[draw.below(static_cast<std::uint32_t>(keys.size()))]}};
}

Claim draw_claim(Draw& draw, const std::string& document, const std::vector<std::string>& keys) {
  static const std::array<const char*, 3> predicates = {"guard", "request", "member"};
  static const std::array<const char*, 5> roles = {"recipient", "place", "time", "destination",
                                                   "purpose"};
  static const std::array<const char*, 3> labels = {"guards", "will guard", "guarded"};
  static const std::array<const char*, 2> origins = {"rule.svo", "rule.passive"};
  Claim claim;
  claim.predicate = draw.of(predicates);
  claim.label = draw.of(labels);
  claim.type = "PROTECT";
  if (!draw.one_in(12)) {
    claim.participants.push_back(
        {"agent", EntityKey{keys[draw.below(static_cast<std::uint32_t>(keys.size()))]}});
  }
  claim.participants.push_back(draw_participant(draw, keys, "patient"));
  for (std::uint32_t i = draw.below(3); i > 0; --i) {
    claim.participants.push_back(draw_participant(draw, keys, draw.of(roles)));
  }
  claim.polarity = draw.one_in(4) ? Polarity::negative : Polarity::positive;
  claim.modality = static_cast<Modality>(draw.below(5));
  if (draw.one_in(3)) {
    claim.attributed_to = keys[0];
    if (draw.one_in(3)) claim.attributed_via = {keys.back()};
  }
  if (draw.one_in(3)) claim.time = "2022-01-06";
  claim.confidence = draw.below(1001) / 1000.0;
  claim.origin = draw.of(origins);
  for (std::uint32_t i = 1 + draw.below(2); i > 0; --i) {
    const TextRange range = draw.range();
    claim.evidence.push_back({document, range, draw.one_in(2) ? range : draw.range(),
                              draw.one_in(2) ? "Said Zas: \"No.\"" : ""});
  }
  return claim;
}

}  // namespace

std::string document_id(unsigned number) {
  return sha256_hex("document " + std::to_string(number));
}

KnowledgeGraph document_graph(unsigned number, std::uint32_t seed) {
  std::mt19937 random(seed * 1000003U + number);  // NOLINT: the same graph every time
  Draw draw(random);
  const std::string id = document_id(number);
  KnowledgeGraph graph;
  DocumentRecord document{id, std::to_string(number) + ".txt", {}, {}, {}, "en"};
  if (draw.one_in(2)) document.title = "Title " + std::to_string(number);
  graph.add(document);
  std::vector<std::string> keys;
  for (std::uint32_t i = 1 + draw.below(5); i > 0; --i) {
    Entity entity = draw_entity(draw, id, draw.below(6));
    keys.push_back(entity.key);
    graph.add(std::move(entity));
  }
  for (std::uint32_t i = draw.below(8); i > 0; --i) graph.add(draw_claim(draw, id, keys));
  return graph;
}

KnowledgeGraph random_graph(std::mt19937& random, unsigned documents) {
  KnowledgeGraph graph;
  for (std::uint32_t i = random() % 4; i > 0; --i) {
    // The same document may have been read by two versions of the program: two seeds.
    graph.add(document_graph(static_cast<unsigned>(random() % documents),
                             static_cast<std::uint32_t>(random() % 2)));
  }
  return graph;
}

Entity entity(const std::string& type, const std::string& name, std::uint64_t at) {
  Entity made;
  made.key = type + ':' + name;
  std::transform(made.key.begin(), made.key.end(), made.key.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  made.type = type;
  made.name = name;
  made.mentions.push_back({document_id(0), {at, at + 3, at, at + 3}});
  return made;
}

Claim claim(const std::string& subject, const std::string& predicate, const std::string& object,
            std::uint64_t at) {
  Claim made;
  made.predicate = predicate;
  made.label = predicate;
  made.type = "ACT";
  made.participants = {{"agent", EntityKey{subject}}, {"patient", EntityKey{object}}};
  made.confidence = 0.5;
  made.origin = "test";
  const TextRange range{at, at + 9, at, at + 9};
  made.evidence.push_back({document_id(0), range, range});
  return made;
}

}  // namespace actant
