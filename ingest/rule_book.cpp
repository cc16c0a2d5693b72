// SPDX-License-Identifier: MIT
#include "ingest/rule_book.hpp"

#include "base/read_file.hpp"
#include "ingest/pattern_example.hpp"
#include "ingest/rule_reader.hpp"
#include "nlp/analyzer.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace actant {
namespace {

constexpr std::array<std::string_view, word_class_count> class_names = {
    "future",     "possible", "required",  "negative",  "speech",  "control", "role", "family",
    "light",      "include",  "member",    "container", "unit",    "period",  "task", "settlement",
    "classifier", "manner",   "adverbial", "vague",     "account", "giving"};

constexpr std::size_t most_words = 500000;

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

/// Calls `read` and passes on what it throws, if somebody listens.
template <typename Read>
void guarded(const Diagnostics& mistake, const Read& read) {
  if (!mistake) {
    read();
    return;
  }
  try {
    read();
  } catch (const InputError& error) {
    mistake(error);
  }
}

}  // namespace

std::string_view to_string(WordClass which) { return class_names[static_cast<std::size_t>(which)]; }

std::optional<WordClass> parse_word_class(std::string_view name) {
  const auto* const found = std::find(class_names.begin(), class_names.end(), name);
  if (found == class_names.end()) return std::nullopt;
  return static_cast<WordClass>(found - class_names.begin());
}

