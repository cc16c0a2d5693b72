// SPDX-License-Identifier: MIT
#include "export/sketch.hpp"

#include "export/escape.hpp"
#include "graph/edges.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace actant {
namespace {

constexpr std::size_t longest_title = 120;
constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_line = 60;
constexpr std::size_t longest_quote = 400;
constexpr std::size_t longest_tooltip = 2000;
constexpr std::size_t no_node = static_cast<std::size_t>(-1);

/// Static relations are named in lower case, events in capitals.
bool is_standing(const Claim& claim) {
  return claim.type.empty() || (claim.type[0] >= 'a' && claim.type[0] <= 'z');
}

/// A name as it stands in running text: a person's last name, an organization's acronym.
std::string short_name(const Entity& entity) {
  const std::string name = printable(entity.name);
  if (entity.type == "Person" && entity.named) {
    return shorten(name.substr(name.rfind(' ') + 1), longest_name);
  }
  for (const std::string& alias : entity.aliases) {
    const bool acronym =
        alias.size() >= 2 && alias.size() <= 8 &&
        std::all_of(alias.begin(), alias.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (acronym) return alias;
  }
  return shorten(name, longest_line / 2);
}

/// Claims as the articles tell them, so that layouts follow the story and not the hashes.
std::vector<const Claim*> in_reading_order(const KnowledgeGraph& graph) {
  std::vector<const Claim*> claims;
  claims.reserve(graph.claims().size());
  for (const Claim& claim : graph.claims()) claims.push_back(&claim);
  std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return a->evidence.front() < b->evidence.front();
  });
  return claims;
}

/// Puts the parts of a sketch together, one claim after another.
class Draughtsman {
 public:
  Draughtsman(const KnowledgeGraph& graph, std::size_t most_nodes);

  Sketch draw();

 private:
  using EdgeKey = std::tuple<std::size_t, std::size_t, bool, Polarity, bool>;

  void choose_nodes(std::size_t most_nodes);
  void name_picture(std::size_t left_out);
  void draw_claim(const Claim& claim);
  void connect(std::size_t from, std::size_t to, const Claim& claim, SketchLine line);
  void hang_qualifiers(const Claim& claim);
  void note(std::size_t node, SketchLine line, const std::string& tooltip);

  [[nodiscard]] std::size_t node_of(const Participant& participant) const;
  [[nodiscard]] std::string word(const Participant& participant) const;
  [[nodiscard]] SketchLine line(const Claim& claim, const std::string& text) const;
  [[nodiscard]] std::string tooltip(const Claim& claim) const;

  const KnowledgeGraph& graph_;
  Sketch sketch_;
  std::vector<std::size_t> node_of_entity_;
  std::map<EdgeKey, std::size_t> edge_of_;
  std::vector<std::size_t> relations_of_;  // by entity
};

Draughtsman::Draughtsman(const KnowledgeGraph& graph, std::size_t most_nodes) : graph_(graph) {
  relations_of_.resize(graph.entities().size());
  for (const Relation& relation : graph.relations()) {
    ++relations_of_[relation.subject.value];
    if (relation.object.valid()) ++relations_of_[relation.object.value];
  }
  choose_nodes(most_nodes);
}

void Draughtsman::choose_nodes(std::size_t most_nodes) {
  const auto entities = graph_.entities();
  std::vector<std::size_t> chosen(entities.size());
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  if (chosen.size() > most_nodes) {
    std::stable_sort(chosen.begin(), chosen.end(), [this](std::size_t a, std::size_t b) {
      return relations_of_[a] > relations_of_[b];
    });
    chosen.resize(most_nodes);
    std::sort(chosen.begin(), chosen.end());
  }
  node_of_entity_.assign(entities.size(), no_node);
  sketch_.nodes.reserve(chosen.size());
  for (const std::size_t position : chosen) {
    const Entity& entity = entities[position];
    node_of_entity_[position] = sketch_.nodes.size();
    SketchNode node;
    node.type = entity.type;
    node.name = shorten(printable(entity.name), longest_name);
    if (node.name.empty()) node.name = "?";
    node.named = entity.named;
    node.degree = relations_of_[position];
    node.tooltip = node.name + " (" + printable(entity.type) + ")";
    for (const std::string& alias : entity.aliases) node.tooltip += "; " + printable(alias);
    sketch_.nodes.push_back(std::move(node));
  }
  name_picture(entities.size() - chosen.size());
}

