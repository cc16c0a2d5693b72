// SPDX-License-Identifier: MIT
#include "base/span.hpp"

#include "tests/support/catch.hpp"

namespace actant {

TEST_CASE("a span is half open") {
  constexpr Span span{2, 5};
  CHECK(span.size() == 3);
  CHECK_FALSE(span.empty());
  CHECK(Span{4, 4}.empty());
  CHECK(slice("abcdefg", span) == "cde");
}

TEST_CASE("a span contains itself and what lies inside") {
  CHECK(Span{2, 5}.contains({2, 5}));
  CHECK(Span{2, 5}.contains({3, 4}));
  CHECK_FALSE(Span{2, 5}.contains({1, 3}));
  CHECK_FALSE(Span{2, 5}.contains({4, 6}));
}

TEST_CASE("spans are ordered by begin, then end") {
  CHECK(Span{1, 9} < Span{2, 3});
  CHECK(Span{1, 2} < Span{1, 3});
}

}  // namespace actant
