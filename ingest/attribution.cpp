// SPDX-License-Identifier: MIT
#include "ingest/attribution.hpp"

#include "ingest/quotations.hpp"

#include <algorithm>
#include <cstddef>

namespace actant {
namespace {

constexpr std::uint32_t longest_chain = 4;  // reporters of one source

/// What a token does to the source that it inherits from its head.
struct Scope {
  bool opens = false;   // `source` speaks from here on
  bool leaves = false;  // the source of the head's head goes on, as in ", he said"
  ClusterId source;
};

class Attributor {
 public:
  Attributor(const Tree& tree, const Clauses& clauses, const Entities& entities,
             const RuleBook& book)
      : tree_(tree), clauses_(clauses), entities_(entities), book_(book) {
    scopes_.resize(tree.size());
    speakers_.resize(tree.analysis().sentences.size());
  }

  Sources find() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (const Clause* clause = clauses_.at(i); clause != nullptr) read_speech(*clause);
    }
    for (std::uint32_t i = 0; i < tree_.size(); ++i) read_according(i);
    Sources sources(tree_.size());
    for (const std::uint32_t token : tree_.top_down()) inherit(token, sources);
    quote(sources);
    return sources;
  }

 private:
  ClusterId cluster(std::uint32_t token) const {
    if (token == no_head) return {};
    const ClusterId found = entities_.cluster_of_head[token];
    return found;
  }

  bool can_speak(ClusterId source) const {
    const std::string& type = entities_.clusters[source.value].type;
    return type == "Person" || type == "Organization" || type == "GeopoliticalEntity" ||
           type == "Group";
  }

  /// Can it be a source at all? A study or its results tell, a fact or a method does not.
  bool can_tell(std::uint32_t token, ClusterId source) const {
    const Cluster& cluster = entities_.clusters[source.value];
    return cluster.named || can_speak(source) || cluster.type == "Document" ||
           book_.word(tree_.lemma(token)).in(WordClass::account);
  }

  /// Who a subject is; a pronoun that stands for what cannot speak is the last who did.
  ClusterId speaker_cluster(std::uint32_t token) const {
    const ClusterId found = cluster(token);
    if (token == no_head || tree_.upos(token) != Upos::pron) return found;
    return found.valid() && can_speak(found) ? found : last_;
  }

  bool is_speech(const Clause& clause) const {
    if (tree_.lemma(clause.trigger) == "accord") return false;
    if (tree_.lemma(clause.trigger) == "continue" && introduces_quotation(clause.trigger))
      return true;
    return book_.word(tree_.lemma(clause.trigger)).in(WordClass::speech);
  }

  /// `He continued: "..."`
  bool introduces_quotation(std::uint32_t verb) const {
    if (verb + 1 >= tree_.size()) return false;
    std::string_view next = tree_.form(verb + 1);
    if ((next == "," || next == ":") && verb + 2 < tree_.size()) next = tree_.form(verb + 2);
    return opens_quotation(next) || next == "\"" || closes_quotation(next);
  }

  void open(std::uint32_t token, ClusterId source) {
    if (scopes_[token].leaves) return;
    scopes_[token].opens = true;
    scopes_[token].source = source;
  }

  void read_speech(const Clause& clause) {
    // "is confident that" tells what somebody thinks, "is a claim that" does not.
    const bool noun = clause.copular && tree_.upos(clause.trigger) != Upos::adj;
    if (noun || !is_speech(clause)) return;
    const std::uint32_t speaker = clause.passive ? clause.agent : clause.subject;
    const ClusterId source = speaker_cluster(speaker);
    if (!source.valid() || !can_tell(speaker, source)) return;
    if (can_speak(source)) last_ = source;
    bool complete = false;
    for (const std::uint32_t child : tree_.children(clause.trigger)) {
      if (tree_.rel(child) == DepRel::ccomp) {
        open(child, source);
        complete = true;
      } else if (tree_.rel(child) == DepRel::parataxis && child > clause.trigger &&
                 tree_.child(child, DepRel::nsubj) != no_head &&
                 !book_.word(tree_.lemma(child)).in(WordClass::speech)) {
        open(child, source);
        complete = true;
      }
    }
    if (clause.object != no_head && !clause.passive) {
      const std::uint32_t relative = tree_.child(clause.object, DepRel::acl_relcl);
      if (relative != no_head && tree_.head(clause.trigger) != clause.object) {
        open(relative, source);
      }
    }
    note_speaker(clause, source, complete);
    const std::uint32_t head = tree_.head(clause.trigger);
    if (head == no_head || complete) return;
    const DepRel rel = tree_.rel(clause.trigger);
    const bool aside = rel == DepRel::parataxis ||
                       (rel == DepRel::advcl && begins_with_as(clause.trigger)) ||
                       (rel == DepRel::conj && clause.object == no_head && quoted_before(clause));
    if (!aside || clause.subject_origin != SubjectOrigin::own) return;
    scopes_[clause.trigger].leaves = true;
    scopes_[clause.trigger].opens = false;
    open(head, source);
  }

