// SPDX-License-Identifier: MIT
#include "tests/export/golden.hpp"

#include "export/exporter.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace actant {

std::string written(std::string_view format, const KnowledgeGraph& graph) {
  std::ostringstream out;
  find_format(format)->create()->write(graph, out);
  return out.str();
}

void check_golden(const std::string& name, const std::string& bytes) {
  const std::string path = std::string(ACTANT_TEST_DATA "/export/") + name;
  if (std::getenv("ACTANT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << bytes;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  if (bytes == expected) {
    SUCCEED();
    return;
  }
  std::istringstream have(bytes);
  std::istringstream want(expected);
  std::string have_line;
  std::string want_line;
  for (int number = 1; have || want; ++number) {
    std::getline(have, have_line);
    std::getline(want, want_line);
    if (have_line != want_line) {
      FAIL(name << ":" << number << ": expected '" << want_line << "', got '" << have_line << "'");
    }
  }
  FAIL(name << ": differs in line ends only");
}

}  // namespace actant
