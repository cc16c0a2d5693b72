// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_READER_HPP
#define ACTANT_INGEST_READER_HPP

#include "base/error.hpp"
#include "ingest/document.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace actant {

/// Receives what was wrong with a document but did not stop it.
using Diagnostics = std::function<void(const InputError&)>;

/// Turns the bytes of one source into documents.
class Reader {
 public:
  virtual ~Reader() = default;

  /// Calls `each` for every document in `bytes`, in order.
  /// @param source  For messages and Document::uri.
  /// @throws InputError if nothing can be read. Thread-safe.
  virtual void read(std::string_view bytes, const std::string& source, const Diagnostics& warn,
                    const std::function<void(Document)>& each) const = 0;
};

/// A row of the table of readers.
struct ReadFormat {
  std::string_view name;        ///< "text"
  std::string_view extensions;  ///< without dots, separated by spaces: "txt text"
  std::string_view summary;
  std::unique_ptr<Reader> (*create)();
};

/// All readers, sorted by name.
[[nodiscard]] std::span<const ReadFormat> read_formats();

}  // namespace actant

#endif  // ACTANT_INGEST_READER_HPP
