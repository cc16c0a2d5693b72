// SPDX-License-Identifier: MIT
#include "ingest/truth.hpp"

#include <algorithm>

namespace actant {
namespace {

/// What the words of a clause itself say.
struct Signs {
  bool negated = false;
  bool modal = false;  // an auxiliary decides
  Modality modality = Modality::actual;
};

bool denies(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no" ||
         lemma == "neither" || lemma == "nor" || lemma == "nowhere" || lemma == "cannot";
}

/// "not all", "not a single".
bool is_quantifier(std::string_view lemma) {
  return lemma == "all" || lemma == "every" || lemma == "everyone" || lemma == "a" ||
         lemma == "one" || lemma == "many" || lemma == "enough";
}

bool denies_noun(const Tree& tree, std::uint32_t noun) {
  if (noun == no_head) return false;
  const std::string_view lemma = tree.lemma(noun);
  if (lemma == "nobody" || lemma == "nothing" || lemma == "none" || lemma == "no-one") return true;
  for (const std::uint32_t child : tree.children(noun)) {
    const DepRel rel = tree.rel(child);
    if (rel != DepRel::det && rel != DepRel::advmod && rel != DepRel::cc_preconj) continue;
    const std::string_view word = tree.lemma(child);
    if (word == "no" || word == "neither") return true;
    if (word == "not" && child < noun && is_quantifier(tree.lemma(child + 1))) return true;
  }
  return false;
}

class Judge {
 public:
  Judge(const Tree& tree, const Clauses& clauses, const RuleBook& book)
      : tree_(tree), clauses_(clauses), book_(book) {}

  std::vector<Truth> judge() {
    truths_.reserve(clauses_.list.size());
    for (const Clause& clause : clauses_.list) truths_.push_back(judge(clause));
    return std::move(truths_);
  }

 private:
  Truth judge(const Clause& clause) const {
    const Signs own = signs(clause);
    Truth truth{own.negated ? Polarity::negative : Polarity::positive, own.modality};
    if (has_condition(clause) && truth.modality != Modality::required) {
      truth.modality = Modality::conditional;
    }
    embed(clause, own, truth);
    return truth;
  }

  Signs signs(const Clause& clause) const {
    Signs signs;
    bool infinitive = false;
    bool is = false;
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      const std::string_view lemma = tree_.lemma(child);
      switch (tree_.rel(child)) {
        case DepRel::aux:
          read_auxiliary(lemma, signs);
          is = is || lemma == "be";
          break;
        case DepRel::cop:
          is = true;
          break;
        case DepRel::mark:
          infinitive = infinitive || lemma == "to";
          break;
        case DepRel::advmod:
        case DepRel::det:
        case DepRel::cc:
        case DepRel::cc_preconj:
          if (denies(lemma) && child < clause.trigger + 2) {
            signs.negated = !is_only(child);
          } else if (is_no_longer(child) || book_.word(lemma).in(WordClass::negative)) {
            signs.negated = true;
          } else if (!signs.modal && book_.word(lemma).in(WordClass::possible)) {
            signs.modality = Modality::possible;
          }
          break;
        default:
          break;
      }
    }
    // "sites are to be kept"
    if (infinitive && is && !signs.modal && !clause.copular &&
        !is_clausal(tree_.rel(clause.trigger))) {
      signs.modality = Modality::future;
      signs.modal = true;
    }
    if (denies_noun(tree_, clause.object) ||
        (clause.subject_origin == SubjectOrigin::own && denies_noun(tree_, clause.subject)) ||
        (clause.copular && denies_noun(tree_, clause.trigger))) {
      signs.negated = true;
    }
    return signs;
  }

  /// "not only", "not just": what follows is so.
  bool is_only(std::uint32_t token) const {
    if (token + 1 >= tree_.size()) return false;
    const std::string_view next = tree_.lemma(token + 1);
    return next == "only" || next == "just" || next == "merely" || next == "simply";
  }

  /// "no longer", "no more".
  bool is_no_longer(std::uint32_t token) const {
    const std::string_view form = tree_.form(token);
    if (form != "longer" && form != "more") return false;
    const auto children = tree_.children(token);
    return std::any_of(children.begin(), children.end(),
                       [this](std::uint32_t child) { return tree_.lemma(child) == "no"; });
  }

