// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

namespace actant {
namespace {

constexpr std::uint32_t synonym_reach = 12;  // sentences

using Words = std::vector<std::string>;

/// What a description says besides its head noun.
struct Features {
  std::string head;
  std::string kin;  ///< "peacekeep" for "peacekeepers" and "peacekeeping forces"
  Words before;     ///< modifiers in front, sorted
  Words names;      ///< those of them that are names, sorted
  Words after;      ///< heads of prepositional phrases, sorted
};

bool is_subset(const Words& part, const Words& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

bool disjoint(const Words& a, const Words& b) {
  return std::none_of(a.begin(), a.end(), [&b](const std::string& w) {
    return std::binary_search(b.begin(), b.end(), w);
  });
}

void insert_sorted(Words& words, std::string word) {
  const auto at = std::lower_bound(words.begin(), words.end(), word);
  if (at == words.end() || *at != word) words.insert(at, std::move(word));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool same_sort(NodeType description, NodeType thing) {
  const auto body = [](NodeType t) { return t == NodeType::organization || t == NodeType::group; };
  const auto place = [](NodeType t) {
    return t == NodeType::geopolitical_entity || t == NodeType::location || t == NodeType::facility;
  };
  if (description == NodeType::person || thing == NodeType::person) return description == thing;
  return description == thing || description == NodeType::concept_ ||
         (body(description) && body(thing)) || (place(description) && place(thing)) ||
         (!place(description) && !body(description) && !place(thing) && !body(thing));
}

class DescriptionGrouper {
 public:
  explicit DescriptionGrouper(EntityDraft& draft) : draft_(draft), tree_(draft.tree) {}

  void group() {
    group_by_head_.assign(tree_.analysis().tokens.size(), no_group);
    for (const DraftMention& m : draft_.mentions) {
      if (m.kind == MentionKind::name) group_by_head_[m.head] = m.group;
    }
    collect_names();
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const DraftMention& mention = draft_.mentions[m];
      if (mention.kind == MentionKind::name) {
        last_seen_[mention.group] = mention.head;
        ++seen_[mention.group];
      } else if (mention.kind == MentionKind::nominal) {
        place(m);
      }
    }
  }

 private:
  /// Roles in front of names, and the last words of names.
  void collect_names() {
    last_seen_.assign(draft_.groups.size(), no_head);
    seen_.assign(draft_.groups.size(), 0);
    features_.resize(draft_.groups.size());
    for (const DraftMention& m : draft_.mentions) {
      if (m.kind != MentionKind::name) continue;
      DraftGroup& group = draft_.groups[m.group];
      if (group.type == NodeType::person) {
        std::uint32_t i = m.begin;
        while (i > 0 && tree_.sentence(i - 1) == tree_.sentence(m.begin) && is_role_word(i - 1)) {
          add_role(group, fold_name(tree_.form(--i)));
        }
      }
      if (m.end - m.begin > 1) {
        by_last_word_[fold_name(tree_.form(m.end - 1))].push_back(m.group);
      }
    }
    for (auto& [word, groups] : by_last_word_) {
      std::sort(groups.begin(), groups.end());
      groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    }
  }

  [[nodiscard]] bool is_role_word(std::uint32_t i) const {
    if (draft_.named[i]) return false;
    const std::string word = fold_name(tree_.form(i));
    return draft_.lexicon->is_title(word) || draft_.lexicon->type_of_noun(word) == NodeType::person;
  }

  void add_role(DraftGroup& group, std::string word) {
    if (std::find(group.roles.begin(), group.roles.end(), word) == group.roles.end()) {
      const auto number = static_cast<std::uint32_t>(&group - draft_.groups.data());
      by_role_[word].push_back(number);
      group.roles.push_back(std::move(word));
    }
  }

  Features read(const DraftMention& mention) const {
    Features f;
    f.head = fold_name(tree_.lemma(mention.head));
    for (std::uint32_t i = mention.begin; i < mention.head; ++i) {
      const Token& token = tree_.token(i);
      if (token.upos != Upos::adj && token.upos != Upos::noun && token.upos != Upos::propn &&
          token.upos != Upos::num && token.upos != Upos::verb) {
        continue;
      }
      std::string word = fold_name(draft_.named[i] ? tree_.form(i) : tree_.lemma(i));
      if (draft_.named[i]) insert_sorted(f.names, word);
      insert_sorted(f.before, std::move(word));
    }
    for (const std::uint32_t c : tree_.children(mention.head)) {
      if (c > mention.head && tree_.token(c).deprel == DepRel::nmod) {
        const std::uint32_t mark = tree_.child(c, DepRel::case_);
        if (mark != no_head && tree_.lemma(mark) == "of")
          insert_sorted(f.after, fold_name(tree_.lemma(c)));
      }
    }
    const bool body = is_one_of(f.head, {"force", "troop", "soldier", "officer", "unit", "worker"});
    if (body && mention.head > mention.begin) {
      const std::string before = fold_name(tree_.form(mention.head - 1));
      if (before.size() > 5 && before.ends_with("ing")) f.kin = before.substr(0, before.size() - 3);
    } else if (f.head.size() > 4 && f.head.ends_with("er")) {
      f.kin = f.head.substr(0, f.head.size() - 2);
    }
    if (!f.kin.empty() && body) std::erase(f.before, f.kin + "ing");
    return f;
  }

  void place(std::uint32_t m) {
    const DraftMention mention = draft_.mentions[m];
    Features features = read(mention);
    std::uint32_t group = by_apposition(mention);
    if (group == no_group) group = by_role(mention, features);
    if (group == no_group) group = by_medium(mention);
    if (group == no_group) group = by_head(mention, features);
    if (group == no_group) group = by_synonym(mention, features);
    if (group == no_group) group = by_name(mention, features);
    if (group == no_group) group = by_sort(mention, features);
    if (group == no_group) {
      group = draft_.found_group(m);
      last_seen_.push_back(mention.head);
      seen_.push_back(1);
      features_.push_back(features);
    } else {
      if (mention.type == NodeType::person && draft_.groups[group].type == NodeType::person &&
          draft_.groups[group].named) {
        add_role(draft_.groups[group], features.head);
        for (const std::string& word : features.before) {
          if (draft_.lexicon->is_title(word)) add_role(draft_.groups[group], word);
        }
      }
      draft_.join(m, group);
      last_seen_[group] = mention.head;
      ++seen_[group];
      widen(features_[group], features);
    }
    if (!draft_.groups[group].named) remember(group, features);
    group_by_head_[mention.head] = group;
  }

  static void widen(Features& all, const Features& one) {
    for (const std::string& w : one.before) insert_sorted(all.before, w);
    for (const std::string& w : one.names) insert_sorted(all.names, w);
    for (const std::string& w : one.after) insert_sorted(all.after, w);
  }

  void remember(std::uint32_t group, const Features& features) {
    const auto add = [group](std::vector<std::uint32_t>& groups) {
      if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
    };
    add(by_head_[features.head]);
    for (const std::uint16_t row : draft_.lexicon->synonym_rows(features.head))
      add(by_synonym_[row]);
    if (!features.kin.empty()) add(by_head_["~" + features.kin]);
  }

  /// "Tokayev, the President of Kazakhstan" and "The President of Kazakhstan, Tokayev".
  [[nodiscard]] std::uint32_t by_apposition(const DraftMention& mention) const {
    const auto fits = [&](std::uint32_t group) {
      return group != no_group && mention.number != Number::plural &&
             same_sort(mention.type, draft_.groups[group].type) && draft_.groups[group].named;
    };
    const Token& head = tree_.token(mention.head);
    if (head.deprel == DepRel::appos && fits(group_by_head_[head.head])) {
      return group_by_head_[head.head];
    }
    for (const std::uint32_t c : tree_.children(mention.head)) {
      const DepRel relation = tree_.token(c).deprel;
      const bool attached = relation == DepRel::appos || relation == DepRel::flat ||
                            (relation == DepRel::nmod_desc && c > mention.head);
      if (attached && fits(group_by_head_[c])) return group_by_head_[c];
    }
    return no_group;
  }

  /// "the Secretary General" for the person who was introduced so.
  [[nodiscard]] std::uint32_t by_role(const DraftMention& mention, const Features& features) const {
    if (mention.type != NodeType::person || mention.definiteness == Definiteness::indefinite) {
      return no_group;
    }
    const bool capital = starts_upper(tree_.form(mention.head));
    if (mention.definiteness == Definiteness::bare && !capital) return no_group;
    const auto known = by_role_.find(features.head);
    if (known == by_role_.end()) return no_group;
    std::uint32_t best = no_group;
    for (const std::uint32_t group : known->second) {
      const Words& roles = draft_.groups[group].roles;
      const bool all =
          std::all_of(features.before.begin(), features.before.end(), [&](const std::string& w) {
            return std::binary_search(features.names.begin(), features.names.end(), w) ||
                   !draft_.lexicon->is_title(w) ||
                   std::find(roles.begin(), roles.end(), w) != roles.end();
          });
      const bool lesser = std::any_of(roles.begin(), roles.end(), [&](const std::string& w) {
        return is_one_of(w, {"vice", "deputy", "former"}) &&
               !std::binary_search(features.before.begin(), features.before.end(), w);
      });
      if (!all || lesser || last_seen_[group] == no_head) continue;
      if (best == no_group || last_seen_[group] > last_seen_[best]) best = group;
    }
    return best;
  }

  [[nodiscard]] bool fits(std::uint32_t group, const DraftMention& mention,
                          const Features& f) const {
    const Features& known = features_[group];
    const DraftGroup& g = draft_.groups[group];
    if (g.number != mention.number &&
        (g.type != NodeType::concept_ || mention.definiteness != Definiteness::bare)) {
      return false;
    }
    if (!f.after.empty() && !known.after.empty() && disjoint(f.after, known.after)) return false;
    if (is_subset(f.before, known.before)) return true;
    if (mention.definiteness == Definiteness::indefinite) return false;
    if (!known.names.empty() && !is_subset(f.names, known.names)) return false;
    Words common = f.before;
    std::erase_if(common, [&](const std::string& w) {
      return std::binary_search(f.names.begin(), f.names.end(), w);
    });
    if (is_subset(common, known.before)) return true;
    // "the crane accident" for the only accident so far, which had no modifiers.
    const auto alike = by_head_.find(f.head);
    return known.before.empty() && mention.definiteness == Definiteness::definite &&
           g.type == NodeType::event && alike != by_head_.end() && alike->second.size() == 1;
  }

  /// "Yonhap news agency", "al-Ikhbariya television": the sort of body behind its name.
  [[nodiscard]] std::uint32_t by_medium(const DraftMention& mention) const {
    if (mention.number == Number::plural || mention.begin == mention.head) return no_group;
    const bool sort =
        is_one_of(tree_.lemma(mention.head),
                  {"television", "tv", "radio", "agency", "newspaper", "daily", "magazine",
                   "channel", "network", "company", "firm", "group", "website"});
    if (!sort) return no_group;
    for (std::uint32_t i = mention.head; i-- > mention.begin;) {
      const std::uint32_t group = group_by_head_[i];
      if (group == no_group || !draft_.named[i]) continue;
      const bool owner = tree_.token(i).deprel == DepRel::nmod_poss;
      return !owner && draft_.groups[group].type == NodeType::organization ? group : no_group;
    }
    return no_group;
  }

  /// "the purchase" for "a deal": a definite noun without modifiers, and no earlier one like it.
  [[nodiscard]] std::uint32_t by_synonym(const DraftMention& mention,
                                         const Features& features) const {
    if (mention.definiteness != Definiteness::definite || !features.before.empty() ||
        !features.after.empty()) {
      return no_group;
    }
    std::uint32_t best = no_group;
    for (const std::uint16_t row : draft_.lexicon->synonym_rows(features.head)) {
      const auto known = by_synonym_.find(row);
      if (known == by_synonym_.end()) continue;
      for (const std::uint32_t group : known->second) {
        if (draft_.groups[group].number != mention.number || inside(mention, group)) continue;
        if (tree_.sentence(mention.head) - tree_.sentence(last_seen_[group]) > synonym_reach)
          continue;
        if (best == no_group || last_seen_[group] > last_seen_[best]) best = group;
      }
    }
    return best;
  }

  /// An earlier description with the same head noun and fitting modifiers; the latest wins.
  [[nodiscard]] std::uint32_t by_head(const DraftMention& mention, const Features& features) const {
    if (mention.definiteness == Definiteness::indefinite) return no_group;
    std::uint32_t best = no_group;
    for (const std::string& key : {features.head, "~" + features.kin}) {
      const auto known = by_head_.find(key);
      if (key.size() < 2 || known == by_head_.end()) continue;
      const std::size_t recent = known->second.size() > 32 ? known->second.size() - 32 : 0;
      for (std::size_t i = recent; i < known->second.size(); ++i) {
        const std::uint32_t group = known->second[i];
        if (!fits(group, mention, features) || inside(mention, group)) continue;
        if (best == no_group || last_seen_[group] > last_seen_[best]) best = group;
      }
    }
    return best;
  }

  /// The last mention of `group` holds this one, or is held by it: they differ.
  [[nodiscard]] bool inside(const DraftMention& mention, std::uint32_t group) const {
    const std::uint32_t other = last_seen_[group];
    return other != no_head && tree_.sentence(other) == tree_.sentence(mention.head) &&
           (tree_.below(mention.head, other) || tree_.below(other, mention.head));
  }

  /// "the council" for the Collective Security Council.
  [[nodiscard]] std::uint32_t by_name(const DraftMention& mention, const Features& features) const {
    if (mention.definiteness != Definiteness::definite || mention.number == Number::plural ||
        !features.before.empty() || mention.type == NodeType::person) {
      return no_group;
    }
    const auto known = by_last_word_.find(features.head);
    if (known == by_last_word_.end()) return no_group;
    std::uint32_t best = no_group;
    for (const std::uint32_t group : known->second) {
      if (last_seen_[group] == no_head || draft_.groups[group].removed || inside(mention, group))
        continue;
      if (best == no_group || last_seen_[group] > last_seen_[best]) best = group;
    }
    return best;
  }

  /// "the country", "the city", "the company": the most salient thing of that sort.
  [[nodiscard]] std::uint32_t by_sort(const DraftMention& mention, const Features& features) const {
    if (mention.definiteness != Definiteness::definite || mention.number == Number::plural ||
        !features.before.empty() || !features.after.empty()) {
      return no_group;
    }
    const std::string& head = features.head;
    const bool country = is_one_of(head, {"country", "nation", "republic", "kingdom"});
    const bool city = is_one_of(head, {"city", "town", "village"});
    const bool body =
        is_one_of(head, {"organization", "organisation", "company", "firm", "enterprise"});
    if (is_one_of(head, {"north", "south", "east", "west"})) return by_direction(head);
    if (!country && !city && !body) return no_group;
    std::uint32_t best = no_group;
    double best_score = 0.0;
    const std::uint32_t here = tree_.sentence(mention.head);
    for (std::uint32_t g = 0; g < draft_.groups.size(); ++g) {
      const DraftGroup& group = draft_.groups[g];
      if (!group.named || last_seen_[g] == no_head || group.removed) continue;
      if (body ? group.type != NodeType::organization : group.type != NodeType::geopolitical_entity)
        continue;
      if (!body && is_country(group) != country && group.entry != Gazetteer::none) continue;
      const double distance = here - tree_.sentence(last_seen_[g]);
      double score = (body ? 1.0 : 0.25) * seen_[g] - distance;
      if (body && by_last_word(head, g)) score += 10.0;
      if (best == no_group || score > best_score) {
        best = g;
        best_score = score;
      }
    }
    return best;
  }

  /// "the North" for North Korea.
  [[nodiscard]] std::uint32_t by_direction(const std::string& word) const {
    for (std::uint32_t g = 0; g < draft_.groups.size(); ++g) {
      const DraftGroup& group = draft_.groups[g];
      if (!group.named || group.entry == Gazetteer::none || last_seen_[g] == no_head) continue;
      if (fold_name(draft_.gazetteer->entry(group.entry).name).starts_with(word + " ")) return g;
    }
    return no_group;
  }

  [[nodiscard]] bool by_last_word(const std::string& word, std::uint32_t group) const {
    const auto known = by_last_word_.find(word);
    return known != by_last_word_.end() &&
           std::binary_search(known->second.begin(), known->second.end(), group);
  }

  [[nodiscard]] bool is_country(const DraftGroup& group) const {
    if (group.entry == Gazetteer::none) return false;
    const GazetteerEntry& entry = draft_.gazetteer->entry(group.entry);
    return entry.same_as.size() != 1 || !entry.same_as[0].starts_with("https://sws.geonames.org/");
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  std::vector<std::uint32_t> group_by_head_;  // by token
  std::vector<std::uint32_t> last_seen_;      // by group: head of its last mention so far
  std::vector<std::uint32_t> seen_;           // by group: mentions so far
  std::vector<Features> features_;            // by group
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_last_word_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_role_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_head_;
  std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> by_synonym_;
};

}  // namespace

void group_descriptions(EntityDraft& draft) { DescriptionGrouper(draft).group(); }

}  // namespace actant
