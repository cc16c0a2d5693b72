// SPDX-License-Identifier: MIT
#include "ingest/pattern.hpp"

#include "ingest/rule_book.hpp"
#include "ingest/rule_text.hpp"

#include <algorithm>

namespace actant {
namespace {

constexpr std::size_t most_nodes = 24;
constexpr int deepest = 16;
constexpr std::string_view special = " \t()[]|/=:<>!?%*";

/// A recursive-descent reader of one pattern; methods are named for the productions of the grammar
/// in docs/rules.md.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Pattern parse() {
    tree(0);
    skip_blanks();
    if (at_ < text_.size()) fail("unexpected " + next_word() + "; '>', '<' or '=>' was expected");
    return std::move(pattern_);
  }

 private:
  [[noreturn]] void fail_at(std::size_t at, const std::string& message) const {
    throw PatternMistake(text_.substr(std::min(at, text_.size())), message);
  }
  [[noreturn]] void fail(const std::string& message) const { fail_at(at_, message); }

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] std::string next_word() const {
    if (at_ >= text_.size()) return "end";
    std::size_t end = at_ + 1;
    while (end < text_.size() && special.find(text_[end]) == std::string_view::npos) ++end;
    return in_quotes(text_.substr(at_, end - at_));
  }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }
  bool take(char c) {
    if (peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  /// tree := node { edge }
  std::uint8_t tree(int depth) {
    if (depth > deepest) fail("pattern nested too deeply; at most 16 levels were expected");
    const std::uint8_t root = node();
    for (skip_blanks(); is_edge(); skip_blanks()) edge(root, depth);
    return root;
  }

  [[nodiscard]] bool is_edge() const {
    const char c = peek();
    return c == '>' || c == '<' || c == '!' || c == '?';
  }

  /// edge := [ '!' | '?' ] ( '>' | '<' ) relations [ marks ] ( edge | '(' tree ')' | node )
  void edge(std::uint8_t from, int depth) {
    if (depth > deepest) fail("pattern nested too deeply; at most 16 levels were expected");
    PatternEdge::Need need = PatternEdge::Need::required;
    if (take('!'))
      need = PatternEdge::Need::forbidden;
    else if (take('?'))
      need = PatternEdge::Need::optional;
    const bool up = peek() == '<';
    if (!take('>') && !take('<')) fail("unexpected " + next_word() + "; '>' or '<' was expected");
    const std::size_t position = pattern_.edges.size();
    pattern_.edges.push_back({from, 0, up, need, relations(), {}});
    if (take('[')) pattern_.edges[position].marks = marks();
    skip_blanks();
    std::uint8_t to = 0;
    if (peek() == '>' || peek() == '<') {
      to = new_node();
      pattern_.edges[position].to = to;
      edge(to, depth + 1);
      return;
    }
    if (take('(')) {
      to = static_cast<std::uint8_t>(pattern_.nodes.size());
      pattern_.edges[position].to = to;
      skip_blanks();
      tree(depth + 1);
      skip_blanks();
      if (!take(')')) fail("unexpected " + next_word() + "; ')' was expected");
      return;
    }
    pattern_.edges[position].to = static_cast<std::uint8_t>(pattern_.nodes.size());
    node();
  }

  /// relations := relation { '|' relation }; a '*' behind one adds its subtypes
  std::uint64_t relations() {
    std::uint64_t found = 0;
    do {
      const std::size_t start = at_;
      while ((peek() >= 'a' && peek() <= 'z') || peek() == ':') ++at_;
      const std::string_view name = text_.substr(start, at_ - start);
      const DepRel relation = parse_deprel(name);
      if (actant::to_string(relation) != name) {
        fail_at(start, "unknown relation " + in_quotes(name) +
                           "; one of Universal Dependencies such as nsubj was expected");
      }
      found |= bit(relation);
      if (take('*')) found |= subtypes(name);
    } while (take('|'));
    return found;
  }

  static std::uint64_t subtypes(std::string_view name) {
    const std::string start = std::string(name) + ":";
    std::uint64_t found = 0;
    for (unsigned i = 0; i <= static_cast<unsigned>(DepRel::xcomp); ++i) {
      const auto relation = static_cast<DepRel>(i);
      if (actant::to_string(relation).substr(0, start.size()) == start) found |= bit(relation);
    }
    return found;
  }

  /// marks := '[' lemma { '|' lemma } ']'
  std::vector<std::string> marks() {
    std::vector<std::string> found;
    do {
      found.push_back(lemma());
    } while (take('|'));
    if (!take(']')) fail("unexpected " + next_word() + "; ']' was expected");
    return found;
  }

  std::string lemma() {
    const std::size_t start = at_;
    while (at_ < text_.size() && special.find(text_[at_]) == std::string_view::npos) ++at_;
    if (at_ == start) fail("unexpected " + next_word() + "; a lemma was expected");
    if (at_ - start > 200) fail_at(start, "word too long; at most 200 bytes were expected");
    return lower_ascii(text_.substr(start, at_ - start));
  }

  std::uint8_t new_node() {
    if (pattern_.nodes.size() == most_nodes)
      fail("pattern too large; at most 24 words were expected");
    pattern_.nodes.emplace_back();
    return static_cast<std::uint8_t>(pattern_.nodes.size() - 1);
  }

  /// node := slot [ '=' words ] [ '/' tags ] | words [ '/' tags ]
  std::uint8_t node() {
    skip_blanks();
    const std::uint8_t at = new_node();
    PatternNode node;
    const bool is_slot = peek() >= '0' && peek() <= '9';
    if (is_slot) slot(node);
    if (!is_slot || take('=')) words(node);
    if (take('/')) tags(node);
    pattern_.nodes[at] = std::move(node);
    return at;
  }

  /// slot := digit [ ':' type { '|' type } ]
  void slot(PatternNode& node) {
    const std::size_t start = at_;
    node.slot = static_cast<std::uint8_t>(text_[at_++] - '0');
    if (node.slot == 0 || (peek() >= '0' && peek() <= '9')) {
      fail_at(start, "bad slot; a digit from 1 to 9 was expected");
    }
    if (pattern_.node_of(node.slot) < pattern_.nodes.size()) {
      fail_at(start, "slot " + in_quotes(text_.substr(start, 1)) +
                         " stands twice; a slot of its own was expected");
    }
    if (!take(':')) return;
    do {
      const std::size_t type = at_;
      while (at_ < text_.size() && special.find(text_[at_]) == std::string_view::npos) ++at_;
      const std::string_view name = text_.substr(type, at_ - type);
      if (!is_rule_name(name))
        fail_at(type, "bad type " + in_quotes(name) + "; a node type was expected");
      node.types.emplace_back(name);
    } while (take('|'));
  }

  /// words := '*' | word { '|' word }; word := lemma | '%' class
  void words(PatternNode& node) {
    if (take('*')) return;
    do {
      if (take('%')) {
        const std::size_t start = at_;
        const std::string name = lemma();
        const std::optional<WordClass> found = parse_word_class(name);
        if (!found) {
          fail_at(start, "unknown class " + in_quotes(name) + "; one of " + word_class_list() +
                             " was expected");
        }
        node.classes |= 1U << static_cast<unsigned>(*found);
      } else {
        node.lemmas.push_back(lemma());
      }
    } while (take('|'));
  }

  /// tags := tag { '|' tag }
  void tags(PatternNode& node) {
    do {
      const std::size_t start = at_;
      while (peek() >= 'A' && peek() <= 'Z') ++at_;
      const std::string_view name = text_.substr(start, at_ - start);
      const Upos tag = parse_upos(name);
      if (actant::to_string(tag) != name) {
        fail_at(start, "unknown tag " + in_quotes(name) +
                           "; a universal part of speech such as VERB was expected");
      }
      node.tags |= bit(tag);
    } while (take('|'));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Pattern pattern_;
};

template <typename List>
void join(std::string& out, const List& list) {
  for (const auto& item : list) {
    if (&item != &*list.begin()) out += '|';
    out += item;
  }
}

std::string relation_names(std::uint64_t relations) {
  std::vector<std::string_view> names;
  for (unsigned i = 0; i <= static_cast<unsigned>(DepRel::xcomp); ++i) {
    if ((relations & bit(static_cast<DepRel>(i))) != 0) {
      names.push_back(to_string(static_cast<DepRel>(i)));
    }
  }
  std::string out;
  join(out, names);
  return out;
}

class Printer {
 public:
  explicit Printer(const Pattern& pattern) : pattern_(pattern) {}

  std::string print() {
    if (!pattern_.nodes.empty()) tree(0);
    return std::move(out_);
  }

 private:
  void tree(std::size_t at) {
    node(pattern_.nodes[at]);
    for (const PatternEdge& edge : pattern_.edges) {
      if (edge.from != at) continue;
      out_ += ' ';
      if (edge.need == PatternEdge::Need::optional) out_ += '?';
      if (edge.need == PatternEdge::Need::forbidden) out_ += '!';
      out_ += edge.up ? '<' : '>';
      out_ += relation_names(edge.relations);
      if (!edge.marks.empty()) {
        out_ += '[';
        join(out_, edge.marks);
        out_ += ']';
      }
      out_ += ' ';
      const bool leaf = std::none_of(pattern_.edges.begin(), pattern_.edges.end(),
                                     [&](const PatternEdge& e) { return e.from == edge.to; });
      if (!leaf) out_ += '(';
      tree(edge.to);
      if (!leaf) out_ += ')';
    }
  }

  void node(const PatternNode& node) {
    if (node.slot != 0) {
      out_ += static_cast<char>('0' + node.slot);
      if (!node.types.empty()) out_ += ':';
      join(out_, node.types);
      if (node.has_word()) out_ += '=';
    }
    if (node.has_word()) {
      std::vector<std::string> words = node.lemmas;
      for (unsigned i = 0; i < word_class_count; ++i) {
        if ((node.classes >> i & 1U) != 0) {
          words.push_back("%" + std::string(to_string(static_cast<WordClass>(i))));
        }
      }
      join(out_, words);
    } else if (node.slot == 0) {
      out_ += '*';
    }
    if (node.tags == 0) return;
    out_ += '/';
    std::vector<std::string_view> tags;
    for (unsigned i = 0; i <= static_cast<unsigned>(Upos::x); ++i) {
      if ((node.tags & bit(static_cast<Upos>(i))) != 0) {
        tags.push_back(to_string(static_cast<Upos>(i)));
      }
    }
    join(out_, tags);
  }

  const Pattern& pattern_;
  std::string out_;
};

}  // namespace

std::size_t Pattern::node_of(std::uint8_t slot) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [&](const PatternNode& node) { return node.slot == slot; });
  return static_cast<std::size_t>(found - nodes.begin());
}

Pattern parse_pattern(std::string_view text) { return Parser(text).parse(); }

std::string to_string(const Pattern& pattern) { return Printer(pattern).print(); }

}  // namespace actant
