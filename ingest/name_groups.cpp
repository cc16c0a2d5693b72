// SPDX-License-Identifier: MIT
#include "ingest/entity_draft.hpp"
#include "ingest/folding.hpp"
#include "ingest/institutions.hpp"
#include "ingest/name_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace actant {
namespace {

// A name's last word outweighs what a noun beside it says, and that the model.
constexpr unsigned sure_weight = 10000;
constexpr unsigned described_weight = 100;

// Distinct names farther apart are not compared.
constexpr std::size_t reach = 400;

/// The one group that something may mean.
struct Choice {
  std::uint32_t group = no_group;
  bool unique = true;  ///< there is no second

  void add(std::uint32_t one) {
    unique = unique && (group == no_group || group == one);
    if (group == no_group) group = one;
  }
};

bool is_small(std::string_view word) {
  static constexpr std::array<std::string_view, 11> small = {
      "of", "and", "the", "for", "in", "on", "to", "de", "&", "at", "against"};
  return std::find(small.begin(), small.end(), word) != small.end();
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '-') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::string bare_acronym(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c + 32);
  }
  return letters;
}

class NameGrouper {
 public:
  explicit NameGrouper(EntityDraft& draft)
      : draft_(draft), tree_(draft.tree), institutions_(draft), parts_(draft) {}

  void group() {
    group_same();
    for (DraftGroup& group : draft_.groups) settle_type(group);  // parts must fit
    join_definitions();
    join_initials();
    join_institutions();
    join_parts();
    join_variants();
    for (DraftGroup& group : draft_.groups) settle_type(group);
  }

 private:
  [[nodiscard]] DraftGroup& group_of(const Spelling& s) { return draft_.groups[root(s)]; }
  [[nodiscard]] std::uint32_t root(const Spelling& s) const {
    return draft_.mentions[s.first].group;
  }

  /// The spellings that `one` of spellings_ is compared with: those that appear
  /// around it, so that time is linear in the text.
  [[nodiscard]] std::span<const Spelling> near(const Spelling& one) const {
    const auto at = static_cast<std::size_t>(&one - spellings_.data());
    const std::size_t begin = at > reach ? at - reach : 0;
    return std::span(spellings_).subspan(begin, std::min(spellings_.size(), at + reach) - begin);
  }

