// SPDX-License-Identifier: MIT
#ifndef ACTANT_TESTS_NLP_MODEL_WRITER_HPP
#define ACTANT_TESTS_NLP_MODEL_WRITER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A file that is removed again.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The bytes of a model file under construction.
class ModelWriter {
 public:
  void add_int8(std::string name, std::vector<std::uint32_t> shape, const std::vector<int>& values);
  void add_int16(std::string name, const std::vector<int>& values);
  void add_floats(std::string name, const std::vector<float>& values);
  void add_lines(std::string name, const std::vector<std::string>& lines);

  /// @param feature_hash  nlp/features.hpp has the right one.
  [[nodiscard]] std::string bytes(std::uint64_t feature_hash) const;

 private:
  struct Entry {
    std::string name;
    char type;
    std::vector<std::uint32_t> shape;
    std::string data;
  };
  void add(Entry entry);

  std::vector<Entry> entries_;
};

/// A small model of random weights: every part of the real one, no sense in its answers.
/// @param layers  Kinds of the layers of the main encoder, such as "CRR".
[[nodiscard]] std::string random_model(std::uint32_t seed, const std::string& layers = "CRR");

}  // namespace actant

#endif  // ACTANT_TESTS_NLP_MODEL_WRITER_HPP
