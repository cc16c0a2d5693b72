// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "ingest/gazetteer_import.hpp"
#include "ingest/gazetteer_rows.hpp"
#include "ingest/line_source.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace actant {
namespace {

using Value = rapidjson::Value;

constexpr std::array<const char*, 4> english = {"en", "en-gb", "en-us", "mul"};
constexpr std::array<std::string_view, 2> office_classes = {"Q4164871", "Q294414"};
constexpr std::string_view entity_iri = "http://www.wikidata.org/entity/";

/// A member of an object; null if there is none, or `object` is no object (empty maps are written
/// as empty lists).
const Value* member(const Value* object, const char* name) {
  if (object == nullptr || !object->IsObject()) return nullptr;
  const auto found = object->FindMember(name);
  return found == object->MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const Value* value) {
  if (value == nullptr || !value->IsString()) return {};
  return {value->GetString(), value->GetStringLength()};
}

/// The elements of a list; none if it is no list.
std::vector<const Value*> elements(const Value* list) {
  std::vector<const Value*> all;
  if (list == nullptr || !list->IsArray()) return all;
  for (const Value& element : list->GetArray()) all.push_back(&element);
  return all;
}

/// The statements of a property that were not withdrawn.
std::vector<const Value*> statements(const Value& entity, const char* property) {
  std::vector<const Value*> all = elements(member(member(&entity, "claims"), property));
  std::erase_if(all,
                [](const Value* said) { return text_of(member(said, "rank")) == "deprecated"; });
  return all;
}

/// The value of a snak; null for "unknown" and "none".
const Value* value_of(const Value* snak) { return member(member(snak, "datavalue"), "value"); }

std::string item_of(const Value* snak) { return text_of(member(value_of(snak), "id")); }

std::vector<std::string> items(const Value& entity, const char* property) {
  std::vector<std::string> ids;
  for (const Value* said : statements(entity, property)) {
    std::string id = item_of(member(said, "mainsnak"));
    if (!id.empty()) ids.push_back(std::move(id));
  }
  return ids;
}

/// "+2019-03-20T00:00:00Z" as a date as exact as it is known; "" before year 1 or if it is known to
/// the decade only.
std::string date_of(const Value* value) {
  const std::string time = text_of(member(value, "time"));
  const Value* const precision = member(value, "precision");
  if (time.size() < 11 || time[0] != '+' || precision == nullptr || !precision->IsInt()) return {};
  constexpr int year = 9;
  const int known = precision->GetInt();
  if (known < year) return {};
  const std::string date = time.substr(1, known == year ? 4U : known == year + 1 ? 7U : 10U);
  std::int32_t unused = 0;
  return parse_days(date, unused, unused) ? date : std::string();
}

std::string qualifier_date(const Value* statement, const char* property) {
  const auto found = elements(member(member(statement, "qualifiers"), property));
  return found.empty() ? std::string() : date_of(value_of(found.front()));
}

std::string label_of(const Value& entity) {
  for (const char* language : english) {
    std::string label = text_of(member(member(member(&entity, "labels"), language), "value"));
    if (!label.empty()) return label;
  }
  return {};
}

std::vector<std::string> aliases_of(const Value& entity, const std::string& label) {
  std::vector<std::string> aliases;
  for (const char* language : english) {
    for (const Value* alias : elements(member(member(&entity, "aliases"), language))) {
      std::string text = text_of(member(alias, "value"));
      const bool known = std::ranges::find(aliases, text) != aliases.end();
      if (!text.empty() && text != label && !known) aliases.push_back(std::move(text));
    }
  }
  return aliases;
}

/// How widely a thing is written about: by the number of Wikipedias that have an article.
unsigned prominence_of(const Value& entity) {
  const Value* const links = member(&entity, "sitelinks");
  const std::size_t count = links != nullptr && links->IsObject() ? links->MemberCount() : 0;
  static constexpr std::array<std::size_t, 8> steps = {1, 3, 6, 12, 25, 50, 100, 200};
  return static_cast<unsigned>(std::ranges::upper_bound(steps, count) - steps.begin());
}

class Importer {
 public:
  Importer(const ClassTypes& types, const TakeRow& row, const TakeOffice& office)
      : types_(types), row_(row), office_(office) {}

