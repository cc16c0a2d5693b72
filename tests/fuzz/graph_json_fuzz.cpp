// SPDX-License-Identifier: MIT
// Actant JSON is refused with a position, or is read; written and read again it is the same.
#include "base/error.hpp"
#include "export/exporter.hpp"
#include "ingest/graph_json.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

namespace {

std::string written(const actant::KnowledgeGraph& graph) {
  std::ostringstream out;
  actant::find_format("json")->create()->write(graph, out);
  return std::move(out).str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string once;
  try {
    once = written(actant::read_graph_json(bytes, "fuzz"));
  } catch (const actant::InputError&) {
    return 0;  // refused
  }
  if (written(actant::read_graph_json(once, "fuzz")) != once) std::abort();
  return 0;
}
