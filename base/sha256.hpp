// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_SHA256_HPP
#define ACTANT_BASE_SHA256_HPP

#include <string>
#include <string_view>

namespace actant {

/// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hex digits. Thread-safe.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace actant

#endif  // ACTANT_BASE_SHA256_HPP
