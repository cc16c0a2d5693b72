// SPDX-License-Identifier: MIT
#include "base/mapped_file.hpp"

#include "base/error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace actant {
namespace {

[[noreturn]] void cannot_read(const std::string& path, const char* reason) {
  throw InputError({path, 0, 0}, std::string(reason) + "; a readable file was expected");
}

/// Closes a descriptor when the scope ends.
struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat status = {};
  if (file.number < 0 || ::fstat(file.number, &status) != 0) {
    cannot_read(path, std::strerror(errno));
  }
  if (!S_ISREG(status.st_mode)) cannot_read(path, "is no regular file");
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* const at = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.number, 0);
  if (at == MAP_FAILED) cannot_read(path, std::strerror(errno));
  at_ = static_cast<const char*>(at);
}

MappedFile::~MappedFile() {
  if (at_ != nullptr) ::munmap(const_cast<char*>(at_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : at_(std::exchange(other.at_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(at_, other.at_);
  std::swap(size_, other.size_);
  return *this;
}

}  // namespace actant
