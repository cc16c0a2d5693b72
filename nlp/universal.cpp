// SPDX-License-Identifier: MIT
#include "nlp/universal.hpp"

#include "nlp/name_tags.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace actant {
namespace {

constexpr std::array<std::string_view, 17> upos_names = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 55> deprel_names = {
    "acl",       "acl:relcl",     "advcl",      "advcl:relcl",  "advmod",     "amod",
    "appos",     "aux",           "aux:pass",   "case",         "cc",         "cc:preconj",
    "ccomp",     "clf",           "compound",   "compound:prt", "conj",       "cop",
    "csubj",     "csubj:outer",   "csubj:pass", "dep",          "det",        "det:predet",
    "discourse", "dislocated",    "expl",       "fixed",        "flat",       "goeswith",
    "iobj",      "list",          "mark",       "nmod",         "nmod:desc",  "nmod:poss",
    "nmod:tmod", "nmod:unmarked", "nsubj",      "nsubj:outer",  "nsubj:pass", "nummod",
    "obj",       "obl",           "obl:agent",  "obl:npmod",    "obl:tmod",   "obl:unmarked",
    "orphan",    "parataxis",     "punct",      "reparandum",   "root",       "vocative",
    "xcomp"};
static_assert(deprel_names[static_cast<std::size_t>(DepRel::xcomp)] == "xcomp");

constexpr std::array<std::string_view, 12> name_type_names = {
    "Person", "Organization", "GeopoliticalEntity", "Location", "Facility", "Nationality",
    "Event",  "Product",      "Document",           "Date",     "Quantity", "Money"};

template <std::size_t N>
std::optional<std::size_t> position(const std::array<std::string_view, N>& names,
                                    std::string_view text) {
  const auto it = std::find(names.begin(), names.end(), text);
  if (it == names.end()) return std::nullopt;
  return static_cast<std::size_t>(it - names.begin());
}

}  // namespace

std::string_view to_string(Upos tag) { return upos_names[static_cast<std::size_t>(tag)]; }

std::string_view to_string(DepRel relation) {
  return deprel_names[static_cast<std::size_t>(relation)];
}

std::string_view to_string(NameType type) {
  return name_type_names[static_cast<std::size_t>(type)];
}

Upos parse_upos(std::string_view text) {
  const auto at = position(upos_names, text);
  return at ? static_cast<Upos>(*at) : Upos::x;
}

DepRel parse_deprel(std::string_view text) {
  if (text.empty()) return DepRel::dep;
  if (const auto at = position(deprel_names, text)) return static_cast<DepRel>(*at);
  const auto at = position(deprel_names, text.substr(0, text.find(':')));
  return at ? static_cast<DepRel>(*at) : DepRel::dep;
}

std::optional<NameType> parse_name_type(std::string_view text) {
  const auto at = position(name_type_names, text);
  if (!at) return std::nullopt;
  return static_cast<NameType>(*at);
}

}  // namespace actant
