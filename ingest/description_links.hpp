// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_DESCRIPTION_LINKS_HPP
#define ACTANT_INGEST_DESCRIPTION_LINKS_HPP

#include "ingest/description_index.hpp"

#include <cstdint>

namespace actant {

/// What link rules look at.
struct LinkContext {
  const EntityDraft& draft;
  const DescriptionIndex& index;
};

/// A reason to think that a description means what an earlier (or a named) group means: the group,
/// or no_group. Rules are pure.
using LinkRule = std::uint32_t (*)(const LinkContext& context, const DraftMention& mention,
                                   const Description& description);

// To names.

/// "Tokayev, the President of Kazakhstan", "the President of Kazakhstan, Tokayev".
[[nodiscard]] std::uint32_t link_apposition(const LinkContext& context, const DraftMention& mention,
                                            const Description& description);
/// "the President of Kazakhstan, Tokayev, announced": by the order of the words, whatever the
/// parser made of it; a title may stand between.
[[nodiscard]] std::uint32_t link_next_name(const LinkContext& context, const DraftMention& mention,
                                           const Description& description);
/// "a programme dubbed Zrínyi", "a group called Ansar".
[[nodiscard]] std::uint32_t link_naming(const LinkContext& context, const DraftMention& mention,
                                        const Description& description);
/// "the Secretary General" for the person who was introduced so.
[[nodiscard]] std::uint32_t link_role(const LinkContext& context, const DraftMention& mention,
                                      const Description& description);
/// "Yonhap news agency", "al-Ikhbariya television": the sort of body behind its name.
[[nodiscard]] std::uint32_t link_medium(const LinkContext& context, const DraftMention& mention,
                                        const Description& description);
/// "the council" for the Collective Security Council.
[[nodiscard]] std::uint32_t link_name_noun(const LinkContext& context, const DraftMention& mention,
                                           const Description& description);
/// "the Austrian partner" for the only Austrian body.
[[nodiscard]] std::uint32_t link_origin(const LinkContext& context, const DraftMention& mention,
                                        const Description& description);
/// "the parents", "the couple" for the Sams.
[[nodiscard]] std::uint32_t link_family(const LinkContext& context, const DraftMention& mention,
                                        const Description& description);
/// "the country", "the city", "the company": the most salient thing of that sort.
[[nodiscard]] std::uint32_t link_sort(const LinkContext& context, const DraftMention& mention,
                                      const Description& description);

// To other descriptions.

/// "a series of attacks" for the attacks; these must have their group.
[[nodiscard]] std::uint32_t link_transparent(const LinkContext& context,
                                             const DraftMention& mention,
                                             const Description& description);
/// An earlier description with the same head noun and fitting modifiers; the latest wins.
[[nodiscard]] std::uint32_t link_head(const LinkContext& context, const DraftMention& mention,
                                      const Description& description);
/// What the first sentences repeat of the headline.
[[nodiscard]] std::uint32_t link_title(const LinkContext& context, const DraftMention& mention,
                                       const Description& description);
/// "the purchase" for "a deal".
[[nodiscard]] std::uint32_t link_synonym(const LinkContext& context, const DraftMention& mention,
                                         const Description& description);
/// "the new one": what was called new before.
[[nodiscard]] std::uint32_t link_one(const LinkContext& context, const DraftMention& mention,
                                     const Description& description);

/// May a description of that type mean a thing of that type?
[[nodiscard]] bool same_sort(NodeType description, NodeType thing);

}  // namespace actant

#endif  // ACTANT_INGEST_DESCRIPTION_LINKS_HPP
