// SPDX-License-Identifier: MIT
#include "ingest/verify.hpp"

#include "base/utf8.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace actant {
namespace {

/// Finds code points in a text.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text) : text_(text) {
    std::uint64_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (continues(at)) continue;
      if (count % step == 0) starts_.push_back(at);
      ++count;
    }
    size_ = count;
  }

  /// Byte offset of the code point; the end of the text counts as one; nothing beyond it.
  [[nodiscard]] std::optional<std::size_t> byte_of(std::uint64_t code_point) const {
    if (code_point > size_) return std::nullopt;
    if (code_point == size_) return text_.size();
    std::size_t at = starts_[code_point / step];
    for (std::uint64_t left = code_point % step; left > 0; --left) {
      do ++at;
      while (continues(at));
    }
    return at;
  }

 private:
  static constexpr std::uint64_t step = 64;

  [[nodiscard]] bool continues(std::size_t at) const {
    return at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
  }

  std::string_view text_;
  std::vector<std::size_t> starts_;  // of every step-th code point
  std::uint64_t size_ = 0;
};

/// The words of a name: runs of letters, digits and non-ASCII bytes, ASCII letters in lower case.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      words.back() += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// "Kazakh" speaks of "Kazakhstan": the same word, or the same first four letters.
bool alike(std::string_view a, std::string_view b) {
  constexpr std::size_t stem = 4;
  return a == b || (a.size() >= stem && b.size() >= stem && a.substr(0, stem) == b.substr(0, stem));
}

bool looks_like(std::string_view text, const Entity& entity) {
  std::vector<std::string> names = words_of(entity.name);
  for (const std::string& alias : entity.aliases) {
    for (std::string& word : words_of(alias)) names.push_back(std::move(word));
  }
  const std::vector<std::string> words = words_of(one_line(text));
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return alike(word, name); });
  });
}

std::string show(std::uint64_t begin, std::uint64_t end) {
  return std::to_string(begin) + '-' + std::to_string(end);
}

/// A document with what is needed to look things up in it.
struct Source {
  explicit Source(const Document& read) : document(&read), index(read.text), mapper(read) {}

  const Document* document;
  CodePointIndex index;
  RangeMapper mapper;
};

class Verifier {
 public:
  Verifier(const KnowledgeGraph& graph, std::span<const Document> documents) : graph_(graph) {
    for (const DocumentRecord& record : graph.documents()) uris_.emplace(record.id, record.uri);
    for (const Document& document : documents) {
      if (uris_.contains(document.id)) sources_.try_emplace(document.id, document);
    }
  }

  Verification run() {
    result_.documents = sources_.size();
    for (const auto& [id, uri] : uris_) {
      if (!sources_.contains(id)) {
        report(std::string(uri) + ": no source with the SHA-256 " + std::string(id));
      }
    }
    for (std::size_t i = 0; i < graph_.entities().size(); ++i) {
      check_mentions(graph_.entities()[i], "n" + std::to_string(i + 1));
    }
    check_claims();
    return std::move(result_);
  }

 private:
  void report(std::string line) { result_.mismatches.push_back(std::move(line)); }

  /// The source of a document; null, and a report if nobody knows the document, when it is missing.
  const Source* source(const std::string& document, const std::string& what) {
    if (!uris_.contains(document)) {
      report(what + ": the graph lists no document " + document);
      return nullptr;
    }
    const auto it = sources_.find(document);
    return it == sources_.end() ? nullptr : &it->second;
  }

  /// The bytes of the text that a range covers; nothing, and a report, if it is wrong.
  std::optional<Span> locate_range(const Source& source, const TextRange& range,
                                   const std::string& what) {
    const std::string place =
        what + " at " + show(range.start, range.end) + " of " + source.document->uri + ": ";
    const auto begin = source.index.byte_of(range.start);
    const auto end = source.index.byte_of(range.end);
    if (!begin || !end) {
      report(place + "outside the text");
      return std::nullopt;
    }
    if (*begin >= *end) {
      report(place + "an empty range");
      return std::nullopt;
    }
    const Span span{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
    const TextRange expected = source.mapper.map(span);
    if (expected != range) {
      report(place + "bytes " + show(range.byte_start, range.byte_end) + ", but the words are at " +
             show(expected.byte_start, expected.byte_end));
      return std::nullopt;
    }
    return span;
  }

  void check_mentions(const Entity& entity, const std::string& node) {
    const std::string what = node + " (" + entity.name + "): mention";
    std::set<std::string_view> seen;   // documents with a range that is right
    std::set<std::string_view> named;  // of them, those that name it
    for (const Mention& mention : entity.mentions) {
      const Source* const in = source(mention.document, what);
      if (in == nullptr) continue;
      ++result_.mentions;
      const auto span = locate_range(*in, mention.range, what);
      if (!span) continue;
      seen.insert(mention.document);
      if (!named.contains(mention.document) &&
          looks_like(slice(in->document->text, *span), entity)) {
        named.insert(mention.document);
      }
    }
    if (!entity.named) return;
    for (const std::string_view document : seen) {
      if (!named.contains(document)) {
        report(what + "s in " + std::string(uris_.find(document)->second) +
               ": none has a word of its names");
      }
    }
  }

  void check_claims() {
    std::vector<std::size_t> first_edges(graph_.claims().size(), 0);
    const auto relations = graph_.relations();
    for (std::size_t i = relations.size(); i > 0; --i) {
      first_edges[relations[i - 1].claim.value] = i;
    }
    for (std::size_t i = 0; i < graph_.claims().size(); ++i) {
      const ClaimIndex index(static_cast<std::uint32_t>(i));
      check_evidence(graph_.claim(index), first_edges[i] > 0
                                              ? "c" + std::to_string(first_edges[i])
                                              : "claim " + std::string(graph_.claim_id(index)));
    }
  }

  void check_evidence(const Claim& claim, const std::string& edge) {
    const std::string what = edge + " (" + claim.label + "): ";
    for (const Evidence& evidence : claim.evidence) {
      const Source* const in = source(evidence.document, what + "evidence");
      if (in == nullptr) continue;
      ++result_.evidence;
      const auto range = locate_range(*in, evidence.range, what + "evidence");
      const auto sentence = locate_range(*in, evidence.sentence, what + "sentence");
      const std::string place = what + "evidence at " +
                                show(evidence.range.start, evidence.range.end) + " of " +
                                in->document->uri + ": ";
      if (range && sentence && !sentence->contains(*range)) report(place + "outside its sentence");
      if (sentence && !evidence.quote.empty() &&
          evidence.quote != slice(in->document->text, *sentence)) {
        report(place + "the quote is not what the source says");
      }
    }
  }

  const KnowledgeGraph& graph_;
  std::map<std::string_view, std::string_view> uris_;  // of the documents of the graph
  std::map<std::string_view, Source> sources_;
  Verification result_;
};

}  // namespace

Verification verify(const KnowledgeGraph& graph, std::span<const Document> documents) {
  return Verifier(graph, documents).run();
}

}  // namespace actant
