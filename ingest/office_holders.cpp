// SPDX-License-Identifier: MIT
#include "base/folding.hpp"
#include "graph/person_names.hpp"
#include "ingest/entity_draft.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actant {
namespace {

/// Joins "the Kazakh president" with the person whom the gazetteer knows in that office on the day
/// of publication, if the document names that person.
class OfficeHolders {
 public:
  OfficeHolders(EntityDraft& draft, const std::string& published)
      : draft_(draft), tree_(draft.tree), published_(published) {
    for (std::uint32_t m = 0; m < draft.mentions.size(); ++m) {
      if (draft.mentions[m].kind == MentionKind::name) name_at_.emplace(draft.mentions[m].head, m);
    }
  }

  void join() {
    for (std::uint32_t g = 0; g < draft_.groups.size(); ++g) {
      const DraftGroup& group = draft_.groups[g];
      const bool open = !group.named && !group.removed && group.number != Number::plural &&
                        (group.type == NodeType::person || group.type == NodeType::role);
      if (!open) continue;
      const std::uint32_t person = find_person(group);
      if (person != no_group) draft_.merge_groups(person, g);
    }
  }

 private:
  /// The one named person whom all offices of the group lead to.
  [[nodiscard]] std::uint32_t find_person(const DraftGroup& group) const {
    std::uint32_t found = no_group;
    for (const std::uint32_t m : group.mentions) {
      const DraftMention& mention = draft_.mentions[m];
      if (mention.kind != MentionKind::nominal ||
          mention.definiteness == Definiteness::indefinite) {
        continue;
      }
      const std::uint32_t holder = find_holder(mention.head);
      if (holder == Gazetteer::none) continue;
      const std::uint32_t person = named_person(holder);
      if (person == no_group || (found != no_group && found != person)) return no_group;
      found = person;
    }
    return found;
  }

  [[nodiscard]] std::uint32_t find_holder(std::uint32_t head) const {
    std::string role;
    std::uint32_t country = Gazetteer::none;
    for (const std::uint32_t child : tree_.children(head)) {
      const DepRel relation = tree_.token(child).deprel;
      const bool modifier = relation == DepRel::amod || relation == DepRel::compound;
      const bool owner = relation == DepRel::nmod || relation == DepRel::nmod_poss;
      if (!modifier && !owner) continue;
      const std::uint32_t place = place_at(child);
      if (place != Gazetteer::none) {
        if (country != Gazetteer::none) return Gazetteer::none;
        country = place;
      } else if (child < head) {
        role += fold_name(tree_.form(child)) + " ";  // "former president" is another office
      }
    }
    if (country == Gazetteer::none) return Gazetteer::none;
    role += fold_name(tree_.form(head));
    return draft_.gazetteer->holder(role, country, published_);
  }

  /// What the gazetteer knows of the place that is named there.
  [[nodiscard]] std::uint32_t place_at(std::uint32_t head) const {
    const auto name = name_at_.find(head);
    if (name == name_at_.end()) return Gazetteer::none;
    const DraftMention& mention = draft_.mentions[name->second];
    const std::uint32_t entry =
        mention.group == no_group ? mention.entry : draft_.groups[mention.group].entry;
    const bool is_place = entry != Gazetteer::none &&
                          draft_.gazetteer->entry(entry).type == NodeType::geopolitical_entity;
    return is_place ? entry : Gazetteer::none;
  }

  /// The one group of a named person whose name the holder may have.
  [[nodiscard]] std::uint32_t named_person(std::uint32_t holder) const {
    const PersonForm form = person_form(draft_.gazetteer->entry(holder).name);
    std::uint32_t found = no_group;
    for (std::uint32_t g = 0; g < draft_.groups.size(); ++g) {
      const DraftGroup& group = draft_.groups[g];
      if (!group.named || group.removed || group.type != NodeType::person) continue;
      if (group.entry != holder && !is_called(group, form)) continue;
      if (found != no_group) return no_group;
      found = g;
    }
    return found;
  }

  /// Is there a name of the group in full that goes with the holder's?
  [[nodiscard]] bool is_called(const DraftGroup& group, const PersonForm& form) const {
    bool any = false;
    for (const std::uint32_t m : group.mentions) {
      if (draft_.mentions[m].kind != MentionKind::name) continue;
      const PersonForm name = person_form(draft_.text(draft_.mentions[m]));
      const PersonMatch match = compare_persons(name, form);
      if (match == PersonMatch::different && name.words.size() > 1) return false;
      any = any || match != PersonMatch::different;
    }
    return any;
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  const std::string& published_;
  std::unordered_map<std::uint32_t, std::uint32_t> name_at_;  // mention by head; only looked up
};

}  // namespace

void join_office_holders(EntityDraft& draft) {
  if (draft.document->published) OfficeHolders(draft, *draft.document->published).join();
}

}  // namespace actant
