// SPDX-License-Identifier: MIT
#include "graph/resolve.hpp"

#include "base/error.hpp"
#include "graph/merge.hpp"
#include "tests/graph/random_graph.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

/// A graph of named things, each mentioned in a document of its own unless said otherwise.
class Archive {
 public:
  std::string add(const std::string& type, const std::string& name,
                  const std::vector<std::string>& aliases = {},
                  const std::vector<std::string>& same_as = {}, unsigned documents = 1) {
    Entity entity;
    entity.type = type;
    entity.name = name;
    entity.aliases = aliases;
    entity.same_as = same_as;
    entity.key = "key " + std::to_string(++count_);
    for (unsigned i = 0; i < documents; ++i) {
      entity.mentions.push_back({document_id(next_document_++), {0, 3, 0, 3}});
    }
    graph.add(entity);
    return entity.key;
  }
  /// With that key.
  std::string add_keyed(const std::string& key, const std::string& type, const std::string& name) {
    Entity entity;
    entity.key = key;
    entity.type = type;
    entity.name = name;
    entity.mentions.push_back({document_id(next_document_++), {0, 3, 0, 3}});
    graph.add(entity);
    return key;
  }
  std::string person(const std::string& name) { return add("Person", name); }
  std::string organization(const std::string& name) { return add("Organization", name); }

  /// Puts both into one more document.
  void mention_together(const std::string& a, const std::string& b) {
    const std::string document = document_id(next_document_++);
    for (const std::string& key : {a, b}) {
      Entity entity = graph.entity(graph.find(key));
      entity.mentions = {{document, {0, 3, 0, 3}}};
      graph.add(entity);
    }
  }

  void claim(const std::string& subject, const std::string& type, const std::string& object) {
    Claim said;
    said.predicate = said.label = said.type = type;
    said.participants = {{"agent", EntityKey{subject}}, {"patient", EntityKey{object}}};
    said.evidence = {{document_id(next_document_++), {0, 9, 0, 9}, {0, 9, 0, 9}}};
    graph.add(said);
  }

  KnowledgeGraph graph;

 private:
  unsigned count_ = 0;
  unsigned next_document_ = 0;
};

/// The rule by which two nodes were merged, "apart: reason", or "-" if nobody compared them.
std::string verdict(const Resolution& resolution, const std::string& a, const std::string& b) {
  for (const MergeDecision& decision : resolution.decisions) {
    if (std::minmax(decision.a, decision.b) != std::minmax(a, b)) continue;
    return decision.merged ? decision.rule : "apart: " + decision.reason;
  }
  return "-";
}

std::string verdict_of(const std::string& type, const std::string& a, const std::string& b) {
  Archive archive;
  const std::string x = archive.add(type, a);
  const std::string y = archive.add(type, b);
  const Resolution resolution = resolve(archive.graph);
  const bool merged =
      !verdict(resolution, x, y).starts_with("apart") && verdict(resolution, x, y) != "-";
  CHECK(resolution.graph.entities().size() == (merged ? 1 : 2));
  return verdict(resolution, x, y);
}

TEST_CASE("names of one person are found") {
  const auto check = [](const char* a, const char* b) { return verdict_of("Person", a, b); };
  CHECK(check("Stanislav Zas", "Zas, Stanislav") == "inverted-name");
  CHECK(check("Stanislav Zas", "STANISLAV ZAS") == "same-name");
  CHECK(check("Jarosław Kaczyński", "Jaroslaw Kaczynski") == "same-name");
  CHECK(check("George H. W. Bush", "George H.W. Bush") == "same-name");
  CHECK(check("Sean \"Diddy\" Combs", "Sean Combs") == "same-name");
  CHECK(check("Kassym-Zhomart Tokayev", "Kassym-Jomart Tokaev") == "transliteration");
  CHECK(check("Volodymyr Zelensky", "Volodymyr Zelenskyy") == "transliteration");
  CHECK(check("Bashar al-Assad", "Bashar Asad") == "transliteration");
  CHECK(check("Muammar Qaddafi", "Muammar Kadhafi") == "transliteration");
  CHECK(check("Dwight Eisenhower", "Dwight D. Eisenhower") == "initials");
  CHECK(check("Richard K. Guy", "Richard Kenneth Guy") == "initials");
  CHECK(check("J. R. R. Tolkien", "John Ronald Reuel Tolkien") == "initials");
}

