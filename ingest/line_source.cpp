// SPDX-License-Identifier: MIT
#include "ingest/line_source.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>
#include <zlib.h>

namespace actant {

struct LineSource::Stream {
  static constexpr std::size_t chunk = std::size_t{1} << 20U;

  ~Stream() {
    if (file != nullptr) ::gzclose(file);
  }
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  [[noreturn]] void fail(const std::string& message) const {
    throw InputError({path, number + 1, 1}, message);
  }

  /// Reads more bytes behind the unused ones; false at the end.
  bool fill() {
    buffer.erase(0, begin);
    begin = 0;
    if (buffer.size() > longest_line) {
      fail("a line of more than " + std::to_string(longest_line) +
           " bytes; a shorter one was "
           "expected");
    }
    const std::size_t before = buffer.size();
    buffer.resize(before + chunk);
    const int got = ::gzread(file, buffer.data() + before, static_cast<unsigned>(chunk));
    buffer.resize(before + static_cast<std::size_t>(got < 0 ? 0 : got));
    int error = Z_OK;
    const char* const message = ::gzerror(file, &error);
    if (error == Z_BUF_ERROR && got > 0) return true;  // what is there, and the error next time
    if (error == Z_BUF_ERROR) fail("the compressed file is cut off; its end was expected");
    if (got < 0 || error < 0) {
      fail("cannot be read: " + std::string(error == Z_ERRNO ? std::strerror(errno) : message) +
           "; plain text or gzip was expected");
    }
    return got > 0;
  }

  std::string path;
  gzFile file = nullptr;
  std::string buffer;
  std::size_t begin = 0;  // of what is still to be given
  std::uint64_t number = 0;
};

LineSource::LineSource(const std::string& path) : stream_(std::make_unique<Stream>()) {
  stream_->path = path;
  std::error_code error;
  const bool folder = std::filesystem::is_directory(path, error);
  errno = 0;
  if (!folder) stream_->file = ::gzopen(path.c_str(), "rb");
  if (stream_->file == nullptr) {
    throw InputError({path, 0, 0}, (folder ? "is a folder" : std::string(std::strerror(errno))) +
                                       "; a readable file was expected");
  }
  ::gzbuffer(stream_->file, 1U << 18U);
}

LineSource::~LineSource() = default;
LineSource::LineSource(LineSource&&) noexcept = default;
LineSource& LineSource::operator=(LineSource&&) noexcept = default;

bool LineSource::next(std::string_view& line) {
  std::size_t searched = stream_->begin;
  std::size_t end = std::string::npos;
  while ((end = stream_->buffer.find('\n', searched)) == std::string::npos) {
    const std::size_t kept = stream_->buffer.size() - stream_->begin;
    if (!stream_->fill()) {
      if (stream_->buffer.empty()) return false;
      end = stream_->buffer.size();
      break;
    }
    searched = kept;
  }
  line = std::string_view(stream_->buffer).substr(stream_->begin, end - stream_->begin);
  stream_->begin = std::min(end + 1, stream_->buffer.size());
  ++stream_->number;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return true;
}

std::uint64_t LineSource::number() const { return stream_->number; }

}  // namespace actant
