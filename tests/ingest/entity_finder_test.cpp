// SPDX-License-Identifier: MIT
#include "ingest/graph_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace actant {
namespace {

const Pipeline& pipeline() {
  static const Pipeline shared(data_files(ACTANT_DATA_FOLDER));
  return shared;
}

struct Found {
  Document document;
  Analysis analysis;
  Entities entities;
};

Found find(std::string text) {
  Found found;
  found.document.id = std::string(64, 'a');
  found.document.text = std::move(text);
  Workspace scratch;
  found.analysis = pipeline().analyzer().analyze(found.document.text, scratch);
  found.entities = pipeline().find_entities(found.document, found.analysis);
  return found;
}

const Cluster* named(const Found& found, const std::string& name) {
  for (const Cluster& cluster : found.entities.clusters) {
    const auto& other = cluster.aliases;
    const bool called =
        cluster.name == name || std::find(other.begin(), other.end(), name) != other.end();
    if (cluster.named && called) return &cluster;
  }
  return nullptr;
}

TEST_CASE("acronym and long form, name and surname are one") {
  const Found found = find(
      "The Collective Security Treaty Organization (CSTO) met on Monday. "
      "Secretary General "
      "Stanislav Zas spoke. Zas said that the CSTO would help.");
  const Cluster* body = named(found, "CSTO");
  REQUIRE(body != nullptr);
  CHECK(body->name == "Collective Security Treaty Organization");
  CHECK(body->type == "Organization");
  const Cluster* person = named(found, "Zas");
  REQUIRE(person != nullptr);
  CHECK(person->name == "Stanislav Zas");
  CHECK(person->type == "Person");
  CHECK(person->key == "person:stanislav zas");
}

TEST_CASE("a demonym is a mention of its country, which is linked") {
  const Found found = find("The Austrian firm sold its plant. Austria welcomed the sale.");
  const Cluster* country = named(found, "Austria");
  REQUIRE(country != nullptr);
  CHECK(country->mentions.size() >= 2);
  CHECK(country->key == "http://www.wikidata.org/entity/Q40");
}

TEST_CASE("a description takes the whole of the name that is in it") {
  const Found found = find("Boris Johnson met angry members of the House of Commons on Monday.");
  CHECK(std::any_of(found.entities.clusters.begin(), found.entities.clusters.end(),
                    [](const Cluster& cluster) {
                      return cluster.name == "angry members of the House of Commons";
                    }));
}

TEST_CASE("page furniture makes no entities") {
  const Found found = find(
      "Storm hits Sydney\n\nA storm hit Sydney on Monday and damaged the "
      "old harbour bridge, "
      "officials said.\n\nSubscribe to FB RBK\n\nLeave a Reply\n\n"
      "Your email address will not be published.");
  CHECK(named(found, "Sydney") != nullptr);
  CHECK(named(found, "RBK") == nullptr);
  CHECK(named(found, "Reply") == nullptr);
  CHECK(std::count(found.entities.noise.begin(), found.entities.noise.end(), true) > 8);
}

TEST_CASE("a dateline is no part of the first sentence, its agency no entity") {
  const Found found = find(
      "LIMA, May 7, 2015 (Reuters) - The mayor of Cusco met officials of the ministry on Monday.");
  CHECK(named(found, "Reuters") == nullptr);
  CHECK(named(found, "Lima") != nullptr);
  CHECK(named(found, "Cusco") != nullptr);
  REQUIRE(found.analysis.sentences.size() == 2);
  CHECK(found.analysis.strings.view(
            found.analysis.tokens[found.analysis.sentences[1].begin].form) == "The");
}

TEST_CASE("a headline in capitals adds no names of its own") {
  const Found found = find(
      "SEN. DODD URGES SENATE COLLEAGUES TO SUPPORT HIS AMENDMENT\n\n"
      "Sen. Chris Dodd today asked the Senate to support an amendment that would end the war. "
      "Dodd said that the Senate must act.");
  const Cluster* person = named(found, "Dodd");
  REQUIRE(person != nullptr);
  CHECK(person->name == "Chris Dodd");
  for (const Cluster& cluster : found.entities.clusters) {
    CHECK((!cluster.named || cluster.name.find("URGES") == std::string::npos));
  }
}

TEST_CASE("letters of a number, labels and bylines are no names") {
  const Found found = find(
      "Soldiers find weapons\n\n2010-10-CA-262\n\nFor Immediate Release\n\nBy Henrietta Plum\n\n"
      "Soldiers found weapons in a village near Kabul on Friday, the ministry said, and "
      "destroyed them.");
  CHECK(named(found, "Kabul") != nullptr);
  for (const Cluster& cluster : found.entities.clusters) {
    CHECK((!cluster.named || cluster.name.find("CA") == std::string::npos));
    CHECK((!cluster.named || cluster.name.find("Release") == std::string::npos));
    CHECK((!cluster.named || cluster.name.find("Plum") == std::string::npos));
  }
}

TEST_CASE("mentions, heads and clusters agree with one another") {
  const Found found = find(
      "Maria Lopez told reporters in Lima that she would "
      "sell her company. The company makes "
      "ships, which it exports to Chile.");
  const Entities& entities = found.entities;
  REQUIRE(entities.cluster_of_head.size() == found.analysis.tokens.size());
  REQUIRE(entities.noise.size() == found.analysis.tokens.size());
  for (std::size_t m = 0; m < entities.mentions.size(); ++m) {
    const EntityMention& mention = entities.mentions[m];
    CHECK(mention.begin <= mention.head);
    CHECK(mention.head < mention.end);
    REQUIRE(mention.cluster.value < entities.clusters.size());
    const auto& mine = entities.clusters[mention.cluster.value].mentions;
    CHECK(std::find(mine.begin(), mine.end(), m) != mine.end());
  }
}

TEST_CASE("a bare surname is a key of its own document, a full name is not") {
  const Found bare =
      find("Wexford spoke to reporters on Monday. Wexford said that he would resign.");
  REQUIRE(named(bare, "Wexford") != nullptr);
  CHECK(named(bare, "Wexford")->key == "person:wexford#aaaaaaaaaaaa");
  const Found full = find("Harold Wexford spoke to reporters. Wexford said that he would resign.");
  REQUIRE(named(full, "Wexford") != nullptr);
  CHECK(named(full, "Wexford")->key == "person:harold wexford");
}

TEST_CASE("an institution that many places have is known by its place") {
  const Found italy = find("Italy's Senate voted against the treaty. The Senate was divided.");
  REQUIRE(named(italy, "Senate") != nullptr);
  CHECK(named(italy, "Senate")->key == "organization:senate (italy)");
  const Found spelled =
      find("The Iraqi Ministry of Defence denied it. The Defense Ministry is new.");
  REQUIRE(named(spelled, "Iraqi Ministry of Defence") != nullptr);
  CHECK(named(spelled, "Iraqi Ministry of Defence")->key == "organization:defense ministry (iraq)");
  const Found american = find("The U.S. Senate passed the bill. The Senate then adjourned.");
  REQUIRE(named(american, "Senate") != nullptr);
  CHECK(named(american, "Senate")->key == "organization:u.s. senate");
}

TEST_CASE("two places have two institutions of one name") {
  const Found found = find("The Turkish Parliament and the Greek Parliament met on Monday.");
  REQUIRE(named(found, "Turkish Parliament") != nullptr);
  REQUIRE(named(found, "Greek Parliament") != nullptr);
  CHECK(named(found, "Turkish Parliament")->key != named(found, "Greek Parliament")->key);
}

TEST_CASE("an institution of nowhere is a key of its own document") {
  const Found found = find("The Senate rejected the plan after a long debate on Monday.");
  REQUIRE(named(found, "Senate") != nullptr);
  CHECK(named(found, "Senate")->key == "organization:senate#aaaaaaaaaaaa");
}

TEST_CASE("the Senate is not its committee") {
  const Found found = find(
      "The Senate met on Monday. The Senate Judiciary Committee heard the nominee, and the Senate "
      "Finance Committee did not.");
  REQUIRE(named(found, "Senate") != nullptr);
  CHECK(named(found, "Senate") != named(found, "Senate Judiciary Committee"));
}

TEST_CASE("Congress is not the Iraqi National Congress") {
  const Found found = find(
      "Many members of Congress voted for it. The Iraqi National Congress (INC) gave the reports "
      "that Congress believed.");
  REQUIRE(named(found, "Congress") != nullptr);
  REQUIRE(named(found, "INC") != nullptr);
  CHECK(named(found, "Congress") != named(found, "INC"));
}

TEST_CASE("what is asked for a thing picks no other thing out") {
  const Found found = find(
      "Sales cover the price in the long run. The partner asked for the price to be kept secret.");
  CHECK(std::count_if(found.entities.clusters.begin(), found.entities.clusters.end(),
                      [](const Cluster& cluster) { return cluster.name == "price"; }) == 1);
}

TEST_CASE("an embassy is known by where it is") {
  const Found found = find("A bomb hit the U.S. Embassy in Lebanon on Monday.");
  REQUIRE(named(found, "U.S. Embassy") != nullptr);
  CHECK(named(found, "U.S. Embassy")->key.ends_with(":united states embassy (lebanon)"));
}

TEST_CASE("a changed letter in brackets is no name") {
  const Found found = find("\"[W]e must act now,\" said Anna Petrova. She left.");
  CHECK(std::count_if(found.entities.clusters.begin(), found.entities.clusters.end(),
                      [](const Cluster& cluster) { return cluster.named; }) == 1);
  REQUIRE(named(found, "Anna Petrova") != nullptr);
  CHECK(named(found, "Anna Petrova")->mentions.size() == 3);
}

TEST_CASE("agencies are bodies, not persons") {
  const Found found = find(
      "Interfax reported that RIA Novosti had quoted the minister. AFP and Xinhua carried the "
      "story.");
  for (const char* name : {"Interfax", "RIA Novosti", "AFP", "Xinhua"}) {
    REQUIRE(named(found, name) != nullptr);
    CHECK(named(found, name)->type == "Organization");
  }
}

TEST_CASE("a title alone names nobody, but a surname that looks like one does") {
  const Found titles = find("The Queen visited Canada. The Pope spoke to her.");
  CHECK(named(titles, "Queen") == nullptr);
  CHECK(named(titles, "Pope") == nullptr);
  const Found surname = find("Larry King interviewed the senator. King asked about the war.");
  REQUIRE(named(surname, "King") != nullptr);
  CHECK(named(surname, "King")->name == "Larry King");
}

TEST_CASE("labels and stage directions of a transcript are no names") {
  const Found found = find(
      "Remarks by the President in Boston\n\nQ Mr. President, what about Iran?\n\nWe will see what "
      "they do. (Applause.) Thank you all. (Laughter and applause.)\n\nQ And Syria?");
  CHECK(named(found, "Q") == nullptr);
  CHECK(named(found, "Iran") != nullptr);
  for (const Cluster& cluster : found.entities.clusters) {
    CHECK(cluster.name.find("pplause") == std::string::npos);
  }
}

TEST_CASE("who says what it will do is no person") {
  const Found found = find("Nestle said it will buy the firm.");
  REQUIRE(named(found, "Nestle") != nullptr);
  CHECK(named(found, "Nestle")->type == "Organization");
  CHECK(named(found, "Nestle")->mentions.size() == 2);
}

TEST_CASE("party and state behind a politician's name are no names") {
  const Found found = find("Sen. Tim Johnson (D-SD) and Rep. Howard Coble (R-N.C.) met on Monday.");
  CHECK(std::count_if(found.entities.clusters.begin(), found.entities.clusters.end(),
                      [](const Cluster& cluster) { return cluster.named; }) == 2);
}

TEST_CASE("a text in another language has no English names") {
  std::string text;
  for (int i = 0; i < 8; ++i) {
    text += "La derogación de la ley fue aprobada por la Cámara de Representantes en Madrid. ";
  }
  const Found found = find(text);
  CHECK(found.entities.clusters.empty());
}

TEST_CASE("of two of one surname, it means the one of whom the text has spoken") {
  const Found found = find(
      "President Kurmanbek Bakiyev fled on Monday. Bakiyev is in Minsk. His son Maksim Bakiyev "
      "stayed.");
  REQUIRE(named(found, "Bakiyev") != nullptr);
  CHECK(named(found, "Bakiyev")->name == "Kurmanbek Bakiyev");
  CHECK(named(found, "Maksim Bakiyev") != named(found, "Bakiyev"));
}

TEST_CASE("what an office is of is no name, and a place takes the rest of its name") {
  const Found found = find(
      "Secretary of State Mike Pompeo met Representatives Eliot Engel and Ted Lieu in Washington, "
      "D.C. on Monday.");
  CHECK(named(found, "State") == nullptr);
  CHECK(named(found, "Eliot Engel") != nullptr);
  REQUIRE(named(found, "Washington, D.C.") != nullptr);
  CHECK(named(found, "D.C.") == nullptr);
}

TEST_CASE("a headline in capitals ends at its line") {
  const Found found = find(
      "SANTORUM COMMENTS ON IMMIGRATION DEBATE\nSen. Rick Santorum spoke on the immigration debate "
      "in the chamber on Monday.");
  REQUIRE(named(found, "Rick Santorum") != nullptr);
  for (const Cluster& cluster : found.entities.clusters) {
    CHECK((!cluster.named || cluster.name.find("DEBATE") == std::string::npos));
  }
}

TEST_CASE("families are groups, and the North is a country") {
  const Found found = find(
      "Joe Biden travelled to Kiev. Critics said that the Bidens had broken the law. North Korea "
      "rejected the offer, and the North will not return to the talks.");
  REQUIRE(named(found, "Bidens") != nullptr);
  CHECK(named(found, "Bidens")->type == "Group");
  CHECK(named(found, "North") == nullptr);
}

TEST_CASE("names with marks inside are whole") {
  const Found found = find(
      "Troops arrested a man in Nad ‘Ali and another in Mazar-i-Sharif. The storm, Hurricane "
      "Katrina, "
      "passed. Katrina killed many in eastern Congo.");
  CHECK(named(found, "Mazar-i-Sharif") != nullptr);
  CHECK(named(found, "Nad ‘Ali") != nullptr);
  REQUIRE(named(found, "Katrina") != nullptr);
  CHECK(named(found, "Katrina")->name == "Hurricane Katrina");
  CHECK(named(found, "Congo") != nullptr);
}

TEST_CASE("offices without a name are no names") {
  const Found found = find(
      "Comedian Eddie Griffin met the First Lady on Monday. The Vice President and Her Majesty did "
      "not come.");
  CHECK(std::count_if(found.entities.clusters.begin(), found.entities.clusters.end(),
                      [](const Cluster& cluster) { return cluster.named; }) == 1);
  CHECK(named(found, "Eddie Griffin") != nullptr);
}

TEST_CASE("a common noun with a capital, once, is no name") {
  const Found found = find(
      "Analysts published an Overview of the plan on Monday. The Stardom company hired Ada Stone. "
      "Stardom grew.");
  CHECK(named(found, "Overview") == nullptr);
  CHECK(named(found, "Stardom") != nullptr);
}

TEST_CASE("a middle name and a country in front make no other thing") {
  const Found found = find(
      "The story of Emmett Louis Till is known. Emmett Till was fourteen. The United States "
      "Central "
      "Intelligence Agency and the CIA said nothing.");
  CHECK(named(found, "Emmett Till") == named(found, "Emmett Louis Till"));
  CHECK(named(found, "CIA") == named(found, "United States Central Intelligence Agency"));
}

TEST_CASE("a state's party is another than its country's") {
  const Found found = find(
      "The Iowa Democratic Party held its caucus on Monday. The Democratic Party has not yet "
      "chosen a candidate.");
  REQUIRE(named(found, "Democratic Party") != nullptr);
  CHECK(named(found, "Democratic Party") != named(found, "Iowa Democratic Party"));
}

TEST_CASE("a city's name is not shown in capitals") {
  const Found found = find("Soldiers found weapons near KABUL on Monday and destroyed them.");
  CHECK(named(found, "Kabul") != nullptr);
}

TEST_CASE("a full name with a place is no short one, and officials are none") {
  const Found found = find(
      "The University of California hired him. U.S. Senators Evan Bayh and Sam Brownback "
      "objected.");
  REQUIRE(named(found, "University of California") != nullptr);
  CHECK(named(found, "University of California")->key == "organization:university of california");
  CHECK(named(found, "U.S. Senators") == nullptr);
  CHECK(named(found, "Evan Bayh") != nullptr);
}

TEST_CASE("short and long forms of a house, and a country's two names, are one") {
  const Found found = find(
      "The United States House of Representatives issued a subpoena under the U.S. Constitution. "
      "The U.S. House may vote again. The United States Constitution says so.");
  REQUIRE(named(found, "U.S. House") != nullptr);
  CHECK(named(found, "U.S. House") == named(found, "United States House of Representatives"));
  REQUIRE(named(found, "U.S. Constitution") != nullptr);
  CHECK(named(found, "U.S. Constitution") == named(found, "United States Constitution"));
}

TEST_CASE("an acronym may leave out the kind of office, and a body is not its task force") {
  const Found found = find(
      "The U.S. Department of Health and Human Services (HHS) and the National Institutes of "
      "Health "
      "agree. Ada Stone leads the National Institutes of Health Stem Cell Task Force. HHS said "
      "so.");
  REQUIRE(named(found, "HHS") != nullptr);
  CHECK(named(found, "HHS")->name == "U.S. Department of Health and Human Services");
  REQUIRE(named(found, "National Institutes of Health") != nullptr);
  CHECK(named(found, "National Institutes of Health") !=
        named(found, "National Institutes of Health Stem Cell Task Force"));
}

TEST_CASE("an office is no part of a country's name") {
  const Found found = find("Indian Home Minister P. Chidambaram met the Prophet Muhammad Society.");
  CHECK(named(found, "India") != nullptr);
  CHECK(named(found, "P. Chidambaram") != nullptr);
  CHECK(named(found, "Indian Home") == nullptr);
}

TEST_CASE("of relatives, a surname alone is the one who was named first") {
  const Found found = find(
      "Pranab Mukherjee died on Monday. His son Abhijit Mukherjee announced it. Mukherjee was "
      "president of India.");
  REQUIRE(named(found, "Mukherjee") != nullptr);
  CHECK(named(found, "Mukherjee")->name == "Pranab Mukherjee");
}

TEST_CASE("a bracket that is not closed ends a name") {
  const Found found = find(
      "Mukherjee joined the Indian National Congress (INC) in 1969. The INC won the election.");
  REQUIRE(named(found, "INC") != nullptr);
  CHECK(named(found, "INC")->name == "Indian National Congress");
  for (const Cluster& cluster : found.entities.clusters) {
    CHECK(cluster.name.find('(') == std::string::npos);
  }
}

TEST_CASE("a model number is a product, a group of states is not") {
  const Found found = find("Police found an AK-47 in the car. Leaders of the G-8 met in Tokyo.");
  REQUIRE(named(found, "AK-47") != nullptr);
  CHECK(named(found, "AK-47")->type == "Product");
  REQUIRE(named(found, "G-8") != nullptr);
  CHECK(named(found, "G-8")->type == "Organization");
}

TEST_CASE("a body that an acronym stands for is not its programme") {
  const Found found = find(
      "The U.S. Department of Agriculture (USDA) pays for it. USDA Rural Development has awarded "
      "a grant. The USDA will pay again.");
  REQUIRE(named(found, "USDA") != nullptr);
  CHECK(named(found, "USDA") != named(found, "USDA Rural Development"));
}

TEST_CASE("lines of a page's head are no one name") {
  const Found found = find(
      "Remarks at the garden\n\nOffice of the First Lady\nSouth Lawn\nThe garden opened on Monday, "
      "and Ada Stone planted a tree there.");
  CHECK(named(found, "First Lady South Lawn") == nullptr);
  CHECK(named(found, "Ada Stone") != nullptr);
}

TEST_CASE("texts without words of a language do no harm") {
  for (const std::string text : {"&", "& ;", "((", "(( ))", "....", "\xEF\xBB\xBF", "A", "' s"}) {
    CHECK_NOTHROW(find(text));
  }
}

}  // namespace
}  // namespace actant
