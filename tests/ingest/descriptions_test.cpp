// SPDX-License-Identifier: MIT
#include "ingest/entity_finder.hpp"
#include "nlp/conllu.hpp"
#include "tests/support/catch.hpp"

#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace actant {
namespace {

const EntityFinder& finder() {
  static const Gazetteer gazetteer = [] {
    Gazetteer known;
    known.add_file(std::string(ACTANT_DATA_FOLDER) + "/gazetteers/world.tsv");
    return known;
  }();
  static const Lexicon lexicon(std::string(ACTANT_DATA_FOLDER) + "/ontology");
  static const RuleEntityFinder shared(gazetteer, lexicon);
  return shared;
}

/// A text whose trees are given, so that no model has a say in what is tested.
struct Text {
  Document document;
  Analysis analysis;
  Entities entities;

  /// The cluster of the n-th word with that form.
  [[nodiscard]] ClusterId thing(std::string_view form, unsigned n = 1) const {
    for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
      if (analysis.strings.view(analysis.tokens[t].form) == form && --n == 0) {
        return entities.cluster_of_head[t];
      }
    }
    return {};
  }
  [[nodiscard]] const Cluster& cluster(std::string_view form, unsigned n = 1) const {
    return entities.clusters[thing(form, n).value];
  }
};

/// @param lines  "form lemma UPOS XPOS head deprel [name tag]", a blank line after each sentence.
Text read(const std::string& lines, std::optional<std::string> title = std::nullopt) {
  std::istringstream in(lines);
  std::string conllu;
  unsigned number = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string form, lemma, upos, xpos, head, deprel, name;
    if (!(words >> form >> lemma >> upos >> xpos >> head >> deprel)) {
      conllu += "\n";
      number = 0;
      continue;
    }
    words >> name;
    conllu += std::to_string(++number) + "\t" + form + "\t" + lemma + "\t" + upos + "\t" + xpos +
              "\t_\t" + head + "\t" + deprel + "\t_\t" + (name.empty() ? "_" : "NE=" + name) + "\n";
  }
  ConlluDocument parsed = read_conllu(conllu + "\n", "test");
  Text text;
  text.document.id = std::string(64, 'a');
  text.document.text = std::move(parsed.text);
  text.document.title = std::move(title);
  text.analysis = std::move(parsed.analysis);
  text.entities = finder().find(text.document, text.analysis);
  return text;
}

TEST_CASE("the same noun with fitting words is the same thing") {
  const Text text = read(
      "A a DET DT 3 det\nlarge large ADJ JJ 3 amod\ncrane crane NOUN NN 4 nsubj\n"
      "fell fall VERB VBD 0 root\n. . PUNCT . 4 punct\n\n"
      "The the DET DT 2 det\ncrane crane NOUN NN 3 nsubj\nburned burn VERB VBD 0 root\n"
      ". . PUNCT . 3 punct\n\n"
      "Cranes crane NOUN NNS 2 nsubj\nfell fall VERB VBD 0 root\n. . PUNCT . 2 punct\n\n");
  CHECK(text.thing("crane", 1) == text.thing("crane", 2));
  CHECK(text.thing("Cranes") != text.thing("crane"));
  CHECK(text.cluster("crane").name == "large crane");
}

TEST_CASE("troops of two countries stay two") {
  const Text text = read(
      "Russian russian ADJ JJ 2 amod B-Nationality\ntroops troops NOUN NNS 3 nsubj\n"
      "left leave VERB VBD 0 root\n. . PUNCT . 3 punct\n\n"
      "The the DET DT 3 det\nKazakh kazakh ADJ JJ 3 amod B-Nationality\n"
      "troops troops NOUN NNS 4 nsubj\nstayed stay VERB VBD 0 root\n. . PUNCT . 4 punct\n\n");
  CHECK(text.thing("troops", 1) != text.thing("troops", 2));
}

TEST_CASE("a definite synonym means what was told, an indefinite one something new") {
  const std::string accident =
      "A a DET DT 2 det\ncollision collision NOUN NN 3 nsubj\nhappened happen VERB VBD 0 root\n"
      ". . PUNCT . 3 punct\n\n";
  const std::string crash =
      " DET DT 2 det\ncrash crash NOUN NN 3 nsubj\nkilled kill VERB VBD 0 root\n"
      "two two NUM CD 3 obj\n. . PUNCT . 3 punct\n\n";
  const Text definite = read(accident + "The the" + crash);
  CHECK(definite.thing("collision") == definite.thing("crash"));
  const Text indefinite = read(accident + "A a" + crash);
  CHECK(indefinite.thing("collision") != indefinite.thing("crash"));
}