void Draughtsman::name_picture(std::size_t left_out) {
  const auto documents = graph_.documents();
  const auto add = [this](const std::string& text) {
    if (text.empty()) return;
    sketch_.subtitle += (sketch_.subtitle.empty() ? "" : " \xC2\xB7 ") + text;
  };
  if (documents.size() == 1) {
    const DocumentRecord& only = documents.front();
    const std::string file = only.uri.substr(only.uri.find_last_of('/') + 1);
    sketch_.title = shorten(printable(only.title.value_or(file)), longest_title);
    add(shorten(printable(only.publisher.value_or("")), longest_line));
    add(shorten(printable(only.published.value_or("")), longest_line));
  } else if (!documents.empty()) {
    sketch_.title = std::to_string(documents.size()) + " articles";
    std::optional<std::string> first;
    std::optional<std::string> last;
    for (const DocumentRecord& document : documents) {
      if (!document.published) continue;
      if (!first || *document.published < *first) first = document.published;
      if (!last || *document.published > *last) last = document.published;
    }
    if (first) add(*first == *last ? printable(*first) : printable(*first + " to " + *last));
  }
  if (left_out > 0) {
    add("the " + std::to_string(sketch_.nodes.size()) + " most connected of " +
        std::to_string(graph_.entities().size()) + " entities");
  }
}

std::size_t Draughtsman::node_of(const Participant& participant) const {
  const auto* key = std::get_if<EntityKey>(&participant.filler);
  return key == nullptr ? no_node : node_of_entity_[graph_.find(key->key).value];
}

std::string Draughtsman::word(const Participant& participant) const {
  if (const auto* key = std::get_if<EntityKey>(&participant.filler)) {
    return printable(graph_.entity(graph_.find(key->key)).name);
  }
  return printable(std::get<Literal>(participant.filler).value);
}

SketchLine Draughtsman::line(const Claim& claim, const std::string& text) const {
  SketchLine line;
  line.text = text.empty() ? "?" : shorten(text, longest_line);
  line.polarity = claim.polarity;
  line.modality = claim.modality;
  if (!claim.attributed_to.empty()) {
    line.said_by = short_name(graph_.entity(graph_.find(claim.attributed_to)));
    for (const std::string& key : claim.attributed_via) {
      line.said_by += ", says " + short_name(graph_.entity(graph_.find(key)));
    }
  }
  return line;
}

/// The claim in words, what qualifies it, who says so, and the sentence that it comes from.
std::string Draughtsman::tooltip(const Claim& claim) const {
  const auto& participants = claim.participants;
  std::string text = word(participants[0]) + " \xE2\x80\x93 ";
  if (claim.polarity == Polarity::negative) text += "NOT: ";
  text += printable(claim.label);
  if (participants.size() > 1) text += " \xE2\x80\x93 " + word(participants[1]);
  std::string more;
  const auto add = [&more](std::string_view name, std::string_view value) {
    more += (more.empty() ? " (" : "; ") + std::string(name) + ": " + std::string(value);
  };
  for (std::size_t i = 2; i < participants.size(); ++i) {
    add(printable(participants[i].role), word(participants[i]));
  }
  if (!claim.time.empty()) add("time", printable(claim.time));
  if (claim.modality != Modality::actual) add("modality", to_string(claim.modality));
  if (!claim.attributed_to.empty()) {
    add("according to", printable(graph_.entity(graph_.find(claim.attributed_to)).name));
    for (const std::string& key : claim.attributed_via) {
      add("reported by", printable(graph_.entity(graph_.find(key)).name));
    }
  }
  if (!more.empty()) text += more + ")";
  const std::string quote = printable(claim.evidence.front().quote);
  if (!quote.empty()) {
    text += "\n\xE2\x80\x9C" + shorten(quote, longest_quote) + "\xE2\x80\x9D";
  }
  return text;
}

