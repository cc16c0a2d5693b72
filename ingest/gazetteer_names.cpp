// SPDX-License-Identifier: MIT
#include "ingest/gazetteer_names.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {
namespace {

/// The kind of name that things of a type have; nothing where it is no name.
std::optional<NameType> name_type(NodeType type) {
  switch (type) {
    case NodeType::person:
      return NameType::person;
    case NodeType::organization:
      return NameType::organization;
    case NodeType::geopolitical_entity:
      return NameType::geopolitical_entity;
    case NodeType::location:
      return NameType::location;
    case NodeType::facility:
      return NameType::facility;
    case NodeType::event:
      return NameType::event;
    case NodeType::group:
      return NameType::nationality;
    case NodeType::document:
      return NameType::document;
    case NodeType::product:
      return NameType::product;
    case NodeType::concept_:
    case NodeType::quantity:
    case NodeType::date:
    case NodeType::role:
      return std::nullopt;
  }
  return std::nullopt;
}

class NameMarker {
 public:
  NameMarker(Analysis& analysis, const Gazetteer& gazetteer)
      : analysis_(analysis), gazetteer_(gazetteer) {
    for (const Token& token : analysis.tokens) words_.push_back(analysis.strings.view(token.form));
  }

  void run() {
    std::vector<Name> found;
    for (const Sentence& sentence : analysis_.sentences) {
      for (std::uint32_t i = sentence.begin; i < sentence.end;) {
        const auto name = match(i, sentence.end);
        if (name) found.push_back(*name);
        i = name ? name->end : i + 1;
      }
    }
    if (found.empty()) return;
    std::vector<Name> all = found;
    for (const Name& name : analysis_.names) {
      if (next_ending_after(found, name.begin, name.end) == nullptr) all.push_back(name);
    }
    std::sort(all.begin(), all.end(),
              [](const Name& a, const Name& b) { return a.begin < b.begin; });
    analysis_.names = std::move(all);
  }

 private:
  /// The first of sorted names without overlaps that shares a token with [begin, end).
  static const Name* next_ending_after(const std::vector<Name>& names, std::uint32_t begin,
                                       std::uint32_t end) {
    const auto name = std::ranges::upper_bound(names, begin, {}, &Name::end);
    return name != names.end() && name->begin < end ? &*name : nullptr;
  }

  [[nodiscard]] std::optional<Name> match(std::uint32_t begin, std::uint32_t end) const {
    const auto found = gazetteer_.longest(std::span(words_).subspan(begin, end - begin));
    if (found.words == 0 || found.demonym) return std::nullopt;
    const auto words = std::span(words_).subspan(begin, found.words);
    if (std::ranges::none_of(words, starts_upper)) return std::nullopt;
    if (found.words == 1 && analysis_.tokens[begin].upos != Upos::propn) return std::nullopt;
    const GazetteerEntry entry = gazetteer_.entry(found.entry);
    const auto type = name_type(entry.type);
    if (!type || entry.prominence < Gazetteer::first_bonus) return std::nullopt;
    const Name name{begin, begin + found.words, *type};
    const Name* const other = next_ending_after(analysis_.names, name.begin, name.end);
    const bool inside = other != nullptr && other->begin <= name.begin && other->end >= name.end &&
                        other->end - other->begin > found.words;
    return inside ? std::nullopt : std::optional(name);
  }

  Analysis& analysis_;
  const Gazetteer& gazetteer_;
  std::vector<std::string_view> words_;
};

}  // namespace

void mark_names(Analysis& analysis, const Gazetteer& gazetteer) {
  if (gazetteer.has_first()) NameMarker(analysis, gazetteer).run();
}

}  // namespace actant
