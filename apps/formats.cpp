// SPDX-License-Identifier: MIT
#include "apps/program.hpp"
#include "export/exporter.hpp"
#include "ingest/reader.hpp"

#include <iomanip>
#include <iostream>
#include <string_view>

namespace actant {
namespace {

void print(std::string_view direction, std::string_view name, std::string_view extensions,
           std::string_view summary) {
  std::cout << std::left << std::setw(6) << direction << std::setw(12) << name << std::setw(12)
            << extensions << summary << '\n';
}

}  // namespace

void add_formats(CLI::App& app, Program& program) {
  app.add_subcommand("formats", "readers and exporters, one a line")->callback([&program] {
    program.run = [] {
      for (const ReadFormat& f : read_formats()) print("read", f.name, f.extensions, f.summary);
      for (const ExportFormat& f : export_formats())
        print("write", f.name, f.extensions, f.summary);
      return Exit::done;
    };
  });
}

}  // namespace actant
