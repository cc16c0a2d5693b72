// SPDX-License-Identifier: MIT
#include "ingest/pattern_variants.hpp"

#include "ingest/rule_book.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace actant {
namespace {

/// The edge from the topmost word of a pattern to a slot, or nothing.
const PatternEdge* edge_to(const Pattern& pattern, std::size_t top, std::uint8_t slot) {
  const std::size_t node = pattern.node_of(slot);
  for (const PatternEdge& edge : pattern.edges) {
    if (edge.to == node && edge.from == top && !edge.up) return &edge;
  }
  return nullptr;
}

bool is(const PatternEdge* edge, DepRel relation) {
  return edge != nullptr && edge->relations == bit(relation);
}

/// The node of the topmost word; compiled patterns go down from their first node.
std::size_t topmost_word(const Pattern& pattern) {
  std::vector<int> depths(pattern.nodes.size(), 0);
  std::size_t best = pattern.nodes.size();
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    if (i > 0) depths[i] = depths[pattern.edges[i - 1].from] + 1;
    if (!pattern.nodes[i].has_word()) continue;
    if (best == pattern.nodes.size() || depths[i] < depths[best]) best = i;
  }
  return best;
}

/// "X acquired Y" for "Y was acquired by X", and the other way round.
Pattern other_voice(Pattern pattern, std::size_t top, const SlottedSentence& sentence,
                    const RuleOutcome& outcome) {
  const PatternEdge* const subject = edge_to(pattern, top, outcome.subject);
  const PatternEdge* const object = edge_to(pattern, top, outcome.object);
  const bool active = (is(subject, DepRel::nsubj) && is(object, DepRel::obj)) ||
                      (is(subject, DepRel::obj) && is(object, DepRel::nsubj));
  const bool passive = (is(subject, DepRel::obl_agent) && is(object, DepRel::nsubj_pass)) ||
                       (is(subject, DepRel::nsubj_pass) && is(object, DepRel::obl_agent));
  if (!active && !passive) {
    throw InputError(sentence.where,
                     "no other voice, since the slots are not subject and object of one verb; "
                     "'passive: no' was expected");
  }
  for (PatternEdge& edge : pattern.edges) {
    if (edge.from != top) continue;
    if (edge.relations == bit(DepRel::nsubj)) {
      edge.relations = bit(DepRel::obl_agent);
    } else if (edge.relations == bit(DepRel::obj)) {
      edge.relations = bit(DepRel::nsubj_pass);
    } else if (edge.relations == bit(DepRel::obl_agent)) {
      edge.relations = bit(DepRel::nsubj);
    } else if (edge.relations == bit(DepRel::nsubj_pass)) {
      edge.relations = bit(DepRel::obj);
    }
  }
  return pattern;
}

/// Patterns around the noun of an event.
class Nominals {
 public:
  Nominals(const Pattern& pattern, std::size_t top, const SlottedSentence& sentence)
      : pattern_(pattern), sentence_(sentence) {
    for (const PatternEdge& edge : pattern.edges) {
      if (edge.from != top || pattern.nodes[edge.to].slot == 0) continue;
      if (edge.relations == bit(DepRel::nsubj) || edge.relations == bit(DepRel::obl_agent)) {
        doer_ = edge.to;
      } else if (edge.relations == bit(DepRel::obj) || edge.relations == bit(DepRel::nsubj_pass)) {
        done_to_ = edge.to;
      } else if (!edge.marks.empty()) {
        others_.push_back({edge.to, DepRel::nmod, edge.marks[0]});
      }
    }
  }

  void add_to(std::vector<Pattern>& patterns) const {
    const std::size_t found = (doer_ != 0 ? 1U : 0U) + (done_to_ != 0 ? 1U : 0U) + others_.size();
    if (doer_ == 0 || found != sentence_.slots.size() || found < 2) {
      throw InputError(sentence_.nominals_where,
                       "no noun can stand for the verb, since not all slots hang on it; an "
                       "example such as '[Acme] acquired [Widget]' was expected");
    }
    if (done_to_ != 0) {
      add(patterns, {{done_to_, DepRel::nmod, "of"}, {doer_, DepRel::nmod, "by"}});
      add(patterns, {{doer_, DepRel::nmod_poss, ""}, {done_to_, DepRel::nmod, "of"}});
      add(patterns, {{done_to_, DepRel::nmod_poss, ""}, {doer_, DepRel::nmod, "by"}});
      add(patterns, {{doer_, DepRel::compound, ""}, {done_to_, DepRel::nmod, "of"}});
      add(patterns, {{done_to_, DepRel::compound, ""}, {doer_, DepRel::nmod, "by"}});
      add_light(patterns, {{done_to_, DepRel::nmod, "of"}});
      return;
    }
    add(patterns, {{doer_, DepRel::nmod_poss, ""}});
    add(patterns, {{doer_, DepRel::nmod, "of"}});
    add(patterns, {{doer_, DepRel::nmod, "by"}});
    add(patterns, {{doer_, DepRel::compound, ""}});
    add_light(patterns, {});
  }

