// SPDX-License-Identifier: MIT
#include "ingest/claim_features.hpp"

#include <algorithm>
#include <array>

namespace actant {
namespace {

constexpr std::uint32_t longest_path = 4;  // edges from the predicate to an end
constexpr std::uint32_t deepest = 12;

std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

class Describer {
 public:
  Describer(const Analysis& analysis, const Entities& entities, std::string& features)
      : analysis_(analysis), entities_(entities), features_(features) {}

  void describe(const CandidateClaim& claim) {
    const Token& trigger = analysis_.tokens[claim.trigger];
    add("origin", claim.origin);
    add("type", claim.type);
    add("modality", to_string(claim.modality));
    add("polarity", to_string(claim.polarity));
    add("source", claim.source.valid() ? "yes" : "no");
    add("predicate", to_string(trigger.upos));
    add("clause", to_string(trigger.deprel));
    add_length(features_, "span", claim.end - claim.begin);
    add_length(features_, "depth", depth(claim.trigger));
    describe_sentence(claim.trigger);
    add_length(features_, "roles", static_cast<std::uint32_t>(claim.arguments.size()));
    if (!claim.arguments.empty()) describe_end("from", claim.trigger, claim.arguments[0]);
    if (claim.arguments.size() < 2) return;
    describe_end("to", claim.trigger, claim.arguments[1]);
    add("role", claim.arguments[1].role);
    add_length(features_, "between", distance(claim.arguments[0].head, claim.arguments[1].head));
  }

 private:
  void add(std::string_view group, std::string_view value) { add_feature(features_, group, value); }

  void describe_sentence(std::uint32_t token) {
    const auto after = std::upper_bound(
        analysis_.sentences.begin(), analysis_.sentences.end(), token,
        [](std::uint32_t at, const Sentence& sentence) { return at < sentence.begin; });
    const Sentence& sentence = *(after - 1);
    add_length(features_, "sentence", sentence.end - sentence.begin);
    const bool ends = analysis_.tokens[sentence.end - 1].upos == Upos::punct;
    add("stop", ends ? "yes" : "no");
  }

  void describe_end(const std::string& end, std::uint32_t trigger,
                    const CandidateArgument& argument) {
    add(end + "-path", path(trigger, argument.head));
    add(end + "-kind", kind(argument));
    add(end + "-type", argument.cluster.valid()
                           ? std::string_view(entities_.clusters[argument.cluster.value].type)
                           : std::string_view(argument.literal.datatype));
    add_length(features_, end + "-far", distance(trigger, argument.head));
    add_length(features_, end + "-width", argument.end - argument.begin);
  }

  /// How the words refer to the thing. A noun or pronoun that stands for a name says more than one
  /// that does not.
  std::string_view kind(const CandidateArgument& argument) const {
    if (!argument.cluster.valid()) return "value";
    const bool named = entities_.clusters[argument.cluster.value].named;
    switch (analysis_.tokens[argument.head].upos) {
      case Upos::propn:
        return named ? "name" : "proper";
      case Upos::pron:
        return named ? "pronoun-named" : "pronoun";
      case Upos::noun:
        return named ? "noun-named" : "noun";
      default:
        return "other";
    }
  }

  std::uint32_t head(std::uint32_t token) const { return analysis_.tokens[token].head; }

  /// Heads of a broken analysis may go round in circles, so climbing is bounded.
  std::uint32_t depth(std::uint32_t token) const {
    std::uint32_t steps = 0;
    while (head(token) != no_head && steps < deepest) {
      token = head(token);
      ++steps;
    }
    return steps;
  }

  /// Relations on the way from one token to another: "<conj>nsubj" goes up a conjunct, then down
  /// to a subject; "=" is the token itself, "far" a way that is too long.
  std::string path(std::uint32_t from, std::uint32_t to) const {
    if (from == to) return "=";
    std::array<std::uint32_t, longest_path + 1> up{};
    std::uint32_t ups = 0;
    for (std::uint32_t at = from; ups <= longest_path; at = head(at)) {
      up[ups++] = at;
      if (head(at) == no_head) break;
    }
    std::array<std::uint32_t, longest_path + 1> down{};
    std::uint32_t downs = 0;
    for (std::uint32_t at = to; downs <= longest_path; at = head(at)) {
      const auto* const met = std::find(up.begin(), up.begin() + ups, at);
      if (met != up.begin() + ups) {
        const auto climbed = static_cast<std::uint32_t>(met - up.begin());
        return climbed + downs > longest_path ? "far" : spell(up, climbed, down, downs);
      }
      down[downs++] = at;
      if (head(at) == no_head) break;
    }
    return "far";
  }

  template <typename Tokens>
  std::string spell(const Tokens& up, std::uint32_t ups, const Tokens& down,
                    std::uint32_t downs) const {
    std::string text;
    for (std::uint32_t i = 0; i < ups; ++i) {
      text += '<';
      text += to_string(analysis_.tokens[up[i]].deprel);
    }
    for (std::uint32_t i = downs; i > 0; --i) {
      text += '>';
      text += to_string(analysis_.tokens[down[i - 1]].deprel);
    }
    return text;
  }

  const Analysis& analysis_;
  const Entities& entities_;
  std::string& features_;
};

}  // namespace

void add_feature(std::string& features, std::string_view group, std::string_view value) {
  if (!features.empty()) features += ' ';
  features += group;
  features += '=';
  for (const char c : value) features += c == ' ' ? '_' : c;
}

void add_length(std::string& features, std::string_view group, std::uint32_t number) {
  constexpr std::array<std::string_view, 10> classes = {"0",   "1",    "2",     "3",     "4-5",
                                                        "6-8", "9-12", "13-20", "21-30", "31+"};
  constexpr std::array<std::uint32_t, 9> last = {0, 1, 2, 3, 5, 8, 12, 20, 30};
  const auto* const found = std::lower_bound(last.begin(), last.end(), number);
  add_feature(features, group, classes[static_cast<std::size_t>(found - last.begin())]);
}

void describe_claim(const Analysis& analysis, const Entities& entities, const CandidateClaim& claim,
                    std::string& features) {
  features.clear();
  Describer(analysis, entities, features).describe(claim);
}

}  // namespace actant
