// SPDX-License-Identifier: MIT
// CoNLL-U is refused with a position, or is read; written and read again it is the same.
#include "base/error.hpp"
#include "nlp/conllu.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

namespace {

std::string written(const actant::ConlluDocument& document) {
  std::ostringstream out;
  actant::write_conllu(document.analysis, document.text, out);
  return std::move(out).str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string once;
  try {
    once = written(actant::read_conllu(bytes, "fuzz"));
  } catch (const actant::InputError&) {
    return 0;  // refused
  }
  if (written(actant::read_conllu(once, "fuzz")) != once) std::abort();
  return 0;
}
