// SPDX-License-Identifier: MIT
#include "ingest/nested_names.hpp"

#include "ingest/folding.hpp"

#include <algorithm>
#include <cstddef>

namespace actant {
namespace {

/// What the document names by itself.
struct Standalone {
  std::vector<std::uint32_t> entries;      // of the gazetteer, sorted
  std::vector<std::string_view> acronyms;  // sorted
};

Standalone named_alone(const NameText& text, const std::vector<DraftMention>& mentions) {
  Standalone found;
  for (const DraftMention& m : mentions) {
    if (m.entry != Gazetteer::none) found.entries.push_back(m.entry);
    if (m.end - m.begin == 1 && is_acronym(text.word(m.begin))) {
      found.acronyms.push_back(text.word(m.begin));
    }
  }
  std::sort(found.entries.begin(), found.entries.end());
  std::sort(found.acronyms.begin(), found.acronyms.end());
  return found;
}

}  // namespace

void add_nested_names(const NameText& text, std::vector<DraftMention>& mentions) {
  const Standalone alone = named_alone(text, mentions);
  const std::size_t count = mentions.size();
  for (std::size_t k = 0; k < count; ++k) {
    const DraftMention outer = mentions[k];
    if (outer.end - outer.begin < 2 || outer.type == NodeType::person) continue;
    const Gazetteer::Match match = text.longest(outer.begin, outer.end);
    DraftMention inner;
    if (match.words > 0 && match.words < outer.end - outer.begin && match.entry != outer.entry &&
        std::binary_search(alone.entries.begin(), alone.entries.end(), match.entry)) {
      inner.entry = match.entry;
      inner.demonym = match.demonym;
      inner.type = text.draft().gazetteer->entry(match.entry).type;
      inner.end = outer.begin + match.words;
    } else if (std::binary_search(alone.acronyms.begin(), alone.acronyms.end(),
                                  text.word(outer.begin))) {
      inner.type = NodeType::organization;
      inner.end = outer.begin + 1;
    } else {
      continue;
    }
    inner.typed = true;
    inner.begin = outer.begin;
    inner.head = text.tree().head_of(inner.begin, inner.end);
    if (inner.head != outer.head) mentions.push_back(inner);
  }
}

}  // namespace actant
