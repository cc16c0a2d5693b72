// SPDX-License-Identifier: MIT
#ifndef ACTANT_NLP_UNIVERSAL_HPP
#define ACTANT_NLP_UNIVERSAL_HPP

#include <cstdint>
#include <string_view>

namespace actant {

/// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};

/// Universal dependency relations with the subtypes that English treebanks use
/// (universaldependencies.org/u/dep). An underscore stands for the colon of a subtype.
enum class DepRel : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  clf,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_tmod,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_npmod,
  obl_tmod,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
};

/// What a name names. `nationality` covers demonyms, peoples, religions and parties as adjectives;
/// `document` covers laws, treaties and works.
enum class NameType : std::uint8_t {
  person,
  organization,
  geopolitical_entity,
  location,
  facility,
  nationality,
  event,
  product,
  document,
  date,
  quantity,
  money,
};

/// "NOUN". Static storage.
[[nodiscard]] std::string_view to_string(Upos tag);
/// "nsubj:pass". Static storage.
[[nodiscard]] std::string_view to_string(DepRel relation);
/// "GeopoliticalEntity". Static storage.
[[nodiscard]] std::string_view to_string(NameType type);

/// The tag of that spelling; Upos::x when there is none.
[[nodiscard]] Upos parse_upos(std::string_view text);
/// The relation of that spelling; without a known subtype the universal part alone, else dep.
[[nodiscard]] DepRel parse_deprel(std::string_view text);

}  // namespace actant

#endif  // ACTANT_NLP_UNIVERSAL_HPP
