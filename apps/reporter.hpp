// SPDX-License-Identifier: MIT
#ifndef ACTANT_APPS_REPORTER_HPP
#define ACTANT_APPS_REPORTER_HPP

#include "apps/program.hpp"
#include "base/error.hpp"
#include "ingest/graph_builder.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace actant {

/// Tells the user, on standard error, what goes wrong and how far the work is.
class Reporter {
 public:
  /// @param failures  A file that receives failed documents as JSON lines; "" for none.
  /// @throws Error if it cannot be written.
  Reporter(const Program& program, const std::string& failures);

  /// Options that report here; the reporter must outlive their use.
  [[nodiscard]] BuildOptions options(unsigned threads);

  /// Clears the progress line, and says whether documents failed.
  [[nodiscard]] Exit finish();

 private:
  enum class Style { none, line, json };

  void warn(const InputError& warning);
  void fail(const InputError& failure);
  void show(const Progress& progress);
  void clear_line();

  Style style_ = Style::none;
  std::string failures_;
  std::size_t failed_ = 0;
  bool line_shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace actant

#endif  // ACTANT_APPS_REPORTER_HPP