 private:
  struct Place {
    std::uint8_t node;
    DepRel relation;
    std::string mark;
  };

  /// A node of the noun with its places, appended to `out`.
  void noun(Pattern& out, std::vector<Place> places) const {
    places.insert(places.end(), others_.begin(), others_.end());
    const std::size_t at = out.nodes.size();
    PatternNode node;
    node.lemmas = sentence_.nominals;
    node.tags = bit(Upos::noun) | bit(Upos::propn);
    out.nodes.push_back(std::move(node));
    for (const Place& place : places) hang(out, at, place);
  }

  void hang(Pattern& out, std::size_t on, const Place& place) const {
    PatternEdge edge;
    edge.from = static_cast<std::uint8_t>(on);
    edge.to = static_cast<std::uint8_t>(out.nodes.size());
    edge.relations = bit(place.relation);
    if (!place.mark.empty()) edge.marks.push_back(place.mark);
    out.edges.push_back(std::move(edge));
    out.nodes.push_back(pattern_.nodes[place.node]);
  }

  /// "the acquisition of Y by X".
  void add(std::vector<Pattern>& patterns, std::vector<Place> places) const {
    Pattern out;
    noun(out, std::move(places));
    patterns.push_back(std::move(out));
  }

  /// "X made an acquisition of Y".
  void add_light(std::vector<Pattern>& patterns, std::vector<Place> places) const {
    Pattern out;
    PatternNode verb;
    verb.classes = 1U << static_cast<unsigned>(WordClass::light);
    out.nodes.push_back(std::move(verb));
    hang(out, 0, {doer_, DepRel::nsubj, ""});
    PatternEdge edge;
    edge.to = static_cast<std::uint8_t>(out.nodes.size());
    edge.relations = bit(DepRel::obj);
    out.edges.push_back(std::move(edge));
    noun(out, std::move(places));
    patterns.push_back(std::move(out));
  }

  const Pattern& pattern_;
  const SlottedSentence& sentence_;
  std::uint8_t doer_ = 0;  // nodes; 0 is the word itself
  std::uint8_t done_to_ = 0;
  std::vector<Place> others_;
};

constexpr std::uint64_t oblique_bits =
    bit(DepRel::obl) | bit(DepRel::obl_npmod) | bit(DepRel::obl_tmod) | bit(DepRel::obl_unmarked);

}  // namespace

std::optional<Pattern> other_attachment(const Pattern& pattern) {
  for (const PatternEdge& object : pattern.edges) {
    if (object.relations != bit(DepRel::obj) || !pattern.nodes[object.to].has_word()) continue;
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
      const PatternEdge& phrase = pattern.edges[i];
      if (phrase.marks.empty() || phrase.to < object.to) continue;
      const bool on_object = phrase.from == object.to && phrase.relations == bit(DepRel::nmod);
      const bool on_verb = phrase.from == object.from && !phrase.up &&
                           (phrase.relations & bit(DepRel::obl)) != 0 &&
                           (phrase.relations & ~oblique_bits) == 0;
      if (!on_object && !on_verb) continue;
      Pattern other = pattern;
      other.edges[i].from = on_object ? object.from : object.to;
      other.edges[i].relations = on_object ? oblique_bits : bit(DepRel::nmod);
      return other;
    }
  }
  return std::nullopt;
}

std::vector<Pattern> pattern_variants(Pattern pattern, const SlottedSentence& sentence,
                                      const RuleOutcome& outcome) {
  const std::size_t top = topmost_word(pattern);
  for (const std::string& lemma : sentence.lemmas) {
    std::vector<std::string>& lemmas = pattern.nodes[top].lemmas;
    if (std::find(lemmas.begin(), lemmas.end(), lemma) == lemmas.end()) lemmas.push_back(lemma);
  }
  std::vector<Pattern> patterns = {pattern};
  if (std::optional<Pattern> other = other_attachment(pattern)) {
    patterns.push_back(*std::move(other));
  }
  if (sentence.passive) patterns.push_back(other_voice(pattern, top, sentence, outcome));
  if (!sentence.nominals.empty()) Nominals(pattern, top, sentence).add_to(patterns);
  return patterns;
}

}  // namespace actant
