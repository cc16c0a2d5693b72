// SPDX-License-Identifier: MIT
#include "ingest/graph_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace actant {
namespace {

constexpr std::uint32_t longest_evidence = 780;  // bytes: never more than 800 code points

class Assembler {
 public:
  Assembler(const Document& document, const Analysis& analysis, const Entities& entities)
      : document_(document), analysis_(analysis), entities_(entities), ranges_(document) {}

  KnowledgeGraph assemble(const std::vector<CandidateClaim>& claims) {
    graph_.add(DocumentRecord{document_.id, document_.uri, document_.title, document_.published,
                              document_.publisher, document_.language});
    add_entities(claims);
    for (const CandidateClaim& claim : claims) {
      if (is_usable(claim)) add_claim(claim);
    }
    return std::move(graph_);
  }

 private:
  [[nodiscard]] static bool is_usable(const CandidateClaim& claim) {
    return !claim.arguments.empty() && claim.arguments.front().cluster.valid() &&
           claim.begin < claim.end;
  }

  void add_entities(const std::vector<CandidateClaim>& claims) {
    std::vector<bool> used(entities_.clusters.size());
    for (std::size_t i = 0; i < used.size(); ++i) used[i] = entities_.clusters[i].named;
    for (const CandidateClaim& claim : claims) {
      if (!is_usable(claim)) continue;
      for (const CandidateArgument& argument : claim.arguments) {
        if (argument.cluster.valid()) used[argument.cluster.value] = true;
      }
      if (claim.source.valid()) used[claim.source.value] = true;
      for (const ClusterId reporter : claim.via) used[reporter.value] = true;
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) graph_.add(entity(entities_.clusters[i]));
    }
  }

  [[nodiscard]] Entity entity(const Cluster& cluster) const {
    Entity node;
    node.key = cluster.key;
    node.type = cluster.type;
    node.name = cluster.name;
    node.aliases = cluster.aliases;
    node.named = cluster.named;
    node.same_as = cluster.same_as;
    node.mentions.reserve(cluster.mentions.size());
    for (const std::uint32_t m : cluster.mentions) {
      node.mentions.push_back({document_.id, ranges_.map(entities_.mentions[m].span)});
    }
    return node;
  }

  void add_claim(const CandidateClaim& candidate) {
    Claim claim;
    claim.predicate = candidate.predicate;
    claim.label = candidate.label;
    claim.type = candidate.type;
    for (const CandidateArgument& argument : candidate.arguments) {
      if (argument.cluster.valid()) {
        claim.participants.push_back({argument.role, EntityKey{key(argument.cluster)}});
      } else {
        claim.participants.push_back({argument.role, argument.literal});
      }
    }
    claim.polarity = candidate.polarity;
    claim.modality = candidate.modality;
    if (candidate.source.valid()) {
      claim.attributed_to = key(candidate.source);
      for (const ClusterId reporter : candidate.via) claim.attributed_via.push_back(key(reporter));
    }
    claim.time = candidate.time;
    claim.confidence = std::clamp(candidate.confidence, 0.0, 1.0);
    claim.origin = candidate.origin;
    claim.evidence.push_back(evidence(candidate));
    graph_.add(std::move(claim));
  }

  [[nodiscard]] const std::string& key(ClusterId cluster) const {
    return entities_.clusters[cluster.value].key;
  }

  [[nodiscard]] Evidence evidence(const CandidateClaim& claim) const {
    const Sentence& sentence = sentence_of(claim.begin);
    Evidence found;
    found.document = document_.id;
    found.range = ranges_.map(evidence_span(claim));
    found.sentence = ranges_.map(sentence.span);
    found.quote = std::string(slice(document_.text, sentence.span));
    return found;
  }

  [[nodiscard]] const Sentence& sentence_of(std::uint32_t token) const {
    const auto after = std::upper_bound(
        analysis_.sentences.begin(), analysis_.sentences.end(), token,
        [](std::uint32_t at, const Sentence& sentence) { return at < sentence.begin; });
    return *(after - 1);
  }

  [[nodiscard]] Span bytes(std::uint32_t begin, std::uint32_t end) const {
    return {analysis_.tokens[begin].span.begin, analysis_.tokens[end - 1].span.end};
  }

  /// All words of the claim; if they are too many, the predicate and as many words around it as
  /// fit, on the side of the first two participants.
  [[nodiscard]] Span evidence_span(const CandidateClaim& claim) const {
    const Span whole = bytes(claim.begin, claim.end);
    if (whole.size() <= longest_evidence) return whole;
    std::uint32_t begin = claim.trigger;
    std::uint32_t end = claim.trigger + 1;
    for (std::size_t i = 0; i < claim.arguments.size() && i < 2; ++i) {
      const std::uint32_t head = claim.arguments[i].head;
      if (head < claim.begin || head >= claim.end) continue;
      const std::uint32_t wider_begin = std::min(begin, head);
      const std::uint32_t wider_end = std::max(end, head + 1);
      if (bytes(wider_begin, wider_end).size() > longest_evidence) continue;
      begin = wider_begin;
      end = wider_end;
    }
    while (end < claim.end && bytes(begin, end + 1).size() <= longest_evidence) ++end;
    while (begin > claim.begin && bytes(begin - 1, end).size() <= longest_evidence) --begin;
    Span span = bytes(begin, end);
    if (span.size() > longest_evidence) span.end = cut(span);
    return span;
  }

  /// A single token beyond all measure, cut at the start of a code point.
  [[nodiscard]] std::uint32_t cut(Span span) const {
    std::uint32_t end = span.begin + longest_evidence;
    while ((static_cast<unsigned char>(document_.text[end]) & 0xC0U) == 0x80U) --end;
    return end;
  }

  const Document& document_;
  const Analysis& analysis_;
  const Entities& entities_;
  RangeMapper ranges_;
  KnowledgeGraph graph_;
};

}  // namespace

KnowledgeGraph assemble(const Document& document, const Analysis& analysis,
                        const Entities& entities, const std::vector<CandidateClaim>& claims) {
  return Assembler(document, analysis, entities).assemble(claims);
}

}  // namespace actant
