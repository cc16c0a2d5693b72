// SPDX-License-Identifier: MIT
#include "nlp/model_file.hpp"

#include "base/error.hpp"
#include "nlp/features.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace actant {
namespace {

constexpr std::string_view magic = "ACTANTM1";
constexpr std::uint32_t format = 1;
constexpr std::array<std::size_t, 5> type_size = {1, 1, 2, 4, 4};
enum Type : int { type_int8 = 0, type_bytes = 1, type_int16 = 2, type_float = 4 };

/// Takes values from the front of a header whose length is known.
class Cursor {
 public:
  explicit Cursor(std::span<const std::byte> bytes) : left_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }

  std::span<const std::byte> take(std::size_t n) {
    if (n > left_.size()) {
      ok_ = false;
      return {};
    }
    const auto front = left_.first(n);
    left_ = left_.subspan(n);
    return front;
  }

  template <typename T>
  T value() {
    T result{};
    const auto bytes = take(sizeof(T));
    if (!bytes.empty()) std::memcpy(&result, bytes.data(), sizeof(T));
    return result;
  }

 private:
  std::span<const std::byte> left_;
  bool ok_ = true;
};

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::byte> map_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw Error(path + ": " + std::strerror(errno) + "; a model file was expected");
  struct stat status {};
  const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* const at = known ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (at == MAP_FAILED) throw Error(path + ": cannot be read; a model file was expected");
  return {static_cast<const std::byte*>(at), size};
}

}  // namespace

ModelFile::ModelFile(const std::string& path) : path_(path), file_(map_file(path)) {
  try {
    parse();
  } catch (...) {
    ::munmap(const_cast<std::byte*>(file_.data()), file_.size());
    throw;
  }
}

ModelFile::~ModelFile() { ::munmap(const_cast<std::byte*>(file_.data()), file_.size()); }

void ModelFile::parse() {
  Cursor in(file_);
  if (text_of(in.take(magic.size())) != magic) fail("not a model file");
  if (in.value<std::uint32_t>() != format) fail("another version of the model format");
  const auto count = in.value<std::uint32_t>();
  if (in.value<std::uint64_t>() != feature_set_hash()) fail("a model of another feature set");
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    std::string name(text_of(in.take(in.value<std::uint16_t>())));
    Tensor tensor;
    tensor.type = in.value<std::uint8_t>();
    const auto dimensions = in.value<std::uint8_t>();
    std::uint64_t elements = 1;
    for (int d = 0; d < dimensions; ++d) {
      tensor.shape.push_back(in.value<std::uint32_t>());
      if (tensor.shape.back() > file_.size()) fail("damaged tensor " + name);
      elements *= tensor.shape.back();
      if (elements > file_.size()) fail("damaged tensor " + name);
    }
    const auto offset = in.value<std::uint64_t>();
    const auto bytes = in.value<std::uint64_t>();
    if (!in.ok() || tensor.type >= static_cast<int>(type_size.size()) || offset > file_.size() ||
        bytes > file_.size() - offset || offset % 64 != 0 ||
        bytes != elements * type_size[static_cast<std::size_t>(tensor.type)]) {
      fail("damaged tensor " + name);
    }
    tensor.bytes = file_.subspan(offset, bytes);
    tensors_.emplace(std::move(name), std::move(tensor));
  }
  if (!in.ok()) fail("cut off");
  for (const std::string_view line : lines("config")) {
    const std::size_t space = line.find(' ');
    if (space != std::string_view::npos) settings_[line.substr(0, space)] = line.substr(space + 1);
  }
}

const ModelFile::Tensor& ModelFile::tensor(std::string_view name, int type) const {
  const auto it = tensors_.find(name);
  if (it == tensors_.end()) fail("tensor " + std::string(name) + " is missing");
  if (it->second.type != type) fail("tensor " + std::string(name) + " has another type");
  return it->second;
}

void ModelFile::fail(const std::string& what) const {
  throw Error(path_ + ": " + what + "; a model file of format " + std::to_string(format) +
              " was expected");
}

std::span<const std::int8_t> ModelFile::int8(std::string_view name) const {
  const auto bytes = tensor(name, type_int8).bytes;
  return {reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()};
}

std::span<const std::int16_t> ModelFile::int16(std::string_view name) const {
  const auto bytes = tensor(name, type_int16).bytes;
  return {reinterpret_cast<const std::int16_t*>(bytes.data()), bytes.size() / 2};
}

std::span<const float> ModelFile::floats(std::string_view name) const {
  const auto bytes = tensor(name, type_float).bytes;
  return {reinterpret_cast<const float*>(bytes.data()), bytes.size() / 4};
}

std::size_t ModelFile::rows(std::string_view name) const {
  const auto it = tensors_.find(name);
  if (it == tensors_.end() || it->second.shape.empty()) {
    fail("tensor " + std::string(name) + " is missing");
  }
  return it->second.shape[0];
}

std::vector<std::string_view> ModelFile::lines(std::string_view name) const {
  std::string_view text = text_of(tensor(name, type_bytes).bytes);
  std::vector<std::string_view> result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    result.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return result;
}

std::string_view ModelFile::setting(std::string_view key) const {
  const auto it = settings_.find(key);
  if (it == settings_.end()) fail("setting " + std::string(key) + " is missing");
  return it->second;
}

std::size_t ModelFile::number(std::string_view key) const {
  const std::string_view text = setting(key);
  std::size_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size() || value == 0 ||
      value > (1U << 20U)) {
    fail("setting " + std::string(key) + " is not a sensible number");
  }
  return value;
}

}  // namespace actant
