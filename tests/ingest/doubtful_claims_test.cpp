// SPDX-License-Identifier: MIT
#include "tests/ingest/reading_text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace actant {
namespace {

using Edges = std::vector<std::string>;

TEST_CASE("what is denied in a list is no member of it") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 2 obj GeopoliticalEntity\n"
      "and and CCONJ CC 6 cc\n"
      "not not PART RB 6 advmod\n"
      "Gabii Gabii PROPN NNP 3 conj GeopoliticalEntity\n");
  CHECK(text.edges() == Edges{"Rome attack Veii"});
}

TEST_CASE("only what somebody does by himself makes him an agent") {
  const ParsedText text = parsed(
      "Veii Veii PROPN NNP 3 nsubj:pass GeopoliticalEntity\n"
      "was be AUX VBD 3 aux:pass\n"
      "attacked attack VERB VBN 0 root\n"
      "out out ADP IN 6 case\n"
      "of of ADP IN 4 fixed\n"
      "Rome Rome PROPN NNP 3 obl:agent GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Veii attack Rome"});
  CHECK(text.claims()[0].origin == "passive-adjunct");
}

TEST_CASE("a noun that tells how is no participant") {
  const ParsedText manner = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "in in ADP IN 6 case\n"
      "the the DET DT 6 det\n"
      "same same ADJ JJ 6 amod\n"
      "way way NOUN NN 2 obl\n");
  CHECK(manner.edges().empty());
  const ParsedText alone = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "by by ADP IN 4 case\n"
      "mail mail NOUN NN 2 obl\n");
  CHECK(alone.edges().empty());
  const ParsedText owned = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "with with ADP IN 5 case\n"
      "her her PRON PRP$ 5 nmod:poss\n"
      "mail mail NOUN NN 2 obl\n");
  CHECK(owned.edges() == Edges{"Rome attack mail"});
}

TEST_CASE("only an actor is a partner beside an object") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 2 obj GeopoliticalEntity\n"
      "with with ADP IN 5 case\n"
      "Gabii Gabii PROPN NNP 2 obl GeopoliticalEntity\n"
      "with with ADP IN 7 case\n"
      "elephants elephant NOUN NNS 2 obl\n");
  REQUIRE(text.edges() == Edges{"Rome attack Veii"});
  const CandidateClaim claim = text.claims()[0];
  REQUIRE(claim.arguments.size() == 3);
  CHECK(text.name(claim.arguments[2].cluster) == "Gabii");
  CHECK(claim.arguments[2].role == "partner");
}

TEST_CASE("a gerund behind a preposition is not done by the noun before it") {
  const ParsedText text = parsed(
      "charges charge NOUN NNS 0 root\n"
      "of of SCONJ IN 3 mark\n"
      "attacking attack VERB VBG 1 acl\n"
      "Veii Veii PROPN NNP 3 obj GeopoliticalEntity\n");
  CHECK(text.edges().empty());
}

TEST_CASE("an infinitive is done by who has the means, not by the means") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "has have VERB VBZ 0 root\n"
      "elephants elephant NOUN NNS 2 obj\n"
      "to to PART TO 5 mark\n"
      "attack attack VERB VB 3 acl\n"
      "Veii Veii PROPN NNP 5 obj GeopoliticalEntity\n");
  const Edges edges = text.edges();
  CHECK(std::count(edges.begin(), edges.end(), "Rome attack Veii") == 1);
  CHECK(std::count(edges.begin(), edges.end(), "elephant attack Veii") == 0);
}

TEST_CASE("who rejects a plan does not carry it out") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "refused refuse VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "request request NOUN NN 2 obj\n"
      "to to PART TO 6 mark\n"
      "attack attack VERB VB 4 acl\n"
      "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  const Edges edges = text.edges();
  CHECK(std::count(edges.begin(), edges.end(), "Rome attack Veii") == 0);
}

TEST_CASE("a place harms nobody, what happened there does") {
  ParsedText text = parsed(
      "attack attack NOUN NN 0 root\n"
      "on on ADP IN 3 case\n"
      "Veii Veii PROPN NNP 1 nmod GeopoliticalEntity\n"
      "that that PRON WDT 5 nsubj\n"
      "attacked attack VERB VBD 3 acl:relcl\n"
      "Romans Roman PROPN NNPS 5 obj Group\n");
  text.entities.clusters[0].type = "Event";
  const Edges edges = text.edges();
  CHECK(std::count(edges.begin(), edges.end(), "attack attack Roman") == 1);
  CHECK(std::count(edges.begin(), edges.end(), "Veii attack Roman") == 0);
}

