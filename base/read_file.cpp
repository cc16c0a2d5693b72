// SPDX-License-Identifier: MIT
#include "base/read_file.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace actant {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16U;

/// Closes a descriptor of ours when the scope ends.
struct Descriptor {
  int number;
  ~Descriptor() {
    if (number > STDERR_FILENO) ::close(number);
  }
};

std::string size_in_words(std::size_t bytes) {
  std::size_t unit = 0;
  while (unit < 3 && bytes % 1024 == 0) {
    bytes /= 1024;
    ++unit;
  }
  static constexpr const char* units[] = {" bytes", " KiB", " MiB", " GiB"};
  return std::to_string(bytes) + units[unit];
}

}  // namespace

std::string read_file(const std::string& path, std::size_t most) {
  const std::string name = path == "-" ? "standard input" : path;
  const auto unreadable = [&name] {
    return InputError({name}, std::string(std::strerror(errno)) + "; a readable file was expected");
  };
  const Descriptor file{path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat status = {};
  if (file.number < 0 || ::fstat(file.number, &status) != 0) throw unreadable();
  std::string bytes;
  if (S_ISREG(status.st_mode)) {
    bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), most) + chunk);
  }
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + chunk);
    const ssize_t got = ::read(file.number, bytes.data() + before, chunk);
    bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0 && errno != EINTR) throw unreadable();
    if (bytes.size() > most) {
      throw InputError({name}, "too large; at most " + size_in_words(most) + " were expected");
    }
    if (got == 0) return bytes;
  }
}

}  // namespace actant
