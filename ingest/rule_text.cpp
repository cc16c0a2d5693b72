// SPDX-License-Identifier: MIT
#include "ingest/rule_text.hpp"

#include "base/utf8.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <cstdio>

namespace actant {
namespace {

constexpr std::string_view arrow = "=>";

bool parts_words(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t comment_start(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || parts_words(line[at - 1])) return at;
  }
  return line.size();
}

/// The first byte that is no text, or the size.
std::size_t first_control(std::string_view line) {
  const auto* const found = std::find_if(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !parts_words(c)) || byte == 0x7F;
  });
  return static_cast<std::size_t>(found - line.begin());
}

std::string control_name(char c) {
  char name[24];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(static_cast<unsigned char>(c)));
  return std::string("control character ") + name + "; text was expected";
}

}  // namespace

RuleText::RuleText(std::string_view text, const std::string& source)
    : text_(text), source_(source) {
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
}

std::optional<RuleLine> RuleText::next() {
  while (at_ < text_.size()) {
    const std::size_t stop = std::min(text_.find('\n', at_), text_.size());
    RuleLine line;
    line.whole = text_.substr(at_, stop - at_);
    line.number = ++number_;
    at_ = stop + 1;
    const std::size_t valid = valid_utf8_prefix(line.whole);
    if (valid != line.whole.size()) {
      fail(line, line.whole.substr(valid), "invalid UTF-8; text in UTF-8 was expected");
    }
    const std::size_t control = first_control(line.whole);
    if (control != line.whole.size()) {
      fail(line, line.whole.substr(control), control_name(line.whole[control]));
    }
    line.content = trimmed(line.whole.substr(0, comment_start(line.whole)));
    if (line.content.empty()) continue;
    line.indented = parts_words(line.whole.front());
    return line;
  }
  return std::nullopt;
}

Location RuleText::where(const RuleLine& line, std::string_view part) const {
  const auto offset = static_cast<std::size_t>(part.data() - line.whole.data());
  return {source_, line.number, count_code_points(line.whole.substr(0, offset)) + 1};
}

void RuleText::fail(const RuleLine& line, std::string_view part, const std::string& message) const {
  throw InputError(where(line, part), message);
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    if (parts_words(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !parts_words(text[end])) ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string in_quotes(std::string_view word) {
  constexpr std::size_t longest = 60;
  if (word.size() <= longest) return "'" + std::string(word) + "'";
  word = word.substr(0, longest);
  return "'" + std::string(word.substr(0, valid_utf8_prefix(word))) + "...'";
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_rule_name(std::string_view text) {
  return !text.empty() && text.size() <= 64 && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
         });
}

Halves halves(std::string_view text) {
  const std::size_t at = text.rfind(arrow);
  return {trimmed(text.substr(0, at)), trimmed(text.substr(at + arrow.size()))};
}

bool has_arrow(std::string_view text) { return text.find(arrow) != std::string_view::npos; }

Halves split_call(const RuleText& text, const RuleLine& line, std::string_view part) {
  const std::size_t open = part.find('(');
  if (open == std::string_view::npos || part.back() != ')') {
    text.fail(line, part,
              "no edge after '=>'; a relation and two ends such as 'acquired(1, 2)' "
              "were expected");
  }
  return {trimmed(part.substr(0, open)), part.substr(open + 1, part.size() - open - 2)};
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace actant