TEST_CASE("when somebody said something makes no edge") {
  const ParsedText text = parsed(
      "Livy Livy PROPN NNP 2 nsubj Person\n"
      "said say VERB VBD 0 root\n"
      "Monday Monday PROPN NNP 2 obl:tmod\n");
  CHECK(text.edges().empty());
}

TEST_CASE("the name of another thing that a description was taken for is no identity") {
  ParsedText text = parsed(
      "Livy Livy PROPN NNP 4 nsubj Person\n"
      "is be AUX VBZ 4 cop\n"
      "the the DET DT 4 det\n"
      "writer writer NOUN NN 0 root\n");
  text.entities.clusters[1].named = true;  // some other writer
  CHECK(text.edges() == Edges{"Livy be 'writer'"});
}

TEST_CASE("a state is the value of an attribute") {
  const ParsedText text = parsed(
      "Livy Livy PROPN NNP 5 nsubj Person\n"
      "is be AUX VBZ 5 cop\n"
      "in in ADP IN 5 case\n"
      "good good ADJ JJ 5 amod\n"
      "health health NOUN NN 0 root\n");
  REQUIRE(text.edges() == Edges{"Livy be 'in good health'"});
  CHECK(text.claims()[0].type == "attribute");
}

TEST_CASE("it is clear: nothing is said of a thing") {
  const ParsedText text = parsed(
      "Veii Veii PROPN NNP 3 nsubj GeopoliticalEntity\n"
      "is be AUX VBZ 3 cop\n"
      "clear clear ADJ JJ 0 root\n");
  CHECK(text.edges().empty());
}

TEST_CASE("results tell something, facts do not") {
  const auto told_by = [](const std::string& noun) {
    return parsed("the the DET DT 2 det\n" + noun + " " + noun +
                  " NOUN NN 3 nsubj\n"
                  "told tell VERB VBD 0 root\n"
                  "that that SCONJ IN 6 mark\n"
                  "Rome Rome PROPN NNP 6 nsubj GeopoliticalEntity\n"
                  "attacked attack VERB VBD 3 ccomp\n"
                  "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  };
  CHECK(told_by("result").claims()[0].source.valid());
  CHECK_FALSE(told_by("fact").claims()[0].source.valid());
}

TEST_CASE("according to somebody, behind a comma: the whole sentence") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 2 obj GeopoliticalEntity\n"
      "beating beat VERB VBG 2 advcl\n"
      "Gabii Gabii PROPN NNP 4 obj GeopoliticalEntity\n"
      ", , PUNCT , 9 punct\n"
      "according accord VERB VBG 9 case\n"
      "to to ADP IN 7 fixed\n"
      "Livy Livy PROPN NNP 4 obl Person\n");
  const std::vector<CandidateClaim> claims = text.claims();
  REQUIRE(claims.size() == 2);
  CHECK(text.name(claims[0].source) == "Livy");
  CHECK(text.name(claims[1].source) == "Livy");
}

TEST_CASE("a comparison names both ends and the degree") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 4 nsubj GeopoliticalEntity\n"
      "is be AUX VBZ 4 cop\n"
      "more more ADV RBR 4 advmod\n"
      "famous famous ADJ JJ 0 root\n"
      "than than ADP IN 6 case\n"
      "Veii Veii PROPN NNP 4 obl GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Rome famous Veii"});
  CHECK(text.claims()[0].label == "is more famous than");
}

TEST_CASE("titles may stand between a position and the name") {
  const ParsedText text = parsed(
      "president president NOUN NN 0 root\n"
      "of of ADP IN 3 case\n"
      "Veii Veii PROPN NNP 1 nmod GeopoliticalEntity\n"
      ", , PUNCT , 5 punct\n"
      "minister minister NOUN NN 8 compound\n"
      "of of ADP IN 7 case\n"
      "Gabii Gabii PROPN NNP 5 nmod GeopoliticalEntity\n"
      "Livy Livy PROPN NNP 3 conj Person\n");
  const Edges edges = text.edges();
  CHECK(std::count(edges.begin(), edges.end(), "Livy president Veii") == 1);
}

