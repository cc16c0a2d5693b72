// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "ingest/article_header.hpp"
#include "ingest/reader.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace actant {
namespace {

constexpr std::size_t most_warnings = 10;  // a document; the rest is counted
constexpr std::uint64_t text_share = 4;    // a file of which a fourth is no text is no text

/// Plain text: one article a file.
class TextReader final : public Reader {
 public:
  void read(std::string_view bytes, const std::string& source, const Diagnostics& warn,
            const std::function<void(Document)>& each) const override {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
      throw InputError({source, 1, 1}, "UTF-16 or UTF-32; UTF-8 was expected");
    }
    Document document;
    document.id = sha256_hex(bytes);
    document.uri = source;
    document.text = repair(bytes, source, warn, document.shifts);
    if (is_blank(document.text)) throw InputError({source}, "no text; an article was expected");
    document.title = find_title(document.text);
    document.published = find_date(document.text);
    each(std::move(document));
  }

 private:
  static std::string repair(std::string_view bytes, const std::string& source,
                            const Diagnostics& warn, std::vector<Document::Shift>& shifts) {
    std::size_t problems = 0;
    const auto report = [&](std::uint64_t offset, const std::string& message) {
      if (++problems <= most_warnings && warn)
        warn(InputError(locate(source, bytes, offset), message));
    };
    RepairedText repaired = repair_utf8(bytes);
    const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
    const std::uint64_t points = count_code_points(repaired.text);
    if ((repaired.repairs.size() + nuls) > points / text_share) {
      throw InputError({source}, std::to_string(repaired.repairs.size() + nuls) + " of " +
                                     std::to_string(points) +
                                     " characters are NUL or no UTF-8; text in UTF-8 was expected");
    }
    for (const Utf8Repair& one : repaired.repairs) {
      report(one.source, "invalid UTF-8, replaced by U+FFFD");
      shifts.push_back({one.text + 3, one.source + one.source_size});
    }
    for (std::size_t at = bytes.find('\0'); at != std::string_view::npos;
         at = bytes.find('\0', at + 1)) {
      report(at, "NUL byte, read as a blank");
    }
    std::replace(repaired.text.begin(), repaired.text.end(), '\0', ' ');
    if (problems > most_warnings && warn) {
      warn(
          InputError({source}, std::to_string(problems - most_warnings) + " more places repaired"));
    }
    return std::move(repaired.text);
  }
};

}  // namespace

ReadFormat text_format() {
  return {"text", "txt text", "plain text, one article a file",
          []() -> std::unique_ptr<Reader> { return std::make_unique<TextReader>(); }};
}

}  // namespace actant
