// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_READ_FILE_HPP
#define ACTANT_BASE_READ_FILE_HPP

#include <cstddef>
#include <limits>
#include <string>

namespace actant {

/// All bytes of a file, a pipe or a device, or of standard input for "-".
/// @param most  How many bytes it may have; more are refused before they fill the memory.
/// @throws InputError for the file as a whole if it cannot be read to its end or is larger.
[[nodiscard]] std::string read_file(const std::string& path,
                                    std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace actant

#endif  // ACTANT_BASE_READ_FILE_HPP
