// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "ingest/graph_builder.hpp"
#include "ingest/inputs.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace actant {
namespace {

constexpr std::size_t ahead = 4;  // files a thread may be ahead of the sum
constexpr std::chrono::milliseconds report_interval{250};

/// What became of one file.
struct Outcome {
  std::vector<KnowledgeGraph> graphs;
  std::vector<InputError> warnings;
  std::optional<InputError> failure;
  std::exception_ptr fatal;
  std::uint64_t words = 0;
};

std::uint64_t count_words(std::string_view text) {
  std::uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !blank && !inside ? 1U : 0U;
    inside = !blank;
  }
  return words;
}

Outcome build_file(const Pipeline& pipeline, const InputFile& file, Workspace& scratch) {
  Outcome outcome;
  try {
    read_input_file(
        file, [&outcome](const InputError& warning) { outcome.warnings.push_back(warning); },
        [&](const Document& document) {
          outcome.words += count_words(document.text);
          outcome.graphs.push_back(pipeline.build(document, scratch));
        });
  } catch (const InputError& error) {
    outcome.failure = error;
  } catch (...) {
    outcome.fatal = std::current_exception();
  }
  return outcome;
}

/// Adds outcomes in order and tells the caller about them; used by one thread.
class Sum {
 public:
  Sum(const BuildOptions& options, const std::vector<InputFile>& files) : options_(options) {
    for (const InputFile& file : files) progress_.bytes_total += file.bytes;
  }

  void fail(const InputError& error) {
    ++progress_.failed;
    if (options_.failed) options_.failed(error);
  }

  void add(Outcome outcome, const InputFile& file) {
    if (outcome.fatal) std::rethrow_exception(outcome.fatal);
    for (const InputError& warning : outcome.warnings) {
      if (options_.warn) options_.warn(warning);
    }
    if (outcome.failure) fail(*outcome.failure);
    for (KnowledgeGraph& graph : outcome.graphs) {
      graph_.add(std::move(graph));
      ++progress_.documents;
    }
    progress_.words += outcome.words;
    progress_.bytes_done += file.bytes;
    report();
  }

  KnowledgeGraph finish() {
    if (options_.progress) options_.progress(progress_);
    if (progress_.documents == 0) throw Error("nothing could be read");
    return std::move(graph_);
  }

 private:
  void report() {
    const auto now = std::chrono::steady_clock::now();
    if (!options_.progress || now - last_ < report_interval) return;
    last_ = now;
    options_.progress(progress_);
  }

  const BuildOptions& options_;
  KnowledgeGraph graph_;
  Progress progress_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// Workers take files in order; the caller takes outcomes in order. At most a few outcomes wait.
class Crew {
 public:
  Crew(const Pipeline& pipeline, const std::vector<InputFile>& files, unsigned threads)
      : pipeline_(pipeline), files_(files), window_(threads * ahead), slots_(files.size()) {
    for (unsigned i = 0; i < threads; ++i) workers_.emplace_back([this] { work(); });
  }

  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  Outcome take(std::size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return slots_[index].has_value(); });
    Outcome outcome = *std::exchange(slots_[index], std::nullopt);
    taken_ = index + 1;
    lock.unlock();
    changed_.notify_all();
    return outcome;
  }

 private:
  void work() {
    Workspace scratch;
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(
          lock, [this] { return stopped_ || next_ == files_.size() || next_ < taken_ + window_; });
      if (stopped_ || next_ == files_.size()) return;
      const std::size_t index = next_++;
      lock.unlock();
      Outcome outcome = build_file(pipeline_, files_[index], scratch);
      lock.lock();
      slots_[index] = std::move(outcome);
      changed_.notify_all();
    }
  }

  const Pipeline& pipeline_;
  const std::vector<InputFile>& files_;
  const std::size_t window_;
  std::vector<std::optional<Outcome>> slots_;
  std::vector<std::thread> workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  bool stopped_ = false;
};

}  // namespace

KnowledgeGraph build_graph(const Pipeline& pipeline, const std::vector<std::string>& inputs,
                           const BuildOptions& options) {
  std::vector<InputError> missing;
  const std::vector<InputFile> files =
      find_input_files(inputs, [&missing](const InputError& error) { missing.push_back(error); });
  Sum sum(options, files);
  for (const InputError& error : missing) sum.fail(error);

  const unsigned wanted =
      options.threads == 0 ? std::thread::hardware_concurrency() : options.threads;
  const auto threads =
      static_cast<unsigned>(std::min<std::size_t>(std::max(1U, wanted), files.size()));
  if (threads <= 1) {
    Workspace scratch;
    for (const InputFile& file : files) sum.add(build_file(pipeline, file, scratch), file);
    return sum.finish();
  }
  Crew crew(pipeline, files, threads);
  for (std::size_t i = 0; i < files.size(); ++i) sum.add(crew.take(i), files[i]);
  return sum.finish();
}

}  // namespace actant
