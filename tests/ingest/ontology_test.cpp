// SPDX-License-Identifier: MIT
#include "ingest/ontology.hpp"

#include "base/error.hpp"
#include "ingest/rule_book.hpp"
#include "tests/support/catch.hpp"

#include <string>

namespace actant {
namespace {

constexpr const char* base = "nodes: Person Organization\nevents: ACT\nrelations: member\n";

std::string message(const std::string& lines) {
  RuleBook book;
  book.read_ontology(base, "base.ontology");
  try {
    book.read_ontology(lines, "my.ontology");
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

Ontology ontology(const std::string& lines) {
  RuleBook book;
  book.read_ontology(base + lines, "my.ontology");
  return book.ontology();
}

TEST_CASE("types are added, and kinds of kinds are kinds") {
  const Ontology own =
      ontology("nodes: Company Bank\nkind Company: Organization\nkind Bank: Company\n");
  CHECK(own.has_node_type("Bank"));
  CHECK(own.is_kind("Bank", "Organization"));
  CHECK_FALSE(own.is_kind("Organization", "Bank"));
  CHECK(own.is_one_of("Bank", {"Person", "Organization"}));
  CHECK(own.is_one_of("Person", {}));
}

TEST_CASE("relations have domains and ranges") {
  const Ontology own = ontology("domain member: Person\nrange member: Organization\n");
  REQUIRE(own.ends("member") != nullptr);
  CHECK(own.ends("member")->domain == std::vector<std::string>{"Person"});
  CHECK(own.ends("ACT") == nullptr);
}

TEST_CASE("nouns describe types of one's own, whatever their case") {
  const Ontology own = ontology("nodes: Bank\ndescribed Bank: bank\n  Lender\n");
  CHECK(own.described_as("lender") == "Bank");
  CHECK(own.described_as("person").empty());
}

TEST_CASE("a directive takes types away") {
  const Ontology own = ontology("replace relations\nrelations: owns\n");
  CHECK(own.replaced());
  CHECK_FALSE(own.has_edge_type("member"));
  CHECK(own.has_edge_type("owns"));
  CHECK(own.has_edge_type("ACT"));
}

TEST_CASE("mistakes in ontologies are reported where they are") {
  CHECK(message("colours: red\n") ==
        "my.ontology:1:1: unknown list 'colours'; nodes, events, relations, kind, described, "
        "domain, range or names was expected");
  CHECK(message("relations: Owns\n") ==
        "my.ontology:1:12: bad name 'Owns'; a small letter was expected first");
  CHECK(message("nodes: bank\n") ==
        "my.ontology:1:8: bad name 'bank'; a capital letter was expected first");
  CHECK(message("events: RUN/\n") ==
        "my.ontology:1:9: bad name 'RUN/'; letters, digits, '_' and '-' were expected, a letter "
        "first");
  CHECK(message("domain owns: Person\n") ==
        "my.ontology:1:8: unknown edge type 'owns'; one that was declared was expected");
  CHECK(message("range member: Bank\n") ==
        "my.ontology:1:15: unknown node type 'Bank'; one that was declared was expected");
  CHECK(message("kind Person: Organization\nkind Organization: Person\n") ==
        "my.ontology:2:20: 'Person' is a kind of 'Organization' already; a type outside of it was "
        "expected");
  CHECK(message("verbs ACT: do\n").substr(0, 41) == "my.ontology:1:1: unknown list 'verbs'; no");
}

}  // namespace
}  // namespace actant
