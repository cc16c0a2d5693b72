// SPDX-License-Identifier: MIT
#include "tests/nlp/model_writer.hpp"

#include "nlp/features.hpp"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <unistd.h>
#include <utility>

namespace actant {
namespace {

template <typename T>
void append(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

/// Adds layers whose weights are drawn from one generator.
class RandomLayers {
 public:
  RandomLayers(ModelWriter& writer, std::uint32_t seed) : writer_(writer), random_(seed) {}

  void linear(const std::string& name, std::uint32_t outputs, std::uint32_t inputs, float scale) {
    writer_.add_int8(name + ".w", {outputs, inputs}, integers(outputs * inputs, 63));
    writer_.add_floats(name + ".scale", floats(outputs, scale / 2, scale));
    writer_.add_floats(name + ".bias", floats(outputs, -0.1F, 0.1F));
  }

  void norm(const std::string& name, std::uint32_t width) {
    writer_.add_floats(name + ".gamma", floats(width, 30, 50));
    writer_.add_floats(name + ".beta", floats(width, -5, 5));
  }

  void encoder(const std::string& prefix, const std::string& layers, std::uint32_t width) {
    norm(prefix + "in.ln", 64);
    linear(prefix + "in", width, 64, 1e-4F);
    for (std::size_t k = 0; k < layers.size(); ++k) {
      const std::string name = prefix + "layer" + std::to_string(k);
      norm(name + ".ln", width);
      if (layers[k] == 'R') {
        linear(name, 6 * 64, width, 1e-4F);
        linear(name + ".wo", width, 2 * 64, 1e-4F);
      } else {
        linear(name, 2 * width, 3 * width, 1e-4F);
      }
    }
    norm(prefix + "out.ln", width);
  }

  std::vector<int> integers(std::size_t count, int limit) {
    // The generator is the same everywhere, the standard distributions are not.
    std::vector<int> result(count);
    const auto range = static_cast<std::uint32_t>(2 * limit + 1);
    for (int& value : result) value = static_cast<int>(random_() % range) - limit;
    return result;
  }

 private:
  std::vector<float> floats(std::size_t count, float low, float high) {
    std::vector<float> result(count);
    for (float& value : result) {
      value = low + (high - low) * static_cast<float>(random_() % 4096) / 4096.0F;
    }
    return result;
  }

  ModelWriter& writer_;
  std::mt19937 random_;
};

}  // namespace

TemporaryFile::TemporaryFile(std::string_view bytes)
    : path_((std::filesystem::temp_directory_path() / "actant-test-XXXXXX").string()) {
  const int file = ::mkstemp(path_.data());
  if (file < 0) throw std::runtime_error("no temporary file");
  ::close(file);
  std::ofstream(path_, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void ModelWriter::add(Entry entry) { entries_.push_back(std::move(entry)); }

void ModelWriter::add_int8(std::string name, std::vector<std::uint32_t> shape,
                           const std::vector<int>& values) {
  std::string data;
  for (const int value : values) data += static_cast<char>(value);
  add({std::move(name), 0, std::move(shape), std::move(data)});
}

void ModelWriter::add_int16(std::string name, const std::vector<int>& values) {
  std::string data;
  for (const int value : values) append(data, static_cast<std::int16_t>(value));
  add({std::move(name), 2, {static_cast<std::uint32_t>(values.size())}, std::move(data)});
}

void ModelWriter::add_floats(std::string name, const std::vector<float>& values) {
  std::string data;
  for (const float value : values) append(data, value);
  add({std::move(name), 4, {static_cast<std::uint32_t>(values.size())}, std::move(data)});
}

void ModelWriter::add_lines(std::string name, const std::vector<std::string>& lines) {
  std::string data;
  for (const std::string& line : lines) data += (data.empty() ? "" : "\n") + line;
  const auto size = static_cast<std::uint32_t>(data.size());
  add({std::move(name), 1, {size}, std::move(data)});
}

std::string ModelWriter::bytes(std::uint64_t feature_hash) const {
  std::size_t header = 24;
  for (const Entry& e : entries_) header += 2 + e.name.size() + 2 + 4 * e.shape.size() + 16;
  std::string out = "ACTANTM1";
  append(out, std::uint32_t{1});
  append(out, static_cast<std::uint32_t>(entries_.size()));
  append(out, feature_hash);
  std::string blocks;
  for (const Entry& e : entries_) {
    blocks.resize((header + blocks.size() + 63) / 64 * 64 - header);
    append(out, static_cast<std::uint16_t>(e.name.size()));
    out += e.name;
    out += e.type;
    out += static_cast<char>(e.shape.size());
    for (const std::uint32_t n : e.shape) append(out, n);
    append(out, static_cast<std::uint64_t>(header + blocks.size()));
    append(out, static_cast<std::uint64_t>(e.data.size()));
    blocks += e.data;
  }
  return out + blocks;
}

std::string random_model(std::uint32_t seed, const std::string& layers) {
  ModelWriter writer;
  RandomLayers random(writer, seed);
  writer.add_lines("config", {"E 64", "D 128", "H 64", "layers " + layers, "A 32", "L 32",
                              "seg.D 64", "seg.H 64", "seg.layers CR", "hash_rows 256"});
  const std::vector<std::string> vocabulary = {"the", "of", "company", "said"};
  writer.add_lines("vocab", vocabulary);
  writer.add_int8("emb.word", {5, 64}, random.integers(std::size_t{5} * 64, 127));
  writer.add_int8("emb.hash", {256, 64}, random.integers(std::size_t{256} * 64, 127));
  writer.add_floats("emb.scale", {0.01F, 0.01F});
  random.encoder("", layers, 128);
  random.encoder("seg.", "CR", 64);
  random.linear("seg.end", 1, 64, 1e-3F);
  writer.add_lines("upos", {"NOUN", "VERB", "PUNCT", "PROPN"});
  writer.add_lines("xpos", {"NN", "VBD", ".", "NNP"});
  writer.add_lines("feats", {"_", "Number=Sing", "Tense=Past|VerbForm=Fin"});
  writer.add_lines("scripts", {"l0+", "l1+", "k0+", "l2+e", "wbe"});
  writer.add_lines("names", {"O", "B-Person", "I-Person", "B-Organization", "I-Organization"});
  writer.add_lines("deprels", {"nsubj", "obj", "root", "obl:agent"});
  writer.add_lines("lexicon", {"said\tVERB\tsay"});
  writer.add_lines("abbreviations", {"mr.", "u.s."});
  writer.add_lines("whole_tokens", {"e-mail"});
  writer.add_lines("hyphen_prefixes", {"non"});
  writer.add_lines("multiwords", {"cannot\t3 3"});
  random.linear("tags", 4 + 4 + 3 + 5 + 5, 128, 1e-3F);
  random.linear("arc.d", 32, 128, 1e-3F);
  random.linear("arc.h", 32, 128, 1e-3F);
  random.linear("arc.u", 32, 32, 1e-3F);
  random.linear("arc.hb", 1, 32, 1e-2F);
  writer.add_int8("arc.root", {32}, random.integers(32, 60));
  random.linear("label.d", 32, 128, 1e-3F);
  random.linear("label.h", 32, 128, 1e-3F);
  writer.add_int16("label.root", random.integers(32, 500));
  writer.add_floats("label.kscale", {0.1F});
  random.linear("label.o", 4, 32, 1e-3F);
  return writer.bytes(feature_set_hash());
}

}  // namespace actant