  /// The same spelling, or the same entry of the gazetteer.
  void group_same() {
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_text;
    std::map<std::uint32_t, std::uint32_t> by_entry;
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      DraftMention& mention = draft_.mentions[m];
      if (mention.kind != MentionKind::name) continue;
      const std::string text = mention_text(mention);
      std::optional<Institution> institution = institutions_.read(mention);
      std::uint32_t group = no_group;
      // The Iraqi and the Turkish "Parliament" are two.
      std::vector<std::size_t>& same =
          by_text[institution && institution->place != Gazetteer::none
                      ? institution->name + "|" + std::to_string(institution->place)
                      : with_country(mention, text)];
      for (const std::size_t s : same) {
        if (compatible(draft_.groups[root(spellings_[s])].type, mention.type) || same.size() == 1) {
          group = root(spellings_[s]);
          break;
        }
      }
      if (group == no_group && mention.entry != Gazetteer::none) {
        const auto known = by_entry.find(mention.entry);
        if (known != by_entry.end()) group = draft_.mentions[known->second].group;
      }
      if (group == no_group) {
        draft_.found_group(m);
      } else {
        draft_.join(m, group);
      }
      if (mention.entry != Gazetteer::none) by_entry.try_emplace(mention.entry, m);
      if (same.empty() || group == no_group) {
        same.push_back(spellings_.size());
        spellings_.push_back({text, split(text), m, std::move(institution)});
      }
    }
  }

  /// "U.S. Constitution" and "United States Constitution" alike.
  [[nodiscard]] std::string with_country(const DraftMention& mention,
                                         const std::string& text) const {
    if (mention.type == NodeType::person || mention.end - mention.begin < 2) return text;
    const std::string_view first = tree_.form(mention.begin);
    const Gazetteer::Match match = draft_.gazetteer->exact(first);
    const std::size_t blank = text.find(' ');
    if (match.words > 0 && is_acronym(first) && blank != std::string::npos &&
        draft_.gazetteer->entry(match.entry).type == NodeType::geopolitical_entity) {
      return fold_name(draft_.gazetteer->entry(match.entry).name) + text.substr(blank);
    }
    return text;
  }

  [[nodiscard]] std::string mention_text(const DraftMention& mention) const {
    std::string text = fold_name(draft_.text(mention));
    std::erase(text, '.');
    if (text.starts_with("ft ")) text.replace(0, 2, "fort");
    if (text.starts_with("mt ")) text.replace(0, 2, "mount");
    return text;
  }

  /// "Collective Security Treaty Organization (CSTO)" and "CSTO (Collective
  /// ...)".
  void join_definitions() {
    for (std::size_t a = 0; a + 1 < draft_.mentions.size(); ++a) {
      const DraftMention& outer = draft_.mentions[a];
      if (outer.kind != MentionKind::name) continue;
      for (std::size_t b = a + 1; b < draft_.mentions.size() && b < a + 4; ++b) {
        const DraftMention& inner = draft_.mentions[b];
        if (inner.kind != MentionKind::name || inner.begin <= outer.end) continue;
        const bool stop = tree_.form(outer.end) == ".";  // of "Inc."
        const std::uint32_t open = outer.end + (stop ? 1 : 0);
        if (inner.begin != open + 1 || tree_.form(open) != "(" ||
            inner.end >= draft_.noise.size() || tree_.form(inner.end) != ")") {
          continue;
        }
        if (!abbreviates(inner, outer) && !abbreviates(outer, inner)) continue;
        draft_.merge_groups(outer.group, inner.group);
      }
    }
  }

  /// Initials in order, or a shortened form ("HDT Limited" for "HDT Védelmi
  /// Ipari Kft.").
  [[nodiscard]] bool abbreviates(const DraftMention& brief, const DraftMention& full) const {
    const std::vector<std::string> words = split(mention_text(full));
    const std::vector<std::string> shorter = split(mention_text(brief));
    if (words.empty() || shorter.empty()) return false;
    if (shorter.size() > 1) return words.front() == shorter.front();
    if (words.size() < 2) return false;
    const std::string letters = bare_acronym(draft_.text(brief));
    return words.front() == shorter.front() || matches_initials(letters, words) ||
           closes(letters, words);
  }

  /// "HHS" of "Department of Health and Human Services".
  [[nodiscard]] static bool closes(const std::string& letters,
                                   const std::vector<std::string>& words) {
    std::string content;
    for (const std::string& word : words) {
      if (!is_small(word)) content += word[0];
    }
    return letters.size() >= 3 && content.ends_with(letters);
  }

  [[nodiscard]] static bool matches_initials(const std::string& letters,
                                             const std::vector<std::string>& words) {
    if (letters.size() < 3) return false;
    std::string all;
    std::string content;
    for (const std::string& word : words) {
      all += word[0];
      if (!is_small(word)) content += word[0];
    }
    // "USDA" for "U.S. Department of Agriculture".
    const bool brief_front = words[0].size() == 2;
    return letters == all || letters == content ||
           (brief_front && content.size() > 1 && letters == words[0] + content.substr(1));
  }

  /// "CIA" for "United States Central Intelligence Agency" too.
  [[nodiscard]] bool stands_for(const std::string& letters, const Spelling& full) {
    if (matches_initials(letters, full.words)) return true;
    if (full.words.size() <= letters.size() || !parts_.is_place_and(full, letters.size()))
      return false;
    const auto rest = full.words.end() - static_cast<std::ptrdiff_t>(letters.size());
    return matches_initials(letters, {rest, full.words.end()});
  }

  void join_initials() {
    for (const Spelling& brief : spellings_) {
      const std::string_view text = draft_.text(draft_.mentions[brief.first]);
      if (!is_acronym(text) || group_of(brief).removed) continue;
      const std::string letters = bare_acronym(text);
      for (const Spelling& full : near(brief)) {
        if (full.words.size() < 2 || root(full) == root(brief)) continue;
        if (group_of(full).type == NodeType::person || !stands_for(letters, full)) continue;
        if (!same_entry_or_none(root(full), root(brief))) continue;
        draft_.merge_groups(root(full), root(brief));
        break;
      }
    }
  }

  /// "Parliament" for the only one whose place is told, "the House" for the House of
  /// Representatives.
  void join_institutions() {
    for (const Spelling& brief : spellings_) {
      if (!brief.institution) continue;
      Choice choice;
      for (const Spelling& full : near(brief)) {
        if (full.institution && root(full) != root(brief) &&
            may_be(*brief.institution, *full.institution)) {
          choice.add(root(full));
        }
      }
      if (choice.group != no_group && choice.unique) {
        draft_.merge_groups(choice.group, root(brief));
      }
    }
  }

  [[nodiscard]] static bool may_be(const Institution& brief, const Institution& full) {
    const bool longer = full.name.starts_with(brief.name + " of ");
    if (brief.name != full.name && !longer) return false;
    if (brief.place == Gazetteer::none) return longer || full.place != Gazetteer::none;
    return brief.place == full.place;
  }

  [[nodiscard]] bool same_entry_or_none(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t x = draft_.groups[a].entry;
    const std::uint32_t y = draft_.groups[b].entry;
    return x == Gazetteer::none || y == Gazetteer::none || x == y;
  }

  /// A surname or first name for a person, a first or last part for an
  /// organisation.
  void join_parts() {
    for (const Spelling& brief : spellings_) {
      const DraftMention& mention = draft_.mentions[brief.first];
      const bool adjective = mention.type == NodeType::group && brief.words.size() == 1;
      if (mention.demonym || adjective) continue;
      Choice any;
      Choice before;  // of two Bakiyevs, the one of whom the text has spoken
      for (const Spelling& full : near(brief)) {
        if (full.words.size() <= brief.words.size() || root(full) == root(brief)) continue;
        if (!parts_.is_part(brief, full) || !same_entry_or_none(root(brief), root(full))) continue;
        any.add(root(full));
        if (full.first < brief.first) before.add(root(full));  // the first of them stays
      }
      const bool person = group_of(brief).type == NodeType::person;
      const std::uint32_t found = any.unique                ? any.group
                                  : before.unique || person ? before.group
                                                            : no_group;
      if (found != no_group) draft_.merge_groups(found, root(brief));
    }
  }

  /// Spelling variants of persons: same surname, other parts alike; or one
  /// letter apart.
  void join_variants() {
    for (std::size_t a = 0; a < spellings_.size(); ++a) {
      for (std::size_t b = a + 1; b < std::min(spellings_.size(), a + reach); ++b) {
        const Spelling& x = spellings_[a];
        const Spelling& y = spellings_[b];
        if (root(x) == root(y) || group_of(x).type != group_of(y).type) continue;
        if (!same_entry_or_none(root(x), root(y)) || x.text.size() < 6 || y.text.size() < 6)
          continue;
        if (group_of(x).entry != Gazetteer::none || group_of(y).entry != Gazetteer::none) continue;
        const bool person = group_of(x).type == NodeType::person && x.words.size() > 1 &&
                            x.words.back() == y.words.back() && x.words.size() == y.words.size();
        const unsigned limit = person && x.text.size() >= 12 ? 2 : 1;
        if (x.text[0] != y.text[0] || edit_distance(x.text, y.text, limit) > limit) continue;
        const bool plural = x.text + "s" == y.text || y.text + "s" == x.text;
        if (!person && !plural && (x.words.size() > 1 || x.text.size() < 7)) continue;
        draft_.merge_groups(root(x), root(y));
      }
    }
  }

  /// The type most of the names have; a known entry decides.
  void settle_type(DraftGroup& group) const {
    if (group.removed) return;
    if (group.entry != Gazetteer::none) {
      group.type = draft_.gazetteer->entry(group.entry).type;
      return;
    }
    std::array<unsigned, 13> votes{};
    for (const std::uint32_t m : group.mentions) {
      const DraftMention& mention = draft_.mentions[m];
      const unsigned weight =
          1 + (mention.typed ? 2U : 0U) + (mention.end - mention.begin > 1 ? 2U : 0U);
      votes[static_cast<std::size_t>(mention.type)] += weight + (mention.sure ? sure_weight : 0U);
      if (mention.described)
        votes[static_cast<std::size_t>(*mention.described)] += described_weight;
    }
    group.type =
        static_cast<NodeType>(std::max_element(votes.begin(), votes.end()) - votes.begin());
  }

  EntityDraft& draft_;
  const Syntax& tree_;
  const Institutions institutions_;
  const NameParts parts_;
  std::vector<Spelling> spellings_;
};

}  // namespace

void group_names(EntityDraft& draft) { NameGrouper(draft).group(); }

}  // namespace actant
