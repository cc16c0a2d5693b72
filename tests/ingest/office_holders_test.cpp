// SPDX-License-Identifier: MIT
#include "ingest/graph_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace actant {
namespace {

/// A pipeline that knows who is president of Freedonia, a country of its own.
const Pipeline& pipeline() {
  static const Pipeline shared = [] {
    const auto path = std::filesystem::temp_directory_path() /
                      ("actant_offices_test." + std::to_string(::getpid()) + ".tsv");
    std::ofstream(path) << "type\tname\tdemonyms\tprominence\troles\n"
                           "GeopoliticalEntity\tFreedonia\tFreedonian\t8\t\n"
                           "Person\tAnna Berg\t\t\tpresident;Freedonia;2010;2019-03-20\n"
                           "Person\tKarl Lang\t\t\tpresident;Freedonia;2019-03-20;\n";
    DataFiles files = data_files(ACTANT_DATA_FOLDER);
    files.user_gazetteers = {path.string()};
    Pipeline made(files);
    std::filesystem::remove(path);
    return made;
  }();
  return shared;
}

/// The names by which the article calls the person of that name, descriptions among them.
std::vector<std::string> called(const std::string& name, const std::string& text,
                                const std::string& published) {
  Document document;
  document.id = std::string(64, 'a');
  document.text = text;
  if (!published.empty()) document.published = published;
  Workspace scratch;
  const Analysis analysis = pipeline().analyzer().analyze(document.text, scratch);
  const Entities found = pipeline().find_entities(document, analysis);
  std::vector<std::string> names;
  for (const EntityMention& mention : found.mentions) {
    if (!mention.cluster.valid() || found.clusters[mention.cluster.value].name != name) continue;
    names.push_back(text.substr(mention.span.begin, mention.span.end - mention.span.begin));
  }
  return names;
}

bool has_office(const std::vector<std::string>& names) {
  return std::ranges::any_of(
      names, [](const std::string& name) { return name.find("resident") != std::string::npos; });
}

const std::string article =
    "Anna Berg and Karl Lang met in Vienna on Monday. The talks were long. "
    "The Freedonian president said that the talks would go on.";

TEST_CASE("an office stands for whoever holds it on the day of publication") {
  CHECK(has_office(called("Karl Lang", article, "2022-01-06")));
  CHECK_FALSE(has_office(called("Anna Berg", article, "2022-01-06")));
  CHECK(has_office(called("Anna Berg", article, "2015-01-06")));
  CHECK_FALSE(has_office(called("Karl Lang", article, "2015-01-06")));
}

TEST_CASE("offices that are not settled stand for nobody") {
  for (const char* day : {"", "2001-01-01", "2022"}) {
    CHECK_FALSE(has_office(called("Karl Lang", article, day)));
    CHECK_FALSE(has_office(called("Anna Berg", article, day)));
  }
  const std::string former =
      "Karl Lang visited Vienna on Monday. A former Freedonian president said that he was late.";
  CHECK_FALSE(has_office(called("Karl Lang", former, "2022-01-06")));
}

}  // namespace
}  // namespace actant
