// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_ONTOLOGY_HPP
#define ACTANT_INGEST_ONTOLOGY_HPP

#include "ingest/rule_text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Node types that may stand at the two ends of a relation; an empty list allows every type.
struct RelationEnds {
  std::vector<std::string> domain;  ///< of the subject
  std::vector<std::string> range;   ///< of the object; "Quantity" and "Date" allow such values
};

/// The types of nodes and edges, and what holds between them, as ontology files declare them.
class Ontology {
 public:
  /// Reads one line of an ontology; `indented` lines go on with the list above.
  /// @return False if the line is none of an ontology's.
  /// @throws InputError for a mistake in the line.
  [[nodiscard]] bool read(const RuleText& text, const RuleLine& line);
  /// Forgets which list is open: an indented line that follows is a mistake.
  void close() { open_ = {}; }
  /// `replace nodes`, `events`, `relations` or `described`: drops what was declared so far.
  /// @return False if there is no list of that name.
  [[nodiscard]] bool replace(std::string_view list);
  /// Adds a relation, as a `relations` line does.
  /// @return False if the name is none for a relation, or there are too many types.
  [[nodiscard]] bool declare_relation(std::string_view name);

  [[nodiscard]] const std::vector<std::string>& node_types() const { return node_types_; }
  [[nodiscard]] const std::vector<std::string>& edge_types() const { return edge_types_; }
  [[nodiscard]] bool has_node_type(std::string_view type) const;
  [[nodiscard]] bool has_edge_type(std::string_view type) const;
  /// True if `type` is `wanted` or, by `kind` lines, a kind of it.
  [[nodiscard]] bool is_kind(std::string_view type, std::string_view wanted) const;
  /// True if a `kind` line makes the type a kind of another.
  [[nodiscard]] bool has_parent(std::string_view type) const {
    return parents_.find(type) != parents_.end();
  }
  /// True if `types` is empty or the type is one of them or a kind of one.
  [[nodiscard]] bool is_one_of(std::string_view type, const std::vector<std::string>& types) const;
  /// The ends of a relation; null when nothing was said about them.
  [[nodiscard]] const RelationEnds* ends(std::string_view relation) const;
  /// The type of one's own that a noun or the last word of a name, in lower case, tells; "" when
  /// none is told.
  [[nodiscard]] std::string_view described_as(std::string_view word) const;
  [[nodiscard]] bool describes() const { return !described_.empty(); }
  /// Well-known names of things of a type, or of the type that it is a kind of; for sentences that
  /// stand for all such things. Empty when none are listed.
  [[nodiscard]] const std::vector<std::string>& names_of(std::string_view type) const;
  /// True once a `replace` line took types away: then edges may be found that have none.
  [[nodiscard]] bool replaced() const { return replaced_; }

 private:
  enum class List { none, nodes, events, relations, kind, described, domain, range, names };
  struct Open {
    List list = List::none;
    std::string name;
  };

  void add(const RuleText& text, const RuleLine& line, std::string_view word);
  void add_kind(const RuleText& text, const RuleLine& line, std::string_view word);
  void open(const RuleText& text, const RuleLine& line, std::string_view head);

  std::vector<std::string> node_types_;
  std::vector<std::string> edge_types_;
  std::map<std::string, std::string, std::less<>> parents_;
  std::map<std::string, std::string, std::less<>> described_;
  std::map<std::string, RelationEnds, std::less<>> ends_;
  std::map<std::string, std::vector<std::string>, std::less<>> names_;
  Open open_;
  bool replaced_ = false;
};

}  // namespace actant

#endif  // ACTANT_INGEST_ONTOLOGY_HPP
