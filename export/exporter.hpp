// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_EXPORTER_HPP
#define ACTANT_EXPORT_EXPORTER_HPP

#include "graph/knowledge_graph.hpp"

#include <iosfwd>
#include <memory>
#include <span>
#include <string_view>

namespace actant {

/// Writes a graph in one format. Same graph, same bytes.
class Exporter {
 public:
  virtual ~Exporter() = default;

  /// @throws Error if the stream fails or the format cannot hold the graph. Thread-safe.
  virtual void write(const KnowledgeGraph& graph, std::ostream& out) const = 0;
};

/// A row of the table of formats.
struct ExportFormat {
  std::string_view name;        ///< what --format takes: "dot"
  std::string_view extensions;  ///< without dots, separated by spaces: "dot gv"
  std::string_view media_type;
  std::string_view summary;  ///< one line for `actant formats`
  std::unique_ptr<Exporter> (*create)();
};

/// All formats, sorted by name.
[[nodiscard]] std::span<const ExportFormat> export_formats();

/// The format of that name, or null.
[[nodiscard]] const ExportFormat* find_format(std::string_view name);

/// The format that writes files of that name, by the longest matching extension, or null.
[[nodiscard]] const ExportFormat* find_format_for_file(std::string_view path);

}  // namespace actant

#endif  // ACTANT_EXPORT_EXPORTER_HPP