TEST_CASE("other persons stay apart") {
  const auto check = [](const char* a, const char* b) { return verdict_of("Person", a, b); };
  CHECK(check("John Adams", "John Quincy Adams").starts_with("apart"));
  CHECK(check("J. Smith", "John Smith").starts_with("apart"));
  CHECK(check("S. Res", "S.J. Res").starts_with("apart"));
  CHECK(check("Alan Smith", "Allan Smith").starts_with("apart"));
  CHECK(check("George W. Bush", "George H. W. Bush") == "-");
  CHECK(check("Martin King", "Martin King Jr.") == "-");
  CHECK(check("Francis Smith", "Frances Smith") == "-");
  CHECK(check("Laura Bush", "George Bush") == "-");
  CHECK(check("Mario Lopez", "Maria Lopez") == "-");
  CHECK(check("Bush", "George Bush").starts_with("apart"));
}

TEST_CASE("names of one organization are found, and other ones are not") {
  const auto check = [](const char* a, const char* b) { return verdict_of("Organization", a, b); };
  CHECK(check("the Al Aqsa Mosque", "al-Aqsa mosque") == "same-name");
  CHECK(check("Johnson & Johnson", "Johnson and Johnson") == "same-name");
  CHECK(check("A.S.E.A.N.", "ASEAN") == "same-name");
  CHECK(check("F.S.B.", "FSB") == "-");
  CHECK(check("World Labour Organisation", "World Labor Organization") == "spelling");
  CHECK(check("Kurdistan Worker's Party", "Kurdistan Workers' Party") == "same-name");
  CHECK(check("Labour Party", "Labor Party") == "-");
  CHECK(check("Nuclear Non-Proliferation Treaty", "Nuclear Nonproliferation Treaty") == "spelling");
  CHECK(check("Xerox", "Xerox Corp.") == "legal-form");
  CHECK(check("Acme Corp.", "Acme Corporation") == "spelling");
  CHECK(check("Yediot Ahronot", "Yedioth Ahronoth") == "transliteration");
  CHECK(check("Great Asian War I", "Great Asian War II") == "-");
  CHECK(check("C", "C++") == "-");
  CHECK(check("M.D.", "Md") == "-");
  CHECK(check("Boeing 707", "Boeing 737") == "-");
  CHECK(check("Resolution 1441", "Resolution 1442") == "-");
  CHECK(check("Democratic Party", "Democratic Front") == "-");
  CHECK(check("OPEC", "Organization of Petroleum Exporting Countries").starts_with("apart"));
}

TEST_CASE("a company's name stays apart where companies of two forms have it") {
  Archive archive;
  const std::string bare = archive.organization("Delta");
  const std::string corp = archive.organization("Delta Corp.");
  const std::string inc = archive.organization("Delta Inc.");
  const Resolution resolution = resolve(archive.graph);
  CHECK(resolution.graph.entities().size() == 3);
  CHECK(verdict(resolution, bare, corp) != "legal-form");
  CHECK(verdict(resolution, corp, inc) != "legal-form");
}

TEST_CASE("acronyms need a document that says what they stand for") {
  Archive archive;
  const std::string who = archive.organization("WHO");
  const std::string health = archive.add("Organization", "World Health Organization", {"WHO"});
  const std::string states = archive.add("GeopoliticalEntity", "United States", {"U.S.", "US"});
  const std::string brief = archive.organization("U.S. State Department");
  const std::string spelled = archive.organization("United States Department of State");
  const Resolution resolution = resolve(archive.graph);
  CHECK(verdict(resolution, who, health) == "acronym");
  CHECK(verdict(resolution, brief, spelled) == "abbreviation");

  archive.add("Organization", "Western Horse Organization", {"WHO"});
  CHECK(verdict(resolve(archive.graph), who, health) == "apart: it stands for several things");
}

