// SPDX-License-Identifier: MIT
#include "base/folding.hpp"

#include "tests/support/catch.hpp"

namespace actant {

TEST_CASE("names are folded to lower case without Latin accents") {
  CHECK(fold_name("Kassym-Jomart TOKAYEV") == "kassym-jomart tokayev");
  CHECK(fold_name("\u00C9mile Zol\u00E1, \u0141\u00F3d\u017A") == "emile zola, lodz");
  CHECK(fold_name("O\u2019Neill \u2013 Smith") == "o'neill - smith");
}

TEST_CASE("any run of blanks in a name is one") {
  CHECK(fold_name(" Acme\u00A0 Widget\n\u2009Co ") == "acme widget co");
  CHECK(fold_name("\u00A0").empty());
}

TEST_CASE("hashes see letters and digits only, whole or word by word") {
  CHECK(fold_hash("U.N.") == fold_hash("un"));
  CHECK(fold_hash("Acme\u00A0Widget") == fold_hash("acme-widget"));
  CHECK(fold_hash("Widget", fold_hash("Acme")) == fold_hash("Acme Widget"));
  CHECK(fold_hash("Acme 1") != fold_hash("Acme 2"));
}

TEST_CASE("articles, capitals and acronyms are known") {
  CHECK(without_article("the Acme") == "Acme");
  CHECK(without_article("Theatre") == "Theatre");
  CHECK(starts_upper("\u0416uk"));
  CHECK_FALSE(starts_upper("acme"));
  CHECK_FALSE(starts_upper(""));
  CHECK(is_acronym("U.N."));
  CHECK_FALSE(is_acronym("U"));
  CHECK_FALSE(is_acronym("Un"));
}

TEST_CASE("distances stop counting behind their limit") {
  CHECK(edit_distance("kazakhstan", "kazahkstan", 3) == 2);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
  CHECK(edit_distance("same", "same", 0) == 0);
}

}  // namespace actant