  bool begins_with_as(std::uint32_t token) const {
    for (const std::uint32_t child : tree_.children(token)) {
      if (tree_.lemma(child) == "as") return true;
    }
    return false;
  }

  /// `"...", he added` with the verb coordinated to the quotation by mistake.
  bool quoted_before(const Clause& clause) const {
    const std::uint32_t first = tree_.left(clause.trigger);
    for (std::uint32_t back = 1; back <= 3 && back <= first; ++back) {
      const std::string_view form = tree_.form(first - back);
      if (closes_quotation(form) || form == "\"") return true;
    }
    return false;
  }

  void note_speaker(const Clause& clause, ClusterId source, bool complete) {
    Speaker& speaker = speakers_[tree_.sentence(clause.trigger)];
    if (speaker.source.valid() && speaker.free) return;
    speaker.source = source;
    speaker.trigger = clause.trigger;
    speaker.free = !complete;
  }

  /// What "according to X" is said of: behind a comma the whole sentence, not only the last clause
  /// of "A storm felled a crane, killing nine, according to X".
  std::uint32_t main_clause(std::uint32_t token, std::uint32_t governed) const {
    const std::uint32_t first = tree_.left(token);
    const bool apart = tree_.form(first) == "," || (first > 0 && tree_.form(first - 1) == ",");
    if (!apart) return governed;
    while (tree_.head(governed) != no_head && !scopes_[governed].opens) {
      const DepRel rel = tree_.rel(governed);
      if (rel != DepRel::advcl && rel != DepRel::conj && rel != DepRel::xcomp) break;
      governed = tree_.head(governed);
    }
    return governed;
  }

  void read_according(std::uint32_t token) {
    if (!tree_.is_nominal(token) || tree_.head(token) == no_head) return;
    ClusterId source;
    std::uint32_t teller = token;
    const std::string_view mark = tree_.case_lemma(token);
    if (mark == "accord" || mark == "according") {
      source = cluster(token);
    } else if (tree_.lemma(token) == "word" && mark == "in") {
      const std::uint32_t of = tree_.child(token, DepRel::nmod);
      if (of != no_head) source = cluster(of);
      teller = of;
    }
    if (!source.valid() || !can_tell(teller, source)) return;
    const Clause* around = clauses_.around(tree_, tree_.head(token));
    const std::uint32_t governed =
        main_clause(token, around != nullptr ? around->trigger : tree_.head(token));
    scopes_[token].leaves = true;
    if (tree_.rel(governed) == DepRel::ccomp && scopes_[governed].opens) return;
    open(governed, source);
    Speaker& speaker = speakers_[tree_.sentence(token)];
    if (!speaker.source.valid()) speaker = {source, token, false};
  }

  void inherit(std::uint32_t token, Sources& sources) const {
    const Scope& scope = scopes_[token];
    std::uint32_t head = tree_.head(token);
    if (scope.opens && !scope.leaves) {
      sources.open(token, scope.source, head);
      return;
    }
    while (scope.leaves && head != no_head && scopes_[head].opens) head = tree_.head(head);
    if (head != no_head) sources.share(token, head);
  }

