// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_BYTES_HPP
#define ACTANT_INGEST_GAZETTEER_BYTES_HPP

#include "ingest/folding.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace actant {

/// The records of a compiled gazetteer, least significant byte first, as docs/gazetteers.md has
/// them. All sizes are multiples of 8, so that every array is aligned.
static_assert(std::endian::native == std::endian::little);

struct GazetteerHeader {
  char magic[8] = {'A', 'C', 'T', 'A', 'N', 'T', 'G', '\n'};
  std::uint32_t version = 1;
  std::uint32_t longest_probe = 0;  ///< slots that a look-up may have to read
  std::uint64_t folding = 0;        ///< fold_hash() of a fixed text: changes when folding does
  std::uint64_t size = 0;           ///< of the file in bytes
  std::uint64_t entries = 0;
  std::uint64_t slots = 0;
  std::uint64_t candidates = 0;
  std::uint64_t roles = 0;
  std::uint64_t text = 0;  ///< bytes
  char body_sum[64] = {};  ///< SHA-256 in hex of all that follows the header
  char head_sum[64] = {};  ///< SHA-256 in hex of the header before this field
};
static_assert(sizeof(GazetteerHeader) == 200);

struct GazetteerEntryRecord {
  std::uint64_t text = 0;  ///< id, name and IRIs stand there one after another
  std::uint32_t id_size = 0;
  std::uint32_t name_size = 0;
  std::uint32_t iris_size = 0;
  std::uint8_t type = 0;
  std::uint8_t prominence = 0;
  std::uint16_t unused = 0;
};
static_assert(sizeof(GazetteerEntryRecord) == 24);

struct GazetteerSlot {
  static constexpr std::uint32_t used = 1U << 31U;
  static constexpr std::uint32_t goes_on = 1U << 30U;
  static constexpr std::uint32_t count_mask = goes_on - 1;

  std::uint64_t hash = 0;
  std::uint32_t first = 0;  ///< position of its first candidate
  std::uint32_t state = 0;  ///< `used`, `goes_on` and the number of candidates
};
static_assert(sizeof(GazetteerSlot) == 16);

/// The longest run of slots that a file may ask a look-up to read.
inline constexpr std::uint32_t probe_limit = 4096;

/// The slot where the search for a hash begins.
[[nodiscard]] constexpr std::size_t home_slot(std::uint64_t hash, std::size_t slots) {
  hash ^= hash >> 33U;
  hash *= 0xFF51AFD7ED558CCDULL;
  hash ^= hash >> 33U;
  hash *= 0xC4CEB9FE1A85EC53ULL;
  hash ^= hash >> 33U;
  return static_cast<std::size_t>(hash % slots);
}

/// Tells files apart whose names were folded in another way.
[[nodiscard]] inline std::uint64_t folding_mark() {
  return fold_hash("The U.N.’s Élan-Vital, Žižek 2");
}

/// A multiple of 8.
[[nodiscard]] constexpr std::size_t aligned(std::size_t size) { return (size + 7) / 8 * 8; }

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_BYTES_HPP
