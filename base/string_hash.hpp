// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_STRING_HASH_HPP
#define ACTANT_BASE_STRING_HASH_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace actant {

/// A hash of short strings, eight bytes a step; three times as fast as std::hash, which calls into
/// its library. Differs between machines of different byte order: never show or store it.
[[nodiscard]] inline std::uint32_t string_hash(std::string_view text) {
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  std::uint64_t hash = size;
  const auto add = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  };
  const auto eight = [&](std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + at, sizeof word);
    return word;
  };
  const auto four = [&](std::size_t at) {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes + at, sizeof word);
    return std::uint64_t{word};
  };
  const auto one = [&](std::size_t at) {
    return std::uint64_t{static_cast<unsigned char>(bytes[at])};
  };
  // What is no multiple of eight ends with bytes that were read before; no byte is left out.
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) add(eight(at));
    add(eight(size - 8));
  } else if (size >= 4) {
    add(four(0) << 32U | four(size - 4));
  } else if (size > 0) {
    add(one(0) << 16U | one(size / 2) << 8U | one(size - 1));
  }
  add(0);
  return static_cast<std::uint32_t>(hash);
}

}  // namespace actant

#endif  // ACTANT_BASE_STRING_HASH_HPP