TEST_CASE("a name that is its own acronym is left alone") {
  Archive archive;
  (void)archive.organization("L&L");
  CHECK(resolve(archive.graph).decisions.empty());
}

TEST_CASE("short forms that may stand for two persons stay apart") {
  Archive archive;
  const std::string either = archive.person("George Bush");
  const std::string son = archive.person("George W. Bush");
  CHECK(verdict(resolve(archive.graph), either, son) == "initials");
  const std::string father = archive.person("George H. W. Bush");
  const Resolution resolution = resolve(archive.graph);
  CHECK(resolution.graph.entities().size() == 3);
  CHECK(verdict(resolution, either, son) == "apart: it may stand for several persons");
  CHECK(verdict(resolution, either, father) == "apart: it may stand for several persons");
}

TEST_CASE("a surname goes to the one person whom documents have called so") {
  Archive archive;
  const std::string annan = archive.person("Annan");
  const std::string kofi = archive.add("Person", "Kofi Annan", {"Annan"}, {}, 2);
  CHECK(verdict(resolve(archive.graph), annan, kofi) == "surname");
  const std::string other = archive.person("Francis Annan");
  CHECK(verdict(resolve(archive.graph), annan, kofi) == "apart: it may stand for several persons");
  CHECK(verdict(resolve(archive.graph), annan, other) == "apart: it may stand for several persons");
}

TEST_CASE("one document that tells two names apart keeps them apart") {
  Archive archive;
  const std::string a = archive.person("Thomas Griffith");
  const std::string b = archive.person("Thomas B. Griffith");
  archive.mention_together(a, b);
  CHECK(verdict(resolve(archive.graph), a, b) == "apart: one document tells them apart");
}

TEST_CASE("what is said of both settles a doubt") {
  Archive archive;
  const std::string a = archive.person("Anders Rasmussen");
  const std::string b = archive.person("Anders Fogh Rasmussen");
  const std::string nato = archive.organization("NATO");
  archive.claim(a, "membership", nato);
  CHECK(verdict(resolve(archive.graph), a, b).starts_with("apart: the names go together"));
  archive.claim(b, "membership", nato);
  const Resolution resolution = resolve(archive.graph);
  CHECK(verdict(resolution, a, b) == "shared-claims");
  REQUIRE(resolution.graph.claims().size() == 1);  // now one claim, said twice
  CHECK(resolution.graph.claims()[0].evidence.size() == 2);
}

TEST_CASE("names in the singular and in the plural are one") {
  const auto check = [](const char* a, const char* b) { return verdict_of("Organization", a, b); };
  CHECK(check("Revolutionary Guard", "Revolutionary Guards") == "plural");
  CHECK(check("Guard", "Guards") == "-");
  CHECK(check("Young Scout", "Young Scouts") == "plural");
  CHECK(check("News Agency", "New Agency") == "-");
  Archive archive;
  const std::string a = archive.organization("Special Force");
  const std::string b = archive.organization("Special Forces");
  archive.mention_together(a, b);
  CHECK(verdict(resolve(archive.graph), a, b) == "apart: one document tells them apart");
}

TEST_CASE("a slip of a letter needs what is said of both") {
  Archive archive;
  const std::string a = archive.person("Mahinda Rajapakse");
  const std::string b = archive.person("Mahinda Rajapakshe");
  const std::string c = archive.organization("Taliban");
  const std::string d = archive.organization("Taleban");
  const std::string country = archive.add("GeopoliticalEntity", "Sri Lanka");
  archive.claim(a, "position", country);
  CHECK(verdict(resolve(archive.graph), a, b).starts_with("apart"));
  archive.claim(b, "position", country);
  CHECK(verdict(resolve(archive.graph), a, b) == "shared-claims");
  for (const char* other : {"NATO", "Kabul Bank", "ISAF"}) {
    CHECK(verdict(resolve(archive.graph), c, d).starts_with("apart"));
    const std::string tied = archive.organization(other);
    archive.claim(c, "ASSAULT", tied);
    archive.claim(d, "ASSAULT", tied);
  }
  CHECK(verdict(resolve(archive.graph), c, d) == "slip");
  CHECK(verdict_of("GeopoliticalEntity", "Mariana", "Mariane") == "-");
}

