// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_ESCAPE_HPP
#define ACTANT_EXPORT_ESCAPE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Text as people may see it: valid UTF-8, white space and control characters folded to single
/// blanks, without leading and trailing ones, and without invisible characters that would reorder
/// or end the text around it (bidirectional controls, U+FEFF, non-characters).
[[nodiscard]] std::string printable(std::string_view text);

/// The first `limit` code points of valid UTF-8; an ellipsis stands for what is cut off.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit);

/// `count` code points of valid UTF-8 from the `first` on, or as many as there are. The view lives
/// as long as the text.
[[nodiscard]] std::string_view slice_code_points(std::string_view text, std::size_t first,
                                                 std::size_t count);

/// Lines of about `width` code points, broken at blanks, or inside words twice as long.
/// Valid UTF-8 in and out; never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// For text and attributes of XML and of Graphviz's HTML-like labels. Expects printable() text.
[[nodiscard]] std::string xml_text(std::string_view text);

/// For a label, tooltip or other escString of Graphviz: backslashes doubled. Quotes are agwrite's.
/// Expects printable() text.
[[nodiscard]] std::string dot_text(std::string_view text);

/// For a segment of an IRI: all but ASCII letters, digits and "-._~:" percent-encoded; a segment
/// of more than 512 bytes becomes "sha256:" and the hash of `text`, since databases cut long IRIs.
[[nodiscard]] std::string iri_segment(std::string_view text);

/// True if `text` begins as an absolute IRI of the web: "http://", "https://" or "urn:".
[[nodiscard]] bool is_web_iri(std::string_view text);

/// A web IRI with every byte percent-encoded that RFC 3986 does not allow in a URI.
[[nodiscard]] std::string valid_iri(std::string_view web_iri);

/// The content of a STRING_LITERAL_QUOTE of N-Quads 1.1, in the canonical form. Bytes that are not
/// UTF-8 become U+FFFD.
[[nodiscard]] std::string nquads_literal(std::string_view text);

}  // namespace actant

#endif  // ACTANT_EXPORT_ESCAPE_HPP
