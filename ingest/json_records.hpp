// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_JSON_RECORDS_HPP
#define ACTANT_INGEST_JSON_RECORDS_HPP

#include <rapidjson/document.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A text that is being read, for messages.
struct JsonSource {
  std::string_view bytes;
  std::string name;

  /// @throws InputError always.
  [[noreturn]] void fail(std::uint64_t offset, const std::string& message) const;
};

/// One JSON object with its place. Members that are there must have the right type: everything
/// throws InputError, at the place of the record, if they do not.
class JsonObject {
 public:
  /// @param offset  Of the record that the value is part of.
  JsonObject(const rapidjson::Value& value, const JsonSource& source, std::uint64_t offset);

  [[nodiscard]] bool has(const char* field) const;  ///< there, and not null
  [[nodiscard]] std::string text(const char* field) const;
  [[nodiscard]] std::string text_or(const char* field, std::string missing) const;
  [[nodiscard]] std::optional<std::string> optional_text(const char* field) const;
  [[nodiscard]] std::vector<std::string> texts(const char* field) const;  ///< empty if missing
  [[nodiscard]] std::uint64_t count(const char* field) const;
  [[nodiscard]] double number_or(const char* field, double missing) const;
  [[nodiscard]] bool flag_or(const char* field, bool missing) const;
  [[nodiscard]] JsonObject object(const char* field) const;
  [[nodiscard]] std::vector<JsonObject> objects(const char* field) const;  ///< empty if missing

  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  /// @throws InputError always, at the place of the record.
  [[noreturn]] void fail(const std::string& message) const { source_->fail(offset_, message); }

 private:
  [[nodiscard]] const rapidjson::Value* find(const char* field) const;
  [[nodiscard]] const rapidjson::Value& at(const char* field, const char* expected) const;
  [[noreturn]] void wrong(const char* field, const char* expected) const;

  const rapidjson::Value* value_;
  const JsonSource* source_;
  std::uint64_t offset_;
};

/// Reads `{"list": [{...}, {...}], "field": ...}` record by record, so that memory follows the
/// largest record and not the file. Nesting costs no call stack.
/// @param record  Called for every object in the lists of the top object.
/// @param field   Called for every other member of the top object that is a number.
/// @throws InputError if the text is not JSON of that shape.
void read_json_records(
    const JsonSource& source,
    const std::function<void(std::string_view list, const JsonObject& record)>& record,
    const std::function<void(std::string_view field, double value, std::uint64_t offset)>& field);

}  // namespace actant

#endif  // ACTANT_INGEST_JSON_RECORDS_HPP
