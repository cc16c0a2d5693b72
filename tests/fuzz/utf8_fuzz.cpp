// SPDX-License-Identifier: MIT
// Repaired text is valid, each repair is where it says, and what was valid stays as it is.
#include "base/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const actant::RepairedText repaired = actant::repair_utf8(bytes);
  if (!actant::is_valid_utf8(repaired.text)) std::abort();
  std::size_t length = size;
  for (const actant::Utf8Repair& repair : repaired.repairs) {
    if (repair.source_size < 1 || repair.source_size > 3) std::abort();
    if (repaired.text.compare(repair.text, 3, "\xEF\xBF\xBD") != 0) std::abort();
    length += 3 - repair.source_size;
  }
  if (repaired.text.size() != length) std::abort();
  if (actant::is_valid_utf8(bytes) != repaired.repairs.empty()) std::abort();
  return 0;
}
