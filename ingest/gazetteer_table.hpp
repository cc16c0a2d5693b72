// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_TABLE_HPP
#define ACTANT_INGEST_GAZETTEER_TABLE_HPP

#include "base/mapped_file.hpp"
#include "ingest/node_type.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A gazetteer in the form that is looked up in: a hash table of names over arrays, in one run of
/// bytes that a compiled file (.actg) holds as it is. docs/gazetteers.md describes the bytes.
///
/// Every position that is read is checked, so that a damaged file gives an error and nothing worse.
/// Const members are thread-safe.
class GazetteerTable {
 public:
  /// What a folded name, or the beginning of one, leads to.
  struct Place {
    /// The entries of that name, shifted left by one, the lowest bit set for a demonym; the most
    /// prominent first, then in the order of the rows.
    std::span<const std::uint32_t> candidates;
    bool goes_on = false;  ///< a longer name begins so
  };
  struct Entry {
    std::string_view id;
    std::string_view name;
    std::string_view same_as;  ///< sorted IRIs, separated by '|'
    NodeType type = NodeType::concept_;
    unsigned prominence = 0;  ///< 0 to 9
  };
  /// Days are numbers such as 20190320; both ends belong to it.
  struct Role {
    std::uint64_t key = 0;  ///< role_key() of what is held
    std::uint32_t entry = 0;
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::uint32_t unused = 0;
  };

  /// Maps a compiled file.
  /// @throws InputError for the file as a whole if it cannot be read, is none, is of another
  /// version, or its header is damaged.
  [[nodiscard]] static GazetteerTable map(const std::string& path);
  /// Takes over the words that GazetteerBuilder made.
  [[nodiscard]] static GazetteerTable own(std::vector<std::uint64_t> words, std::string source);

  /// Does a file begin as a compiled gazetteer does?
  [[nodiscard]] static bool is_compiled(std::string_view bytes);

  /// The place of a fold_hash().
  /// @throws Error where the file is damaged, as the other look-ups.
  [[nodiscard]] std::optional<Place> find(std::uint64_t hash) const;
  [[nodiscard]] Entry entry(std::uint32_t index) const;
  [[nodiscard]] unsigned prominence(std::uint32_t index) const;
  /// All that hold or held what has that role_key(), by first day.
  [[nodiscard]] std::span<const Role> roles(std::uint64_t key) const;

  [[nodiscard]] std::size_t size() const { return entry_count_; }
  /// All bytes, as in a compiled file.
  [[nodiscard]] std::string_view bytes() const;
  /// Reads all of a mapped file and compares it with its checksum.
  /// @throws InputError for the file as a whole if it is damaged.
  void check() const;

 private:
  GazetteerTable() = default;
  void open(std::string_view bytes);
  [[noreturn]] void damaged(const char* what) const;

  std::string source_;
  std::vector<std::uint64_t> words_;  // what is looked up in is either here
  std::unique_ptr<MappedFile> file_;  // or there
  const char* base_ = nullptr;
  std::size_t entry_count_ = 0;
  std::size_t slot_count_ = 0;
  std::size_t candidate_count_ = 0;
  std::size_t role_count_ = 0;
  std::size_t text_size_ = 0;
  std::size_t longest_probe_ = 0;
  std::size_t entries_ = 0;  // where the arrays begin, in bytes
  std::size_t slots_ = 0;
  std::size_t candidates_ = 0;
  std::size_t roles_ = 0;
  std::size_t text_ = 0;
};

/// What a role and the thing that it is a role of are looked up by: "president" and the name or an
/// id of a country, regardless of case, accents and punctuation.
[[nodiscard]] std::uint64_t role_key(std::string_view role, std::string_view of);

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_TABLE_HPP