TEST_CASE("a series of attacks is the attacks, and is called so") {
  const Text text = read(
      "A a DET DT 2 det\nseries series NOUN NN 5 nsubj\nof of ADP IN 4 case\n"
      "attacks attack NOUN NNS 2 nmod\nbegan begin VERB VBD 0 root\n. . PUNCT . 5 punct\n\n");
  CHECK(text.thing("series") == text.thing("attacks"));
  CHECK(text.cluster("attacks").name == "attacks");
}

TEST_CASE("her death is the death of whom she is") {
  const Text text = read(
      "Ada Ada PROPN NNP 4 nmod:poss B-Person\nLovelace Lovelace PROPN NNP 1 flat I-Person\n"
      "'s 's PART POS 1 case\ndeath death NOUN NN 5 nsubj\nshocked shock VERB VBD 0 root\n"
      "many many ADJ JJ 5 obj\n. . PUNCT . 5 punct\n\n"
      "Her her PRON PRP$ 2 nmod:poss\ndeath death NOUN NN 3 nsubj\ncame come VERB VBD 0 root\n"
      "early early ADV RB 3 advmod\n. . PUNCT . 3 punct\n\n");
  CHECK(text.thing("Her") == text.thing("Ada"));
  CHECK(text.thing("death", 1) == text.thing("death", 2));
}

TEST_CASE("the first sentences repeat the headline") {
  const std::string lines =
      "Police police NOUN NNS 2 nsubj\nbegin begin VERB VBP 0 root\ninquiry inquiry NOUN NN 2 "
      "obj\n\n"
      "Police police NOUN NNS 2 nsubj\nopened open VERB VBD 0 root\nan a DET DT 5 det\n"
      "official official ADJ JJ 5 amod\ninquiry inquiry NOUN NN 2 obj\n. . PUNCT . 2 punct\n\n";
  const Text text = read(lines, "Police begin inquiry");
  CHECK(text.thing("inquiry", 1) == text.thing("inquiry", 2));
  const Text untitled = read(lines);
  CHECK(untitled.thing("inquiry", 1) != untitled.thing("inquiry", 2));
}

TEST_CASE("abuse names those whom it is about") {
  const Text text = read(
      "Lunatics lunatic NOUN NNS 5 nsubj\nof of ADP IN 4 case\nthe the DET DT 4 det\n"
      "junta junta NOUN NN 1 nmod\nfired fire VERB VBD 0 root\nshells shell NOUN NNS 5 obj\n"
      ". . PUNCT . 5 punct\n\n");
  CHECK(text.thing("Lunatics") == text.thing("junta"));
  CHECK(text.cluster("junta").name == "junta");
  CHECK(text.cluster("junta").aliases.empty());
}

TEST_CASE("a capital from the start of the sentence makes no name") {
  const Text text = read(
      "Quidditch Quidditch PROPN NNP 2 nsubj\nbored bore VERB VBD 0 root\nher she PRON PRP 2 obj\n"
      ". . PUNCT . 2 punct\n\n"
      "She she PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\nquidditch quidditch NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n\n");
  CHECK_FALSE(text.cluster("Quidditch").named);
  CHECK(text.thing("Quidditch") == text.thing("quidditch"));
}

TEST_CASE("the order of the words ties a title to a name that the parser took for a list") {
  const std::string president =
      "The the DET DT 2 det\nPresident president NOUN NN 11 nsubj\nof of ADP IN 4 case\n"
      "Chad Chad PROPN NNP 2 nmod B-GeopoliticalEntity\n, , PUNCT , 8 punct\n"
      "Prime prime ADJ JJ 8 amod\nMinister minister PROPN NNP 8 compound\n"
      "Ann Ann PROPN NNP 4 conj B-Person\nBerg Berg PROPN NNP 8 flat I-Person\n";
  const Text one = read(president + ", , PUNCT , 8 punct\nspoke speak VERB VBD 0 root\n");
  CHECK(one.thing("President") == one.thing("Ann"));
  const Text list = read(president + "and and CCONJ CC 11 cc\nBob Bob PROPN NNP 4 conj B-Person\n");
  CHECK(list.thing("President") != list.thing("Ann"));
  const Text source = read(
      "According accord VERB VBG 4 case\nto to ADP IN 1 fixed\nhis his PRON PRP$ 4 nmod:poss\n"
      "publicist publicist NOUN NN 7 obl\n, , PUNCT , 4 punct\n"
      "Mendez Mendez PROPN NNP 7 nsubj B-Person\ndied die VERB VBD 0 root\n");
  CHECK(source.thing("publicist") != source.thing("Mendez"));
}

