// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_MAPPED_FILE_HPP
#define ACTANT_BASE_MAPPED_FILE_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace actant {

/// The bytes of a file, mapped into memory for reading: only pages that are looked at are loaded,
/// and processes share them. The file must not shrink while it is mapped. Moving keeps the address.
class MappedFile {
 public:
  /// @throws InputError for the file as a whole if it cannot be read.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  /// All bytes, aligned to a page; as long as this lives.
  [[nodiscard]] std::string_view bytes() const { return {at_, size_}; }

 private:
  const char* at_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace actant

#endif  // ACTANT_BASE_MAPPED_FILE_HPP