void Draughtsman::note(std::size_t node, SketchLine line, const std::string& tooltip) {
  SketchNode& target = sketch_.nodes[node];
  const bool known =
      std::find(target.notes.begin(), target.notes.end(), line) != target.notes.end();
  if (!known) target.notes.push_back(std::move(line));
  target.tooltip += "\n" + tooltip;
}

void Draughtsman::connect(std::size_t from, std::size_t to, const Claim& claim, SketchLine line) {
  const bool fact = claim.modality == Modality::actual;
  const EdgeKey key{from, to, is_standing(claim), claim.polarity, fact};
  const auto [found, is_new] = edge_of_.emplace(key, sketch_.edges.size());
  if (is_new) {
    SketchEdge edge;
    std::tie(edge.from, edge.to, edge.standing, edge.polarity, edge.fact) = key;
    sketch_.edges.push_back(std::move(edge));
  }
  SketchEdge& edge = sketch_.edges[found->second];
  if (std::find(edge.lines.begin(), edge.lines.end(), line) == edge.lines.end()) {
    edge.lines.push_back(std::move(line));
  }
  edge.tooltip += (edge.tooltip.empty() ? "" : "\n") + tooltip(claim);
}

/// What a literal says of its subject, with the label where the value alone would be a riddle.
std::string note_text(const Claim& claim, const std::string& value) {
  constexpr std::array<std::string_view, 3> plain = {"position", "identity", "quantity"};
  if (std::find(plain.begin(), plain.end(), claim.type) != plain.end()) return value;
  return printable(claim.label) + (is_standing(claim) ? ": " : " ") + value;
}

void Draughtsman::draw_claim(const Claim& claim) {
  const std::vector<ClaimEdge> edges = edges_of(claim);
  if (edges.empty()) {
    const std::size_t node = node_of(claim.participants[0]);
    if (node != no_node) note(node, line(claim, printable(claim.label)), tooltip(claim));
  }
  for (const ClaimEdge& edge : edges) {
    const std::size_t from = node_of(claim.participants[edge.from]);
    const Participant& object = claim.participants[edge.to];
    if (from == no_node) continue;
    if (std::holds_alternative<Literal>(object.filler)) {
      note(from, line(claim, note_text(claim, word(object))), tooltip(claim));
    } else if (const std::size_t to = node_of(object); to != no_node) {
      connect(from, to, claim, line(claim, printable(edge_label(claim, edge))));
    }
  }
}

/// Entities that no relation connects would float about: they hang on the subject they belong to.
void Draughtsman::hang_qualifiers(const Claim& claim) {
  const std::size_t from = node_of(claim.participants[0]);
  if (from == no_node) return;
  for (std::size_t i = 1; i < claim.participants.size(); ++i) {
    const std::size_t to = node_of(claim.participants[i]);
    if (to == no_node || to == from || sketch_.nodes[to].degree > 0) continue;
    connect(from, to, claim, line(claim, printable(edge_label(claim, {0, i}))));
  }
}

Sketch Draughtsman::draw() {
  const std::vector<const Claim*> claims = in_reading_order(graph_);
  for (const Claim* claim : claims) draw_claim(*claim);
  for (const Claim* claim : claims) hang_qualifiers(*claim);
  for (SketchNode& node : sketch_.nodes) node.tooltip = shorten(node.tooltip, longest_tooltip);
  for (SketchEdge& edge : sketch_.edges) edge.tooltip = shorten(edge.tooltip, longest_tooltip);
  return std::move(sketch_);
}

}  // namespace

Sketch sketch(const KnowledgeGraph& graph, std::size_t most_nodes) {
  return Draughtsman(graph, most_nodes).draw();
}

}  // namespace actant