TEST_CASE("a place in front may be left out where no other place has such a thing") {
  Archive archive;
  const std::string iran = archive.add("GeopoliticalEntity", "Iran", {"Iranian"});
  const std::string full = archive.organization("Iranian Revolutionary Guard");
  const std::string bare = archive.organization("Revolutionary Guard");
  CHECK(verdict(resolve(archive.graph), full, bare) == "apart: it is spoken of without that place");
  archive.mention_together(archive.add_keyed("x", "Organization", "Anybody"), iran);
  Archive fitting;
  const std::string place = fitting.add("GeopoliticalEntity", "Iran", {"Iranian"});
  const std::string whole = fitting.organization("Iranian Revolutionary Guard");
  const std::string brief = fitting.add("Organization", "Revolutionary Guard", {}, {}, 0);
  fitting.mention_together(place, brief);
  CHECK(verdict(resolve(fitting.graph), whole, brief) == "place");
  (void)fitting.add("GeopoliticalEntity", "Cuba", {"Cuban"});
  (void)fitting.organization("Cuban Revolutionary Guard");
  CHECK(verdict(resolve(fitting.graph), whole, brief) == "apart: several places have one");
}

TEST_CASE("an institution of no known place goes to the one that its document can mean") {
  Archive archive;
  const std::string wikidata = "http://www.wikidata.org/entity/";
  const std::string italy =
      archive.add("GeopoliticalEntity", "Italy", {"Italian"}, {wikidata + "Q38"});
  const std::string chile = archive.add("GeopoliticalEntity", "Chile", {}, {wikidata + "Q298"});
  const std::string here =
      archive.add_keyed("organization:senate (italy)", "Organization", "Senate");
  const std::string there =
      archive.add_keyed("organization:senate (chile)", "Organization", "Senate");
  const std::string bare =
      archive.add_keyed("organization:senate#0123456789ab", "Organization", "Senate");
  Resolution resolution = resolve(archive.graph);
  CHECK(verdict(resolution, here, there) == "-");
  CHECK(verdict(resolution, here, bare) == "-");
  archive.mention_together(bare, italy);
  resolution = resolve(archive.graph);
  CHECK(verdict(resolution, here, bare) == "place");
  CHECK(resolution.graph.find(here).valid());  // the key that means something elsewhere
  CHECK(verdict(resolution, there, bare) == "-");
  archive.mention_together(bare, chile);
  CHECK(verdict(resolve(archive.graph), here, bare) == "apart: several places have one");
}

TEST_CASE("embassies and courts of no known place stay apart") {
  Archive archive;
  (void)archive.add("GeopoliticalEntity", "United States", {"U.S.", "US"});
  (void)archive.add_keyed("organization:united states embassy (iraq)", "Organization",
                          "U.S. Embassy");
  (void)archive.add_keyed("organization:united states embassy (nepal)", "Organization",
                          "U.S. Embassy");
  for (const char* name : {"U.S. Embassy", "United States Embassy", "U.S. District Court"}) {
    for (const char* document : {"0123456789ab", "ba9876543210"}) {
      (void)archive.add_keyed(std::string("organization:") + name + "#" + document, "Organization",
                              name);
    }
  }
  CHECK(resolve(archive.graph).graph.entities().size() == archive.graph.entities().size());
}

TEST_CASE("bare surnames of two documents are one only if they go to one person") {
  Archive archive;
  const std::string a = archive.add_keyed("person:annan#0123456789ab", "Person", "Annan");
  const std::string b = archive.add_keyed("person:annan#ba9876543210", "Person", "Annan");
  CHECK(resolve(archive.graph).graph.entities().size() == 2);
  const std::string kofi = archive.add("Person", "Kofi Annan", {"Annan"}, {}, 2);
  const Resolution resolution = resolve(archive.graph);
  CHECK(verdict(resolution, a, kofi) == "surname");
  CHECK(verdict(resolution, b, kofi) == "surname");
  CHECK(resolution.graph.find(kofi).valid());
}

