// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/folding.hpp"
#include "ingest/static_claim.hpp"

#include <algorithm>

namespace actant {
namespace {

class PositionClaims {
 public:
  PositionClaims(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {
    starts_.assign(tree_.size() + 1, no_head);
    ends_.assign(tree_.size() + 1, no_head);
    const auto& mentions = reading.entities().mentions;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].kind != MentionKind::name) continue;
      if (starts_[mentions[i].begin] == no_head) starts_[mentions[i].begin] = i;
      ends_[mentions[i].end] = i;
    }
  }

  void find() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (reading_.is_noise(i) || !tree_.is_nominal(i)) continue;
      if (reading_.word(i).in(WordClass::role)) find_position(i);
    }
  }

 private:
  /// The person that a role noun is said of: "President X", "X, president of", "X is president".
  std::vector<std::uint32_t> holders(std::uint32_t role) const {
    std::vector<std::uint32_t> found;
    const auto take = [&](std::uint32_t token) {
      if (token == no_head) return;
      if (reading_.type_of(token) == "Person" && reading_.is_named(token) && token != role) {
        found.push_back(token);
      }
    };
    const std::uint32_t head = tree_.head(role);
    const DepRel rel = tree_.rel(role);
    // A title inside a longer title: "Secretary General X".
    std::uint32_t up = head;
    DepRel link = rel;
    for (int depth = 0; up != no_head && depth < 4; ++depth) {
      if (link != DepRel::compound && link != DepRel::nmod_desc && link != DepRel::appos &&
          link != DepRel::flat && link != DepRel::nmod_unmarked && link != DepRel::amod) {
        break;
      }
      take(up);
      if (!found.empty()) break;
      link = tree_.rel(up);
      up = tree_.head(up);
    }
    for (const std::uint32_t child : tree_.children(role)) {
      const DepRel kind = tree_.rel(child);
      if (kind == DepRel::appos || kind == DepRel::flat || kind == DepRel::nmod_desc ||
          (kind == DepRel::nmod_unmarked && child > role)) {
        take(child);
      }
    }
    if (rel != DepRel::conj) take(predication(reading_, role).subject);
    if (found.empty() && rel == DepRel::conj && head != no_head &&
        reading_.word(head).in(WordClass::role)) {
      return holders_of_first(head);
    }
    if (found.empty()) near_names(role, found);
    return found;
  }

  /// "chairman and director": the second has the holders of the first. No deeper.
  std::vector<std::uint32_t> holders_of_first(std::uint32_t role) const {
    std::vector<std::uint32_t> found;
    if (tree_.rel(role) == DepRel::conj) return found;
    return holders(role);
  }

  /// Names that the order of the words ties to a role, whatever the parser made of it: "President
  /// of X, NAME", "NAME, the president of X".
  void near_names(std::uint32_t role, std::vector<std::uint32_t>& found) const {
    std::uint32_t at = body_end(role);
    if (at < end_of_sentence(role) && tree_.form(at) == ",") at = title_end(at + 1);
    if (at < end_of_sentence(role) && is_person(starts_[at])) {
      found.push_back(reading_.entities().mentions[starts_[at]].head);
      return;
    }
    for (std::uint32_t back = role; back > 0 && role - back < 8; --back) {
      const std::uint32_t before = back - 1;
      if (tree_.sentence(before) != tree_.sentence(role)) return;
      if (tree_.form(before) == ",") {
        if (is_person(ends_[before])) {
          found.push_back(reading_.entities().mentions[ends_[before]].head);
        }
        return;
      }
      const Upos tag = tree_.upos(before);
      const bool inside = tag == Upos::det || tag == Upos::adj || tag == Upos::noun ||
                          tag == Upos::propn || tag == Upos::part || tag == Upos::num ||
                          tree_.rel(before) == DepRel::nmod_poss;
      if (!inside) return;
    }
  }

  /// Where the titles between a role and the name end: "Prime Minister of Y" of "the chairman of X,
  /// Prime Minister of Y NAME". `at` itself when there are none.
  std::uint32_t title_end(std::uint32_t at) const {
    const std::uint32_t end = end_of_sentence(at - 1);
    std::uint32_t title = at;
    while (title < end && title < at + 4 && is_role_word(title) && !is_person(starts_[title])) {
      ++title;
    }
    return title == at ? at : body_end(title - 1);
  }

  /// Where "of X" after a role ends; the token after the role when there is none.
  std::uint32_t body_end(std::uint32_t role) const {
    const std::uint32_t named = body_after(role);
    if (named != no_head) return reading_.entities().mentions[named].end;
    // "Secretary of State NAME", "minister of foreign affairs NAME"
    const std::uint32_t end = std::min(end_of_sentence(role), role + 6);
    std::uint32_t at = after_mark(role);
    if (at == role + 1) return at;
    while (at < end && is_title_word(at)) ++at;
    return at;
  }

  bool is_title_word(std::uint32_t token) const {
    const Upos tag = tree_.upos(token);
    return (tag == Upos::noun || tag == Upos::propn || tag == Upos::adj) &&
           !is_person(starts_[token]);
  }

  /// The first word of X in "of X" after a role; the token after the role when there is none.
  std::uint32_t after_mark(std::uint32_t role) const {
    const std::uint32_t end = end_of_sentence(role);
    std::uint32_t at = role + 1;
    if (at >= end) return at;
    const std::string_view mark = tree_.form(at);
    if (mark != "of" && mark != "for" && mark != "at") return at;
    ++at;
    while (at < end && tree_.upos(at) == Upos::det) ++at;
    return at;
  }

  /// The mention in "of X" after a role, or no_head.
  std::uint32_t body_after(std::uint32_t role) const {
    const std::uint32_t at = after_mark(role);
    return at > role + 1 && at < end_of_sentence(role) ? starts_[at] : no_head;
  }

  std::uint32_t end_of_sentence(std::uint32_t token) const {
    return tree_.analysis().sentences[tree_.sentence(token)].end;
  }

  bool is_person(std::uint32_t mention) const {
    return mention != no_head &&
           reading_.type_of(reading_.entities().mentions[mention].cluster) == "Person";
  }

  /// "the Democratic Speaker of the House": an adjective that says what kind, not where.
  bool is_party(std::uint32_t role, std::uint32_t modifier) const {
    if (tree_.rel(modifier) != DepRel::amod || reading_.type_of(modifier) != "Organization") {
      return false;
    }
    const auto children = tree_.children(role);
    return std::any_of(children.begin(), children.end(), [this](std::uint32_t child) {
      return tree_.rel(child) == DepRel::nmod && tree_.case_lemma(child) == "of";
    });
  }

  /// Bodies that a role belongs to: "president of X", "X's president", "X president".
  std::vector<std::uint32_t> bodies(std::uint32_t role, std::uint32_t holder) const {
    std::vector<std::uint32_t> found;
    const auto take = [&](std::uint32_t token) {
      if (is_part_of_title(token)) return;
      const std::string_view type = reading_.type_of(token);
      const bool body = type == "Organization" || type == "GeopoliticalEntity" || type == "Group" ||
                        type == "Document" || type == "Location" || type == "Facility" ||
                        type == "Product" || type == "Event";
      if (body && reading_.cluster(token) != reading_.cluster(holder)) found.push_back(token);
    };
    std::uint32_t at = role;
    for (int depth = 0; depth < 4; ++depth) {
      for (const std::uint32_t child : tree_.children(at)) {
        const DepRel rel = tree_.rel(child);
        if (rel == DepRel::nmod_poss || rel == DepRel::compound || rel == DepRel::amod ||
            rel == DepRel::nmod_desc) {
          if (child != holder && !is_party(role, child)) take(child);
          // "[CSTO Secretary] General": the body hangs on the first word of the title.
          if (found.empty()) {
            for (const std::uint32_t below : tree_.children(child)) take(below);
          }
        } else if (rel == DepRel::nmod || rel == DepRel::obl) {
          const std::string_view mark = tree_.case_lemma(child);
          if (mark == "of" || mark == "at" || mark == "for" || mark == "in") take(child);
          if (is_part_of_title(child)) {
            for (const std::uint32_t below : tree_.children(child)) {
              if (tree_.rel(below) == DepRel::nmod) take(below);
            }
          }
        }
        if (!found.empty()) return found;
      }
      // "Prime Minister of Armenia Nikol Pashinyan": the body may hang on the name.
      const DepRel rel = tree_.rel(at);
      const bool title = rel == DepRel::compound || rel == DepRel::nmod_desc ||
                         rel == DepRel::flat || rel == DepRel::nmod_unmarked;
      if (!title || tree_.head(at) == no_head) break;
      at = tree_.head(at);
    }
    if (found.empty() && role > 0 && reading_.cluster(role - 1).valid() &&
        tree_.sentence(role - 1) == tree_.sentence(role)) {
      take(role - 1);
    }
    if (const std::uint32_t after = body_after(role); found.empty() && after != no_head) {
      take(reading_.entities().mentions[after].head);
    }
    return found;
  }

  /// The words of a role before its noun: "Secretary General", "deputy prime minister".
  std::string role_name(std::uint32_t role) const {
    std::uint32_t begin = role;
    while (begin > 0 && role - begin < 3 && tree_.sentence(begin - 1) == tree_.sentence(role) &&
           !reading_.is_named(begin - 1) && is_role_word(begin - 1)) {
      --begin;
    }
    std::string name;
    for (std::uint32_t i = begin; i <= role; ++i) {
      if (i > begin) name += ' ';
      for (const char c : tree_.lemma(i)) {
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
    const std::uint32_t rest = after_mark(role);
    if (rest < tree_.size() && rest > role + 1 && is_part_of_title(rest)) {
      name += " of ";
      name += fold_name(tree_.lemma(rest));
    }
    return name;
  }

  /// "Secretary of State", "chief of staff": no body, but the rest of the title.
  bool is_part_of_title(std::uint32_t token) const {
    const std::string_view lemma = tree_.lemma(token);
    return (lemma == "State" || lemma == "state" || lemma == "Staff" || lemma == "staff") &&
           tree_.case_lemma(token) == "of";
  }

  bool is_role_word(std::uint32_t token) const {
    const std::string_view lemma = tree_.lemma(token);
    return reading_.word(token).in(WordClass::role) || lemma == "prime" || lemma == "vice" ||
           lemma == "Prime" || lemma == "Vice" || lemma == "foreign" || lemma == "Foreign" ||
           lemma == "supreme" || lemma == "executive";
  }

  void find_position(std::uint32_t role) {
    // Of "Secretary General" the last word speaks for both.
    if (role + 1 < tree_.size() && tree_.sentence(role + 1) == tree_.sentence(role) &&
        is_role_word(role + 1) &&
        (!reading_.is_named(role + 1) || reading_.type_of(role + 1) == "Person")) {
      return;
    }
    const Predication said = predication(reading_, role);
    for (const std::uint32_t holder : holders(role)) {
      const Clause* clause = holder == said.subject ? said.clause : nullptr;
      for (const std::uint32_t body : bodies(role, holder)) {
        std::vector<std::uint32_t> all;
        conjuncts(tree_, body, all);
        for (const std::uint32_t each : all) {
          if (!reading_.cluster(each).valid()) continue;
          relate_tokens(reading_, role, holder, each,
                        {"position", role_name(role), "position", clause}, claims_);
        }
      }
    }
  }

  const Reading& reading_;
  const Tree& tree_;
  std::vector<CandidateClaim>& claims_;
  std::vector<std::uint32_t> starts_;  // of each token: the name that begins there, or no_head
  std::vector<std::uint32_t> ends_;    // the name that ends before it
};

}  // namespace

void find_position_claims(const Reading& reading, std::vector<CandidateClaim>& claims) {
  PositionClaims(reading, claims).find();
}

}  // namespace actant