  /// False if the line is no entity.
  bool read(std::string_view line) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    if (json.HasParseError() || !json.IsObject()) return false;
    const std::string id = text_of(member(&json, "id"));
    if (id.size() < 2) return false;
    if (id[0] != 'Q') return true;  // a property or a lexeme
    const std::string label = label_of(json);
    if (label.empty()) return true;
    const std::vector<std::string> classes = items(json, "P31");
    read_office(json, id, label, classes);
    if (const auto type = type_of(classes)) read_thing(json, id, label, *type);
    return true;
  }

 private:
  /// The type of the first class that is known.
  [[nodiscard]] std::optional<NodeType> type_of(const std::vector<std::string>& classes) const {
    for (const std::string& name : classes) {
      if (const auto type = types_.find(name); type != types_.end()) return type->second;
    }
    return std::nullopt;
  }

  void read_office(const Value& entity, const std::string& id, const std::string& label,
                   const std::vector<std::string>& classes) const {
    const std::vector<std::string> places = items(entity, "P1001");  // applies to jurisdiction
    const bool is_office = !places.empty() ||
                           !statements(entity, "P1308").empty() ||  // officeholder
                           std::ranges::any_of(classes, [](const std::string& name) {
                             return std::ranges::find(office_classes, name) != office_classes.end();
                           });
    if (!is_office) return;
    Office office{label, {}};
    if (const std::size_t of = label.find(" of "); of != std::string::npos && of > 0) {
      office.role = label.substr(0, of);
      office.of = label.substr(of + 4);
    }
    if (places.size() == 1) office.of = std::string(entity_iri) + places.front();
    office_(id, std::move(office));
  }

  void read_thing(const Value& entity, const std::string& id, const std::string& label,
                  NodeType type) const {
    ImportedRow row;
    row.id = std::string(entity_iri) + id;
    row.type = type;
    row.name = label;
    row.aliases = aliases_of(entity, label);
    row.prominence = prominence_of(entity);
    for (const Value* said : statements(entity, "P1566")) {  // GeoNames id
      const std::string number = text_of(value_of(member(said, "mainsnak")));
      const bool digits = !number.empty() && number.find_first_not_of("0123456789") == number.npos;
      if (digits) row.same_as.push_back("https://sws.geonames.org/" + number + "/");
    }
    for (const Value* said : statements(entity, "P1549")) {  // demonym
      const Value* const value = value_of(member(said, "mainsnak"));
      std::string people = text_of(member(value, "text"));
      if (text_of(member(value, "language")) == "en" && !people.empty()) {
        row.demonyms.push_back(std::move(people));
      }
    }
    for (const Value* said : statements(entity, "P39")) {  // position held
      ImportedRow::Held held{item_of(member(said, "mainsnak")), qualifier_date(said, "P580"),
                             qualifier_date(said, "P582")};
      std::int32_t from = 0;
      std::int32_t to = 0;
      std::int32_t unused = 0;
      const bool both = parse_days(held.from, from, unused) && parse_days(held.to, unused, to);
      if (!held.office.empty() && !(both && from > to)) row.held.push_back(std::move(held));
    }
    row_(std::move(row));
  }

  const ClassTypes& types_;
  const TakeRow& row_;
  const TakeOffice& office_;
};

}  // namespace

std::uint64_t read_wikidata(const std::string& path, const ClassTypes& types, const TakeRow& row,
                            const TakeOffice& office, const Diagnostics& failed) {
  LineSource lines(path);
  Importer importer(types, row, office);
  std::uint64_t entities = 0;
  try {
    for (std::string_view line; lines.next(line);) {
      while (line.ends_with(',') || line.ends_with(' ')) line.remove_suffix(1);
      if (line.empty() || line == "[" || line == "]") continue;
      const std::size_t valid = valid_utf8_prefix(line);
      if (valid < line.size()) {
        failed(InputError({path, lines.number(), count_code_points(line.substr(0, valid)) + 1},
                          "invalid UTF-8; an entity of Wikidata was expected"));
      } else if (importer.read(line)) {
        ++entities;
      } else {
        failed(InputError({path, lines.number(), 1},
                          "a line that is no JSON of an entity; one of Wikidata was expected"));
      }
    }
  } catch (const InputError& error) {
    failed(error);
  }
  return entities;
}

}  // namespace actant
