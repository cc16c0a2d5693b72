// SPDX-License-Identifier: MIT
#include "tests/ingest/reading_text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace actant {
namespace {

using Edges = std::vector<std::string>;

TEST_CASE("a subject and each coordinated object make a claim") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 2 obj GeopoliticalEntity\n"
      "and and CCONJ CC 5 cc\n"
      "Gabii Gabii PROPN NNP 3 conj GeopoliticalEntity\n");
  CHECK(text.edges() == Edges{"Rome attack Veii", "Rome attack Gabii"});
  CHECK(text.claims()[0].type == "ASSAULT");
  CHECK(text.claims()[0].label == "attacked");
}

TEST_CASE("a label does not keep the capital of the sentence's start") {
  const ParsedText text = parsed(
      "Did do AUX VBD 3 aux\n"
      "Rome Rome PROPN NNP 3 nsubj GeopoliticalEntity\n"
      "attack attack VERB VB 0 root\n"
      "Veii Veii PROPN NNP 3 obj GeopoliticalEntity\n");
  REQUIRE(text.claims().size() == 1);
  CHECK(text.claims()[0].label == "did attack");
}

TEST_CASE("the agent of a passive comes first") {
  const ParsedText text = parsed(
      "Veii Veii PROPN NNP 3 nsubj:pass GeopoliticalEntity\n"
      "was be AUX VBD 3 aux:pass\n"
      "attacked attack VERB VBN 0 root\n"
      "by by ADP IN 5 case\n"
      "Rome Rome PROPN NNP 3 obl:agent GeopoliticalEntity\n");
  CHECK(text.edges() == Edges{"Rome attack Veii"});
  CHECK(text.claims()[0].label == "attacked");
}

TEST_CASE("a passive without agent tells where its patient went") {
  const ParsedText text = parsed(
      "Troops troop NOUN NNS 4 nsubj:pass\n"
      "will will AUX MD 4 aux\n"
      "be be AUX VB 4 aux:pass\n"
      "sent send VERB VBN 0 root\n"
      "into into ADP IN 6 case\n"
      "Veii Veii PROPN NNP 4 obl GeopoliticalEntity\n");
  CHECK(text.edges() == Edges{"troop send Veii"});
  CHECK(text.claims()[0].modality == Modality::future);
  CHECK(text.claims()[0].arguments[1].role == "destination");
}

TEST_CASE("an antecedent fills the gap of its relative clause") {
  const ParsedText text = parsed(
      "forces force NOUN NNS 0 root\n"
      "that that PRON WDT 4 obj\n"
      "Rome Rome PROPN NNP 4 nsubj GeopoliticalEntity\n"
      "sent send VERB VBD 1 acl:relcl\n");
  CHECK(text.edges() == Edges{"Rome send force"});
}

TEST_CASE("a refused action did not happen, a planned one is to come") {
  const ParsedText refused = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "refused refuse VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "attack attack VERB VB 2 xcomp\n"
      "Veii Veii PROPN NNP 4 obj GeopoliticalEntity\n");
  REQUIRE(refused.edges() == Edges{"Rome attack Veii"});
  CHECK(refused.claims()[0].polarity == Polarity::negative);
  const ParsedText planned = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "plans plan VERB VBZ 0 root\n"
      "to to PART TO 4 mark\n"
      "attack attack VERB VB 2 xcomp\n"
      "Veii Veii PROPN NNP 4 obj GeopoliticalEntity\n");
  REQUIRE(planned.edges() == Edges{"Rome attack Veii"});
  CHECK(planned.claims()[0].polarity == Polarity::positive);
  CHECK(planned.claims()[0].modality == Modality::future);
}

TEST_CASE("a perfect infinitive is no passive") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 3 nsubj:pass GeopoliticalEntity\n"
      "is be AUX VBZ 3 aux:pass\n"
      "said say VERB VBN 0 root\n"
      "to to PART TO 6 mark\n"
      "have have AUX VB 6 aux\n"
      "attacked attack VERB VBN 3 xcomp\n"
      "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Rome attack Veii"});
  CHECK(text.claims()[0].origin == "verb-object");
}

