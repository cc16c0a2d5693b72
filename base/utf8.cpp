// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace actant {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// The bytes that may follow a lead byte (Unicode 15, table 3-7). The second byte has its own
/// range; the others are 80..BF.
struct Lead {
  std::size_t length = 0;  // 0: not a lead byte
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

struct Sequence {
  std::size_t size = 0;  // of the code point, or of the maximal subpart
  bool valid = false;
};

/// The sequence that starts with the non-ASCII byte at `at`.
Sequence sequence_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  const Lead lead = lead_of(byte(0));
  if (lead.length == 0) return {1, false};
  const std::size_t available = std::min(lead.length, bytes.size() - at);
  if (available < 2 || byte(1) < lead.second_low || byte(1) > lead.second_high) return {1, false};
  for (std::size_t i = 2; i < available; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {i, false};
  }
  return {available, available == lead.length};
}

std::uint64_t load(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + at, sizeof word);
  return word;
}

/// First byte at or after `at` that is not ASCII; the size if there is none.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  while (bytes.size() - at >= 4 * sizeof(std::uint64_t)) {
    const std::uint64_t any =
        load(bytes, at) | load(bytes, at + 8) | load(bytes, at + 16) | load(bytes, at + 24);
    if ((any & high_bits) != 0) break;
    at += 4 * sizeof(std::uint64_t);
  }
  while (bytes.size() - at >= sizeof(std::uint64_t) && (load(bytes, at) & high_bits) == 0) {
    at += sizeof(std::uint64_t);
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = skip_ascii(bytes, 0);
  while (at < bytes.size()) {
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.valid) return at;
    at += sequence.size;
    if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
      at = skip_ascii(bytes, at);
  }
  return at;
}

std::uint64_t count_code_points(std::string_view text) {
  std::uint64_t continuations = 0;
  std::size_t at = 0;
  for (; text.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
    const std::uint64_t word = load(text, at);
    // A continuation byte is 10xxxxxx: its top bit is set and the next one is not.
    continuations += static_cast<unsigned>(std::popcount(word & ~(word << 1U) & high_bits));
  }
  for (; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++continuations;
  }
  return text.size() - continuations;
}

RepairedText repair_utf8(std::string_view bytes) {
  RepairedText result;
  result.text.reserve(bytes.size());
  for (std::size_t at = 0;;) {
    const std::size_t valid = valid_utf8_prefix(bytes.substr(at));
    result.text.append(bytes, at, valid);
    at += valid;
    if (at == bytes.size()) return result;
    const std::size_t bad = sequence_at(bytes, at).size;
    result.repairs.push_back({at, static_cast<std::uint32_t>(bad), result.text.size()});
    result.text.append(replacement);
    at += bad;
  }
}

}  // namespace actant
