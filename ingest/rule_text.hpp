// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_RULE_TEXT_HPP
#define ACTANT_INGEST_RULE_TEXT_HPP

#include "base/error.hpp"
#include "ingest/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A rule or ontology file larger than this is refused: a typo must not fill the memory.
inline constexpr std::size_t largest_rule_file = 4U << 20U;

/// One line of a rule or ontology file; views into the text of the file.
struct RuleLine {
  std::string_view whole;    ///< with its comment, for positions
  std::string_view content;  ///< without comment and white space at both ends; never empty
  std::uint64_t number = 0;  ///< from 1
  bool indented = false;     ///< belongs to what stands above it
};

/// Cuts a file into lines that say something. `#` opens a comment at the start of a line and after
/// white space.
class RuleText {
 public:
  /// Both must outlive the reader.
  RuleText(std::string_view text, const std::string& source);

  /// The next line, or nothing at the end.
  /// @throws InputError for a line that is not UTF-8 or holds control characters; the call after
  /// that goes on behind it.
  [[nodiscard]] std::optional<RuleLine> next();

  /// Where `part`, a view into the line, stands.
  [[nodiscard]] Location where(const RuleLine& line, std::string_view part) const;
  /// @throws InputError always.
  [[noreturn]] void fail(const RuleLine& line, std::string_view part,
                         const std::string& message) const;

 private:
  std::string_view text_;
  const std::string& source_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
};

/// Two parts of a line; views into it.
struct Halves {
  std::string_view left;
  std::string_view right;
};

/// What stands before and after the last arrow `=>`, which must be there; trimmed.
[[nodiscard]] Halves halves(std::string_view text);
[[nodiscard]] bool has_arrow(std::string_view text);

/// "acquired (1, 2)" as the name and what is between the parentheses.
/// @throws InputError if `part`, a part of the line, is none.
[[nodiscard]] Halves split_call(const RuleText& text, const RuleLine& line, std::string_view part);

/// The trimmed parts between separators, at least one; views into `text`.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view text, char separator);

/// The words of a text between blanks and tabs; views into it.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);
/// "'word'", cut at 60 bytes so that messages stay short.
[[nodiscard]] std::string in_quotes(std::string_view word);
/// With A-Z as a-z.
[[nodiscard]] std::string lower_ascii(std::string_view text);
/// True for names of types, rules and roles: a letter, then letters, digits, '_' and '-'; at most
/// 64 bytes.
[[nodiscard]] bool is_rule_name(std::string_view text);

}  // namespace actant

#endif  // ACTANT_INGEST_RULE_TEXT_HPP
