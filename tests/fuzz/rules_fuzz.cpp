// SPDX-License-Identifier: MIT
// Rules and ontologies are read, or refused with a position.
#include "base/error.hpp"
#include "ingest/rule_book.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using Read = void (actant::RuleBook::*)(std::string_view, const std::string&,
                                        const actant::Diagnostics&);

/// Rules survive parse, print, parse.
void round_trip(const actant::RuleBook& book) {
  for (const actant::EdgeRule& rule : book.rules()) {
    for (const actant::MatchPlan& plan : rule.plans) {
      if (actant::parse_pattern(to_string(plan.pattern)) != plan.pattern) std::abort();
    }
  }
}

void read(std::string_view bytes, Read how) {
  actant::RuleBook book;
  book.read_ontology("nodes: Person\nevents: ACT\n", "base");
  (book.*how)(bytes, "fuzz", [](const actant::InputError& error) {
    if (error.where().source != "fuzz" || error.where().line == 0) std::abort();
  });
  book.compile(nullptr);
  round_trip(book);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes, &actant::RuleBook::read_rules);
  read(bytes, &actant::RuleBook::read_ontology);
  return 0;
}
