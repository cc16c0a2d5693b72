// SPDX-License-Identifier: MIT
#include "nlp/chunk.hpp"

#include "nlp/html_entities.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actant {
namespace {

PointKind kind_of(char32_t c) {
  if (is_digit(c)) return PointKind::digit;
  return is_letter(c) ? PointKind::letter : PointKind::mark;
}

bool is_domain(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ')')) {
    text.remove_suffix(1);
  }
  constexpr std::array<std::string_view, 9> endings = {".com", ".org",   ".net",  ".edu", ".gov",
                                                       ".htm", ".co.uk", ".html", ".info"};
  if (text.find('.') == std::string_view::npos) return false;
  constexpr std::size_t longest_ending = 6;
  const std::string tail =
      lower_case(text.substr(text.size() - std::min(text.size(), longest_ending)));
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return text.size() > ending.size() && tail.ends_with(ending);
  });
}

}  // namespace

bool any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x2018 || c == U'`'; }
bool is_currency(char32_t c) { return any_of(c, U"$£€¥₹₽"); }
bool is_dash(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014;
}
bool is_closing(char32_t c) { return any_of(c, U".,;:!?)]}\"'”’»…%>*"); }

std::size_t Chunk::read(std::string_view text, std::size_t at) {
  text_ = text;
  points_.clear();
  plain_ = true;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (is_space(c) || points_.size() == longest) break;
    if (c == U'&' && !points_.empty() && starts_html_entity(text, at)) break;
    const PointKind kind = kind_of(c);
    points_.push_back({static_cast<std::uint32_t>(at), c, kind});
    plain_ = plain_ && c < 0x80 && kind == PointKind::letter;
    at = next;
  }
  end_ = static_cast<std::uint32_t>(at);
  return at;
}

std::uint32_t Chunk::byte_at(std::size_t i) const {
  return i < points_.size() ? points_[i].at : end_;
}

std::string_view Chunk::bytes(std::size_t begin, std::size_t end) const {
  return text_.substr(byte_at(begin), byte_at(end) - byte_at(begin));
}

std::size_t Chunk::run_length(std::size_t at, std::size_t end) const {
  const char32_t c = points_[at].c;
  if (!any_of(c, U".-!?*=_~#'`$<>\\/")) return 1;
  const auto same = [&](char32_t other) {
    return other == c || (any_of(c, U".!?") && any_of(other, U"!?"));
  };
  std::size_t n = 1;
  while (at + n < end && same(points_[at + n].c)) ++n;
  if ((c == U'\'' || c == U'`') && n > 2) return 2;
  return n;
}

bool Chunk::is_smiley(std::size_t begin, std::size_t end) const {
  if (end - begin < 2 || end - begin > 4) return false;
  if (!any_of(points_[begin].c, U":;=8")) return false;
  const char32_t last = points_[end - 1].c;
  return any_of(last, U")(DPp/|*3]") &&
         (end - begin == 2 || any_of(points_[begin + 1].c, U"-o'^)("));
}

std::size_t Chunk::part_end(std::size_t begin, std::size_t end) const {
  std::size_t at = begin + 1;
  while (at < end && !any_of(points_[at].c, U"<>\"“”")) ++at;
  return at;
}

std::size_t Chunk::address_end(std::size_t begin, std::size_t end) const {
  constexpr std::size_t shortest = 5;
  if (end - begin < shortest) return begin;
  const std::string_view all = bytes(begin, end);
  const bool url = all.find("://") != std::string_view::npos || all.starts_with("www.") ||
                   all.starts_with("WWW.");
  const std::size_t sign = all.find('@');
  const bool mail =
      sign != std::string_view::npos && sign > 0 && all.find('.', sign) != std::string_view::npos;
  if (!url && !mail && !is_domain(all)) return begin;
  while (end > begin + 1 && any_of(points_[end - 1].c, U".,;:!?)]}'’»")) --end;
  return end;
}

bool Chunk::is_number_group(std::size_t begin, std::size_t end) const {
  std::size_t parts = 1;
  std::size_t size = 0;
  std::size_t first = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (points_[i].kind == PointKind::digit) {
      ++size;
    } else if (points_[i].c == U'-' && size > 0) {
      if (parts++ == 1) first = size;
      size = 0;
    } else {
      return false;
    }
  }
  return size > 0 && (parts > 2 || (parts == 2 && first == 3 && size == 4));
}

bool Chunk::has_kind(PointKind kind, std::size_t begin, std::size_t end) const {
  return std::any_of(points_.begin() + static_cast<std::ptrdiff_t>(begin),
                     points_.begin() + static_cast<std::ptrdiff_t>(end),
                     [=](const Point& p) { return p.kind == kind; });
}

}  // namespace actant
