// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_HTML_ENTITIES_HPP
#define ACTANT_NLP_HTML_ENTITIES_HPP

#include <cstddef>
#include <optional>
#include <string_view>

namespace actant {

/// An HTML entity in a text.
struct HtmlEntity {
  std::size_t end = 0;     ///< byte behind it
  std::string_view means;  ///< the characters that it stands for; static storage
};

/// The entity at byte `at`, perhaps broken by up to two blanks on either side of its name
/// ("& mdash ;"), if it is one that occurs in running text.
[[nodiscard]] std::optional<HtmlEntity> html_entity(std::string_view text, std::size_t at);

/// Whether an unbroken one starts at `at`.
[[nodiscard]] bool starts_html_entity(std::string_view text, std::size_t at);

}  // namespace actant

#endif  // ACTANT_NLP_HTML_ENTITIES_HPP
