// SPDX-License-Identifier: MIT
#include "ingest/gazetteer_import.hpp"

#include "base/error.hpp"
#include "base/read_file.hpp"
#include "ingest/gazetteer.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>
#include <zlib.h>

namespace actant {
namespace {

const std::string samples = std::string(ACTANT_TEST_DATA) + "/gazetteers/";

struct Imported {
  std::string table;
  std::vector<std::string> failures;
  std::uint64_t read = 0;
};

Imported import_wikidata(const std::string& path) {
  const ClassTypes types =
      read_class_types(std::string(ACTANT_DATA_FOLDER) + "/gazetteers/wikidata-types.tsv");
  Imported result;
  std::ostringstream rows;
  ImportedTable table(rows);
  result.read = read_wikidata(
      path, types, [&](ImportedRow&& row) { table.add(row); },
      [&](const std::string& id, Office&& office) { table.add_office(id, std::move(office)); },
      [&](const InputError& error) { result.failures.emplace_back(error.what()); });
  std::ostringstream out;
  table.write(rows.str(), out);
  result.table = out.str();
  return result;
}

Imported import_geonames(const std::string& path, std::uint64_t min_population = 0) {
  Imported result;
  std::ostringstream rows;
  ImportedTable table(rows);
  result.read = read_geonames(
      path, min_population, [&](ImportedRow&& row) { table.add(row); },
      [&](const InputError& error) { result.failures.emplace_back(error.what()); });
  std::ostringstream out;
  table.write(rows.str(), out);
  result.table = out.str();
  return result;
}

/// A file that is gone after the test.
struct TemporaryFile {
  TemporaryFile()
      : path((std::filesystem::temp_directory_path() /
              ("actant_import_test." + std::to_string(::getpid())))
                 .string()) {}
  ~TemporaryFile() { std::filesystem::remove(path); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  void write(std::string_view bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
  void compress(std::string_view bytes) const {
    const gzFile file = ::gzopen(path.c_str(), "wb");
    ::gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    ::gzclose(file);
  }

  std::string path;
};

constexpr std::string_view wikidata_table =
    "id\ttype\tname\taliases\tsameAs\tdemonyms\tprominence\troles\n"
    "http://www.wikidata.org/entity/Q90000001\tGeopoliticalEntity\tFreedonia\tRepublic of "
    "Freedonia\t"
    "https://sws.geonames.org/9000001/\tFreedonian\t6\t\n"
    "http://www.wikidata.org/entity/Q90000002\tPerson\tAnna Example\tA. Example|Example   the "
    "elder\t"
    "\t\t3\tPresident;http://www.wikidata.org/entity/"
    "Q90000001;2019-03-20;|Mayor;Sylvania;2011;2018-06\n"
    "http://www.wikidata.org/entity/Q90000003\tPerson\tBert Sample\t\t\t\t2\t"
    "President;http://www.wikidata.org/entity/Q90000001;2010-01-01;2019-03-20\n"
    "http://www.wikidata.org/entity/Q90000008\tGeopoliticalEntity\tSylvania\tOld "
    "Sylvania\t\t\t1\t\n"
    "http://www.wikidata.org/entity/Q90000009\tGeopoliticalEntity\tOld Sylvania\t\t\t\t1\t\n";

TEST_CASE("a dump of Wikidata becomes a gazetteer with dated offices") {
  const Imported result = import_wikidata(samples + "wikidata.json");
  CHECK(result.failures.empty());
  CHECK(result.read == 10);
  // Of two towns that are called like each other, the more prominent keeps the alias; here both are
  // as prominent, so none does.
  std::string expected(wikidata_table);
  expected.replace(expected.find("\tOld Sylvania\t\t\t1"), 13, "\t");
  CHECK(result.table == expected);

  Gazetteer gazetteer;
  gazetteer.add_table(result.table, "wikidata.tsv");
  const std::uint32_t country = gazetteer.exact("freedonia").entry;
  const auto holder = [&](std::string_view date) {
    const std::uint32_t found = gazetteer.holder("president", country, date);
    return found == Gazetteer::none ? "none" : std::string(gazetteer.entry(found).name);
  };
  CHECK(holder("2015-05-05") == "Bert Sample");
  CHECK(holder("2022-01-06") == "Anna Example");
  CHECK(gazetteer.exact("Freedonian").demonym);
  CHECK(gazetteer.entry(country).same_as ==
        std::vector<std::string>{"http://www.wikidata.org/entity/Q90000001",
                                 "https://sws.geonames.org/9000001/"});
}

TEST_CASE("compressed dumps are read like plain ones") {
  const TemporaryFile file;
  const std::string dump = read_file(samples + "wikidata.json");
  file.compress(dump);
  const Imported plain = import_wikidata(samples + "wikidata.json");
  CHECK(import_wikidata(file.path).table == plain.table);

  const std::string bytes = read_file(file.path);
  file.write(std::string_view(bytes).substr(0, bytes.size() * 4 / 5));
  const Imported cut = import_wikidata(file.path);
  REQUIRE(cut.failures.size() == 1);
  CHECK(cut.failures[0].find(": the compressed file is cut off; its end was expected") !=
        std::string::npos);
  CHECK(cut.read > 0);
  CHECK(cut.read < plain.read);
  for (std::size_t i = 20; i < bytes.size(); i += 37) {  // damage anywhere is told, or harmless
    std::string bad = bytes;
    bad[i] = static_cast<char>(bad[i] ^ 0x55);
    file.write(bad);
    const Imported damaged = import_wikidata(file.path);
    CHECK((!damaged.failures.empty() || damaged.table == plain.table));
  }
}

TEST_CASE("lines that are no entities are told with their place, and the others are read") {
  const TemporaryFile file;
  const std::string dump = read_file(samples + "wikidata.json");
  file.write(dump.substr(0, dump.size() - 200));  // the last line is cut
  const Imported cut = import_wikidata(file.path);
  CHECK(cut.failures ==
        std::vector<std::string>{file.path + ":11:1: a line that is no JSON of an entity; one of "
                                             "Wikidata was expected"});
  CHECK(cut.read == 9);
  file.write("[\n{\"id\":\"Q1\",\"labels\":\"\xFF\"},\n" + std::string(100000, '[') +
             "\n{\"id\":7}\n{\"id\":\"Q2\",\"labels\":[],\"claims\":{\"P31\":[{\"mainsnak\":3}]}}\n"
             "{\"id\":\"Q3\",\"labels\":{\"en\":{\"value\":\"A\"}},\"claims\":{\"P31\":{},\"P39\":["
             "[]]}}\n]\n");
  const Imported odd = import_wikidata(file.path);
  REQUIRE(odd.failures.size() == 3);
  CHECK(odd.failures[0].starts_with(file.path + ":2:22: invalid UTF-8; "));
  CHECK(odd.failures[1].starts_with(file.path + ":3:1: "));
  CHECK(odd.failures[2].starts_with(file.path + ":4:1: "));
  CHECK(odd.read == 2);
  CHECK_THROWS_AS(import_wikidata("/nowhere/dump.json.gz"), InputError);
}

TEST_CASE("the table of GeoNames becomes a gazetteer") {
  const Imported result = import_geonames(samples + "allCountries.txt", 1000);
  CHECK(result.failures.empty());
  CHECK(result.table ==
        "id\ttype\tname\taliases\tsameAs\tdemonyms\tprominence\troles\n"
        "https://sws.geonames.org/9000001/"
        "\tGeopoliticalEntity\tFreedonia\tFreedonien|Fridonia\t\t\t7\t\n"
        "https://sws.geonames.org/9000002/"
        "\tGeopoliticalEntity\tŠylvania\tSylvania|Silvania\t\t\t6\t\n"
        "https://sws.geonames.org/9000003/\tLocation\tLake Example\t\t\t\t1\t\n"
        "https://sws.geonames.org/9000005/\tFacility\tExample Airport\t\t\t\t1\t\n");
  Gazetteer gazetteer;
  gazetteer.add_table(result.table, "geonames.tsv");
  CHECK(gazetteer.entry(gazetteer.exact("Sylvania").entry).same_as ==
        std::vector<std::string>{"https://sws.geonames.org/9000002/"});
  CHECK(import_geonames(samples + "allCountries.txt").table.find("Little Village") !=
        std::string::npos);
}

TEST_CASE("wrong rows of GeoNames are told with their place") {
  const TemporaryFile file;
  const std::string good = read_file(samples + "allCountries.txt");
  file.write("a\tb\n" + good.substr(0, good.find('\n') + 1) + "x" +
             good.substr(0, good.find('\n')) + "\n\xFF\n");
  const Imported result = import_geonames(file.path);
  CHECK(result.read == 1);
  CHECK(result.failures ==
        std::vector<std::string>{
            file.path + ":1:1: a row of 2 columns separated by tabs; 19 were expected",
            file.path + ":3:1: a GeoNames id that is no number; digits were expected",
            file.path + ":4:1: invalid UTF-8; a row of GeoNames was expected"});
}

}  // namespace
}  // namespace actant
