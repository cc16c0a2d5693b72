// SPDX-License-Identifier: MIT
#include "base/read_file.hpp"

#include "base/error.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace actant {
namespace {

/// A file that is gone when the test ends.
struct File {
  explicit File(const std::string& bytes)
      : path(std::filesystem::temp_directory_path() /
             ("actant-read-file-test" + std::to_string(::getpid()))) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  ~File() { std::filesystem::remove(path); }
  std::filesystem::path path;
};

std::string failure(const std::string& path, std::size_t most) {
  try {
    return "read " + std::to_string(read_file(path, most).size());
  } catch (const InputError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a file is read as it is") {
  std::string bytes("\xEF\xBB\xBF\r\n\0\xFF", 7);
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{200'000}}) {
    bytes.resize(size, 'x');
    const File file(bytes);
    CHECK(read_file(file.path) == bytes);
  }
}

TEST_CASE("a file may be as large as it may be, not larger") {
  const File file(std::string(70'000, 'x'));
  CHECK(failure(file.path, 70'000) == "read 70000");
  CHECK(failure(file.path, 65'536) ==
        file.path.string() + ": too large; at most 64 KiB were expected");
  CHECK(failure("/dev/zero", 1U << 20U) == "/dev/zero: too large; at most 1 MiB were expected");
}

TEST_CASE("what cannot be read says why") {
  CHECK(failure("/no/such/file", 1) ==
        "/no/such/file: No such file or directory; a readable file was expected");
  CHECK(failure("/", 1) == "/: Is a directory; a readable file was expected");
}

}  // namespace actant