TEST_CASE("types and IRIs that differ keep nodes apart") {
  Archive archive;
  const std::string a = archive.add("Person", "Stanislav Zas", {}, {"http://x.org/1"});
  const std::string b = archive.add("Person", "Zas, Stanislav", {}, {"http://x.org/2"});
  CHECK(verdict(resolve(archive.graph), a, b) == "apart: they have different IRIs");
  const std::string c =
      archive.add("Person", "STANISLAV ZAS", {}, {"http://x.org/1", "http://y.org/1"});
  const Resolution resolution = resolve(archive.graph);
  CHECK(resolution.graph.entities().size() == 3);  // c may be a, but b stands between
  const std::string d = archive.organization("Royal-Dutch Shell");
  const std::string e = archive.add("Product", "Royal Dutch Shell");
  CHECK(verdict(resolve(archive.graph), d, e) == "apart: their types differ");
}

TEST_CASE("wishes are honoured for whole clusters") {
  Archive archive;
  const std::string a = archive.person("Stanislav Zas");
  const std::string b = archive.person("Zas, Stanislav");
  const std::string c = archive.person("STANISLAV ZAS");
  const std::string d = archive.organization("Zas Company");
  ResolveOptions options;
  CHECK(resolve(archive.graph).graph.entities().size() == 2);
  options.never = {{a, c}};
  const Resolution kept = resolve(archive.graph, options);
  CHECK(kept.graph.find(a).valid());
  CHECK(kept.graph.find(c).valid());
  options.never = {{"nobody", b}};
  options.always = {{a, d}, {"nobody", d}};
  const Resolution joined = resolve(archive.graph, options);
  CHECK(joined.graph.entities().size() == 1);
  CHECK(verdict(joined, a, d) == "asked");
  options.always = {{a, d}, {d, b}};
  options.never = {{c, a}, {b, a}};
  CHECK(find_contradiction(options) == 1);
  CHECK_THROWS_AS(resolve(archive.graph, options), Error);
}

TEST_CASE("merged nodes unite what was said, under the key that has an IRI") {
  Archive archive;
  const std::string a = archive.add("Person", "Stanislav Zas", {"Zas"}, {}, 3);
  const std::string b = archive.add("Person", "Zas, Stanislav", {}, {"http://x.org/1"});
  archive.claim(a, "SAY", b);
  const Resolution resolution = resolve(archive.graph);
  REQUIRE(resolution.graph.entities().size() == 1);
  const Entity& entity = resolution.graph.entities()[0];
  CHECK(entity.key == b);
  CHECK(entity.name == "Stanislav Zas");  // most documents say so
  CHECK(entity.aliases == std::vector<std::string>{"Zas", "Zas, Stanislav"});
  CHECK(entity.mentions.size() == 4);
  CHECK(restore(resolution.graph, resolution.restoration) == archive.graph);
  CHECK_THROWS_AS(restore(archive.graph, resolution.restoration), Error);
}

TEST_CASE("things without a name are never merged") {
  Archive archive;
  for (const char* key : {"a", "b"}) {
    Entity group{key, "Group", "the peacekeepers", {}, false, {}, {{document_id(1), {0, 3, 0, 3}}}};
    archive.graph.add(group);
  }
  CHECK(resolve(archive.graph).decisions.empty());
}

// Properties, on archives of names that resemble one another.

struct Thing {
  std::string type;
  std::string name;
  std::vector<std::string> aliases;
  std::string iri;
};

