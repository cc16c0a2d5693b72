// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/folding.hpp"
#include "base/read_file.hpp"
#include "ingest/gazetteer.hpp"
#include "ingest/gazetteer_builder.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace actant {
namespace {

/// A file that is gone after the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes)
      : path_((std::filesystem::temp_directory_path() /
               ("actant_gazetteer_test." + std::to_string(::getpid())))
                  .string()) {
    write(bytes);
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view bytes) const {
    std::filesystem::remove(path_);  // what is mapped stays as it was
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string compile(std::string_view table) {
  GazetteerBuilder builder;
  read_gazetteer_rows(table, "t.tsv", [&](const GazetteerRow& row) { builder.add(row); });
  const std::vector<std::uint64_t> words = builder.finish();
  return {reinterpret_cast<const char*>(words.data()), 8 * words.size()};
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t end = 0; !text.empty(); text.remove_prefix(std::min(end + 1, text.size()))) {
    end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
  }
  return words;
}

bool same(const Gazetteer::Match& a, const Gazetteer::Match& b) {
  return a.entry == b.entry && a.words == b.words && a.demonym == b.demonym;
}

TEST_CASE("a compiled gazetteer answers as its table does") {
  const std::string world = read_file(std::string(ACTANT_DATA_FOLDER) + "/gazetteers/world.tsv");
  const TemporaryFile file(compile(world));
  Gazetteer compiled;
  compiled.add_file(file.path());
  Gazetteer table;
  table.add_table(world, "world.tsv");
  REQUIRE(compiled.size() == table.size());
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const GazetteerEntry a = table.entry(i);
    const GazetteerEntry b = compiled.entry(i);
    REQUIRE(a.name == b.name);
    REQUIRE(a.id == b.id);
    REQUIRE(a.type == b.type);
    REQUIRE(a.same_as == b.same_as);
    REQUIRE(a.prominence == b.prominence);
    REQUIRE(table.all(a.name).size() == compiled.all(a.name).size());
    names.emplace_back(a.name);
  }
  std::mt19937 random(5);  // NOLINT: the same texts every time
  for (const std::string& name : names) {
    std::string text = name + " and " + names[random() % names.size()];
    if (random() % 3 == 0) text = text.substr(random() % text.size());
    const auto words = split(text);
    REQUIRE(same(table.longest(words), compiled.longest(words)));
    REQUIRE(same(table.exact(text), compiled.exact(text)));
  }
}

TEST_CASE("the same rows give the same bytes, and none at all are a gazetteer too") {
  const std::string table = "type\tname\taliases\nPerson\tAnna Berg\tA. Berg\n";
  CHECK(compile(table) == compile(table));
  const TemporaryFile file(compile("type\tname\n"));
  Gazetteer gazetteer;
  gazetteer.add_file(file.path());
  CHECK(gazetteer.size() == 0);
  CHECK(gazetteer.exact("Anna").words == 0);
}

/// Asks all kinds of things; answers do not matter.
void use(const Gazetteer& gazetteer) {
  static const std::vector<std::string_view> words = {"Kazakhstan", "Anna", "Berg", "met"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto match = gazetteer.longest(std::span(words).subspan(i));
    if (match.words > 0) (void)gazetteer.entry(match.entry);
    for (const auto& found : gazetteer.all(words[i])) {
      (void)gazetteer.entry(found.entry);
      (void)gazetteer.holder("president", found.entry, "2020-01-01");
    }
  }
}

TEST_CASE("a damaged compiled file gives an error or another answer, and nothing worse") {
  const std::string good = compile(
      "type\tname\taliases\tsameAs\troles\n"
      "Person\tAnna Berg\tA. Berg|Anna\thttp://x.org/1\tpresident;Kazakhstan;2019\n"
      "GeopoliticalEntity\tKazakhstan\t\thttp://x.org/2\t\n");
  const TemporaryFile file(good);
  const auto open_and_use = [&](std::string_view bytes) {
    file.write(bytes);
    try {
      Gazetteer gazetteer;
      gazetteer.add_file(file.path());
      use(gazetteer);
      GazetteerTable::map(file.path()).check();
    } catch (const Error&) {
      return false;
    }
    return true;
  };
  CHECK(open_and_use(good));
  for (std::size_t size = 8; size < good.size(); ++size) {
    REQUIRE_FALSE(open_and_use(std::string_view(good).substr(0, size)));
  }
  CHECK_FALSE(open_and_use(good + "more"));
  for (std::size_t i = 8; i < good.size(); ++i) {
    for (const char bit : {'\x01', '\x80'}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ bit);
      REQUIRE_FALSE(open_and_use(bad));  // check() at the latest
    }
  }
  std::mt19937 random(7);  // NOLINT: the same damage every time
  for (int round = 0; round < 300; ++round) {
    std::string bad = good;
    for (int i = 0; i < 40; ++i)
      bad[200 + random() % (bad.size() - 200)] = static_cast<char>(random());
    REQUIRE_FALSE(open_and_use(bad));
  }
}

TEST_CASE("files that are no gazetteers are named") {
  const TemporaryFile file("ACTANTG\n");
  const auto failure = [&](const std::string& path) -> std::string {
    try {
      Gazetteer().add_file(path);
    } catch (const InputError& error) {
      return error.what();
    }
    return "none";
  };
  CHECK(failure(file.path()) ==
        file.path() +
            ": damaged: cut off in its header; a file that `actant gazetteer build` "
            "wrote was expected");
  CHECK(failure("/nowhere/at/all") ==
        "/nowhere/at/all: No such file or directory; a readable file was expected");
  CHECK(failure("/").ends_with("a readable file was expected"));
}

}  // namespace
}  // namespace actant
