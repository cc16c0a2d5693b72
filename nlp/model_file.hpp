// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_MODEL_FILE_HPP
#define ACTANT_NLP_MODEL_FILE_HPP

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// The named tensors of a model file, mapped read-only from disk.
///
/// Views and spans live as long as the file object. Every length is checked against the file.
class ModelFile {
 public:
  /// @throws Error naming the path if the file is missing, damaged or of another version.
  explicit ModelFile(const std::string& path);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  /// The elements of a tensor, row by row.
  /// @throws Error if there is no such tensor of that type.
  [[nodiscard]] std::span<const std::int8_t> int8(std::string_view name) const;
  [[nodiscard]] std::span<const std::int16_t> int16(std::string_view name) const;
  [[nodiscard]] std::span<const float> floats(std::string_view name) const;
  /// Rows of a two-dimensional tensor.
  [[nodiscard]] std::size_t rows(std::string_view name) const;
  /// A list of strings.
  [[nodiscard]] std::vector<std::string_view> lines(std::string_view name) const;
  /// A value of the "config" list.
  [[nodiscard]] std::string_view setting(std::string_view key) const;
  [[nodiscard]] std::size_t number(std::string_view key) const;

 private:
  struct Tensor {
    int type = 0;
    std::vector<std::uint32_t> shape;
    std::span<const std::byte> bytes;
  };

  void parse();
  [[nodiscard]] const Tensor& tensor(std::string_view name, int type) const;
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_;
  std::span<const std::byte> file_;
  std::map<std::string, Tensor, std::less<>> tensors_;
  std::map<std::string_view, std::string_view> settings_;
};

}  // namespace actant

#endif  // ACTANT_NLP_MODEL_FILE_HPP
