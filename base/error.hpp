// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_ERROR_HPP
#define ACTANT_BASE_ERROR_HPP

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace actant {

/// Where in a source something is: lines and columns count from 1, columns in code points.
/// A line of 0 means the source as a whole.
struct Location {
  std::string source;
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  friend bool operator==(const Location&, const Location&) = default;
};

/// Line and column of the byte at `offset` of `text`, which was read from `source`.
/// Linear in the offset: call it only when reporting.
[[nodiscard]] Location locate(std::string source, std::string_view text, std::uint64_t offset);

/// "source:line:column", or the source alone when the line is 0.
[[nodiscard]] std::string to_string(const Location& location);

/// The world is wrong (file, model, disk): the run cannot go on.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The input is wrong at a known place; what() is "source:line:column: message".
class InputError : public Error {
 public:
  InputError(Location where, const std::string& message);

  [[nodiscard]] const Location& where() const { return where_; }
  /// The message without the place.
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  Location where_;
  std::string message_;
};

}  // namespace actant

#endif  // ACTANT_BASE_ERROR_HPP
