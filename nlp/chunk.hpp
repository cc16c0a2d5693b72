// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_CHUNK_HPP
#define ACTANT_NLP_CHUNK_HPP

#include "nlp/code_points.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace actant {

/// What a code point is to the tokenizer.
enum class PointKind : std::uint8_t { letter, digit, mark };

/// A code point and the byte where it stands in the text.
struct Point {
  std::uint32_t at = 0;
  char32_t c = 0;
  PointKind kind = PointKind::mark;
};

[[nodiscard]] bool any_of(char32_t c, std::u32string_view set);
[[nodiscard]] bool is_apostrophe(char32_t c);
[[nodiscard]] bool is_dash(char32_t c);
[[nodiscard]] bool is_currency(char32_t c);
/// Punctuation that may stand behind a word without a space.
[[nodiscard]] bool is_closing(char32_t c);

/// Text without white space, as code points. Ranges [begin, end) below count code points.
class Chunk {
 public:
  /// What is longer without white space is cut, so that the work on a chunk is bounded.
  static constexpr std::size_t longest = 8192;

  /// Reads one chunk at byte `at`, which is no white space, up to white space or an HTML entity.
  /// @return the byte behind it.
  std::size_t read(std::string_view text, std::size_t at);

  [[nodiscard]] std::size_t size() const { return points_.size(); }
  /// Whether it is ASCII letters throughout.
  [[nodiscard]] bool is_plain() const { return plain_; }
  [[nodiscard]] const Point& operator[](std::size_t i) const { return points_[i]; }
  [[nodiscard]] std::uint32_t byte_at(std::size_t i) const;
  [[nodiscard]] std::string_view bytes(std::size_t begin, std::size_t end) const;

  /// How many equal marks from `at` on form one token: ..., --, !!!
  [[nodiscard]] std::size_t run_length(std::size_t at, std::size_t end) const;
  [[nodiscard]] bool is_smiley(std::size_t begin, std::size_t end) const;
  /// The end of the part at `begin`: quotation marks and angle brackets always stand alone.
  [[nodiscard]] std::size_t part_end(std::size_t begin, std::size_t end) const;
  /// Behind a URL, e-mail address or file name that fills [begin, end) but for closing punctuation;
  /// else begin.
  [[nodiscard]] std::size_t address_end(std::size_t begin, std::size_t end) const;
  /// Whether [begin, end) is digits, hyphens and digits that belong together: 2021-03-04, 555-1234.
  [[nodiscard]] bool is_number_group(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool has_kind(PointKind kind, std::size_t begin, std::size_t end) const;

 private:
  std::string_view text_;
  std::vector<Point> points_;
  std::uint32_t end_ = 0;
  bool plain_ = true;
};

}  // namespace actant

#endif  // ACTANT_NLP_CHUNK_HPP
