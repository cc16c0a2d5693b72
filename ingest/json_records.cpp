// SPDX-License-Identifier: MIT
#include "ingest/json_records.hpp"

#include "base/error.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

#include <array>

namespace actant {
namespace {

constexpr unsigned parse_flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag |
    rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;

/// The structure of the top two levels; the values below are RapidJSON's.
class TopLevel {
 public:
  explicit TopLevel(const JsonSource& source)
      : source_(source), stream_(source.bytes.data(), source.bytes.size()) {
    if (source.bytes.starts_with("\xEF\xBB\xBF")) stream_.src_ += 3;
  }

  [[nodiscard]] char peek() {
    while (stream_.Tell() < source_.bytes.size() && is_space(*stream_.src_)) ++stream_.src_;
    return stream_.Tell() < source_.bytes.size() ? *stream_.src_ : '\0';
  }
  [[nodiscard]] std::uint64_t offset() const { return stream_.Tell(); }

  bool accept(char token) {
    if (peek() != token) return false;
    ++stream_.src_;
    return true;
  }
  void expect(char token) {
    if (!accept(token)) source_.fail(offset(), std::string("'") + token + "' was expected");
  }
  void expect_end() {
    if (peek() != '\0' || offset() < source_.bytes.size()) {
      source_.fail(offset(), "nothing was expected after the end of the JSON text");
    }
  }

  /// The next value; it lives until the next call.
  const rapidjson::Value& value() {
    document_.SetNull();
    allocator_.Clear();
    (void)peek();
    document_.ParseStream<parse_flags>(stream_);
    if (document_.HasParseError()) {
      source_.fail(document_.GetErrorOffset(),
                   rapidjson::GetParseError_En(document_.GetParseError()));
    }
    return document_;
  }

 private:
  /// RFC 8259, production `ws`.
  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  const JsonSource& source_;
  rapidjson::MemoryStream stream_;
  std::array<char, 65536> buffer_{};  // kept by Clear(): most records need no other memory
  rapidjson::MemoryPoolAllocator<> allocator_{buffer_.data(), buffer_.size()};
  rapidjson::Document document_{&allocator_};
};

}  // namespace

void JsonSource::fail(std::uint64_t offset, const std::string& message) const {
  throw InputError(locate(name, bytes, offset), message);
}

JsonObject::JsonObject(const rapidjson::Value& value, const JsonSource& source,
                       std::uint64_t offset)
    : value_(&value), source_(&source), offset_(offset) {
  if (!value.IsObject()) source.fail(offset, "an object was expected");
}

const rapidjson::Value* JsonObject::find(const char* field) const {
  const auto it = value_->FindMember(field);
  return it == value_->MemberEnd() || it->value.IsNull() ? nullptr : &it->value;
}

const rapidjson::Value& JsonObject::at(const char* field, const char* expected) const {
  const rapidjson::Value* const value = find(field);
  if (value == nullptr) fail(std::string("no '") + field + "'; " + expected + " was expected");
  return *value;
}

void JsonObject::wrong(const char* field, const char* expected) const {
  fail(std::string("wrong '") + field + "'; " + expected + " was expected");
}

bool JsonObject::has(const char* field) const { return find(field) != nullptr; }

std::string JsonObject::text(const char* field) const {
  const rapidjson::Value& value = at(field, "a string");
  if (!value.IsString()) wrong(field, "a string");
  return {value.GetString(), value.GetStringLength()};
}

std::string JsonObject::text_or(const char* field, std::string missing) const {
  return has(field) ? text(field) : std::move(missing);
}

std::optional<std::string> JsonObject::optional_text(const char* field) const {
  return has(field) ? std::optional(text(field)) : std::nullopt;
}

std::vector<std::string> JsonObject::texts(const char* field) const {
  std::vector<std::string> result;
  const rapidjson::Value* const value = find(field);
  if (value == nullptr) return result;
  if (!value->IsArray()) wrong(field, "an array of strings");
  for (const rapidjson::Value& item : value->GetArray()) {
    if (!item.IsString()) wrong(field, "an array of strings");
    result.emplace_back(item.GetString(), item.GetStringLength());
  }
  return result;
}

std::uint64_t JsonObject::count(const char* field) const {
  const rapidjson::Value& value = at(field, "a whole number");
  if (!value.IsUint64()) wrong(field, "a whole number");
  return value.GetUint64();
}

double JsonObject::number_or(const char* field, double missing) const {
  const rapidjson::Value* const value = find(field);
  if (value == nullptr) return missing;
  if (!value->IsNumber()) wrong(field, "a number");
  return value->GetDouble();
}

bool JsonObject::flag_or(const char* field, bool missing) const {
  const rapidjson::Value* const value = find(field);
  if (value == nullptr) return missing;
  if (!value->IsBool()) wrong(field, "true or false");
  return value->GetBool();
}

JsonObject JsonObject::object(const char* field) const {
  const rapidjson::Value& value = at(field, "an object");
  if (!value.IsObject()) wrong(field, "an object");
  return {value, *source_, offset_};
}

std::vector<JsonObject> JsonObject::objects(const char* field) const {
  std::vector<JsonObject> result;
  const rapidjson::Value* const value = find(field);
  if (value == nullptr) return result;
  if (!value->IsArray()) wrong(field, "an array of objects");
  for (const rapidjson::Value& item : value->GetArray()) {
    if (!item.IsObject()) wrong(field, "an array of objects");
    result.emplace_back(item, *source_, offset_);
  }
  return result;
}

void read_json_records(
    const JsonSource& source,
    const std::function<void(std::string_view list, const JsonObject& record)>& record,
    const std::function<void(std::string_view field, double value, std::uint64_t offset)>& field) {
  TopLevel json(source);
  json.expect('{');
  if (json.peek() != '}') {
    do {
      if (json.peek() != '"') source.fail(json.offset(), "a field name was expected");
      const rapidjson::Value& key = json.value();
      const std::string name(key.GetString(), key.GetStringLength());
      json.expect(':');
      if (json.accept('[')) {
        if (json.accept(']')) continue;
        do {
          const char first = json.peek();
          const std::uint64_t offset = json.offset();
          const rapidjson::Value& value = json.value();
          if (first == '{') record(name, JsonObject(value, source, offset));
        } while (json.accept(','));
        json.expect(']');
        continue;
      }
      (void)json.peek();
      const std::uint64_t offset = json.offset();
      const rapidjson::Value& value = json.value();
      if (value.IsNumber()) field(name, value.GetDouble(), offset);
    } while (json.accept(','));
  }
  json.expect('}');
  json.expect_end();
}

}  // namespace actant
