// SPDX-License-Identifier: MIT
#include "ingest/gazetteer_table.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "ingest/folding.hpp"
#include "ingest/gazetteer_bytes.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace actant {
namespace {

/// A record at a checked position; the copy costs what the read does.
template <typename Record>
Record load(const char* at) {
  Record record;
  std::memcpy(&record, at, sizeof record);
  return record;
}

constexpr std::size_t head_sum_at = sizeof(GazetteerHeader) - sizeof(GazetteerHeader::head_sum);

}  // namespace

std::uint64_t role_key(std::string_view role, std::string_view of) {
  const std::uint64_t hash = fold_hash(role);
  return fold_hash(of, (hash ^ (hash >> 32U)) * 0x9E3779B97F4A7C15ULL);
}

bool GazetteerTable::is_compiled(std::string_view bytes) {
  const GazetteerHeader header;
  return bytes.starts_with(std::string_view(header.magic, sizeof header.magic));
}

GazetteerTable GazetteerTable::map(const std::string& path) {
  GazetteerTable table;
  table.source_ = path;
  table.file_ = std::make_unique<MappedFile>(path);
  table.open(table.file_->bytes());
  return table;
}

GazetteerTable GazetteerTable::own(std::vector<std::uint64_t> words, std::string source) {
  GazetteerTable table;
  table.source_ = std::move(source);
  table.words_ = std::move(words);
  table.open({reinterpret_cast<const char*>(table.words_.data()), 8 * table.words_.size()});
  return table;
}

void GazetteerTable::damaged(const char* what) const {
  throw InputError({source_, 0, 0},
                   std::string("damaged: ") + what +
                       "; a file that `actant gazetteer build` wrote was expected");
}

void GazetteerTable::open(std::string_view bytes) {
  if (bytes.size() < sizeof(GazetteerHeader)) damaged("cut off in its header");
  if (!is_compiled(bytes)) damaged("it does not begin as one");
  const auto header = load<GazetteerHeader>(bytes.data());
  if (header.version != GazetteerHeader().version || header.folding != folding_mark()) {
    throw InputError({source_, 0, 0},
                     "is of another version; one that this `actant gazetteer build` wrote was "
                     "expected");
  }
  if (std::string_view(header.head_sum, sizeof header.head_sum) !=
      sha256_hex(bytes.substr(0, head_sum_at))) {
    damaged("the checksum of its header is another");
  }
  if (header.size != bytes.size()) damaged("its size is another than the header says");
  std::size_t at = sizeof header;
  const auto place = [&](std::uint64_t count, std::size_t size) {
    const std::size_t begin = at;
    if (count > (bytes.size() - at) / size) damaged("an array reaches beyond its end");
    at = std::min(bytes.size(), at + aligned(static_cast<std::size_t>(count) * size));
    return begin;
  };
  entries_ = place(entry_count_ = header.entries, sizeof(GazetteerEntryRecord));
  slots_ = place(slot_count_ = header.slots, sizeof(GazetteerSlot));
  candidates_ = place(candidate_count_ = header.candidates, sizeof(std::uint32_t));
  roles_ = place(role_count_ = header.roles, sizeof(Role));
  text_ = place(text_size_ = header.text, 1);
  longest_probe_ = header.longest_probe;
  if (longest_probe_ > std::min<std::size_t>(probe_limit, slot_count_)) damaged("its probes");
  base_ = bytes.data();
}

std::string_view GazetteerTable::bytes() const {
  if (file_) return file_->bytes();
  return {base_, 8 * words_.size()};
}

void GazetteerTable::check() const {
  const auto header = load<GazetteerHeader>(base_);
  if (std::string_view(header.body_sum, sizeof header.body_sum) !=
      sha256_hex(bytes().substr(sizeof header))) {
    damaged("its checksum is another");
  }
}

std::optional<GazetteerTable::Place> GazetteerTable::find(std::uint64_t hash) const {
  if (slot_count_ == 0) return std::nullopt;
  std::size_t at = home_slot(hash, slot_count_);
  for (std::size_t i = 0; i < longest_probe_; ++i) {
    const auto slot = load<GazetteerSlot>(base_ + slots_ + at * sizeof(GazetteerSlot));
    if ((slot.state & GazetteerSlot::used) == 0) return std::nullopt;
    if (slot.hash == hash) {
      const std::size_t count = slot.state & GazetteerSlot::count_mask;
      if (slot.first > candidate_count_ || count > candidate_count_ - slot.first) {
        damaged("a name without entries");
      }
      const auto* const first =
          reinterpret_cast<const std::uint32_t*>(base_ + candidates_) + slot.first;
      return Place{{first, count}, (slot.state & GazetteerSlot::goes_on) != 0};
    }
    at = at + 1 == slot_count_ ? 0 : at + 1;
  }
  return std::nullopt;
}

GazetteerTable::Entry GazetteerTable::entry(std::uint32_t index) const {
  if (index >= entry_count_) damaged("an entry that is not there");
  const auto record =
      load<GazetteerEntryRecord>(base_ + entries_ + index * sizeof(GazetteerEntryRecord));
  const std::uint64_t size = std::uint64_t{record.id_size} + record.name_size + record.iris_size;
  if (record.text > text_size_ || size > text_size_ - record.text ||
      record.type > static_cast<std::uint8_t>(NodeType::role)) {
    damaged("an entry beyond its text");
  }
  const std::string_view text(base_ + text_ + record.text, static_cast<std::size_t>(size));
  if (file_ && !is_valid_utf8(text)) damaged("an entry that is no UTF-8");
  Entry entry;
  entry.id = text.substr(0, record.id_size);
  entry.name = text.substr(record.id_size, record.name_size);
  entry.same_as = text.substr(std::size_t{record.id_size} + record.name_size);
  entry.type = static_cast<NodeType>(record.type);
  entry.prominence = std::min<unsigned>(record.prominence, 9);
  return entry;
}

unsigned GazetteerTable::prominence(std::uint32_t index) const {
  if (index >= entry_count_) damaged("an entry that is not there");
  const auto record =
      load<GazetteerEntryRecord>(base_ + entries_ + index * sizeof(GazetteerEntryRecord));
  return std::min<unsigned>(record.prominence, 9);
}

std::span<const GazetteerTable::Role> GazetteerTable::roles(std::uint64_t key) const {
  const std::span<const Role> all(reinterpret_cast<const Role*>(base_ + roles_), role_count_);
  const auto before = [](const Role& a, const Role& b) { return a.key < b.key; };
  const auto [begin, end] = std::equal_range(all.begin(), all.end(), Role{.key = key}, before);
  return {begin, end};
}

}  // namespace actant
