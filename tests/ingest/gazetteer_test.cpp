// SPDX-License-Identifier: MIT
#include "ingest/gazetteer.hpp"

#include "base/error.hpp"
#include "ingest/folding.hpp"
#include "ingest/gazetteer_names.hpp"
#include "nlp/analyzer.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actant {
namespace {

constexpr std::string_view table =
    "# comment\n"
    "name\ttype\tsameAs\taliases\tdemonyms\tprominence\troles\n"
    "Kazakhstan\tGeopoliticalEntity\thttp://x.org/Q232\tRepublic of "
    "Kazakhstan\tKazakh\t7\t\n"
    "United Nations\tOrganization\t\tUN|U.N.\t\t9\t\n"
    "United Nations Security Council\tOrganization\t\t\t\t8\t\n"
    "Georgia\tGeopoliticalEntity\thttp://x.org/Q230\t\tGeorgian\t7\t\n"
    "Anna Berg\tPerson\t\t\t\t\tpresident;Kazakhstan;2010;2019-03-20\n"
    "Karl Lang\tPerson\t\t\t\t\tPresident;http://x.org/Q232;2019-03-20;|mayor;Georgia\n"
    "Eva Holm\tPerson\t\t\t\t\tmayor;Georgia\n";

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
  CHECK_FALSE(gazetteer.has_first());
  gazetteer.add_table("type\tname\tprominence\nPerson\tGeorgia\t0\n", "mine.tsv",
                      Gazetteer::Rank::first);
  CHECK(gazetteer.has_first());
  CHECK(gazetteer.entry(gazetteer.exact("Georgia").entry).type == NodeType::person);
  const auto all = gazetteer.all("the Georgia");
  REQUIRE(all.size() == 2);
  CHECK(all[0].entry == gazetteer.exact("Georgia").entry);
  CHECK(gazetteer.entry(all[1].entry).type == NodeType::geopolitical_entity);
}

TEST_CASE("offices are held for a time") {
  const Gazetteer gazetteer = known();
  const std::uint32_t country = gazetteer.exact("Kazakhstan").entry;
  const auto name = [&](std::string_view role, std::uint32_t of, std::string_view date) {
    const std::uint32_t holder = gazetteer.holder(role, of, date);
    return holder == Gazetteer::none ? "none" : std::string(gazetteer.entry(holder).name);
  };
  CHECK(name("president", country, "2015-06-01") == "Anna Berg");
  CHECK(name("PRESIDENT", country, "2022-01-06") == "Karl Lang");
  CHECK(name("president", country, "2019-03-20") == "Karl Lang");  // terms meet: the later
  CHECK(name("president", country, "2009-12-31") == "none");
  CHECK(name("president", country, "2015") == "none");
  CHECK(name("premier", country, "2015-06-01") == "none");
  CHECK(name("mayor", gazetteer.exact("Georgia").entry, "2015-06-01") == "none");  // two of them
  CHECK(name("president", Gazetteer::none, "2015-06-01") == "none");
}

TEST_CASE("wrong tables are refused at the place of the mistake") {
  const std::string head = "id\ttype\tname\taliases\tsameAs\tprominence\troles\n";
  CHECK(failure("") == "t.tsv:1:1: no header; a line that names the columns was expected");
  CHECK(failure("type\tname\tcolour\n").starts_with("t.tsv:1:11: unknown column 'colour'; "));
  CHECK(failure("type\tname\ttype\n") == "t.tsv:1:11: a second column 'type'");
  CHECK(failure("type\taliases\n").starts_with("t.tsv:1:1: no column 'name'; "));
  CHECK(failure(head + "1\tPerson\tA\n") ==
        "t.tsv:2:1: a row of 3 columns separated by tabs; 7 were expected, as in the header");
  CHECK(failure(head + "1\tPlanet\tA\t\t\t\t\n")
            .starts_with("t.tsv:2:3: unknown node type 'Planet'; "));
  CHECK(failure(head + "1\tPerson\t\t\t\t\t\n").starts_with("t.tsv:2:10: an empty name; "));
  CHECK(failure(head + "1\tPerson\tÄ\t\thttp://a|no iri\t\t\n")
            .starts_with("t.tsv:2:22: 'no iri' is no IRI; "));
  CHECK(failure(head + "1\tPerson\tA\t\t\t12\t\n").starts_with("t.tsv:2:14: prominence '12'; "));
  CHECK(failure(head + "1\tPerson\tA\t\t\t\t\n\n1\tPerson\tB\t\t\t\t\n") ==
        "t.tsv:4:1: id '1' is already in line 2; each was expected once");
  CHECK(failure("type\tname\nPerson\tA\nPerson\ta\n") ==
        "t.tsv:3:8: name 'a' is already in line 2; each was expected once");
  CHECK(failure(head + "1\tPer\xFFson\tA\t\t\t\t\n") == "t.tsv:2:6: invalid UTF-8");
  CHECK(failure(head + std::string("1\tPerson\tA\0B\t\t\t\t\n", 17)) ==
        "t.tsv:2:11: a NUL byte; text was expected");
  const auto role = [&](const std::string& cell) {
    return failure(head + "1\tPerson\tA\t\t\t\t" + cell + "\n");
  };
  CHECK(role("head;Acme;2019;2020|chair").find("none") == 0);
  CHECK(role("head;Acme;2019-13;").starts_with("t.tsv:2:25: date '2019-13'; "));
  CHECK(role("head;Acme;2020;2019").starts_with("t.tsv:2:25: a role that ends before it begins; "));
  CHECK(role("head;Acme;2019;2020;x").starts_with("t.tsv:2:15: role 'head;Acme;2019;2020;x'; "));
  CHECK(role(";Acme").starts_with("t.tsv:2:15: role ';Acme'; "));
}

TEST_CASE("aliases may lead on, but not back") {
  const std::string head = "type\tname\taliases\n";
  CHECK(failure(head + "Person\tA\tB\nPerson\tB\tC\nPerson\tC\t\n") == "none");
  CHECK(failure(head + "Person\tA\tB\nLocation\tB\tA\n") == "none");  // other things
  CHECK(failure(head + "Person\tU.N.\tUN\n") == "none");              // the same name
  CHECK(failure(head + "Person\tA\tX|B\nPerson\tB\tC\nPerson\tC\tY|a\n")
            .starts_with("t.tsv:4:12: an alias that leads back to the name that it stands for; "));
  CHECK(failure(head + "Person\tA\tB\nPerson\tB\tA\n").starts_with("t.tsv:3:10: "));
}

TEST_CASE("names of a table that comes first are names of the text") {
  const Analyzer analyzer(std::string(ACTANT_DATA_FOLDER) + "/models/english.actm");
  Workspace scratch;
  const std::string text =
      "The board praised Blue Harvest in Vienna, not Blue Harvest Capital Ltd.";
  Analysis analysis = analyzer.analyze(text, scratch);
  Gazetteer gazetteer;
  gazetteer.add_table("type\tname\nProduct\tBlue Harvest\nProduct\tboard\nFacility\tVienna\n",
                      "t.tsv", Gazetteer::Rank::first);
  mark_names(analysis, gazetteer);
  std::vector<std::string> names;
  for (const Name& name : analysis.names) {
    const Span first = analysis.tokens[name.begin].span;
    const Span last = analysis.tokens[name.end - 1].span;
    names.push_back(text.substr(first.begin, last.end - first.begin) + "/" +
                    std::string(to_string(name.type)));
  }
  CHECK(names == std::vector<std::string>{"Blue Harvest/Product", "Vienna/Facility",
                                          "Blue Harvest Capital Ltd./Organization"});
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