TEST_CASE("who has a right or makes an attempt is the one who acts") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "has have VERB VBZ 0 root\n"
      "the the DET DT 4 det\n"
      "right right NOUN NN 2 obj\n"
      "to to PART TO 6 mark\n"
      "attack attack VERB VB 4 acl\n"
      "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  const Edges edges = text.edges();
  CHECK(std::count(edges.begin(), edges.end(), "Rome attack Veii") == 1);
}

TEST_CASE("what is told is so, what somebody is told to do is demanded") {
  const ParsedText text = parsed(
      "Livy Livy PROPN NNP 2 nsubj Person\n"
      "told tell VERB VBD 0 root\n"
      "Tacitus Tacitus PROPN NNP 2 obj Person\n"
      "that that SCONJ IN 6 mark\n"
      "Rome Rome PROPN NNP 6 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 2 ccomp\n"
      "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  CHECK(text.claims()[1].modality == Modality::actual);
}

TEST_CASE("neither of two does it, and not all is not all") {
  const ParsedText neither = parsed(
      "Neither neither CCONJ CC 2 cc:preconj\n"
      "Rome Rome PROPN NNP 5 nsubj GeopoliticalEntity\n"
      "nor nor CCONJ CC 4 cc\n"
      "Veii Veii PROPN NNP 2 conj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "Gabii Gabii PROPN NNP 5 obj GeopoliticalEntity\n");
  REQUIRE(neither.edges() == Edges{"Rome attack Gabii", "Veii attack Gabii"});
  CHECK(neither.claims()[0].polarity == Polarity::negative);
  CHECK(neither.claims()[1].polarity == Polarity::negative);
  const ParsedText some = parsed(
      "Not not ADV RB 3 advmod\n"
      "all all DET DT 3 det\n"
      "troops troop NOUN NNS 4 nsubj\n"
      "attacked attack VERB VBD 0 root\n"
      "Gabii Gabii PROPN NNP 4 obj GeopoliticalEntity\n");
  REQUIRE(some.edges() == Edges{"troop attack Gabii"});
  CHECK(some.claims()[0].polarity == Polarity::negative);
}

TEST_CASE("what somebody is accused of he may have done") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "suspected suspect VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 2 obj GeopoliticalEntity\n"
      "of of SCONJ IN 5 mark\n"
      "attacking attack VERB VBG 2 advcl\n"
      "Gabii Gabii PROPN NNP 5 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Rome suspect Veii", "Veii attack Gabii"});
  CHECK(text.claims()[1].modality == Modality::possible);
}

TEST_CASE("what there is no evidence of is denied, and the evidence is not bought") {
  const ParsedText text = parsed(
      "There there PRON EX 2 expl\n"
      "is be VERB VBZ 0 root\n"
      "no no DET DT 4 det\n"
      "evidence evidence NOUN NN 2 nsubj\n"
      "that that PRON WDT 7 obj\n"
      "Rome Rome PROPN NNP 7 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 4 acl:relcl\n"
      "Veii Veii PROPN NNP 7 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Rome attack Veii"});
  CHECK(text.claims()[0].polarity == Polarity::negative);
  CHECK(text.claims()[0].modality == Modality::possible);
}

TEST_CASE("what has yet to happen and what is not true did not happen") {
  const ParsedText yet = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "has have VERB VBZ 0 root\n"
      "yet yet ADV RB 2 advmod\n"
      "to to PART TO 5 mark\n"
      "attack attack VERB VB 2 xcomp\n"
      "Veii Veii PROPN NNP 5 obj GeopoliticalEntity\n");
  REQUIRE(yet.edges() == Edges{"Rome attack Veii"});
  CHECK(yet.claims()[0].polarity == Polarity::negative);
  const ParsedText untrue = parsed(
      "It it PRON PRP 4 expl\n"
      "is be AUX VBZ 4 cop\n"
      "not not PART RB 4 advmod\n"
      "true true ADJ JJ 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "Rome Rome PROPN NNP 7 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 4 csubj\n"
      "Veii Veii PROPN NNP 7 obj GeopoliticalEntity\n");
  REQUIRE(untrue.edges() == Edges{"Rome attack Veii"});
  CHECK(untrue.claims()[0].polarity == Polarity::negative);
}

