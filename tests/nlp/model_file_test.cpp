// SPDX-License-Identifier: MIT
#include "nlp/model_file.hpp"

#include "base/error.hpp"
#include "nlp/analyzer.hpp"
#include "nlp/features.hpp"
#include "tests/nlp/model_writer.hpp"
#include "tests/support/catch.hpp"

namespace actant {
namespace {

std::string small_file() {
  ModelWriter writer;
  writer.add_lines("config", {"E 64", "layers CR", "bad x"});
  writer.add_int8("w", {2, 3}, {1, -2, 3, -4, 5, -63});
  writer.add_floats("scale", {0.5F, 2.0F});
  writer.add_int16("root", {-300, 300});
  return writer.bytes(feature_set_hash());
}

}  // namespace

TEST_CASE("tensors come back as they were written") {
  const TemporaryFile disk(small_file());
  const ModelFile file(disk.path());
  const auto w = file.int8("w");
  CHECK(std::vector<int>(w.begin(), w.end()) == std::vector<int>{1, -2, 3, -4, 5, -63});
  CHECK(file.rows("w") == 2);
  CHECK(file.floats("scale")[1] == 2.0F);
  CHECK(file.int16("root")[0] == -300);
  CHECK(file.lines("config").size() == 3);
  CHECK(file.number("E") == 64);
  CHECK(file.setting("layers") == "CR");
}

TEST_CASE("what a model lacks is an error") {
  const TemporaryFile disk(small_file());
  const ModelFile file(disk.path());
  CHECK_THROWS_AS(file.int8("nothing"), Error);
  CHECK_THROWS_AS(file.int8("scale"), Error);  // another type
  CHECK_THROWS_AS(file.setting("D"), Error);
  CHECK_THROWS_AS(file.number("bad"), Error);
  CHECK_THROWS_AS(file.rows("nothing"), Error);
}

TEST_CASE("files that are no model of this version are refused") {
  CHECK_THROWS_AS(ModelFile("/nonexistent/model.actm"), Error);
  CHECK_THROWS_AS(ModelFile(TemporaryFile("").path()), Error);
  CHECK_THROWS_AS(ModelFile(TemporaryFile("no model at all").path()), Error);
  std::string version = small_file();
  version[8] = 2;
  CHECK_THROWS_AS(ModelFile(TemporaryFile(version).path()), Error);
  std::string features = small_file();
  features[16] = static_cast<char>(features[16] + 1);
  CHECK_THROWS_AS(ModelFile(TemporaryFile(features).path()), Error);
}

TEST_CASE("a model cut off anywhere is refused") {
  const std::string whole = random_model(1);
  REQUIRE_NOTHROW(Analyzer(TemporaryFile(whole).path()));
  for (std::size_t size = 0; size < whole.size(); size += size < 4000 ? 13 : 4001) {
    const TemporaryFile disk(std::string_view(whole).substr(0, size));
    CHECK_THROWS_AS(Analyzer(disk.path()), Error);
  }
}

TEST_CASE("a damaged header never gets past the checks of lengths") {
  const std::string whole = random_model(1);
  for (std::size_t at = 8; at < 3000; at += 3) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x81);
    const TemporaryFile disk(damaged);
    try {
      const Analyzer analyzer(disk.path());
      Workspace scratch;
      CHECK(analyzer.analyze("It works.", scratch).tokens.size() == 3);
    } catch (const Error& error) {
      CHECK(std::string(error.what()).size() > 5);
    }
  }
}

}  // namespace actant
