// SPDX-License-Identifier: MIT
#include "export/escape.hpp"

#include "base/utf8.hpp"
#include "tests/export/sample_graph.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace actant {

TEST_CASE("printable text is one line of valid UTF-8 without control characters") {
  CHECK(printable("  a\n\tb \r\n c\x01 ") == "a b c");
  CHECK(printable("Z\xC3\xBCrich") == "Z\xC3\xBCrich");
  CHECK(printable("\xE2\x80\xAE"
                  "ab\xE2\x81\xA9\xEF\xBB\xBF") == "ab");
  CHECK(printable("a\xFF") == "a\xEF\xBF\xBD");
  CHECK(printable(std::string("a\0b", 3)) == "a b");
  CHECK(printable("").empty());
  for (const std::string& name : hostile_names()) {
    const std::string shown = printable(name);
    CHECK(is_valid_utf8(shown));
    for (const char c : shown) CHECK(static_cast<unsigned char>(c) >= 0x20);
  }
}

TEST_CASE("shortening counts code points and marks the cut") {
  CHECK(shorten("abc", 3) == "abc");
  CHECK(shorten("abcd", 3) == "abc\xE2\x80\xA6");
  CHECK(shorten("\xC3\xBC\xC3\xBC\xC3\xBC", 2) == "\xC3\xBC\xC3\xBC\xE2\x80\xA6");
  CHECK(shorten("", 0).empty());
}

TEST_CASE("a slice counts code points and stays inside the text") {
  CHECK(slice_code_points("a\xC3\xBC"
                          "bc",
                          1, 2) ==
        "\xC3\xBC"
        "b");
  CHECK(slice_code_points("abc", 2, 9) == "c");
  CHECK(slice_code_points("abc", 9, 1).empty());
}

TEST_CASE("wrapping breaks at blanks, and inside words only when they are very long") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("Collective Security Treaty Organization", 18) ==
        Lines{"Collective", "Security Treaty", "Organization"});
  CHECK(wrap("", 18) == Lines{""});
  CHECK(wrap("short", 18) == Lines{"short"});
  CHECK(wrap(std::string(9, 'x'), 4) == Lines{"xxxxxxxx", "x"});
  for (const std::string& line : wrap(std::string(10000, 'x'), 18)) CHECK(line.size() <= 36);
}

TEST_CASE("XML text holds no markup") {
  CHECK(xml_text("<a href=\"x\">&'") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
}

TEST_CASE("every backslash is doubled in DOT") { CHECK(dot_text("a\\N\\") == "a\\\\N\\\\"); }

TEST_CASE("an IRI segment is ASCII without delimiters, and bounded") {
  CHECK(iri_segment("person:stanislav zas") == "person:stanislav%20zas");
  CHECK(iri_segment("a/b#c?d%") == "a%2Fb%23c%3Fd%25");
  CHECK(iri_segment("\xC3\xBC") == "%C3%BC");
  CHECK(iri_segment(std::string(512, 'x')) == std::string(512, 'x'));
  CHECK(iri_segment(std::string(513, 'x')).size() == 7 + 64);
  CHECK(iri_segment(std::string(513, 'x')) != iri_segment(std::string(514, 'x')));
}

TEST_CASE("web IRIs are recognised and made valid") {
  CHECK(is_web_iri("https://example.org/a"));
  CHECK(is_web_iri("urn:isbn:1"));
  CHECK_FALSE(is_web_iri("person:stanislav zas"));
  CHECK_FALSE(is_web_iri("https://"));
  CHECK(valid_iri("http://e.org/a b>c%20%zz#x#y") == "http://e.org/a%20b%3Ec%20%25zz#x%23y");
}

TEST_CASE("N-Quads literals are canonical") {
  CHECK(nquads_literal("a\"b\\c\nd\re\tf") == "a\\\"b\\\\c\\nd\\re\\tf");
  CHECK(nquads_literal(std::string("\0\x1F\x7F", 3)) == "\\u0000\\u001F\\u007F");
  CHECK(nquads_literal("\xC3\xBC\xFF") == "\xC3\xBC\xEF\xBF\xBD");
}

}  // namespace actant