TEST_CASE("what somebody refrains from does not happen") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "refrained refrain VERB VBD 0 root\n"
      "from from SCONJ IN 4 mark\n"
      "attacking attack VERB VBG 2 advcl\n"
      "Veii Veii PROPN NNP 4 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Rome attack Veii"});
  CHECK(text.claims()[0].polarity == Polarity::negative);
}

TEST_CASE("what somebody says is attributed to the speaker, the saying is not") {
  const ParsedText text = parsed(
      "Livy Livy PROPN NNP 2 nsubj Person\n"
      "told tell VERB VBD 0 root\n"
      "Tacitus Tacitus PROPN NNP 2 obj Person\n"
      "that that SCONJ IN 6 mark\n"
      "Rome Rome PROPN NNP 6 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 2 ccomp\n"
      "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Livy tell Tacitus", "Rome attack Veii"});
  CHECK(text.name(text.claims()[0].source).empty());
  CHECK(text.name(text.claims()[1].source) == "Livy");
}

TEST_CASE("members of a body are said once to be its members") {
  const ParsedText text = parsed(
      "members member NOUN NNS 4 nsubj Group\n"
      "of of ADP IN 3 case\n"
      "Senate Senate PROPN NNP 1 nmod Organization\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 4 obj GeopoliticalEntity\n");
  CHECK(text.edges() == Edges{"member member Senate", "member attack Veii"});
}

TEST_CASE("who reports that somebody says so is kept") {
  const ParsedText text = parsed(
      "Livy Livy PROPN NNP 2 nsubj Person\n"
      "said say VERB VBD 0 root\n"
      "Tacitus Tacitus PROPN NNP 4 nsubj Person\n"
      "told tell VERB VBD 2 ccomp\n"
      "Nero Nero PROPN NNP 4 obj Person\n"
      "that that SCONJ IN 8 mark\n"
      "Rome Rome PROPN NNP 8 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 4 ccomp\n"
      "Veii Veii PROPN NNP 8 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Tacitus tell Nero", "Rome attack Veii"});
  CHECK(text.name(text.claims()[0].source) == "Livy");
  CHECK(text.claims()[0].via.empty());
  CHECK(text.name(text.claims()[1].source) == "Tacitus");
  REQUIRE(text.claims()[1].via.size() == 1);
  CHECK(text.name(text.claims()[1].via[0]) == "Livy");
  REQUIRE(text.claims()[0].arguments.size() == 3);
  CHECK(text.claims()[0].arguments[2].role == "content");
  CHECK(text.claims()[0].arguments[2].literal.value == "that Rome attacked Veii");
}

TEST_CASE("a clause that makes no claim is the value of its verb") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "refused refuse VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "yield yield VERB VB 2 xcomp\n"
      ". . PUNCT . 2 punct\n");
  CHECK(text.edges() == Edges{"Rome refuse 'to yield'"});
  CHECK(text.claims()[0].arguments[1].role == "content");
}

TEST_CASE("a list of members, whichever way round the verb tells it") {
  const ParsedText text = parsed(
      "League league PROPN NNP 2 nsubj Organization\n"
      "includes include VERB VBZ 0 root\n"
      "Veii Veii PROPN NNP 2 obj GeopoliticalEntity\n"
      "and and CCONJ CC 5 cc\n"
      "Gabii Gabii PROPN NNP 3 conj GeopoliticalEntity\n");
  CHECK(text.edges() == Edges{"Veii member league", "Gabii member league"});
  CHECK(text.claims()[0].type == "membership");
}

