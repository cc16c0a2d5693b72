// SPDX-License-Identifier: MIT
#include "ingest/gazetteer_builder.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "ingest/folding.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>

namespace actant {
namespace {

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Slots of all names and prefixes, and the longest probe.
class SlotTable {
 public:
  explicit SlotTable(std::size_t names) : slots_(names + names / 2 + 1) {}

  void insert(const GazetteerSlot& slot) {
    std::size_t at = home_slot(slot.hash, slots_.size());
    std::uint32_t probes = 1;
    while ((slots_[at].state & GazetteerSlot::used) != 0) {
      at = at + 1 == slots_.size() ? 0 : at + 1;
      ++probes;
    }
    slots_[at] = slot;
    longest_ = std::max(longest_, probes);
  }

  [[nodiscard]] std::uint32_t longest() const { return longest_; }
  [[nodiscard]] const std::vector<GazetteerSlot>& slots() const { return slots_; }

 private:
  std::vector<GazetteerSlot> slots_;
  std::uint32_t longest_ = 1;
};

template <typename T>
void put(std::vector<std::uint64_t>& words, std::size_t& at, const T* data, std::size_t count) {
  if (count > 0) std::memcpy(reinterpret_cast<char*>(words.data()) + at, data, count * sizeof(T));
  at += aligned(count * sizeof(T));
}

}  // namespace

void GazetteerBuilder::add_name(std::string_view name, std::uint32_t candidate,
                                unsigned prominence) {
  name = without_article(name);
  std::uint64_t hash = fold_seed;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (name[i] != ' ' && name[i] != '-' && name[i] != '.' && name[i] != '\'') continue;
    hash = fold_hash(name.substr(begin, i - begin), hash);
    begin = i;
    prefixes_.push_back(hash);
  }
  hash = fold_hash(name.substr(begin), hash);
  if (hash == fold_seed) return;
  names_.push_back({hash, candidate, prominence});
  // Millions of names begin alike: prefixes are kept once.
  if (prefixes_.size() > 2 * sorted_prefixes_ + (1U << 16U)) {
    sort_unique(prefixes_);
    sorted_prefixes_ = prefixes_.size();
  }
}

void GazetteerBuilder::add(const GazetteerRow& row) {
  if (entries_.size() >= (1ULL << 31U) - 1 || names_.size() > 0xFFFFFF00ULL) {
    throw Error("too many rows for one gazetteer; at most 2147483647 were expected");
  }
  const auto index = static_cast<std::uint32_t>(entries_.size());
  GazetteerEntryRecord entry;
  entry.text = text_.size();
  text_ += row.id;
  text_ += row.name;
  entry.id_size = static_cast<std::uint32_t>(row.id.size());
  entry.name_size = static_cast<std::uint32_t>(row.name.size());
  const std::size_t iris = text_.size();
  std::vector<std::string_view> same_as = row.same_as;
  sort_unique(same_as);
  for (const std::string_view iri : same_as) {
    if (text_.size() > iris) text_ += '|';
    text_ += iri;
  }
  entry.iris_size = static_cast<std::uint32_t>(text_.size() - iris);
  entry.type = static_cast<std::uint8_t>(row.type);
  entry.prominence = static_cast<std::uint8_t>(row.prominence);
  entries_.push_back(entry);
  add_name(row.name, index << 1U, row.prominence);
  for (const std::string_view alias : row.aliases) add_name(alias, index << 1U, row.prominence);
  for (const std::string_view people : row.demonyms) {
    add_name(people, index << 1U | 1U, row.prominence);
  }
  for (const DatedRole& held : row.roles) {
    roles_.push_back({role_key(held.role, held.of), index, held.from, held.to});
  }
}

std::vector<std::uint64_t> GazetteerBuilder::finish() {
  std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
    return std::tuple(a.hash, b.prominence, a.candidate) <
           std::tuple(b.hash, a.prominence, b.candidate);
  });
  const auto same = [](const Name& a, const Name& b) {
    return a.hash == b.hash && a.candidate >> 1U == b.candidate >> 1U;
  };
  names_.erase(std::unique(names_.begin(), names_.end(), same), names_.end());
  sort_unique(prefixes_);
  std::sort(roles_.begin(), roles_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.key, a.from, a.to, a.entry) < std::tie(b.key, b.from, b.to, b.entry);
  });

  SlotTable table(names_.size() + prefixes_.size());
  std::vector<std::uint32_t> candidates;
  candidates.reserve(names_.size());
  auto prefix = prefixes_.begin();
  const auto prefixes_before = [&](std::uint64_t hash) {
    for (; prefix != prefixes_.end() && *prefix < hash; ++prefix) {
      table.insert({*prefix, 0, GazetteerSlot::used | GazetteerSlot::goes_on});
    }
  };
  for (auto name = names_.begin(); name != names_.end();) {
    prefixes_before(name->hash);
    GazetteerSlot slot{name->hash, static_cast<std::uint32_t>(candidates.size()),
                       GazetteerSlot::used};
    if (prefix != prefixes_.end() && *prefix == slot.hash) {
      slot.state |= GazetteerSlot::goes_on;
      ++prefix;
    }
    for (; name != names_.end() && name->hash == slot.hash; ++name) {
      if ((slot.state & GazetteerSlot::count_mask) == GazetteerSlot::count_mask) continue;
      candidates.push_back(name->candidate);
      ++slot.state;
    }
    table.insert(slot);
  }
  for (; prefix != prefixes_.end(); ++prefix) {
    table.insert({*prefix, 0, GazetteerSlot::used | GazetteerSlot::goes_on});
  }
  if (table.longest() > probe_limit) throw Error("too many names of one hash for a gazetteer");

  GazetteerHeader header;
  header.longest_probe = table.longest();
  header.folding = folding_mark();
  header.entries = entries_.size();
  header.slots = table.slots().size();
  header.candidates = candidates.size();
  header.roles = roles_.size();
  header.text = text_.size();
  header.size = sizeof header + aligned(entries_.size() * sizeof(GazetteerEntryRecord)) +
                table.slots().size() * sizeof(GazetteerSlot) +
                aligned(candidates.size() * sizeof(std::uint32_t)) +
                roles_.size() * sizeof(GazetteerTable::Role) + aligned(text_.size());
  std::vector<std::uint64_t> words(header.size / 8);
  std::size_t at = sizeof header;
  put(words, at, entries_.data(), entries_.size());
  put(words, at, table.slots().data(), table.slots().size());
  put(words, at, candidates.data(), candidates.size());
  put(words, at, roles_.data(), roles_.size());
  put(words, at, text_.data(), text_.size());
  const std::string_view bytes(reinterpret_cast<const char*>(words.data()), 8 * words.size());
  std::memcpy(header.body_sum, sha256_hex(bytes.substr(sizeof header)).data(),
              sizeof header.body_sum);
  const std::string_view head(reinterpret_cast<const char*>(&header), sizeof header);
  std::memcpy(header.head_sum,
              sha256_hex(head.substr(0, sizeof header - sizeof header.head_sum)).data(),
              sizeof header.head_sum);
  std::memcpy(words.data(), &header, sizeof header);
  *this = GazetteerBuilder();
  return words;
}

}  // namespace actant
