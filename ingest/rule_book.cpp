// SPDX-License-Identifier: MIT
#include "ingest/rule_book.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace actant {
namespace {

constexpr std::array<std::string_view, word_class_count> class_names = {
    "future", "possible", "required", "negative", "speech",    "control", "role",
    "family", "light",    "include",  "member",   "container", "unit",    "period"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Cuts a file of `head: word word` lines into heads and words; keeps byte offsets for messages.
class LineReader {
 public:
  LineReader(std::string_view text, const std::string& source) : text_(text), source_(source) {
    const std::size_t valid = valid_utf8_prefix(text);
    if (valid != text.size()) fail(text.data() + valid, "not valid UTF-8");
  }

  [[noreturn]] void fail(const char* place, const std::string& message) const {
    throw InputError(locate(source_, text_, static_cast<std::uint64_t>(place - text_.data())),
                     message);
  }
  [[noreturn]] void fail(std::string_view word, const std::string& message) const {
    fail(word.data(), message);
  }

  /// Calls `head` with what is before a colon, then `word` for each word of the list.
  template <typename Head, typename Word>
  void read(const Head& head, const Word& word) const {
    bool open = false;
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t stop = std::min(text_.find('\n', at), text_.size());
      std::string_view line = text_.substr(at, stop - at);
      at = stop + 1;
      line = line.substr(0, std::min(line.find('#'), line.size()));
      while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
      if (line.empty()) continue;
      if (!is_blank(line.front())) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) fail(line, "expected ':' after the head of a list");
        head(line.substr(0, colon));
        line.remove_prefix(colon + 1);
        open = true;
      } else if (!open) {
        fail(line, "a list must start with a head such as 'verbs REQUEST:'");
      }
      each_word(line, word);
    }
  }

  template <typename Word>
  static void each_word(std::string_view line, const Word& word) {
    while (!line.empty()) {
      if (is_blank(line.front())) {
        line.remove_prefix(1);
        continue;
      }
      const auto* const stop = std::find_if(line.begin(), line.end(), is_blank);
      const auto length = static_cast<std::size_t>(stop - line.begin());
      word(line.substr(0, length));
      line.remove_prefix(length);
    }
  }

 private:
  std::string_view text_;
  const std::string& source_;
};

std::string quoted(std::string_view word) { return "'" + std::string(word) + "'"; }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw Error(path.string() + ": cannot be read");
  return bytes;
}

std::vector<std::filesystem::path> files_of(const std::string& folder, const char* extension) {
  std::error_code failure;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  if (failure) throw Error(folder + ": cannot be read: " + failure.message());
  if (files.empty()) throw Error(folder + ": holds no *" + extension + " file");
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

void RuleBook::read_rules(std::string_view text, const std::string& source) {
  const LineReader lines(text, source);
  std::string WordEntry::*slot = nullptr;
  std::string type;
  std::uint32_t bit = 0;
  const auto head = [&](std::string_view line) {
    std::vector<std::string_view> parts;
    LineReader::each_word(line, [&](std::string_view word) { parts.push_back(word); });
    if (parts.size() != 2) lines.fail(line, "expected a kind and a name before ':'");
    slot = nullptr;
    if (parts[0] == "verbs") slot = &WordEntry::verb_type;
    if (parts[0] == "nouns") slot = &WordEntry::noun_type;
    if (parts[0] == "adjectives") slot = &WordEntry::adjective_type;
    if (slot != nullptr) {
      if (std::find(edge_types_.begin(), edge_types_.end(), parts[1]) == edge_types_.end()) {
        lines.fail(parts[1], "unknown edge type " + quoted(parts[1]));
      }
      type = std::string(parts[1]);
      return;
    }
    if (parts[0] != "words") {
      lines.fail(parts[0], "unknown kind " + quoted(parts[0]) +
                               ", expected verbs, nouns, adjectives or words");
    }
    const auto* const found = std::find(class_names.begin(), class_names.end(), parts[1]);
    if (found == class_names.end()) lines.fail(parts[1], "unknown class " + quoted(parts[1]));
    bit = 1U << static_cast<unsigned>(found - class_names.begin());
  };
  lines.read(head, [&](std::string_view word) {
    WordEntry& entry = words_[std::string(word)];
    if (slot != nullptr) {
      entry.*slot = type;
    } else {
      entry.classes |= bit;
    }
  });
}

void RuleBook::read_ontology(std::string_view text, const std::string& source) {
  const LineReader lines(text, source);
  std::vector<std::string>* list = nullptr;
  const auto head = [&](std::string_view name) {
    if (name == "nodes") {
      list = &node_types_;
    } else if (name == "events" || name == "relations") {
      list = &edge_types_;
    } else {
      lines.fail(name, "unknown list " + quoted(name) + ", expected nodes, events or relations");
    }
  };
  lines.read(head, [&](std::string_view word) {
    if (std::find(list->begin(), list->end(), word) == list->end()) list->emplace_back(word);
  });
}

const WordEntry& RuleBook::word(std::string_view lemma) const {
  static const WordEntry none;
  const auto found = words_.find(lemma);
  return found == words_.end() ? none : found->second;
}

std::string_view RuleBook::verb_type(std::string_view lemma, std::string_view mark) const {
  if (!mark.empty()) {
    std::string key(lemma);
    key += '_';
    key += mark;
    const WordEntry& entry = word(key);
    if (!entry.verb_type.empty()) return entry.verb_type;
  }
  const WordEntry& entry = word(lemma);
  return entry.verb_type.empty() ? std::string_view("ACT") : std::string_view(entry.verb_type);
}

RuleBook load_rule_book(const std::string& rules_folder, const std::string& ontology_folder) {
  RuleBook book;
  for (const auto& file : files_of(ontology_folder, ".ontology")) {
    book.read_ontology(read_file(file), file.string());
  }
  for (const auto& file : files_of(rules_folder, ".rules")) {
    book.read_rules(read_file(file), file.string());
  }
  return book;
}

}  // namespace actant