TEST_CASE("titles give positions") {
  const ParsedText text = parsed(
      "Gaul Gaul PROPN NNP 2 nmod:poss GeopoliticalEntity\n"
      "president president NOUN NN 3 nmod:desc\n"
      "Asterix Asterix PROPN NNP 4 nsubj Person\n"
      "left leave VERB VBD 0 root\n");
  REQUIRE(text.edges() == Edges{"Asterix president Gaul"});
  CHECK(text.claims()[0].type == "position");
  CHECK(text.claims()[0].label == "president of");
}

TEST_CASE("who is said not to be something is not, who may become it may") {
  const ParsedText never = parsed(
      "Ada Ada PROPN NNP 4 nsubj Person\n"
      "is be AUX VBZ 4 cop\n"
      "never never ADV RB 4 advmod\n"
      "president president NOUN NN 0 root\n"
      "of of ADP IN 6 case\n"
      "Acme Acme PROPN NNP 4 nmod Organization\n");
  REQUIRE(never.edges() == Edges{"Ada president Acme"});
  CHECK(never.claims()[0].type == "position");
  CHECK(never.claims()[0].polarity == Polarity::negative);
  const ParsedText longer = parsed(
      "Ada Ada PROPN NNP 5 nsubj Person\n"
      "is be AUX VBZ 5 cop\n"
      "no no ADV RB 4 advmod\n"
      "longer long ADV RBR 5 advmod\n"
      "president president NOUN NN 0 root\n"
      "of of ADP IN 7 case\n"
      "Acme Acme PROPN NNP 5 nmod Organization\n");
  REQUIRE(longer.edges() == Edges{"Ada president Acme"});
  CHECK(longer.claims()[0].polarity == Polarity::negative);
  const ParsedText may = parsed(
      "Rome Rome PROPN NNP 3 nsubj GeopoliticalEntity\n"
      "may may AUX MD 3 aux\n"
      "become become VERB VB 0 root\n"
      "member member NOUN NN 3 xcomp\n"
      "of of ADP IN 7 case\n"
      "the the DET DT 7 det\n"
      "League League PROPN NNP 4 nmod Organization\n");
  REQUIRE(may.edges() == Edges{"Rome member League"});
  CHECK(may.claims()[0].modality == Modality::possible);
}

TEST_CASE("what a title takes for granted is so, though the clause is denied") {
  const ParsedText text = parsed(
      "Acme Acme PROPN NNP 2 compound Organization\n"
      "president president NOUN NN 3 compound\n"
      "Ada Ada PROPN NNP 6 nsubj Person\n"
      "did do AUX VBD 6 aux\n"
      "not not PART RB 6 advmod\n"
      "attack attack VERB VB 0 root\n"
      "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"Ada president Acme", "Ada attack Veii"});
  CHECK(text.claims()[0].polarity == Polarity::positive);
  CHECK(text.claims()[1].polarity == Polarity::negative);
}

TEST_CASE("a linking verb says what its subject is") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "became become VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "republic republic NOUN NN 2 xcomp\n"
      "on on ADP IN 6 case\n"
      "Monday Monday PROPN NNP 2 obl\n");
  REQUIRE(text.edges() == Edges{"Rome become 'republic'"});
  CHECK(text.claims()[0].label == "became");
  CHECK(text.claims()[0].time == "Monday");
}

TEST_CASE("an adjective after a linking verb is an attribute") {
  const ParsedText text = parsed(
      "Troops troop NOUN NNS 2 nsubj\n"
      "remained remain VERB VBD 0 root\n"
      "calm calm ADJ JJ 2 xcomp\n"
      "in in ADP IN 5 case\n"
      "Veii Veii PROPN NNP 2 obl GeopoliticalEntity\n");
  REQUIRE(text.edges() == Edges{"troop remain 'calm'"});
  CHECK(text.claims()[0].label == "remained");
}