std::string word_class_list() {
  std::string list;
  for (const std::string_view name : class_names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

/// Reads one file into a book, line by line.
class RuleBook::FileReader {
 public:
  enum class Kind { rules, ontology };

  FileReader(RuleBook& book, std::string_view text, const std::string& source, Kind kind)
      : book_(book),
        text_(text, source),
        rules_(text_, source, book.ontology_, book.rules_, book.tests_),
        kind_(kind) {}

  void read(const Diagnostics& mistake) {
    for (bool more = true; more;) {
      guarded(mistake, [&] {
        const std::optional<RuleLine> line = text_.next();
        more = line.has_value();
        if (more) read_line(*line);
      });
    }
  }

 private:
  /// What indented lines belong to; `dropped`: to a line with a mistake.
  enum class Open { nothing, words, ontology, rule, dropped };

  void read_line(const RuleLine& line) {
    if (line.indented) {
      continue_line(line);
      return;
    }
    open_ = Open::dropped;
    book_.ontology_.close();
    rules_.close();
    if (kind_ == Kind::rules && rules_.read(line)) {
      open_ = Open::rule;
    } else if (book_.ontology_.read(text_, line)) {
      open_ = Open::ontology;
    } else if (replace(line)) {
      open_ = Open::nothing;
    } else {
      open_list(line);
    }
  }

  void continue_line(const RuleLine& line) {
    switch (open_) {
      case Open::rule:
        if (rules_.read(line)) return;
        break;
      case Open::ontology:
        if (book_.ontology_.read(text_, line)) return;
        break;
      case Open::words:
        add_words(line, line.content);
        return;
      case Open::dropped:
        return;
      case Open::nothing:
        break;
    }
    text_.fail(line, line.content,
               std::string("an indented line belongs to nothing; a list or rule above was "
                           "expected"));
  }

  /// replace LIST [NAME]: drops what was read so far.
  bool replace(const RuleLine& line) {
    const std::vector<std::string_view> words = split_words(line.content);
    if (words.empty() || words[0] != "replace") return false;
    const std::string lists =
        kind_ == Kind::rules
            ? "verbs, nouns, adjectives, words, rules, all, nodes, events, relations or described"
            : "nodes, events, relations or described";
    if (words.size() < 2) {
      text_.fail(line, line.content, "nothing after 'replace'; " + lists + " was expected");
    }
    const std::string_view list = words[1];
    const bool own = kind_ == Kind::rules && replace_own(line, words);
    if (own) return true;
    if (!book_.ontology_.replace(list)) {
      text_.fail(line, list, "unknown list " + in_quotes(list) + "; " + lists + " was expected");
    }
    if (words.size() > 2)
      text_.fail(line, words[2], "unexpected word; the end of the line was expected");
    return true;
  }

  bool replace_own(const RuleLine& line, const std::vector<std::string_view>& words) {
    const std::string_view list = words[1];
    const bool all = list == "all";
    if (all || list == "rules") {
      book_.rules_.clear();
      book_.tests_.clear();
      if (!all) return true;
    }
    std::string WordEntry::*const slot = slot_of(list);
    if (!all && slot == nullptr && list != "words") return false;
    const std::string_view name = words.size() > 2 ? words[2] : std::string_view();
    std::uint32_t keep = 0;
    if (list == "words" && !name.empty()) keep = ~class_bit(line, name);
    if (slot != nullptr && !name.empty()) check_edge_type(line, name);
    for (auto& [lemma, entry] : book_.words_) {
      if (all) {
        entry = {};
      } else if (slot == nullptr) {
        entry.classes &= keep;
      } else if (name.empty() || entry.*slot == name) {
        (entry.*slot).clear();
      }
    }
    return true;
  }

  static std::string WordEntry::*slot_of(std::string_view kind) {
    if (kind == "verbs") return &WordEntry::verb_type;
    if (kind == "nouns") return &WordEntry::noun_type;
    if (kind == "adjectives") return &WordEntry::adjective_type;
    return nullptr;
  }

  std::uint32_t class_bit(const RuleLine& line, std::string_view name) const {
    const std::optional<WordClass> found = parse_word_class(name);
    if (!found) {
      text_.fail(
          line, name,
          "unknown class " + in_quotes(name) + "; one of " + word_class_list() + " was expected");
    }
    return 1U << static_cast<unsigned>(*found);
  }

  void check_edge_type(const RuleLine& line, std::string_view name) const {
    if (book_.ontology_.has_edge_type(name)) return;
    text_.fail(line, name,
               "unknown edge type " + in_quotes(name) + "; one that was declared was expected");
  }

  void open_list(const RuleLine& line) {
    const std::size_t colon = line.content.find(':');
    if (colon == std::string_view::npos) {
      text_.fail(line, line.content,
                 std::string(kind_ == Kind::rules
                                 ? "neither list nor rule; ':' after the head of a list, or '=>' "
                                   "was expected"
                                 : "no list; ':' after the head of a list was expected"));
    }
    const std::vector<std::string_view> head = split_words(line.content.substr(0, colon));
    const std::string_view kind = head.empty() ? line.content : head[0];
    const bool known = kind_ == Kind::rules && (slot_of(kind) != nullptr || kind == "words");
    if (!known) {
      text_.fail(line, kind,
                 "unknown list " + in_quotes(kind) +
                     (kind_ == Kind::rules
                          ? "; verbs, nouns, adjectives, words, pattern, test, or a list of an "
                            "ontology was expected"
                          : "; nodes, events, relations, kind, described, domain, range or "
                            "names was expected"));
    }
    if (head.size() != 2) {
      text_.fail(line, head.size() > 2 ? head[2] : kind,
                 std::string("a kind and a name such as 'verbs REQUEST:' were expected before "
                             "':'"));
    }
    slot_ = slot_of(kind);
    if (slot_ != nullptr) {
      check_edge_type(line, head[1]);
      type_ = std::string(head[1]);
    } else {
      bit_ = class_bit(line, head[1]);
    }
    open_ = Open::words;
    add_words(line, line.content.substr(colon + 1));
  }

  void add_words(const RuleLine& line, std::string_view list) {
    for (const std::string_view word : split_words(list)) {
      if (word.size() > 200) {
        text_.fail(line, word, "word too long; at most 200 bytes were expected");
      }
      if (book_.words_.size() >= most_words) {
        text_.fail(line, word, "too many words; at most 500000 were expected");
      }
      WordEntry& entry = book_.words_[std::string(word)];
      if (slot_ != nullptr) {
        entry.*slot_ = type_;
      } else {
        entry.classes |= bit_;
      }
    }
  }

  RuleBook& book_;
  RuleText text_;
  RuleReader rules_;
  Kind kind_;
  Open open_ = Open::nothing;
  std::string WordEntry::*slot_ = nullptr;
  std::string type_;
  std::uint32_t bit_ = 0;
};

void RuleBook::read_rules(std::string_view text, const std::string& source,
                          const Diagnostics& mistake) {
  FileReader(*this, text, source, FileReader::Kind::rules).read(mistake);
  ontology_.close();
}

void RuleBook::read_ontology(std::string_view text, const std::string& source,
                             const Diagnostics& mistake) {
  FileReader(*this, text, source, FileReader::Kind::ontology).read(mistake);
  ontology_.close();
}

void RuleBook::compile(const Analyzer* analyzer, const Diagnostics& mistake) {
  Workspace scratch;
  for (EdgeRule& rule : rules_) {
    if (rule.example.empty() || analyzer == nullptr) continue;
    guarded(mistake, [&] {
      CompiledExample compiled =
          compile_example(rule.example[0], rule.outcome, *this, *analyzer, scratch);
      rule.plans = std::move(compiled.plans);
      rule.example[0] = std::move(compiled.sentence);
    });
  }
  index();
}

void RuleBook::index() {
  plans_.assign(1, {});
  for (auto& [lemma, entry] : words_) entry.plans = 0;
  std::map<std::uint32_t, std::vector<std::string>> classed;  // lemmas of sets of word classes
  for (std::uint32_t r = 0; r < rules_.size(); ++r) {
    for (std::uint32_t p = 0; p < rules_[r].plans.size(); ++p) {
      const MatchPlan& plan = rules_[r].plans[p];
      const PatternNode& node = plan.pattern.nodes[plan.anchor];
      if (!node.has_word()) {
        plans_[0].push_back({r, p});
        continue;
      }
      for (const std::string& lemma : node.lemmas) anchor(lemma, {r, p});
      if (node.classes == 0) continue;
      std::vector<std::string>& members = classed[node.classes];
      if (members.empty()) members = members_of(node.classes);
      for (const std::string& lemma : members) {
        const bool listed =
            std::find(node.lemmas.begin(), node.lemmas.end(), lemma) != node.lemmas.end();
        if (!listed) anchor(lemma, {r, p});
      }
    }
  }
}

std::vector<std::string> RuleBook::members_of(std::uint32_t classes) const {
  std::vector<std::string> members;
  for (const auto& [lemma, entry] : words_) {
    if ((entry.classes & classes) != 0) members.push_back(lemma);
  }
  std::sort(members.begin(), members.end());  // no hash order
  return members;
}

void RuleBook::anchor(const std::string& lemma, PlanRef plan) {
  WordEntry& entry = words_[lemma];
  if (entry.plans == 0) {
    entry.plans = static_cast<std::uint32_t>(plans_.size());
    plans_.emplace_back();
  }
  plans_[entry.plans].push_back(plan);
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

RuleBook load_rule_book(const std::string& rules_folder, const std::string& ontology_folder,
                        const UserRules& user, const Diagnostics& mistake) {
  RuleBook book;
  const auto ontologies = files_of(ontology_folder, ".ontology");
  const auto rules = files_of(rules_folder, ".rules");
  const auto is_shipped = [](const std::vector<std::filesystem::path>& shipped,
                             const std::string& path) {
    return std::any_of(shipped.begin(), shipped.end(), [&](const auto& file) {
      std::error_code missing;
      return std::filesystem::equivalent(file, path, missing);
    });
  };
  for (const auto& file : ontologies) {
    book.read_ontology(read_file(file.string(), largest_rule_file), file.string());
  }
  for (const auto& file : rules)
    book.read_rules(read_file(file.string(), largest_rule_file), file.string());
  for (const std::string& path : user.ontologies) {
    if (is_shipped(ontologies, path)) continue;
    guarded(mistake,
            [&] { book.read_ontology(read_file(path, largest_rule_file), path, mistake); });
  }
  for (const std::string& path : user.rules) {
    if (is_shipped(rules, path)) continue;
    guarded(mistake, [&] { book.read_rules(read_file(path, largest_rule_file), path, mistake); });
  }
  return book;
}

}  // namespace actant