TEST_CASE("what is to happen is shown with its to") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 4 nsubj GeopoliticalEntity\n"
      "is be AUX VBZ 4 aux\n"
      "to to PART TO 4 mark\n"
      "attack attack VERB VB 0 root\n"
      "Veii Veii PROPN NNP 4 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Rome attack Veii"});
  CHECK(text.claims()[0].label == "is to attack");
}

TEST_CASE("a time in front of the first verb is that of the second too") {
  const ParsedText text = parsed(
      "Yesterday yesterday NOUN NN 3 obl:tmod\n"
      "Rome Rome PROPN NNP 3 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 3 obj GeopoliticalEntity\n"
      "and and CCONJ CC 6 cc\n"
      "attacked attack VERB VBD 3 conj\n"
      "Gabii Gabii PROPN NNP 6 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Rome attack Veii", "Rome attack Gabii"});
  CHECK(text.claims()[0].time == "Yesterday");
  CHECK(text.claims()[1].time == "Yesterday");
}

TEST_CASE("who was killed when a bomb exploded was killed by the bomb") {
  const auto told = [](const std::string& determiner) {
    ParsedText text = parsed(
        "Livy Livy PROPN NNP 3 nsubj:pass Person\n"
        "was be AUX VBD 3 aux:pass\n"
        "killed kill VERB VBN 0 root\n"
        "when when ADV WRB 7 advmod\n" +
        determiner +
        "elephant elephant NOUN NN 7 nsubj\n"
        "attacked attack VERB VBD 3 advcl\n");
    text.entities.clusters[1].type = "Product";
    return text.edges();
  };
  CHECK(told("an a DET DT 6 det\n") == Edges{"elephant kill Livy"});
  CHECK(told("his his PRON PRP$ 6 nmod:poss\n").empty());
}

TEST_CASE("whose attempt it is does what is attempted") {
  const ParsedText text = parsed(
      "Veii Veii PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "told tell VERB VBD 0 root\n"
      "of of ADP IN 4 case\n"
      "rights right NOUN NNS 2 obl\n"
      "by by ADP IN 6 case\n"
      "Rome Rome PROPN NNP 4 nmod GeopoliticalEntity\n"
      "to to PART TO 8 mark\n"
      "attack attack VERB VB 4 acl\n"
      "Gabii Gabii PROPN NNP 8 obj GeopoliticalEntity\n");
  const Edges edges = text.edges();
  CHECK(std::count(edges.begin(), edges.end(), "Rome attack Gabii") == 1);
  CHECK(std::count(edges.begin(), edges.end(), "Veii attack Gabii") == 0);
}

TEST_CASE("from somewhere comes what is taken or moved") {
  const auto roles = [](const std::string& verb) {
    const ParsedText text =
        parsed("Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n" + verb + " " + verb +
               " VERB VBD 0 root\n"
               "elephants elephant NOUN NNS 2 obj\n"
               "from from ADP IN 5 case\n"
               "Veii Veii PROPN NNP 2 obl GeopoliticalEntity\n");
    std::vector<std::string> found;
    const std::vector<CandidateClaim> claims = text.claims();
    for (const CandidateArgument& argument : claims[0].arguments) {
      found.emplace_back(argument.role);
    }
    return found;
  };
  CHECK(roles("send") == Edges{"agent", "patient", "origin"});
  CHECK(roles("kill") == Edges{"agent", "patient"});
}

TEST_CASE("whom a request is for is to do it") {
  const ParsedText text = parsed(
      "request request NOUN NN 0 root\n"
      "for for ADP IN 3 case\n"
      "Rome Rome PROPN NNP 1 nmod GeopoliticalEntity\n"
      "to to PART TO 5 mark\n"
      "attack attack VERB VB 1 acl\n"
      "Veii Veii PROPN NNP 5 obj GeopoliticalEntity\n");
  const Edges edges = text.edges();
  CHECK(std::count(edges.begin(), edges.end(), "Rome attack Veii") == 1);
  CHECK(std::count(edges.begin(), edges.end(), "request attack Veii") == 0);
}

}  // namespace
}  // namespace actant
