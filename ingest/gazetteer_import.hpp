// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_GAZETTEER_IMPORT_HPP
#define ACTANT_INGEST_GAZETTEER_IMPORT_HPP

#include "ingest/hash_table.hpp"
#include "ingest/node_type.hpp"
#include "ingest/reader.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A row of a gazetteer that is being made.
struct ImportedRow {
  /// An office that somebody held, as Wikidata has it: the office is an item of its own.
  struct Held {
    std::string office;  ///< "Q35073"
    std::string from;    ///< "2019-03-20", or ""
    std::string to;
  };

  std::string id;
  NodeType type = NodeType::concept_;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> same_as;
  std::vector<std::string> demonyms;
  unsigned prominence = 0;
  std::vector<Held> held;
};

/// What an office is called and where it is one: "President", Kazakhstan's IRI.
struct Office {
  std::string role;
  std::string of;
};

using TakeRow = std::function<void(ImportedRow&&)>;
using TakeOffice = std::function<void(const std::string& id, Office&& office)>;

/// From classes of Wikidata ("Q515") to types.
using ClassTypes = std::map<std::string, NodeType, std::less<>>;

/// Reads a table of class, type, and a comment.
/// @throws InputError at the first wrong row.
[[nodiscard]] ClassTypes read_class_types(const std::string& path);

/// Reads a JSON dump of Wikidata (one entity a line within one big array, plain or gzip) in one
/// pass: items whose class is known become rows, with their English label, aliases and demonyms,
/// GeoNames id, and offices held; items that are offices go to `office`. Memory holds a line.
/// @param failed  Hears of every line that is no entity, and of the end of a damaged file.
/// @return How many entities were read.
/// @throws InputError if the file cannot be opened.
std::uint64_t read_wikidata(const std::string& path, const ClassTypes& types, const TakeRow& row,
                            const TakeOffice& office, const Diagnostics& failed);

/// Reads the table allCountries of GeoNames (19 columns by tabs, plain or gzip): places with their
/// names in ASCII and in Latin letters.
/// @param min_population  Populated places of fewer people are passed over.
/// The rest as read_wikidata().
std::uint64_t read_geonames(const std::string& path, std::uint64_t min_population,
                            const TakeRow& row, const Diagnostics& failed);

/// Collects imported rows in a file, and writes them as a gazetteer's table when all are known:
/// offices by name, and only such aliases as make no cycle (a name of a thing that is at least as
/// prominent is left to it). Memory holds some 20 bytes a row, and the offices.
class ImportedTable {
 public:
  /// @param rows  Receives the rows; kept by the caller.
  explicit ImportedTable(std::ostream& rows) : rows_(rows) {}

  /// Leaves out a row whose id was there before.
  void add(const ImportedRow& row);
  void add_office(const std::string& id, Office&& office);
  [[nodiscard]] std::size_t size() const { return size_; }

  /// @param rows  What add() wrote.
  void write(std::string_view rows, std::ostream& table);

 private:
  std::ostream& rows_;
  std::size_t size_ = 0;
  std::map<std::string, Office, std::less<>> offices_;
  struct Ranked {
    std::uint64_t hash = 0;  ///< of type and folded name
    unsigned prominence = 0;
  };
  [[nodiscard]] unsigned prominence_of(std::uint64_t name) const;

  std::vector<Ranked> names_;
  HashTable<std::uint8_t> ids_;
};

}  // namespace actant

#endif  // ACTANT_INGEST_GAZETTEER_IMPORT_HPP
