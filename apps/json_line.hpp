// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_JSON_LINE_HPP
#define ACTANT_APPS_JSON_LINE_HPP

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>

namespace actant {

using JsonField = std::pair<const char*, std::variant<std::string, std::uint64_t>>;

/// One JSON object on one line, without the line break, fields in the given order.
[[nodiscard]] std::string json_line(std::initializer_list<JsonField> fields);

}  // namespace actant

#endif  // ACTANT_APPS_JSON_LINE_HPP
