// SPDX-License-Identifier: MIT
#include "nlp/universal.hpp"

#include "tests/support/catch.hpp"

namespace actant {

TEST_CASE("every tag and relation is read back from its spelling") {
  for (int i = 0; i <= static_cast<int>(Upos::x); ++i) {
    CHECK(parse_upos(to_string(static_cast<Upos>(i))) == static_cast<Upos>(i));
  }
  for (int i = 0; i <= static_cast<int>(DepRel::xcomp); ++i) {
    CHECK(parse_deprel(to_string(static_cast<DepRel>(i))) == static_cast<DepRel>(i));
  }
  CHECK(to_string(DepRel::case_) == "case");
  CHECK(to_string(DepRel::nsubj_pass) == "nsubj:pass");
  CHECK(to_string(NameType::geopolitical_entity) == "GeopoliticalEntity");
}

TEST_CASE("an unknown subtype falls back to its universal relation") {
  CHECK(parse_deprel("obl:lmod") == DepRel::obl);
  CHECK(parse_deprel("acl:relcl") == DepRel::acl_relcl);
  CHECK(parse_deprel("nonsense") == DepRel::dep);
  CHECK(parse_deprel("") == DepRel::dep);
  CHECK(parse_upos("nonsense") == Upos::x);
}

}  // namespace actant
