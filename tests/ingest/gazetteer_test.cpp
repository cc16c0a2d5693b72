// SPDX-License-Identifier: MIT
#include "ingest/gazetteer.hpp"

#include "base/error.hpp"
#include "ingest/folding.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

constexpr std::string_view table =
    "# comment\n"
    "Kazakhstan\tGeopoliticalEntity\thttp://x.org/Q232\tRepublic of "
    "Kazakhstan\tKazakh\t7\n"
    "United Nations\tOrganization\t\tUN|U.N.\t\t9\n"
    "United Nations Security Council\tOrganization\t\t\t\t8\n"
    "Georgia\tGeopoliticalEntity\thttp://x.org/Q230\t\tGeorgian\t7\n";

Gazetteer known() {
  Gazetteer gazetteer;
  gazetteer.add_table(table, "t.tsv");
  return gazetteer;
}

std::string failure(std::string_view text) {
  try {
    Gazetteer().add_table(text, "t.tsv");
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

TEST_CASE("the longest name wins, whatever its case, accents and full stops") {
  const Gazetteer gazetteer = known();
  const std::vector<std::string_view> words = {"UNITED", "Nations", "Security", "Council", "met"};
  const auto match = gazetteer.longest(words);
  CHECK(match.words == 4);
  CHECK(gazetteer.entry(match.entry).name == "United Nations Security Council");
  const std::vector<std::string_view> brief = {"U.N.", "troops"};
  CHECK(gazetteer.longest(brief).words == 1);
  CHECK(gazetteer.exact("un").words == 1);
  CHECK(gazetteer.exact("the United").words == 0);
}

TEST_CASE("a demonym stands for its country") {
  const Gazetteer gazetteer = known();
  const auto match = gazetteer.exact("Kazakh");
  REQUIRE(match.words == 1);
  CHECK(match.demonym);
  CHECK(gazetteer.entry(match.entry).same_as == std::vector<std::string>{"http://x.org/Q232"});
}

TEST_CASE("a table that comes first wins over prominence") {
  Gazetteer gazetteer = known();
  gazetteer.add_table("Georgia\tPerson\t\t\t\t0\n", "mine.tsv", Gazetteer::Rank::first);
  CHECK(gazetteer.entry(gazetteer.exact("Georgia").entry).type == NodeType::person);
}

TEST_CASE("wrong tables are refused at the place of the mistake") {
  CHECK(failure("A\tOrganization\n") == "t.tsv:1:1: expected 6 columns separated by tabs, found 2");
  CHECK(failure("A\tPlanet\t\t\t\t\n") == "t.tsv:1:3: unknown node type 'Planet'");
  CHECK(failure("A\tPerson\tno iri\t\t\t\n") == "t.tsv:1:10: 'no iri' is no IRI");
  CHECK(failure("A\tPerson\t\t\t\tx\n") == "t.tsv:1:13: expected a prominence of one digit");
  CHECK(failure("A\tPerson\t\t\t\t1\n\na\tPerson\t\t\t\t1\n") ==
        "t.tsv:3:1: 'a' is already in line 1");
  CHECK(failure("A\tPer\xFFson\t\t\t\t\n") == "t.tsv:1:6: invalid UTF-8");
}

TEST_CASE("folding takes off case, accents and typographic quotes") {
  CHECK(fold_name("Gáspár  Maróth’s") == "gaspar maroth's");
  CHECK(fold_hash("al-Qaeda") == fold_hash("Qaeda", fold_hash("-", fold_hash("AL"))));
  CHECK(is_acronym("U.S."));
  CHECK_FALSE(is_acronym("Us"));
  CHECK(starts_upper("Ősz"));
  CHECK_FALSE(starts_upper("élan"));
  CHECK(edit_distance("zhomart", "jomart", 2) == 2);
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
}

}  // namespace
}  // namespace actant
