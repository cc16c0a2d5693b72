// SPDX-License-Identifier: MIT
#include "ingest/reader.hpp"

#include <array>

namespace actant {

ReadFormat text_format();

std::span<const ReadFormat> read_formats() {
  static const std::array formats = {
      text_format(),
  };
  return formats;
}

}  // namespace actant
