// SPDX-License-Identifier: MIT
// What holds for every format in the table, whatever it is.
#include "base/error.hpp"
#include "export/exporter.hpp"
#include "tests/export/sample_graph.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace actant {
namespace {

std::string written(const ExportFormat& format, const KnowledgeGraph& graph) {
  std::ostringstream out;
  format.create()->write(graph, out);
  return out.str();
}

}  // namespace

TEST_CASE("the formats are sorted by name and described") {
  const auto formats = export_formats();
  REQUIRE(formats.size() >= 7);
  CHECK(std::is_sorted(formats.begin(), formats.end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
  std::set<std::string_view> media_types;
  for (const ExportFormat& format : formats) {
    INFO(format.name);
    CHECK_FALSE(format.extensions.empty());
    CHECK_FALSE(format.summary.empty());
    CHECK(media_types.insert(format.media_type).second);
    CHECK(find_format(format.name) == &format);
  }
}

TEST_CASE("a format is found by name or by file") {
  CHECK(find_format("nope") == nullptr);
  CHECK(find_format("") == nullptr);
  CHECK(find_format_for_file("out/csto.svg")->name == "svg");
  CHECK(find_format_for_file("a.gv")->name == "dot");
  CHECK(find_format_for_file("a.json.jsonld")->name == "jsonld");
  CHECK(find_format_for_file("a.nq")->name == "nq");
  CHECK(find_format_for_file("json") == nullptr);
  CHECK(find_format_for_file("a.txt") == nullptr);
  CHECK(find_format_for_file("") == nullptr);
}

TEST_CASE("every format writes the same bytes for the same graph") {
  const KnowledgeGraph graph = sample_graph();
  for (const ExportFormat& format : export_formats()) {
    INFO(format.name);
    const std::string once = written(format, graph);
    CHECK(once.size() > 100);
    CHECK(written(format, sample_graph()) == once);
  }
}

TEST_CASE("every format says so when the disk is full") {
  for (const ExportFormat& format : export_formats()) {
    INFO(format.name);
    std::ofstream full("/dev/full", std::ios::binary);
    REQUIRE(full);
    CHECK_THROWS_AS(format.create()->write(sample_graph(), full), Error);
  }
}

TEST_CASE("every format can write a graph of nothing") {
  for (const ExportFormat& format : export_formats()) {
    INFO(format.name);
    CHECK_NOTHROW(written(format, KnowledgeGraph()));
  }
}

TEST_CASE("hostile names harm no format") {
  const KnowledgeGraph graph = hostile_graph();
  for (const ExportFormat& format : export_formats()) {
    INFO(format.name);
    const std::string bytes = written(format, graph);
    CHECK(bytes.size() > 100);
    CHECK(bytes.size() < 4'000'000);
  }
}

TEST_CASE("formats can be written by several threads at a time") {
  const KnowledgeGraph graph = sample_graph();
  for (const ExportFormat& format : export_formats()) {
    INFO(format.name);
    const std::string expected = written(format, graph);
    std::vector<std::string> results(4);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&] { result = written(format, graph); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : results) CHECK(result == expected);
  }
}

}  // namespace actant
