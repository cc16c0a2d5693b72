// SPDX-License-Identifier: MIT
#include "ingest/claim_finders.hpp"
#include "ingest/clause_claim.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace actant {
namespace {

constexpr std::uint32_t longest_content = 40;  // tokens

class ClauseValues {
 public:
  ClauseValues(const Reading& reading, std::vector<CandidateClaim>& claims)
      : reading_(reading), tree_(reading.tree()), claims_(claims) {
    told_.assign(tree_.size(), false);
    for (const CandidateClaim& claim : claims) told_[claim.trigger] = true;
  }

  void find() {
    const std::size_t known = claims_.size();
    for (const Clause& clause : reading_.clauses().list) {
      if (clause.copular || reading_.is_noise(clause.trigger)) continue;
      const std::uint32_t content = content_of(clause);
      if (content == no_head) continue;
      const Literal value = words_of(content);
      if (value.value.empty()) continue;
      if (told_[clause.trigger]) {
        for (std::size_t i = 0; i < known; ++i) {
          if (claims_[i].trigger == clause.trigger) add(claims_[i], content, value);
        }
      } else if (tree_.rel(content) == DepRel::xcomp && !is_told(content)) {
        tell(clause, content, value);
      }
    }
  }

 private:
  /// "that the mission was over" after a verb of speech, "to resign" after a verb of intent.
  std::uint32_t content_of(const Clause& clause) const {
    const WordEntry& word = reading_.word(clause.trigger);
    const bool speech = word.in(WordClass::speech);
    const bool intent =
        word.in(WordClass::future) || word.in(WordClass::negative) || word.in(WordClass::required);
    if (!speech && !intent) return no_head;
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      if (child < clause.trigger) continue;
      const DepRel rel = tree_.rel(child);
      if (speech && rel == DepRel::ccomp) return child;
      if (intent && rel == DepRel::xcomp && tree_.xpos(child) == "VB") return child;
    }
    return no_head;
  }

  std::pair<std::uint32_t, std::uint32_t> bounds(std::uint32_t content) const {
    std::uint32_t begin = tree_.left(content);
    std::uint32_t end = std::max(tree_.right(content), content + 1);
    while (begin < content && tree_.upos(begin) == Upos::punct) ++begin;
    while (end > content + 1 && tree_.upos(end - 1) == Upos::punct) --end;
    return {begin, end};
  }

  Literal words_of(std::uint32_t content) const {
    const auto [begin, end] = bounds(content);
    if (begin <= tree_.head(content) || end - begin > longest_content) return {};
    return {phrase(tree_.analysis(), reading_.text(), begin, end), "clause"};
  }

  /// Do other claims tell what the clause says?
  bool is_told(std::uint32_t content) const {
    const auto [begin, end] = bounds(content);
    return std::find(told_.begin() + begin, told_.begin() + end, true) != told_.begin() + end;
  }

  void add(CandidateClaim& claim, std::uint32_t content, const Literal& value) const {
    if (claim.arguments.size() >= 6) return;
    const auto [begin, end] = bounds(content);
    claim.arguments.push_back({"content", ClusterId(), value, content, begin, end});
    claim.end = std::max(claim.end, end);
  }

  /// "Berg promised to resign": nothing inside makes a claim, so the words are the value.
  void tell(const Clause& clause, std::uint32_t content, const Literal& value) {
    const std::uint32_t speaker = clause.passive ? clause.agent : clause.subject;
    for (const Filler& subject : reading_.fillers(speaker)) {
      if (!subject.cluster.valid()) continue;
      Filler object;
      object.token = content;
      object.literal = value;
      CandidateClaim claim = reading_.claim(clause.trigger, subject, object, "agent", "content");
      const ClauseClaim what{verb_type(reading_, clause), {}, "verb-content"};
      finish_clause_claim(reading_, claim, clause, what, {});
      claims_.push_back(std::move(claim));
    }
  }

  const Reading& reading_;
  const Tree& tree_;
  std::vector<CandidateClaim>& claims_;
  std::vector<bool> told_;  // of each token: is it the predicate of a claim?
};

}  // namespace

void find_clause_values(const Reading& reading, std::vector<CandidateClaim>& claims) {
  ClauseValues(reading, claims).find();
}

}  // namespace actant
