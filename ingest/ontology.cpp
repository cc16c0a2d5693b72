// SPDX-License-Identifier: MIT
#include "ingest/ontology.hpp"

#include <algorithm>
#include <cstddef>

namespace actant {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_capital(std::string_view name) { return name.front() >= 'A' && name.front() <= 'Z'; }

constexpr std::size_t most_types = 1000;

}  // namespace

bool Ontology::has_node_type(std::string_view type) const { return contains(node_types_, type); }

bool Ontology::has_edge_type(std::string_view type) const { return contains(edge_types_, type); }

bool Ontology::is_kind(std::string_view type, std::string_view wanted) const {
  for (;;) {
    if (type == wanted) return true;
    const auto parent = parents_.find(type);
    if (parent == parents_.end()) return false;
    type = parent->second;
  }
}

bool Ontology::is_one_of(std::string_view type, const std::vector<std::string>& types) const {
  return types.empty() || std::any_of(types.begin(), types.end(), [&](const std::string& wanted) {
           return is_kind(type, wanted);
         });
}

const RelationEnds* Ontology::ends(std::string_view relation) const {
  const auto found = ends_.find(relation);
  return found == ends_.end() ? nullptr : &found->second;
}

std::string_view Ontology::described_as(std::string_view word) const {
  const auto found = described_.find(word);
  return found == described_.end() ? std::string_view() : std::string_view(found->second);
}

const std::vector<std::string>& Ontology::names_of(std::string_view type) const {
  static const std::vector<std::string> none;
  for (;;) {
    if (const auto found = names_.find(type); found != names_.end()) return found->second;
    const auto parent = parents_.find(type);
    if (parent == parents_.end()) return none;
    type = parent->second;
  }
}

bool Ontology::declare_relation(std::string_view name) {
  if (!is_rule_name(name) || is_capital(name) || edge_types_.size() >= most_types) return false;
  if (!contains(edge_types_, name)) edge_types_.emplace_back(name);
  return true;
}

bool Ontology::replace(std::string_view list) {
  const auto drop = [this](bool capitals) {
    edge_types_.erase(
        std::remove_if(edge_types_.begin(), edge_types_.end(),
                       [&](const auto& type) { return is_capital(type) == capitals; }),
        edge_types_.end());
    replaced_ = true;
  };
  if (list == "nodes") {
    node_types_.clear();
    parents_.clear();
    replaced_ = true;
  } else if (list == "events") {
    drop(true);
  } else if (list == "relations") {
    drop(false);
    ends_.clear();
  } else if (list == "described") {
    described_.clear();
  } else {
    return false;
  }
  return true;
}

bool Ontology::read(const RuleText& text, const RuleLine& line) {
  std::string_view words = line.content;
  if (!line.indented) {
    open_ = {};
    const std::size_t colon = words.find(':');
    if (colon == std::string_view::npos) return false;
    open(text, line, words.substr(0, colon));
    words.remove_prefix(colon + 1);
  }
  if (open_.list == List::none) return false;
  for (const std::string_view word : split_words(words)) add(text, line, word);
  return true;
}

void Ontology::open(const RuleText& text, const RuleLine& line, std::string_view head) {
  const std::vector<std::string_view> parts = split_words(head);
  if (parts.empty()) return;
  if (parts.size() == 1) {
    if (parts[0] == "nodes") open_.list = List::nodes;
    if (parts[0] == "events") open_.list = List::events;
    if (parts[0] == "relations") open_.list = List::relations;
    return;
  }
  List list = List::none;
  if (parts[0] == "kind") list = List::kind;
  if (parts[0] == "described") list = List::described;
  if (parts[0] == "domain") list = List::domain;
  if (parts[0] == "range") list = List::range;
  if (parts[0] == "names") list = List::names;
  if (list == List::none) return;
  if (parts.size() > 2) text.fail(line, parts[2], "unexpected word; ':' was expected");
  const bool edge = list == List::domain || list == List::range;
  if (edge && !has_edge_type(parts[1])) {
    text.fail(line, parts[1],
              "unknown edge type " + in_quotes(parts[1]) + "; one that was declared was expected");
  }
  if (!edge && !has_node_type(parts[1])) {
    text.fail(line, parts[1],
              "unknown node type " + in_quotes(parts[1]) + "; one that was declared was expected");
  }
  if (list == List::domain) ends_[std::string(parts[1])].domain.clear();
  if (list == List::range) ends_[std::string(parts[1])].range.clear();
  open_ = {list, std::string(parts[1])};
}

void Ontology::add(const RuleText& text, const RuleLine& line, std::string_view word) {
  if (open_.list == List::described || open_.list == List::names) {
    if (word.size() > 200) text.fail(line, word, "word too long; at most 200 bytes were expected");
    if (open_.list == List::described) {
      described_[lower_ascii(word)] = open_.name;
    } else {
      std::string name(word);
      std::replace(name.begin(), name.end(), '_', ' ');
      names_[open_.name].push_back(std::move(name));
    }
    return;
  }
  if (!is_rule_name(word)) {
    text.fail(line, word,
              "bad name " + in_quotes(word) +
                  "; letters, digits, '_' and '-' were expected, a letter first");
  }
  if (open_.list == List::nodes || open_.list == List::events || open_.list == List::relations) {
    const bool capital = open_.list != List::relations;
    if (is_capital(word) != capital) {
      text.fail(line, word,
                "bad name " + in_quotes(word) +
                    (capital ? "; a capital letter was expected first"
                             : "; a small letter was expected first"));
    }
    std::vector<std::string>& types = open_.list == List::nodes ? node_types_ : edge_types_;
    if (contains(types, word)) return;
    if (types.size() >= most_types) {
      text.fail(line, word, "too many types; at most 1000 were expected");
    }
    types.emplace_back(word);
    return;
  }
  if (!has_node_type(word)) {
    text.fail(line, word,
              "unknown node type " + in_quotes(word) + "; one that was declared was expected");
  }
  if (open_.list == List::kind) {
    add_kind(text, line, word);
  } else {
    RelationEnds& ends = ends_[open_.name];
    std::vector<std::string>& types = open_.list == List::domain ? ends.domain : ends.range;
    if (!contains(types, word)) types.emplace_back(word);
  }
}

void Ontology::add_kind(const RuleText& text, const RuleLine& line, std::string_view word) {
  if (is_kind(word, open_.name)) {
    text.fail(line, word,
              in_quotes(word) + " is a kind of " + in_quotes(open_.name) +
                  " already; a type outside of it was expected");
  }
  parents_[open_.name] = std::string(word);
}

}  // namespace actant
