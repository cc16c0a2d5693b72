// SPDX-License-Identifier: MIT
#include "nlp/html_entities.hpp"

#include <algorithm>
#include <array>

namespace actant {
namespace {

constexpr std::size_t most_blanks = 2;

struct Entity {
  std::string_view name;
  std::string_view means;
};
constexpr std::array<Entity, 14> entities = {{{"mdash", "—"},
                                              {"ndash", "–"},
                                              {"nbsp", " "},
                                              {"quot", "\""},
                                              {"amp", "&"},
                                              {"laquo", "\""},
                                              {"raquo", "\""},
                                              {"ldquo", "\""},
                                              {"rdquo", "\""},
                                              {"lsquo", "'"},
                                              {"rsquo", "'"},
                                              {"hellip", "..."},
                                              {"lt", "<"},
                                              {"gt", ">"}}};

/// Behind the blanks at `at`, of which there are few.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::size_t last = at + most_blanks;
  while (at < text.size() && text[at] == ' ' && at < last) ++at;
  return at;
}

}  // namespace

std::optional<HtmlEntity> html_entity(std::string_view text, std::size_t at) {
  if (text[at] != '&') return std::nullopt;
  const std::size_t name = skip_blanks(text, at + 1);
  for (const Entity& e : entities) {
    if (text.substr(name, e.name.size()) != e.name) continue;
    const std::size_t end = skip_blanks(text, name + e.name.size());
    if (end < text.size() && text[end] == ';') return HtmlEntity{end + 1, e.means};
  }
  return std::nullopt;
}

bool starts_html_entity(std::string_view text, std::size_t at) {
  return text[at] == '&' && std::any_of(entities.begin(), entities.end(), [&](const Entity& e) {
           return text.substr(at + 1, e.name.size()) == e.name &&
                  text.substr(at + 1 + e.name.size(), 1) == ";";
         });
}

}  // namespace actant
