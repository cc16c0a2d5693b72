// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_INSTITUTIONS_HPP
#define ACTANT_INGEST_INSTITUTIONS_HPP

#include "ingest/entity_draft.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actant {

/// The name of an institution that many places have: "Iraqi Parliament", "Ministry of Defence".
struct Institution {
  std::string name;                       ///< folded, in one spelling and order, without the place
  std::uint32_t place = Gazetteer::none;  ///< which place's; none: the name does not tell
  bool host = false;                      ///< the place is where it is, as of an embassy
  bool brief = false;                     ///< one word that is short for much: "the Ministry"

  friend bool operator==(const Institution&, const Institution&) = default;
};

/// Tells which place's institution a name means. Keeps a reference to the draft, whose names must
/// have been found.
class Institutions {
 public:
  explicit Institutions(const EntityDraft& draft);

  /// The institution that a name means, with the place that stands in the name or beside it;
  /// nothing when the name is of other words. Linear in the name.
  [[nodiscard]] std::optional<Institution> read(const DraftMention& mention) const;

  /// True for "Italian Senate" and "Senate", whatever else a model takes them for.
  [[nodiscard]] static bool is_body(const EntityDraft& draft, const DraftMention& mention);
  /// "senate", "defense department": Institution::name of a name that does not tell which one is
  /// meant, though the gazetteer may know one by it; "" for other names.
  [[nodiscard]] static std::string bare_name(const EntityDraft& draft, const DraftMention& mention);

  /// The institution that all names of a group mean; of one whose place no name tells, it is the
  /// one country that the document speaks of. Nothing when some name is of other words.
  [[nodiscard]] std::optional<Institution> of_group(const DraftGroup& group) const;

 private:
  [[nodiscard]] std::uint32_t place_at(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t place_before(const DraftMention& mention) const;
  [[nodiscard]] std::uint32_t place_behind(const DraftMention& mention) const;
  [[nodiscard]] bool may_be_of(const Institution& institution, std::uint32_t place) const;

  const EntityDraft& draft_;
  std::vector<std::uint32_t> places_;             // by token: entry of the place named there
  std::uint32_t only_country_ = Gazetteer::none;  // of the document
};

}  // namespace actant

#endif  // ACTANT_INGEST_INSTITUTIONS_HPP
