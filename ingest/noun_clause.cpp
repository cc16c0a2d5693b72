// SPDX-License-Identifier: MIT
#include "ingest/noun_clause.hpp"

#include <string_view>

namespace actant {
namespace {

/// "their attempt", "attempts by many countries"
std::uint32_t owner_of(const Tree& tree, std::uint32_t noun) {
  const std::uint32_t owner = tree.child(noun, DepRel::nmod_poss);
  if (owner != no_head) return owner;
  for (const std::uint32_t child : tree.children(noun)) {
    if (tree.rel(child) == DepRel::nmod && tree.case_lemma(child) == "by") return child;
  }
  return no_head;
}

std::uint32_t asked_by(const Tree& tree, const WordEntry& word, std::uint32_t noun) {
  if (word.noun_type != "REQUEST") return no_head;
  for (const std::uint32_t child : tree.children(noun)) {
    const std::string_view mark = tree.case_lemma(child);
    if (tree.rel(child) == DepRel::nmod && (mark == "for" || mark == "on")) return child;
  }
  return no_head;
}

/// "have the means to see", "took steps to revive": who has or takes them does it.
bool is_lent(const Tree& tree, std::uint32_t noun, const Clause* up) {
  if (up == nullptr || up->object != noun || up->passive) return false;
  const std::string_view verb = tree.lemma(up->trigger);
  return verb == "have" || verb == "lack" || verb == "take" || verb == "find" || verb == "muster";
}

/// Does the subject of the clause around a noun do what the noun's infinitive says? "announced a
/// plan to leave", "in an attempt to leave", but not "rejected a plan to leave".
bool lends_subject(const Tree& tree, const RuleBook& book, std::uint32_t noun,
                   const WordEntry& word, const Clause& up) {
  if (word.in(WordClass::task)) {
    const std::string_view mark = tree.case_lemma(noun);
    const bool share = mark == "of" && tree.lemma(tree.head(noun)) == "part";
    return up.object == noun || mark.empty() || mark == "in" || mark == "as" || share;
  }
  if (is_lent(tree, noun, &up)) return true;
  if (up.object != noun) return false;
  const WordEntry& verb = book.word(tree.lemma(up.trigger));
  if (word.noun_type == "AGREE") {  // "struck, signed, sealed a deal to leave"
    return !verb.in(WordClass::negative) && verb.verb_type != "REJECT" &&
           verb.verb_type != "ACCUSE";
  }
  return verb.in(WordClass::light) || verb.in(WordClass::speech) || verb.in(WordClass::future);
}

/// Nouns for what somebody means to do: the noun itself does nothing.
bool is_intent(const WordEntry& word) {
  const std::string& type = word.noun_type;
  return type == "DECIDE" || type == "PLAN" || type == "REQUEST" || type == "REJECT" ||
         type == "THREATEN" || type == "AGREE" || word.in(WordClass::task);
}

}  // namespace

std::uint32_t doer_beside_noun(const Tree& tree, const RuleBook& book, const Clause& clause,
                               std::uint32_t noun, const Clause* up) {
  const std::string_view tag = tree.xpos(clause.trigger);
  const bool gerund = tag == "VBG" && tree.child(clause.trigger, DepRel::mark) != no_head;
  if (clause.is_content || gerund) {  // "charges of infecting", "a method for making"
    return tree.child(noun, DepRel::nmod_poss);
  }
  const WordEntry& word = book.word(tree.lemma(noun));
  const bool intent = is_intent(word);
  // "did a better job holding debates", "has trouble paying"
  const bool engaged = tag == "VBG" && word.in(WordClass::task) && up != nullptr &&
                       up->object == noun && !up->passive;
  if (engaged) return up->subject;
  const bool told = tag == "VB" && (!word.noun_type.empty() || intent || is_lent(tree, noun, up));
  if (!told) return noun;
  // "calls for X to end the war": X is to do it.
  if (const std::uint32_t asked = asked_by(tree, word, noun); asked != no_head) return asked;
  const std::uint32_t owner = owner_of(tree, noun);
  if (owner != no_head) return owner;
  if (up != nullptr && up->subject != noun && lends_subject(tree, book, noun, word, *up)) {
    // "was given the right to": who has it now.
    return up->passive && up->object != noun ? up->agent : up->subject;
  }
  // "protests to end the war", but not "talks to buy the firm".
  const bool acts = !intent && word.noun_type != "CONSULT" && word.noun_type != "MOVE";
  return acts ? noun : no_head;
}

}  // namespace actant
