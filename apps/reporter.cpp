// SPDX-License-Identifier: MIT
#include "apps/reporter.hpp"

#include "apps/json_line.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <unistd.h>

namespace actant {

Reporter::Reporter(const Program& program, const std::string& failures) : failures_(failures) {
  if (program.progress == "json") {
    style_ = Style::json;
  } else if (program.progress.empty() && !program.quiet && ::isatty(STDERR_FILENO) != 0) {
    style_ = Style::line;
  }
  if (failures_.empty()) return;
  const std::ofstream created(failures_, std::ios::binary | std::ios::trunc);
  if (!created) throw Error(failures_ + ": cannot be written; a writable file was expected");
}

BuildOptions Reporter::options(unsigned threads) {
  BuildOptions options;
  options.threads = threads;
  options.warn = [this](const InputError& warning) { warn(warning); };
  options.failed = [this](const InputError& failure) { fail(failure); };
  if (style_ != Style::none) {
    options.progress = [this](const Progress& progress) { show(progress); };
  }
  return options;
}

Exit Reporter::finish() {
  clear_line();
  return failed_ == 0 ? Exit::done : Exit::some_failed;
}

void Reporter::warn(const InputError& warning) {
  clear_line();
  std::cerr << warning.what() << '\n';
}

void Reporter::fail(const InputError& failure) {
  warn(failure);
  ++failed_;
  if (failures_.empty()) return;
  std::ofstream out(failures_, std::ios::binary | std::ios::app);
  out << json_line({{"source", failure.where().source},
                    {"line", failure.where().line},
                    {"column", failure.where().column},
                    {"message", failure.message()}})
      << '\n';
  out.close();
  if (!out) throw Error(failures_ + ": cannot be written; a writable file was expected");
}

void Reporter::show(const Progress& progress) {
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
  const double seconds = passed.count();
  const auto words_per_second =
      static_cast<std::uint64_t>(seconds > 0 ? static_cast<double>(progress.words) / seconds : 0);
  std::uint64_t left = 0;
  if (progress.bytes_done > 0 && progress.bytes_total > progress.bytes_done) {
    left = static_cast<std::uint64_t>(
        seconds * static_cast<double>(progress.bytes_total - progress.bytes_done) /
        static_cast<double>(progress.bytes_done));
  }
  if (style_ == Style::json) {
    std::cerr << json_line({{"documents", progress.documents},
                            {"failed", progress.failed},
                            {"words", progress.words},
                            {"wordsPerSecond", words_per_second},
                            {"secondsLeft", left}})
              << '\n';
    return;
  }
  std::cerr << "\r\033[K" << progress.documents << " documents, " << words_per_second << " words/s";
  if (left > 0) std::cerr << ", " << left << " s left";
  std::cerr.flush();
  line_shown_ = true;
}

void Reporter::clear_line() {
  if (line_shown_) std::cerr << "\r\033[K";
  line_shown_ = false;
}

}  // namespace actant
