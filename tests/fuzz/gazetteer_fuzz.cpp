// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "ingest/gazetteer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// A table of any bytes is refused with a place, or is looked up in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    actant::Gazetteer gazetteer;
    gazetteer.add_table(bytes, "fuzz");
    for (std::uint32_t i = 0; i < gazetteer.size(); ++i) {
      const actant::GazetteerEntry entry = gazetteer.entry(i);
      const std::vector<std::string_view> words = {entry.name, "of", entry.name};
      (void)gazetteer.longest(words);
      (void)gazetteer.holder("president", i, "2022-01-06");
    }
  } catch (const actant::InputError&) {
    return 0;  // as it should
  }
  return 0;
}
