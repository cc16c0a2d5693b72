// SPDX-License-Identifier: MIT
#include "ingest/lexicon.hpp"

#include "base/read_file.hpp"
#include "ingest/folding.hpp"
#include "ingest/table_file.hpp"

namespace actant {
namespace {

Gender parse_gender(const TableRow& row) {
  if (row[1] == "m") return Gender::masculine;
  if (row[1] == "f") return Gender::feminine;
  if (row[1] != "-") row.fail(1, "expected a gender: m, f or -");
  return Gender::unknown;
}

NodeType parse_type(const TableRow& row) {
  const auto type = parse_node_type(row[1]);
  if (!type) row.fail(1, "unknown node type '" + std::string(row[1]) + "'");
  return *type;
}

Transparency parse_transparency(const TableRow& row) {
  if (row[1] == "amount") return Transparency::amount;
  if (row[1] != "aspect") row.fail(1, "expected amount or aspect");
  return Transparency::aspect;
}

InstitutionWord parse_institution_word(const TableRow& row) {
  if (row[1] == "alone") return InstitutionWord::alone;
  if (row[1] == "head") return InstitutionWord::head;
  if (row[1] == "part") return InstitutionWord::part;
  if (row[1] == "host") return InstitutionWord::host;
  if (row[1] != "short") row.fail(1, "expected alone, head, part, host or short");
  return InstitutionWord::brief;
}

std::optional<NodeType> look_up(const HashTable<NodeType>& table, std::string_view word) {
  const NodeType* type = table.find(fold_hash(word));
  return type == nullptr ? std::nullopt : std::optional(*type);
}

void read_genders(const std::string& path, HashTable<Gender>& table) {
  read_table(read_file(path), path, 2,
             [&](const TableRow& row) { table[fold_hash(row[0])] = parse_gender(row); });
}

void read_words(const std::string& path, HashTable<bool>& table) {
  read_table(read_file(path), path, 1,
             [&](const TableRow& row) { table[fold_hash(row[0])] = true; });
}

void read_phrases(const std::string& path, std::vector<std::string>& phrases) {
  read_table(read_file(path), path, 1, [&](const TableRow& row) { phrases.emplace_back(row[0]); });
}

}  // namespace

Lexicon::Lexicon(const std::string& folder) {
  const std::string nouns = folder + "/nouns.tsv";
  read_table(read_file(nouns), nouns, 2,
             [&](const TableRow& row) { nouns_[fold_hash(row[0])] = parse_type(row); });
  const std::string heads = folder + "/name-heads.tsv";
  read_table(read_file(heads), heads, 2, [&](const TableRow& row) {
    (row[0].ends_with('-') ? name_fronts_ : name_heads_)[fold_hash(row[0])] = parse_type(row);
  });
  read_genders(folder + "/titles.tsv", titles_);
  read_genders(folder + "/first-names.tsv", first_names_);
  const std::string synonyms = folder + "/synonyms.tsv";
  std::uint16_t number = 0;
  read_table(read_file(synonyms), synonyms, 1, [&](const TableRow& row) {
    if (++number == 0xFFFF) row.fail(0, "more than 65534 rows");
    for_each_part(row[0],
                  [&](std::string_view noun) { synonyms_[fold_hash(noun)].push_back(number); });
  });
  const std::string transparent = folder + "/transparent.tsv";
  read_table(read_file(transparent), transparent, 2, [&](const TableRow& row) {
    transparent_[fold_hash(row[0])] = parse_transparency(row);
  });
  const std::string institutions = folder + "/institutions.tsv";
  read_table(read_file(institutions), institutions, 2, [&](const TableRow& row) {
    institutions_[fold_hash(row[0])] = parse_institution_word(row);
  });
  read_words(folder + "/common-nouns.tsv", common_nouns_);
  read_words(folder + "/epithets.tsv", epithets_);
  read_words(folder + "/hypernyms.tsv", hypernyms_);
  read_phrases(folder + "/noise.tsv", noise_);
  read_phrases(folder + "/line-openers.tsv", line_openers_);
}

NodeType Lexicon::type_of_noun(std::string_view lemma) const {
  if (const NodeType* type = nouns_.find(fold_hash(lemma))) return *type;
  const std::size_t hyphen = lemma.rfind('-');
  if (hyphen != std::string_view::npos) {
    if (const NodeType* type = nouns_.find(fold_hash(lemma.substr(hyphen + 1)))) return *type;
  }
  return NodeType::concept_;
}

bool Lexicon::knows_noun(std::string_view lemma) const {
  return nouns_.find(fold_hash(lemma)) != nullptr;
}

bool Lexicon::is_common_noun(std::string_view word) const {
  return common_nouns_.find(fold_hash(word)) != nullptr || knows_noun(word);
}

std::optional<NodeType> Lexicon::type_of_name_head(std::string_view word) const {
  return look_up(name_heads_, word);
}

std::optional<NodeType> Lexicon::type_of_name_front(std::string_view word) const {
  return look_up(name_fronts_, word);
}

bool Lexicon::is_title(std::string_view word) const {
  return titles_.find(fold_hash(word)) != nullptr;
}

Gender Lexicon::gender_of_title(std::string_view word) const {
  const Gender* gender = titles_.find(fold_hash(word));
  return gender == nullptr ? Gender::unknown : *gender;
}

Gender Lexicon::gender_of_first_name(std::string_view word) const {
  const Gender* gender = first_names_.find(fold_hash(word));
  return gender == nullptr ? Gender::unknown : *gender;
}

std::span<const std::uint16_t> Lexicon::synonym_rows(std::string_view lemma) const {
  const auto* rows = synonyms_.find(fold_hash(lemma));
  return rows == nullptr ? std::span<const std::uint16_t>() : *rows;
}

Transparency Lexicon::transparency(std::string_view lemma) const {
  const Transparency* found = transparent_.find(fold_hash(lemma));
  return found == nullptr ? Transparency::none : *found;
}

InstitutionWord Lexicon::institution_word(std::string_view word) const {
  const InstitutionWord* found = institutions_.find(fold_hash(word));
  return found == nullptr ? InstitutionWord::none : *found;
}

bool Lexicon::is_epithet(std::string_view lemma) const {
  return epithets_.find(fold_hash(lemma)) != nullptr;
}

bool Lexicon::is_hypernym(std::string_view lemma) const {
  return hypernyms_.find(fold_hash(lemma)) != nullptr;
}

bool Lexicon::is_first_name(std::string_view word) const {
  return first_names_.find(fold_hash(word)) != nullptr;
}

}  // namespace actant
