// SPDX-License-Identifier: MIT
#include "export/exporter.hpp"

#include <algorithm>
#include <array>

namespace actant {

ExportFormat dot_format();
ExportFormat json_format();
ExportFormat jsonld_format();
ExportFormat nquads_format();
ExportFormat pdf_format();
ExportFormat png_format();
ExportFormat svg_format();

std::span<const ExportFormat> export_formats() {
  static const std::array table = {
      dot_format(),     //
      json_format(),    //
      jsonld_format(),  //
      nquads_format(),  //
      pdf_format(),     //
      png_format(),     //
      svg_format(),     //
  };
  return table;
}

const ExportFormat* find_format(std::string_view name) {
  const auto formats = export_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [name](const auto& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

const ExportFormat* find_format_for_file(std::string_view path) {
  const ExportFormat* best = nullptr;
  std::size_t longest = 0;
  for (const ExportFormat& format : export_formats()) {
    for (std::string_view rest = format.extensions; !rest.empty();) {
      const std::string_view extension = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), extension.size() + 1));
      const bool matches = path.size() > extension.size() && path.ends_with(extension) &&
                           path[path.size() - extension.size() - 1] == '.';
      if (matches && extension.size() > longest) {
        best = &format;
        longest = extension.size();
      }
    }
  }
  return best;
}

}  // namespace actant