  static void read_auxiliary(std::string_view lemma, Signs& signs) {
    if (lemma == "will" || lemma == "shall" || lemma == "wo" || lemma == "would" ||
        lemma == "'ll" || lemma == "'d") {
      signs.modality = Modality::future;
      signs.modal = true;
    } else if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can" ||
               lemma == "ca") {
      signs.modality = Modality::possible;
      signs.modal = true;
    } else if (lemma == "must" || lemma == "should" || lemma == "ought") {
      signs.modality = Modality::required;
      signs.modal = true;
    }
  }

  /// "if", "unless", "in case", or an inverted "had it happened".
  bool is_condition(std::uint32_t clause) const {
    for (const std::uint32_t child : tree_.children(clause)) {
      const DepRel rel = tree_.rel(child);
      const std::string_view lemma = tree_.lemma(child);
      if (rel == DepRel::mark && (lemma == "if" || lemma == "unless" || lemma == "provided")) {
        return true;
      }
      const std::uint32_t subject = tree_.child(clause, DepRel::nsubj);
      if (rel == DepRel::aux && lemma == "have" && subject != no_head && child < subject &&
          tree_.rel(clause) == DepRel::advcl) {
        return true;
      }
    }
    return false;
  }

  bool has_condition(const Clause& clause) const {
    const auto children = tree_.children(clause.trigger);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      return tree_.rel(child) == DepRel::advcl && is_condition(child);
    });
  }

  const Truth* truth_of(std::uint32_t token) const {
    const std::uint32_t at = token == no_head ? no_head : clauses_.of_token[token];
    return at == no_head || at >= truths_.size() ? nullptr : &truths_[at];
  }

  void flip(Truth& truth) const {
    truth.polarity = truth.polarity == Polarity::positive ? Polarity::negative : Polarity::positive;
  }

  void complement(std::uint32_t matrix, bool open, const Signs& own, Truth& truth) const {
    const WordEntry& word = book_.word(tree_.lemma(matrix));
    const Truth* outer = truth_of(matrix);
    if (word.in(WordClass::negative)) flip(truth);
    const bool denied = outer != nullptr && outer->polarity == Polarity::negative;
    if (denied && (open || is_verdict(matrix))) flip(truth);
    if (is_still_to_come(matrix) && open) {
      flip(truth);
      return;
    }
    if (own.modal || truth.modality == Modality::conditional) return;
    // "told him to leave", "demanded that he leave", but not "told him that he left".
    const bool demands = word.in(WordClass::required) && (open || !word.in(WordClass::speech));
    if (demands || (open && is_obliging(matrix))) {
      truth.modality = Modality::required;
    } else if (open && word.in(WordClass::future)) {
      truth.modality = Modality::future;
    } else if (word.in(WordClass::possible) && !word.in(WordClass::speech)) {
      truth.modality = Modality::possible;
    } else if (open && outer != nullptr) {
      truth.modality = outer->modality;
    }
    if (open && tree_.lemma(matrix) == "go") truth.modality = Modality::future;
  }

  /// "it is not true that": what is denied is the clause.
  bool is_verdict(std::uint32_t matrix) const {
    const std::string_view lemma = tree_.lemma(matrix);
    return lemma == "true" || lemma == "correct" || lemma == "likely" || lemma == "possible";
  }

  /// "has yet to deliver".
  bool is_still_to_come(std::uint32_t matrix) const {
    if (tree_.lemma(matrix) != "have") return false;
    const std::uint32_t adverb = tree_.child(matrix, DepRel::advmod);
    return adverb != no_head && tree_.lemma(adverb) == "yet";
  }

  bool is_obliging(std::uint32_t matrix) const {
    return tree_.lemma(matrix) == "have" || tree_.lemma(matrix) == "need";
  }

  void embed(const Clause& clause, const Signs& own, Truth& truth) const {
    const std::uint32_t head = tree_.head(clause.trigger);
    if (head == no_head) return;
    const Truth* outer = truth_of(head);
    switch (tree_.rel(clause.trigger)) {
      case DepRel::xcomp:
        complement(head, true, own, truth);
        break;
      case DepRel::ccomp:
      case DepRel::csubj:
        complement(head, tree_.xpos(clause.trigger) == "VB", own, truth);
        break;
      case DepRel::advcl:
        circumstance(clause, own, outer, truth);
        break;
      case DepRel::acl:
      case DepRel::acl_relcl:
        content(clause, own, truth);
        break;
      case DepRel::conj:
        if (outer != nullptr && clause.subject_origin != SubjectOrigin::own) {
          if (!own.modal) truth.modality = outer->modality;
          if (outer->polarity == Polarity::negative && !follows_but(clause.trigger)) {
            truth.polarity = Polarity::negative;
          }
        } else if (outer != nullptr && outer->modality == Modality::conditional && !own.modal &&
                   tree_.rel(head) == DepRel::advcl) {
          truth.modality = Modality::conditional;
        }
        break;
      default:
        break;
    }
  }

  /// "the order to leave", "allegations that they left", "no evidence that they left".
  void content(const Clause& clause, const Signs& own, Truth& truth) const {
    const std::uint32_t noun = tree_.head(clause.trigger);
    const WordEntry& word = book_.word(tree_.lemma(noun));
    const bool infinitive = tree_.xpos(clause.trigger) == "VB";
    if (infinitive && tree_.rel(clause.trigger) == DepRel::acl && !own.modal) {
      const bool demanded = word.in(WordClass::required);
      truth.modality = demanded ? Modality::required : Modality::future;
    }
    if (!clause.is_content) return;
    if (denies_noun(tree_, noun)) flip(truth);
    const bool open = denies_noun(tree_, noun) || word.in(WordClass::possible);
    if (open && !own.modal) truth.modality = Modality::possible;
  }

  bool follows_but(std::uint32_t token) const {
    const std::uint32_t cc = tree_.child(token, DepRel::cc);
    return cc != no_head && (tree_.lemma(cc) == "but" || tree_.lemma(cc) == "yet");
  }

  void circumstance(const Clause& clause, const Signs& own, const Truth* outer,
                    Truth& truth) const {
    const std::uint32_t token = clause.trigger;
    if (is_condition(token)) {
      truth.modality = Modality::conditional;
      return;
    }
    bool when = false;
    bool purpose = false;
    for (const std::uint32_t child : tree_.children(token)) {
      const std::string_view lemma = tree_.lemma(child);
      if (lemma == "without" || lemma == "instead") flip(truth);
      when = when || lemma == "when" || lemma == "once" || lemma == "until";
      purpose = purpose || (tree_.rel(child) == DepRel::mark && lemma == "to");
      // "refrained from announcing"
      const bool kept_from = tree_.rel(child) == DepRel::mark && lemma == "from";
      if (kept_from && book_.word(tree_.lemma(tree_.head(token))).in(WordClass::negative)) {
        flip(truth);
      }
    }
    // "when he comes", not "when he came".
    const bool open = when && !own.modal && tree_.xpos(token) != "VBD";
    if (open && outer != nullptr && outer->modality != Modality::actual) {
      truth.modality = Modality::conditional;
      return;
    }
    if (own.modal) return;
    // "were reported to have visited": what the infinitive tells is over.
    const std::uint32_t perfect = tree_.child(token, DepRel::aux);
    if (purpose && perfect != no_head && tree_.lemma(perfect) == "have") return;
    const WordEntry& matrix = book_.word(tree_.lemma(tree_.head(token)));
    if (is_held_against(tree_, book_, token)) {
      if (matrix.in(WordClass::possible)) truth.modality = Modality::possible;
    } else if (purpose && matrix.in(WordClass::required) && token > tree_.head(token)) {
      truth.modality = Modality::required;
    } else if (purpose && matrix.in(WordClass::possible)) {
      truth.modality = Modality::possible;
    } else if (purpose) {
      truth.modality = Modality::future;
    } else if (outer != nullptr && clause.subject_origin == SubjectOrigin::controlled) {
      truth.modality = outer->modality;
      // "will not participate in dispersing"
      const std::uint32_t mark = opening_preposition(tree_, token);
      if (mark != no_head && tree_.lemma(mark) == "in" && outer->polarity == Polarity::negative) {
        flip(truth);
      }
    }
  }

  const Tree& tree_;
  const Clauses& clauses_;
  const RuleBook& book_;
  std::vector<Truth> truths_;
};

}  // namespace

std::vector<Truth> find_truth(const Tree& tree, const Clauses& clauses, const RuleBook& book) {
  return Judge(tree, clauses, book).judge();
}

}  // namespace actant
