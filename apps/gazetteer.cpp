// SPDX-License-Identifier: MIT
#include "ingest/gazetteer.hpp"

#include "apps/output_file.hpp"
#include "apps/program.hpp"
#include "base/mapped_file.hpp"
#include "ingest/gazetteer_builder.hpp"
#include "ingest/gazetteer_import.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace actant {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> inputs;
  std::string output;
  std::string from = "table";
  std::string types;
  std::uint64_t min_population = 0;
  std::vector<std::string> checked;
};

/// A file beside the output that is gone when the work is done.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& beside)
      : path_((beside == "-" ? fs::temp_directory_path() / "actant" : fs::path(beside)).string() +
              ".rows" + std::to_string(::getpid())),
        out_(path_, std::ios::binary) {
    if (!out_) throw Error(path_ + ": cannot be written: " + std::strerror(errno));
  }
  ~ScratchFile() {
    std::error_code ignored;  // nobody waits for it
    fs::remove(path_, ignored);
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  [[nodiscard]] std::ostream& out() { return out_; }
  /// What was written.
  [[nodiscard]] MappedFile finish() {
    out_.close();
    if (!out_) throw Error(path_ + ": cannot be written to its end");
    return MappedFile(path_);
  }

 private:
  std::string path_;
  std::ofstream out_;
};

void write_compiled(GazetteerBuilder& builder, std::ostream& out) {
  const std::vector<std::uint64_t> words = builder.finish();
  out.write(reinterpret_cast<const char*>(words.data()),
            static_cast<std::streamsize>(8 * words.size()));
}

void compile_text(std::string_view text, const std::string& source, GazetteerBuilder& builder) {
  read_gazetteer_rows(text, source, [&](const GazetteerRow& row) { builder.add(row); });
}

/// Tables into a compiled file.
Exit compile(const Options& options) {
  GazetteerBuilder builder;
  try {
    for (const std::string& input : options.inputs) {
      const MappedFile file(input);
      if (GazetteerTable::is_compiled(file.bytes())) {
        throw InputError({input, 0, 0}, "is compiled already; a table was expected");
      }
      compile_text(file.bytes(), input, builder);
    }
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
  write_files({{options.output, [&](std::ostream& out) { write_compiled(builder, out); }}});
  return Exit::done;
}

/// Rows of Wikidata or GeoNames into a table, or a compiled file.
Exit import(const Options& options, const Program& program) {
  std::size_t failures = 0;
  const Diagnostics failed = [&](const InputError& error) {
    std::cerr << error.what() << '\n';
    ++failures;
  };
  ScratchFile rows(options.output);
  ImportedTable table(rows.out());
  const TakeRow take = [&](ImportedRow&& row) { table.add(row); };
  if (options.from == "wikidata") {
    const ClassTypes types = read_class_types(
        options.types.empty() ? program.data + "/gazetteers/wikidata-types.tsv" : options.types);
    const TakeOffice office = [&](const std::string& id, Office&& found) {
      table.add_office(id, std::move(found));
    };
    for (const std::string& input : options.inputs) {
      read_wikidata(input, types, take, office, failed);
    }
  } else {
    for (const std::string& input : options.inputs) {
      read_geonames(input, options.min_population, take, failed);
    }
  }
  if (table.size() == 0) throw Error("no row could be made of the input");
  const MappedFile imported = rows.finish();
  if (options.output.ends_with(".actg")) {
    ScratchFile text(options.output + ".table");
    table.write(imported.bytes(), text.out());
    const MappedFile mapped = text.finish();
    GazetteerBuilder builder;
    compile_text(mapped.bytes(), options.output, builder);
    write_files({{options.output, [&](std::ostream& out) { write_compiled(builder, out); }}});
  } else {
    write_files({{options.output, [&](std::ostream& out) { table.write(imported.bytes(), out); }}});
  }
  return failures == 0 ? Exit::done : Exit::some_failed;
}

Exit check(const Options& options) {
  for (const std::string& input : options.checked) {
    Gazetteer gazetteer;
    gazetteer.add_file(input);
    const MappedFile file(input);
    if (GazetteerTable::is_compiled(file.bytes())) GazetteerTable::map(input).check();
    std::cout << input << ": " << gazetteer.size() << " entries\n";
  }
  return Exit::done;
}

void add_gazetteer_build(CLI::App& parent, const std::shared_ptr<Options>& options,
                         Program& program) {
  CLI::App* const command = parent.add_subcommand(
      "build", "compiles tables, or makes a table of Wikidata's dump or GeoNames' places");
  command->add_option("INPUT", options->inputs, "tables, dumps (.json, .json.gz), allCountries.txt")
      ->required();
  command
      ->add_option("-o,--output", options->output,
                   "FILE.actg: compiled, for --gazetteer; with --from also FILE.tsv")
      ->type_name("FILE")
      ->required();
  command->add_option("--from", options->from, "what the input is; default: table")
      ->check(CLI::IsMember({"table", "wikidata", "geonames"}));
  command
      ->add_option("--types", options->types,
                   "wikidata: table of classes and types instead of the shipped one")
      ->type_name("FILE");
  command
      ->add_option("--min-population", options->min_population,
                   "geonames: leaves out smaller towns and villages")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{100'000'000'000}));
  command->callback([options, &program] {
    const bool compiled = options->output.ends_with(".actg");
    const bool table = options->output.ends_with(".tsv") || options->output == "-";
    if (!compiled && !(table && options->from != "table")) {
      throw CLI::ValidationError("-o", options->output + ": a name that ends in .actg" +
                                           (options->from == "table" ? "" : " or .tsv") +
                                           " was expected");
    }
    program.run = [options, &program] {
      return options->from == "table" ? compile(*options) : import(*options, program);
    };
  });
}

}  // namespace

void add_gazetteer(CLI::App& app, Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* const command =
      app.add_subcommand("gazetteer", "makes and checks files for --gazetteer");
  command->require_subcommand(1);
  add_gazetteer_build(*command, options, program);
  CLI::App* const checking =
      command->add_subcommand("check", "reads gazetteers to their end and counts their entries");
  checking->add_option("FILE", options->checked, "tables or compiled gazetteers")->required();
  checking->callback([options, &program] {
    program.run = [options] {
      try {
        return check(*options);
      } catch (const InputError& error) {
        throw UsageError(error.what());
      }
    };
  });
}

}  // namespace actant
