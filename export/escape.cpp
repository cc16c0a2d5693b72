// SPDX-License-Identifier: MIT
#include "export/escape.hpp"

#include "base/sha256.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <initializer_list>

namespace actant {
namespace {

constexpr std::size_t longest_segment = 512;

/// The code point at `at` of valid UTF-8; moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t code = lead & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more; ++i) code = code << 6U | (byte(at++) & 0x3FU);
  return code;
}

bool is_blank(char32_t code) {
  return code <= 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0x2028 || code == 0x2029;
}

bool is_invisible_control(char32_t code) {
  const bool bidirectional = code == 0x061C || code == 0x200E || code == 0x200F ||
                             (code >= 0x202A && code <= 0x202E) ||
                             (code >= 0x2066 && code <= 0x2069);
  const bool no_character = code == 0xFEFF || (code >= 0xFDD0 && code <= 0xFDEF) ||
                            (code & 0xFFFEU) == 0xFFFE || (code >= 0xFFF9 && code <= 0xFFFB);
  return bidirectional || no_character;
}

void percent_encode(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
}

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Byte offset behind the first `count` code points.
std::size_t after_code_points(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) next_code_point(text, at);
  return at;
}

}  // namespace

std::string printable(std::string_view bytes) {
  std::string repaired;
  std::string_view text = bytes;
  if (!is_valid_utf8(bytes)) text = repaired = repair_utf8(bytes).text;

  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (is_invisible_control(code)) continue;
    if (is_blank(code)) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += text.substr(begin, at - begin);
  }
  return out;
}

std::string shorten(std::string_view text, std::size_t limit) {
  const std::size_t end = after_code_points(text, limit);
  if (end == text.size()) return std::string(text);
  return std::string(text.substr(0, end)) + "\xE2\x80\xA6";
}

std::string_view slice_code_points(std::string_view text, std::size_t first, std::size_t count) {
  const std::string_view rest = text.substr(after_code_points(text, first));
  return rest.substr(0, after_code_points(rest, count));
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;  // code points of the last line
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    std::size_t size = count_code_points(word);
    if (used > 0 && used + 1 + size > width) {
      lines.emplace_back();
      used = 0;
    }
    while (size > 2 * width) {
      const std::size_t cut = after_code_points(word, 2 * width);
      lines.back() += word.substr(0, cut);
      lines.emplace_back();
      word.remove_prefix(cut);
      size -= 2 * width;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += (used > 0 ? 1 : 0) + size;
  }
  return lines;
}

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string dot_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string iri_segment(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_alphanumeric(c) || is_one_of(c, "-._~:")) {
      out += c;
    } else {
      percent_encode(out, c);
    }
  }
  return out.size() <= longest_segment ? out : "sha256:" + sha256_hex(text);
}

bool is_web_iri(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://", "urn:"}) {
    if (text.starts_with(scheme) && text.size() > scheme.size()) return true;
  }
  return false;
}

std::string valid_iri(std::string_view web_iri) {
  std::string out;
  for (std::size_t i = 0; i < web_iri.size(); ++i) {
    const char c = web_iri[i];
    const bool escape =
        c == '%' && i + 2 < web_iri.size() && is_hex(web_iri[i + 1]) && is_hex(web_iri[i + 2]);
    const bool second_hash = c == '#' && web_iri.find('#') < i;
    if (!second_hash && (escape || is_alphanumeric(c) || is_one_of(c, "-._~:/?#@!$&'()*+,;="))) {
      out += c;
    } else {
      percent_encode(out, c);
    }
  }
  return out;
}

std::string nquads_literal(std::string_view bytes) {
  std::string repaired;
  std::string_view text = bytes;
  if (!is_valid_utf8(bytes)) text = repaired = repair_utf8(bytes).text;

  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
      case '\\':
        out += {'\\', c};
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          out += "\\u00";
          out += {digits[byte >> 4U], digits[byte & 0xFU]};
        } else {
          out += c;
        }
    }
  }
  return out;
}

}  // namespace actant