TEST_CASE("a neighbour of a country is not in it") {
  const ParsedText beside = parsed(
      "Rome Rome PROPN NNP 3 nmod:poss GeopoliticalEntity\n"
      "neighbour neighbour NOUN NN 3 compound\n"
      "Veii Veii PROPN NNP 0 root GeopoliticalEntity\n");
  CHECK(beside.edges().empty());
  const ParsedText inside = parsed(
      "Rome Rome PROPN NNP 2 nmod:poss GeopoliticalEntity\n"
      "Veii Veii PROPN NNP 0 root GeopoliticalEntity\n");
  CHECK(inside.edges() == Edges{"Veii in Rome"});
}

TEST_CASE("who strikes a deal does what it is about, who leaves talks does not") {
  const ParsedText deal = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "sealed seal VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "deal deal NOUN NN 2 obj\n"
      "to to PART TO 6 mark\n"
      "attack attack VERB VB 4 acl\n"
      "Veii Veii PROPN NNP 6 obj GeopoliticalEntity\n");
  CHECK(deal.edges() == Edges{"Rome seal deal", "Rome attack Veii"});
  const ParsedText talks = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attended attend VERB VBD 0 root\n"
      "talks talk NOUN NNS 2 obj\n"
      "to to PART TO 5 mark\n"
      "attack attack VERB VB 3 acl\n"
      "Veii Veii PROPN NNP 5 obj GeopoliticalEntity\n");
  CHECK(talks.edges() == Edges{"Rome attend talk"});
}

TEST_CASE("the rest of a title is no body") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 compound GeopoliticalEntity\n"
      "minister minister NOUN NN 7 nsubj\n"
      "of of ADP IN 4 case\n"
      "state state NOUN NN 2 nmod\n"
      "Ada Ada PROPN NNP 2 nmod Person\n"
      "Lee Lee PROPN NNP 5 flat\n"
      "left leave VERB VBD 0 root\n");
  REQUIRE(!text.edges().empty());
  CHECK(text.edges()[0] == "Ada minister of state Rome");
}

TEST_CASE("who is sent to do something does it, and what lasts has two ends") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "sent send VERB VBD 0 root\n"
      "troops troop NOUN NNS 2 obj\n"
      "to to PART TO 5 mark\n"
      "attack attack VERB VB 2 advcl\n"
      "Veii Veii PROPN NNP 5 obj GeopoliticalEntity\n"
      "between between ADP IN 8 case\n"
      "1014 1014 NUM CD 2 obl\n"
      "and and CCONJ CC 10 cc\n"
      "1018 1018 NUM CD 8 conj\n");
  REQUIRE(text.edges() == Edges{"Rome send troop", "troop attack Veii"});
  CHECK(text.claims()[0].time == "1014/1018");
}

TEST_CASE("at the request of somebody: the doer was asked") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "sent send VERB VBD 0 root\n"
      "troops troop NOUN NNS 2 obj\n"
      "at at ADP IN 6 case\n"
      "the the DET DT 6 det\n"
      "request request NOUN NN 2 obl\n"
      "of of ADP IN 8 case\n"
      "Veii Veii PROPN NNP 6 nmod GeopoliticalEntity\n");
  const Edges edges = text.edges();
  CHECK(std::find(edges.begin(), edges.end(), "Veii request Rome") != edges.end());
}

TEST_CASE("noise makes no claims") {
  ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 0 root\n"
      "Veii Veii PROPN NNP 2 obj GeopoliticalEntity\n");
  text.entities.noise.assign(3, true);
  CHECK(text.edges().empty());
}

TEST_CASE("trees with cycles end") {
  const ParsedText text = parsed(
      "Rome Rome PROPN NNP 2 nsubj GeopoliticalEntity\n"
      "attacked attack VERB VBD 3 ccomp\n"
      "said say VERB VBD 2 conj\n");
  CHECK(text.edges().empty());
}

}  // namespace
}  // namespace actant