  /// Who speaks in a quotation that reaches over whole sentences, or stands alone in one.
  void quote(Sources& sources) const {
    ClusterId last;
    std::uint32_t last_end = 0;
    for (const Quotation& quotation : find_quotations(tree_.analysis())) {
      const std::uint32_t first = tree_.sentence(quotation.begin);
      const std::uint32_t final = tree_.sentence(quotation.end - 1);
      ClusterId source = outside(quotation, first);
      if (!source.valid()) source = outside(quotation, final);
      if (!source.valid() && final + 1 < speakers_.size() && ends_sentence(quotation, final) &&
          speakers_[final + 1].free && !starts_paragraph(final + 1)) {
        source = speakers_[final + 1].source;
      }
      if (!source.valid() && last.valid() && !paragraph_between(last_end, quotation.begin)) {
        source = last;
      }
      if (!source.valid() && first > 0 && starts_sentence(quotation, first) &&
          !starts_paragraph(first)) {
        source = speakers_[first - 1].source;
      }
      if (source.valid()) {
        for (std::uint32_t i = quotation.begin; i < quotation.end; ++i) {
          if (!sources.who(i).valid()) {
            sources.open(i, source, no_head);
          } else {
            sources.report(i, source);
          }
        }
        last = source;
        last_end = quotation.end;
      }
    }
  }

  ClusterId outside(const Quotation& quotation, std::uint32_t sentence) const {
    const Speaker& speaker = speakers_[sentence];
    const bool inside = speaker.trigger >= quotation.begin && speaker.trigger < quotation.end;
    return inside ? ClusterId() : speaker.source;
  }

  bool starts_paragraph(std::uint32_t sentence) const {
    return tree_.analysis().sentences[sentence].paragraph_start;
  }
  bool starts_sentence(const Quotation& quotation, std::uint32_t sentence) const {
    return quotation.begin <= tree_.analysis().sentences[sentence].begin + 1;
  }
  bool ends_sentence(const Quotation& quotation, std::uint32_t sentence) const {
    return quotation.end + 1 >= tree_.analysis().sentences[sentence].end;
  }
  bool paragraph_between(std::uint32_t from, std::uint32_t to) const {
    const std::uint32_t end = tree_.sentence(to);
    for (std::uint32_t s = tree_.sentence(from == 0 ? 0 : from - 1) + 1; s <= end; ++s) {
      if (starts_paragraph(s)) return true;
    }
    return false;
  }

  struct Speaker {
    ClusterId source;
    std::uint32_t trigger = no_head;
    bool free = false;  // the verb has no complement of its own
  };

  const Tree& tree_;
  const Clauses& clauses_;
  const Entities& entities_;
  const RuleBook& book_;
  std::vector<Scope> scopes_;
  ClusterId last_;                 // who spoke last, so far
  std::vector<Speaker> speakers_;  // of each sentence
};

}  // namespace

std::vector<ClusterId> Sources::via(std::uint32_t token) const {
  std::vector<ClusterId> found;
  if (of_token_[token] == none) return found;
  for (std::uint32_t at = chains_[of_token_[token]].outer; at != none; at = chains_[at].outer) {
    found.push_back(chains_[at].speaker);
  }
  return found;
}

std::uint32_t Sources::make(ClusterId speaker, std::uint32_t outer) {
  // Neighbours mostly share their source.
  if (!chains_.empty() && chains_.back().speaker == speaker && chains_.back().outer == outer) {
    return static_cast<std::uint32_t>(chains_.size() - 1);
  }
  chains_.push_back({speaker, outer});
  return static_cast<std::uint32_t>(chains_.size() - 1);
}

void Sources::open(std::uint32_t token, ClusterId speaker, std::uint32_t context) {
  const std::uint32_t outer = context == no_head ? none : of_token_[context];
  std::uint32_t length = 0;
  for (std::uint32_t at = outer; at != none; at = chains_[at].outer) {
    if (chains_[at].speaker == speaker || ++length == longest_chain) {
      of_token_[token] = make(speaker, none);
      return;
    }
  }
  of_token_[token] = make(speaker, outer);
}

void Sources::report(std::uint32_t token, ClusterId speaker) {
  std::vector<ClusterId> all = via(token);
  all.insert(all.begin(), who(token));
  const bool known = std::find(all.begin(), all.end(), speaker) != all.end();
  if (known || all.size() > longest_chain) return;
  std::uint32_t outer = make(speaker, none);
  for (auto one = all.rbegin(); one != all.rend(); ++one) outer = make(*one, outer);
  of_token_[token] = outer;
}

Sources find_sources(const Tree& tree, const Clauses& clauses, const Entities& entities,
                     const RuleBook& book) {
  return Attributor(tree, clauses, entities, book).find();
}

}  // namespace actant
