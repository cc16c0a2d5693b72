// SPDX-License-Identifier: MIT
#include "apps/json_line.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace actant {

std::string json_line(std::initializer_list<JsonField> fields) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  for (const auto& [key, value] : fields) {
    writer.Key(key);
    if (const auto* const text = std::get_if<std::string>(&value)) {
      writer.String(text->data(), static_cast<rapidjson::SizeType>(text->size()));
    } else {
      writer.Uint64(std::get<std::uint64_t>(value));
    }
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace actant
