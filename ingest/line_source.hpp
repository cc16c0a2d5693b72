// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_LINE_SOURCE_HPP
#define ACTANT_INGEST_LINE_SOURCE_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace actant {

/// The lines of a file that may be larger than memory, plain or compressed with gzip.
class LineSource {
 public:
  /// The longest line that is read; Wikidata's are a few megabytes.
  static constexpr std::size_t longest_line = std::size_t{64} << 20U;

  /// @throws InputError for the file as a whole if it cannot be opened.
  explicit LineSource(const std::string& path);
  ~LineSource();
  LineSource(LineSource&&) noexcept;
  LineSource& operator=(LineSource&&) noexcept;

  /// The next line without its end; false after the last. `line` lasts until the next call.
  /// @throws InputError at a line that is longer than longest_line, or where the compressed bytes
  /// are damaged or cut off.
  bool next(std::string_view& line);

  /// The number of the last line, from 1.
  [[nodiscard]] std::uint64_t number() const;

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_LINE_SOURCE_HPP