TEST_CASE("a verb's object is not who does it, nor whose deed it shares") {
  const std::string first =
      "Ada Ada PROPN NNP 3 nsubj B-Person\n"
      "Lovelace Lovelace PROPN NNP 1 flat I-Person\n"
      "met meet VERB VBD 0 root\n"
      "Mary Mary PROPN NNP 3 obj B-Person\n"
      "Shelley Shelley PROPN NNP 4 flat I-Person\n"
      ". . PUNCT . 3 punct\n\n";
  const Text urged = read(first +
                          "Shelley Shelley PROPN NNP 2 nsubj B-Person\n"
                          "urged urge VERB VBD 0 root\n"
                          "her she PRON PRP 2 obj\n"
                          ". . PUNCT . 2 punct\n");
  CHECK(urged.thing("her") == urged.thing("Ada"));
  const Text shared = read(first +
                           "Shelley Shelley PROPN NNP 2 nsubj B-Person\n"
                           "wants want VERB VBZ 0 root\n"
                           "to to PART TO 4 mark\n"
                           "write write VERB VB 2 xcomp\n"
                           "and and CCONJ CC 6 cc\n"
                           "praise praise VERB VB 4 conj\n"
                           "her she PRON PRP 6 obj\n"
                           ". . PUNCT . 2 punct\n");
  CHECK(shared.thing("her") == shared.thing("Ada"));
}

TEST_CASE("who speaks is somebody else than the he in his words") {
  const Text text = read(
      "Tom Tom PROPN NNP 2 nsubj B-Person\n"
      "met meet VERB VBD 0 root\n"
      "Bob Bob PROPN NNP 2 obj B-Person\n"
      ". . PUNCT . 2 punct\n\n"
      "Bob Bob PROPN NNP 2 nsubj B-Person\n"
      "spoke speak VERB VBD 0 root\n"
      ". . PUNCT . 2 punct\n\n"
      "\" \" PUNCT `` 3 punct\n"
      "He he PRON PRP 3 nsubj\n"
      "left leave VERB VBD 7 ccomp\n"
      ", , PUNCT , 3 punct\n"
      "\" \" PUNCT '' 3 punct\n"
      "he he PRON PRP 7 nsubj\n"
      "said say VERB VBD 0 root\n"
      ". . PUNCT . 7 punct\n");
  CHECK(text.thing("he") == text.thing("Bob"));
  CHECK(text.thing("He") == text.thing("Tom"));
}

TEST_CASE("it may mean nothing, and what is expected of it tells of it") {
  const std::string first =
      "Acme Acme PROPN NNP 2 nsubj B-Organization\n"
      "grew grow VERB VBD 0 root\n"
      ". . PUNCT . 2 punct\n\n";
  const Text expected = read(first +
                             "It it PRON PRP 3 nsubj:pass\n"
                             "is be AUX VBZ 3 aux:pass\n"
                             "expected expect VERB VBN 0 root\n"
                             "to to PART TO 5 mark\n"
                             "close close VERB VB 3 xcomp\n"
                             ". . PUNCT . 3 punct\n");
  CHECK(expected.thing("It") == expected.thing("Acme"));
  const Text far = read(first +
                        "Rain rain NOUN NN 2 nsubj\n"
                        "fell fall VERB VBD 0 root\n"
                        ". . PUNCT . 2 punct\n\n"
                        "Snow snow NOUN NN 2 nsubj\n"
                        "fell fall VERB VBD 0 root\n"
                        ". . PUNCT . 2 punct\n\n"
                        "Nobody nobody PRON NN 2 nsubj\n"
                        "liked like VERB VBD 0 root\n"
                        "it it PRON PRP 2 obj\n"
                        ". . PUNCT . 2 punct\n");
  CHECK(far.thing("it") != far.thing("Acme"));
}

TEST_CASE("each link is named") {
  const Text text = read(
      "The the DET DT 2 det\nbridge bridge NOUN NN 3 nsubj\nfell fall VERB VBD 0 root\n"
      ". . PUNCT . 3 punct\n\n"
      "The the DET DT 2 det\nbridge bridge NOUN NN 3 nsubj\nburned burn VERB VBD 0 root\n"
      ". . PUNCT . 3 punct\n\n");
  REQUIRE(text.entities.mentions.size() == 2);
  CHECK(text.entities.mentions[0].link.empty());
  CHECK(text.entities.mentions[1].link == "same-head");
}

}  // namespace
}  // namespace actant