Thing draw_thing(std::mt19937& random) {
  static const std::array<std::string, 8> given = {"George", "George W.",    "G.",   "Zhomart",
                                                   "Jomart", "George H. W.", "Anna", ""};
  static const std::array<std::string, 5> family = {"Bush", "Tokayev", "Tokaev", "Berg", "BERG"};
  static const std::array<std::string, 13> other = {"World Health Organization",
                                                    "Iranian Army",
                                                    "Iranian Armies",
                                                    "Revolutionary Armies",
                                                    "Revolutionary Army",
                                                    "WHO",
                                                    "Acme",
                                                    "Acme Corp.",
                                                    "Acme Inc.",
                                                    "Labour Party",
                                                    "Labor Party",
                                                    "U.N. Council",
                                                    "United Nations Council"};
  const auto of = [&](const auto& values) { return values[random() % values.size()]; };
  Thing thing;
  if (random() % 3 != 0) {
    const std::string first = of(given);
    const std::string last = of(family);
    thing.type = random() % 8 == 0 ? "Organization" : "Person";
    thing.name = first.empty()       ? last
                 : random() % 4 == 0 ? last + ", " + first
                                     : first + " " + last;
    if (random() % 3 == 0) thing.aliases = {last};
  } else {
    thing.type = random() % 8 == 0 ? "Event" : "Organization";
    thing.name = of(other);
    if (thing.name[0] == 'W' && random() % 2 == 0) thing.aliases = {"WHO"};
  }
  if (random() % 6 == 0) thing.iri = "http://x.org/" + std::to_string(random() % 3);
  return thing;
}

/// The things of a random archive in some order, each with its own key; and which are merged.
std::set<std::set<unsigned>> partition(const std::vector<Thing>& things,
                                       const std::vector<unsigned>& order,
                                       const std::vector<unsigned>& keys,
                                       const std::vector<std::pair<unsigned, unsigned>>& never) {
  const auto key = [&](unsigned thing) { return "key " + std::to_string(1000 + keys[thing]); };
  KnowledgeGraph graph;
  for (const unsigned n : order) {
    KnowledgeGraph document;
    Entity entity{key(n), things[n].type, things[n].name, things[n].aliases, true, {}, {}};
    if (!things[n].iri.empty()) entity.same_as = {things[n].iri};
    // Different numbers of mentions, so that keys break no ties.
    for (unsigned i = 0; i <= n; ++i) {
      entity.mentions.push_back({document_id(n), {3 * i, 3 * i + 2, 3 * i, 3 * i + 2}});
    }
    document.add(entity);
    graph = merge(std::move(graph), std::move(document));
  }
  ResolveOptions options;
  for (const auto& [a, b] : never) options.never.emplace_back(key(a), key(b));
  const Resolution resolution = resolve(graph, options);
  CHECK(restore(resolution.graph, resolution.restoration) == graph);

  std::map<std::string, std::set<unsigned>> by_node;
  std::map<std::string, std::string> into;
  for (const MergeDecision& decision : resolution.decisions) {
    if (!decision.merged) continue;
    into[decision.a] = into[decision.b] = decision.into;
  }
  for (unsigned n = 0; n < things.size(); ++n) {
    by_node[into.contains(key(n)) ? into[key(n)] : key(n)].insert(n);
  }
  CHECK(resolution.graph.entities().size() == by_node.size());
  for (const auto& [a, b] : never) {
    for (const auto& [node, members] : by_node) {
      CHECK_FALSE((members.contains(a) && members.contains(b)));
    }
  }
  std::set<std::set<unsigned>> clusters;
  for (const auto& [node, members] : by_node) {
    clusters.insert(members);
    std::set<std::string> types;
    for (const unsigned n : members) types.insert(things[n].type);
    CHECK(types.size() == 1);
  }
  return clusters;
}

TEST_CASE("the order of documents and the spelling of keys do not matter, and all can be undone") {
  std::mt19937 random(23);  // NOLINT: the same archives every time
  std::size_t merged = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<Thing> things(14);
    for (Thing& thing : things) thing = draw_thing(random);
    std::vector<unsigned> order(things.size());
    for (unsigned i = 0; i < order.size(); ++i) order[i] = i;
    std::vector<unsigned> keys = order;
    std::vector<std::pair<unsigned, unsigned>> never;
    if (round % 2 == 0) never = {{0, 1}, {2, 3}, {4, 5}};
    const auto expected = partition(things, order, keys, never);
    merged += things.size() - expected.size();
    for (int again = 0; again < 4; ++again) {
      std::shuffle(order.begin(), order.end(), random);
      std::shuffle(keys.begin(), keys.end(), random);
      REQUIRE(partition(things, order, keys, never) == expected);
    }
  }
  CHECK(merged > 300);  // the archives do hold things to merge
}

}  // namespace
}  // namespace actant
