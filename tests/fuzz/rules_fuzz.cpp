// SPDX-License-Identifier: MIT
// Rules and ontologies are read, or refused with a position.
#include "base/error.hpp"
#include "ingest/rule_book.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using Read = void (actant::RuleBook::*)(std::string_view, const std::string&);

void read(std::string_view bytes, Read how) {
  actant::RuleBook book;
  try {
    (book.*how)(bytes, "fuzz");
  } catch (const actant::InputError& error) {
    if (error.where().source != "fuzz" || error.where().line == 0) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes, &actant::RuleBook::read_rules);
  read(bytes, &actant::RuleBook::read_ontology);
  return 0;
}
