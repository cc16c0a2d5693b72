// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_ARTICLE_HEADER_HPP
#define ACTANT_INGEST_ARTICLE_HEADER_HPP

#include <optional>
#include <string>
#include <string_view>

namespace actant {

/// The first line, if it reads like a headline: short, followed by more, without a full stop.
[[nodiscard]] std::optional<std::string> find_title(std::string_view text);

/// The date as ISO 8601 if `line` is nothing but a date: "Thursday, May 7, 2015", "7 May 2015",
/// "2015-05-07".
[[nodiscard]] std::optional<std::string> parse_dateline(std::string_view line);

/// The date of the first dateline among the first lines of an article: a line of its own, or what
/// stands before the first sentence ("ROME, 7 May 2015 (AP) - ").
[[nodiscard]] std::optional<std::string> find_date(std::string_view text);

}  // namespace actant

#endif  // ACTANT_INGEST_ARTICLE_HEADER_HPP
