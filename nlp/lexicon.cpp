// SPDX-License-Identifier: MIT
#include "nlp/lexicon.hpp"

#include "nlp/code_points.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace actant {
namespace {

/// Without its last `count` code points.
std::string_view cut(std::string_view text, std::size_t count) {
  while (count > 0 && !text.empty()) {
    while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
      text.remove_suffix(1);
    }
    text.remove_suffix(1);
    --count;
  }
  return text;
}

}  // namespace

LemmaLexicon::LemmaLexicon(std::span<const std::string_view> lines,
                           std::span<const std::string_view> tags) {
  for (const std::string_view line : lines) {
    const std::size_t second = line.rfind('\t');
    const std::size_t first = second == std::string_view::npos || second == 0
                                  ? std::string_view::npos
                                  : line.rfind('\t', second - 1);
    if (first == std::string_view::npos) continue;
    const auto tag =
        std::find(tags.begin(), tags.end(), line.substr(first + 1, second - first - 1));
    if (tag == tags.end()) continue;
    entries_.push_back({line.substr(0, first), static_cast<std::size_t>(tag - tags.begin()),
                        line.substr(second + 1)});
  }
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.form < b.form; });
  std::vector<std::string_view> forms;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (forms.empty() || forms.back() != entries_[i].form) {
      forms.push_back(entries_[i].form);
      ranges_.push_back({i, i});
    }
    ranges_.back().end = i + 1;
    tags_.push_back(static_cast<std::uint32_t>(entries_[i].tag));
  }
  forms_ = StringIndex(std::move(forms));
}

LemmaLexicon::Range LemmaLexicon::find(std::string_view form) const {
  const auto known = forms_.find(form);
  return known ? ranges_[*known] : Range();
}

std::optional<std::uint32_t> LemmaLexicon::find(Range entries, std::size_t tag) const {
  for (std::uint32_t i = entries.begin; i < entries.end; ++i) {
    if (tags_[i] == tag) return i;
  }
  return std::nullopt;
}

std::string apply_script(std::string_view script, std::string_view form) {
  if (script.empty()) return std::string(form);
  if (script[0] == 'w') return std::string(script.substr(1));
  std::size_t count = 0;
  const std::size_t plus = script.find('+');
  if (plus == std::string_view::npos) return std::string(form);
  std::from_chars(script.data() + 1, script.data() + plus, count);
  const std::string source = script[0] == 'l' ? lower_case(form) : std::string(form);
  return std::string(cut(source, count)).append(script.substr(plus + 1));
}

}  // namespace actant
