// SPDX-License-Identifier: MIT
#include "nlp/name_tags.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <string>

namespace actant {
namespace {

constexpr std::int64_t never = -(std::int64_t{1} << 60);

}  // namespace

NameTags::NameTags(const std::vector<std::string_view>& tags) : tags_(tags.size()) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == "O") continue;
    const auto type = tags[i].size() > 2 ? parse_name_type(tags[i].substr(2)) : std::nullopt;
    if (!type || (tags[i][0] != 'B' && tags[i][0] != 'I')) {
      throw Error("model: unknown name tag '" + std::string(tags[i]) + "'");
    }
    tags_[i].place = tags[i][0] == 'B' ? Tag::Place::begin : Tag::Place::inside;
    tags_[i].type = *type;
  }
  for (Tag& tag : tags_) {
    if (tag.place != Tag::Place::inside) continue;
    std::size_t found = 0;
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (tags_[i].place != Tag::Place::outside && tags_[i].type == tag.type && found < 2) {
        tag.before[found++] = i;
      }
    }
    if (found != 2) throw Error("model: a name tag lacks its beginning");
  }
  if (tags_.empty()) throw Error("model: no name tags");
}

void NameTags::decode(std::span<const std::int32_t> scores, std::uint32_t first,
                      std::vector<Name>& names) const {
  const std::size_t n = tags_.size();
  const std::size_t length = scores.size() / n;
  if (length == 0) return;
  std::vector<std::uint8_t> back(length * n, 0);
  std::vector<std::int64_t> best(n);
  std::vector<std::int64_t> next(n);
  for (std::size_t i = 0; i < n; ++i) {
    best[i] = tags_[i].place == Tag::Place::inside ? never : scores[i];
  }
  for (std::size_t t = 1; t < length; ++t) {
    const auto top =
        static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t i = 0; i < n; ++i) {
      std::size_t from = top;
      if (tags_[i].place == Tag::Place::inside) {
        const auto [a, b] = tags_[i].before;
        from = best[b] > best[a] ? b : a;
      }
      back[t * n + i] = static_cast<std::uint8_t>(from);
      next[i] = best[from] + scores[t * n + i];
    }
    best.swap(next);
  }
  std::vector<std::size_t> path(length);
  path.back() = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t t = length - 1; t > 0; --t) path[t - 1] = back[t * n + path[t]];
  for (std::size_t t = 0; t < length; ++t) {
    const Tag& tag = tags_[path[t]];
    const auto at = first + static_cast<std::uint32_t>(t);
    if (tag.place == Tag::Place::begin) names.push_back({at, at + 1, tag.type});
    if (tag.place == Tag::Place::inside) names.back().end = at + 1;
  }
}

}  // namespace actant
