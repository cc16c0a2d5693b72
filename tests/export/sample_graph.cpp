// SPDX-License-Identifier: MIT
#include "tests/export/sample_graph.hpp"

#include <cstdint>
#include <utility>

namespace actant {
namespace {

const std::string first_document(64, 'a');
const std::string second_document(64, 'b');

TextRange range(std::uint64_t start, std::uint64_t end) { return {start, end, start, end}; }

Entity entity(std::string key, std::string type, std::string name) {
  Entity made;
  made.key = std::move(key);
  made.type = std::move(type);
  made.name = std::move(name);
  made.mentions = {{first_document, range(3, 6)}};
  return made;
}

Entity described(Entity made) {
  made.named = false;
  return made;
}

Claim claim(std::string type, std::string lemma, std::string label,
            std::vector<Participant> participants) {
  Claim made;
  made.type = std::move(type);
  made.predicate = std::move(lemma);
  made.label = std::move(label);
  made.participants = std::move(participants);
  made.confidence = 0.9;
  made.origin = "test";
  made.evidence = {{first_document, range(10, 20), range(0, 30)}};
  return made;
}

Participant agent(std::string key) { return {"agent", EntityKey{std::move(key)}}; }
Participant patient(std::string key) { return {"patient", EntityKey{std::move(key)}}; }

Claim said_by(Claim made, std::string key) {
  made.attributed_to = std::move(key);
  return made;
}

void add_entities(KnowledgeGraph& graph) {
  Entity alliance = entity("https://example.org/alliance", "Organization", "Northern Alliance");
  alliance.aliases = {"NA"};
  alliance.same_as = {"https://example.com/na"};
  graph.add(alliance);
  graph.add(entity("person:ada berg", "Person", "Ada Berg"));
  Entity again = entity("person:ada berg", "Person", "A. Berg");
  again.mentions = {{second_document, range(3, 9)}};
  graph.add(again);
  graph.add(entity("geopoliticalentity:freedonia", "GeopoliticalEntity", "Freedonia"));
  graph.add(described(entity("group:observers", "Group", "the observers")));
  graph.add(described(entity("facility:bridges", "Facility", "bridges over the river")));
  graph.add(described(entity("event:protests", "Event", "protests")));
  graph.add(entity("location:old harbour", "Location", "Old Harbour"));
  graph.add(entity("starship:hope", "Starship", "Hope"));
  Entity unmentioned = entity("concept:peace", "Concept", "peace");
  unmentioned.mentions.clear();
  graph.add(unmentioned);
}

void add_claims(KnowledgeGraph& graph) {
  graph.add(claim("membership", "member", "member of",
                  {{"member", EntityKey{"geopoliticalentity:freedonia"}},
                   {"whole", EntityKey{"https://example.org/alliance"}}}));
  graph.add(claim("position", "position", "is",
                  {{"holder", EntityKey{"person:ada berg"}},
                   {"position", Literal{"Secretary General", "text"}}}));
  Claim guard = claim("PROTECT", "guard", "will guard",
                      {agent("group:observers"),
                       patient("facility:bridges"),
                       {"place", EntityKey{"location:old harbour"}}});
  guard.modality = Modality::future;
  graph.add(said_by(guard, "person:ada berg"));
  Claim join = claim("ACT", "participate", "take part in",
                     {agent("group:observers"), patient("event:protests")});
  join.polarity = Polarity::negative;
  graph.add(said_by(join, "person:ada berg"));
  Claim send = claim("DEPLOY", "send", "sent",
                     {agent("https://example.org/alliance"),
                      patient("group:observers"),
                      {"destination", EntityKey{"geopoliticalentity:freedonia"}},
                      {"amount", Literal{"2,500", "quantity"}}});
  send.time = "2022-01-06";
  graph.add(send);
  send.label = "dispatched";
  send.confidence = 0.75;
  send.evidence = {{second_document, range(40, 60), range(30, 70)}};
  graph.add(send);
  graph.add(
      claim("REQUEST", "request", "requested",
            {agent("geopoliticalentity:freedonia"), patient("https://example.org/alliance")}));
  graph.add(
      claim("quantity", "number", "number",
            {{"thing", EntityKey{"group:observers"}}, {"amount", Literal{"2,500", "quantity"}}}));
  graph.add(claim("RETREAT", "resign", "resigned", {agent("person:ada berg")}));
}

}  // namespace

KnowledgeGraph sample_graph() {
  KnowledgeGraph graph;
  graph.add(DocumentRecord{first_document, "https://example.org/news/1", "Alliance sends observers",
                           "2022-01-06", "The Example", "en"});
  graph.add(DocumentRecord{second_document, "second.txt", std::nullopt, std::nullopt, std::nullopt,
                           "en"});
  add_entities(graph);
  add_claims(graph);
  return graph;
}

std::vector<std::string> hostile_names() {
  return {"\"quoted\" 'twice'",
          "line\nbreak\r\nand\ttab",
          "<script>alert(1)</script>",
          "</title></svg>&amp;&#0;",
          "back\\slash\\N\\G\\",
          "trailing\\",
          "<b>bold</b><![CDATA[x]]>-->",
          std::string("nul\0and\x01\x1B\x7F", 11),
          "\xE2\x80\xAEright to left \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85\xE2\x80\xAC",
          "\xEF\xBF\xBF\xEF\xBB\xBF\xF0\x9F\x98\x80",
          "not UTF-8: \xFF\xC3(",
          "> <http://evil.example/> .",
          "a}b{c|d^e`f",
          " . \n<g id=\"e1\">\n<title>",
          "%s%n%d \x7B\x7D;digraph",
          "//@id:_:b0",
          "\xE2\x80\xA8",
          std::string(10000, 'x'),
          "Z\xC3\xBCrich \xE6\x9D\xB1\xE4\xBA\xAC"};
}

KnowledgeGraph hostile_graph() {
  KnowledgeGraph graph;
  const std::vector<std::string> names = hostile_names();
  graph.add(DocumentRecord{first_document, "http://example.org/" + names[11], names[2], names[0],
                           names[3], "en"});
  std::string before;
  for (const std::string& name : names) {
    Entity made = entity("person:" + name, "Person", name);
    made.aliases = {name + "2"};
    made.same_as = {"http://example.org/" + name};
    graph.add(made);
    graph.add(entity("http://example.org/" + name, name, name));
    if (!before.empty()) {
      Claim made_claim = claim(
          "ACT", name, name,
          {agent("person:" + before), patient("person:" + name), {name, Literal{name, name}}});
      made_claim.time = name;
      made_claim.origin = name;
      graph.add(said_by(made_claim, "person:" + name));
      graph.add(claim(name, name, name, {agent("person:" + name), {name, Literal{name, name}}}));
    }
    before = name;
  }
  return graph;
}

}  // namespace actant
