// SPDX-License-Identifier: MIT
#include "base/sha256.hpp"

#include "base/error.hpp"

#include <array>
#include <openssl/evp.h>

namespace actant {

std::string sha256_hex(std::string_view bytes) {
  // Looked up once: EVP_sha256() makes OpenSSL 3 look for it in each call, which costs as much as
  // the digest of a short text.
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, 32> digest{};
  if (algorithm == nullptr ||
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm, nullptr) != 1) {
    throw Error("SHA-256 is not available in this OpenSSL");
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 0xFU];
  }
  return hex;
}

}  // namespace actant
