// SPDX-License-Identifier: MIT
#include "ingest/reading.hpp"

#include <algorithm>

namespace actant {
namespace {

/// Titles and months are written with capitals: "President".
const WordEntry& look_up(const RuleBook& book, std::string_view lemma) {
  if (lemma.empty() || lemma.front() < 'A' || lemma.front() > 'Z') return book.word(lemma);
  std::string lower(lemma);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return book.word(lower);
}

/// "more than 100", "about 100", but not "on 100".
bool is_measure_word(DepRel rel, std::string_view lemma) {
  if (rel == DepRel::advmod) return true;
  return rel == DepRel::case_ && (lemma == "over" || lemma == "about" || lemma == "around" ||
                                  lemma == "than" || lemma == "between" || lemma == "under");
}

}  // namespace

Reading::Reading(const Document& document, const Analysis& analysis, const Entities& entities,
                 const RuleBook& book)
    : document_(document),
      entities_(entities),
      book_(book),
      tree_(analysis),
      clauses_(find_clauses(tree_, book)),
      truths_(find_truth(tree_, clauses_, book)),
      sources_(find_sources(tree_, clauses_, entities, book)) {
  words_.reserve(analysis.tokens.size());
  for (const Token& token : analysis.tokens) {
    words_.push_back(&look_up(book, analysis.strings.view(token.lemma)));
  }
  if (document.published) published_ = parse_date(*document.published);
}

std::string_view Reading::type_of(ClusterId cluster) const {
  return cluster.valid() ? std::string_view(entities_.clusters[cluster.value].type)
                         : std::string_view();
}

ClusterId Reading::cluster(std::uint32_t token) const {
  if (token == no_head) return {};
  const ClusterId found = entities_.cluster_of_head[token];
  const std::string_view type = type_of(found);
  return type == "Quantity" || type == "Date" ? ClusterId() : found;
}

std::string_view Reading::type_of(std::uint32_t token) const { return type_of(cluster(token)); }

bool Reading::is_named(std::uint32_t token) const {
  const ClusterId found = cluster(token);
  return found.valid() && entities_.clusters[found.value].named;
}

bool Reading::is_place(std::uint32_t token) const {
  const std::string_view type = type_of(token);
  return type == "GeopoliticalEntity" || type == "Location" || type == "Facility";
}

Filler Reading::amount(std::uint32_t token) const {
  std::uint32_t begin = token;
  std::uint32_t end = token + 1;
  const bool is_number = tree_.upos(token) == Upos::num;
  bool counted = is_number;
  for (const std::uint32_t child : tree_.children(token)) {
    const DepRel rel = tree_.rel(child);
    if (rel == DepRel::nummod || (is_number && rel == DepRel::compound)) {
      counted = true;
      begin = std::min(begin, tree_.left(child));
      end = std::max(end, tree_.right(child));
    } else if (is_number && child < token && is_measure_word(rel, tree_.lemma(child))) {
      begin = std::min(begin, tree_.left(child));
    } else if (rel == DepRel::compound && tree_.upos(child) == Upos::sym) {
      begin = std::min(begin, child);
    }
  }
  const bool unit = word(token).in(WordClass::unit);
  if (!counted || (!is_number && !unit)) return {};
  Filler filler;
  filler.token = token;
  filler.literal = {phrase(tree_.analysis(), document_.text, begin, end), "quantity"};
  return filler;
}

std::pair<std::uint32_t, std::uint32_t> Reading::noun_phrase_bounds(std::uint32_t token) const {
  std::uint32_t begin = tree_.left(token);
  std::uint32_t end = tree_.right(token);
  for (const std::uint32_t child : tree_.children(token)) {
    const DepRel rel = tree_.rel(child);
    const bool before = child < token;
    if (before && (rel == DepRel::case_ || rel == DepRel::cop || rel == DepRel::nsubj ||
                   rel == DepRel::mark || rel == DepRel::aux || rel == DepRel::cc ||
                   rel == DepRel::advcl || rel == DepRel::obl || rel == DepRel::expl ||
                   rel == DepRel::nsubj_outer || rel == DepRel::parataxis)) {
      begin = std::max(begin, tree_.right(child));
    }
    const bool clause = is_clausal(rel) || rel == DepRel::appos || rel == DepRel::punct ||
                        rel == DepRel::conj || rel == DepRel::cc;
    if (!before && clause) end = std::min(end, tree_.left(child));
  }
  begin = std::min(begin, token);
  end = std::max(end, token + 1);
  while (end > token + 1 && tree_.upos(end - 1) == Upos::punct) --end;
  return {begin, end};
}

std::string Reading::noun_phrase(std::uint32_t token) const {
  auto [begin, end] = noun_phrase_bounds(token);
  while (begin < token && (tree_.upos(begin) == Upos::punct || tree_.rel(begin) == DepRel::det ||
                           tree_.lemma(begin) == "not")) {
    ++begin;
  }
  return phrase(tree_.analysis(), document_.text, begin, end);
}

Filler Reading::filler(std::uint32_t token) const {
  for (int depth = 0; token != no_head && depth < 3; ++depth) {
    const bool measures = word(token).in(WordClass::container) || tree_.upos(token) == Upos::num;
    if (!measures || is_named(token)) break;  // "28 of the men" are men
    std::uint32_t inner = no_head;
    for (const std::uint32_t child : tree_.children(token)) {
      if (tree_.rel(child) == DepRel::nmod && tree_.case_lemma(child) == "of") inner = child;
    }
    if (inner == no_head || !cluster(inner).valid()) break;
    token = inner;
  }
  Filler filler;
  if (token == no_head) return filler;
  if (!is_named(token)) {  // "the newspaper Népszava", "their child, Gloria"
    for (const std::uint32_t child : tree_.children(token)) {
      const DepRel rel = tree_.rel(child);
      const bool same = rel == DepRel::appos || rel == DepRel::flat || rel == DepRel::nmod_desc;
      if (same && child > token && is_named(child) && tree_.is_noun(child)) {
        token = child;
        break;
      }
    }
  }
  filler.cluster = cluster(token);
  if (filler.cluster.valid()) {
    filler.token = token;
    return filler;
  }
  return amount(token);
}

std::vector<Filler> Reading::fillers(std::uint32_t token) const {
  std::vector<Filler> found;
  if (token == no_head) return found;
  std::vector<std::uint32_t> tokens;
  conjuncts(tree_, token, tokens);
  for (const std::uint32_t each : tokens) {
    Filler one = filler(each);
    if (one.token == no_head) continue;
    const bool known =
        one.cluster.valid() && std::any_of(found.begin(), found.end(), [&](const Filler& other) {
          return other.cluster == one.cluster;
        });
    if (!known) found.push_back(std::move(one));
    if (found.size() == 12) break;
  }
  return found;
}

Truth Reading::truth_at(std::uint32_t token) const {
  for (std::uint32_t up = token; up != no_head; up = tree_.head(up)) {
    if (clauses_.of_token[up] != no_head) return truths_[clauses_.of_token[up]];
  }
  return {};
}

const Clause* Reading::lends_time(const Clause& clause) const {
  const std::uint32_t head = tree_.head(clause.trigger);
  const Clause* const over = clauses_.at(head);
  if (over == nullptr || word(head).in(WordClass::speech)) return nullptr;
  const DepRel rel = tree_.rel(clause.trigger);
  // "plans to leave" is no leaving today.
  if (rel == DepRel::xcomp)
    return truth_at(clause.trigger).modality == Modality::actual ? over : nullptr;
  if (rel != DepRel::conj || clause.subject_origin != SubjectOrigin::shared) return nullptr;
  // What stands in front of the first verb is said of both.
  const bool before = std::any_of(
      over->obliques.begin(), over->obliques.end(),
      [&](const Oblique& oblique) { return oblique.head < head && is_time(oblique.head); });
  return before ? over : nullptr;
}

std::string Reading::time_at(const Clause& clause) const {
  const Clause* at = &clause;
  for (int depth = 0; at != nullptr && depth < 3; ++depth) {
    std::string time = time_of(tree_, book_, *at, document_.text, published_);
    if (!time.empty()) return time;
    at = lends_time(*at);
  }
  if (clause.object == no_head || clause.object < clause.trigger) return {};
  for (const std::uint32_t child : tree_.children(clause.object)) {
    const std::string_view mark = tree_.case_lemma(child);
    if (tree_.rel(child) != DepRel::nmod || !is_time(child) || (mark != "in" && mark != "on")) {
      continue;
    }
    const std::uint32_t end = time_end(tree_, child);
    const std::uint32_t begin = std::max(tree_.left(child), tree_.preposition(child) + 1);
    if (end - begin <= 4) return time_value(tree_, document_.text, begin, end, published_);
  }
  return {};
}

void Reading::widen_to_apposition(CandidateClaim& claim, const Filler& filler) const {
  if (!filler.cluster.valid()) return;
  const auto widen = [&](std::uint32_t token) {
    if (token == no_head || cluster(token) != filler.cluster) return;
    const auto [begin, end] = noun_phrase_bounds(token);
    claim.begin = std::min(claim.begin, begin);
    claim.end = std::max(claim.end, end);
  };
  widen(tree_.head(filler.token));
  for (const std::uint32_t c : tree_.children(filler.token)) widen(c);
}

void Reading::add(CandidateClaim& claim, const Filler& filler, std::string_view role) const {
  CandidateArgument argument;
  argument.role = role;
  argument.cluster = filler.cluster;
  argument.literal = filler.literal;
  argument.head = filler.token;
  argument.begin = tree_.left(filler.token);
  argument.end = tree_.right(filler.token);
  if (tree_.sentence(filler.token) == tree_.sentence(claim.trigger)) {
    const auto [begin, end] = noun_phrase_bounds(filler.token);
    claim.begin = std::min(claim.begin, begin);
    claim.end = std::max(claim.end, end);
    widen_to_apposition(claim, filler);
  }
  claim.arguments.push_back(std::move(argument));
}

CandidateClaim Reading::claim(std::uint32_t trigger, const Filler& from, const Filler& to,
                              std::string_view from_role, std::string_view to_role) const {
  CandidateClaim claim;
  claim.trigger = trigger;
  claim.begin = trigger;
  claim.end = trigger + 1;
  const Truth truth = truth_at(trigger);
  claim.polarity = truth.polarity;
  claim.modality = truth.modality;
  claim.source = sources_.who(trigger);
  claim.via = sources_.via(trigger);
  add(claim, from, from_role);
  add(claim, to, to_role);
  return claim;
}

}  // namespace actant
