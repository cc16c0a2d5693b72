// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_NAME_TAGS_HPP
#define ACTANT_NLP_NAME_TAGS_HPP

#include "nlp/analysis.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace actant {

/// The name type of that spelling ("GeopoliticalEntity").
[[nodiscard]] std::optional<NameType> parse_name_type(std::string_view text);

/// The BIO tags of names, and the best sequence of them.
class NameTags {
 public:
  /// @param tags  "O", "B-Person", "I-Person", ...
  /// @throws Error on an unknown tag.
  explicit NameTags(const std::vector<std::string_view>& tags);

  [[nodiscard]] std::size_t size() const { return tags_.size(); }

  /// Finds the tag sequence with the highest sum in which I-T follows B-T or I-T (Viterbi), and
  /// appends its names with token numbers counted from `first`.
  /// @param scores  For each token, size() scores.
  void decode(std::span<const std::int32_t> scores, std::uint32_t first,
              std::vector<Name>& names) const;

 private:
  struct Tag {
    enum class Place : std::uint8_t { outside, begin, inside } place = Place::outside;
    NameType type = NameType::person;
    std::size_t before[2] = {0, 0};  ///< for `inside`: the tags that may come before, in order
  };
  std::vector<Tag> tags_;
};

}  // namespace actant

#endif  // ACTANT_NLP_NAME_TAGS_HPP
