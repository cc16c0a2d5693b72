// SPDX-License-Identifier: MIT
#ifndef ACTANT_GRAPH_CLAIM_HPP
#define ACTANT_GRAPH_CLAIM_HPP

#include "graph/entity.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace actant {

enum class Polarity : std::uint8_t { positive, negative };

/// Is it said to be a fact, planned, possible, conditional on something, or demanded?
enum class Modality : std::uint8_t { actual, future, possible, conditional, required };

/// "positive"; "future". Static storage.
[[nodiscard]] std::string_view to_string(Polarity polarity);
[[nodiscard]] std::string_view to_string(Modality modality);

/// A value that is not an entity: an amount, a date, a position.
struct Literal {
  std::string value;     ///< as the article says it: "2.5 thousand people"
  std::string datatype;  ///< "quantity", "date", "text"; "" when not known

  friend auto operator<=>(const Literal&, const Literal&) = default;
};

/// The key of an entity.
struct EntityKey {
  std::string key;

  friend auto operator<=>(const EntityKey&, const EntityKey&) = default;
};

/// What a participant of a claim is and which part it plays.
struct Participant {
  std::string role;  ///< "agent", "patient", "recipient", "place", "time", "purpose", "amount", ...
  std::variant<EntityKey, Literal> filler;

  friend auto operator<=>(const Participant&, const Participant&) = default;
};

/// Where a claim is said.
struct Evidence {
  std::string document;
  TextRange range;     ///< the words that carry the claim
  TextRange sentence;  ///< the sentence around them
  /// The text of the sentence as read, code points sentence.start to sentence.end; "" when not
  /// kept.
  std::string quote = {};

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// What one document alone says about a claim, beyond what identifies it.
struct ClaimAttestation {
  std::string document;
  std::string label;
  double confidence = 0.0;
  std::string origin;

  friend bool operator==(const ClaimAttestation&, const ClaimAttestation&) = default;
};

/// Who did what to whom, when, where, and who says so.
///
/// Identity (claim_id) covers predicate, type, participants, polarity, modality, attribution (with
/// those it was passed on by) and time; the same fact found twice is one claim with two pieces of
/// evidence. In a graph, the label is the one that most documents give (then the shortest, then the
/// first in byte order), the confidence is the highest, and the origin goes with it.
struct Claim {
  std::string predicate;  ///< lemma: "request"
  std::string label;      ///< what a diagram shows: "requested"
  std::string type;  ///< event type or static relation of the contract: "REQUEST", "membership"
  std::vector<Participant> participants;  ///< the first is the subject, the second the object of
                                          ///< the main edge; the others follow in any order (a
                                          ///< graph sorts them)
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  std::string attributed_to;  ///< key of the entity that says so; "" for the article itself
  /// Keys of those who report that the source says so, the nearest first: X for "X said Y believes
  /// that ..." with source Y. Empty without a source.
  std::vector<std::string> attributed_via = {};
  std::string time;         ///< "2022-01-06", "2022-01-05TEV", or the article's words; "" unknown
  double confidence = 0.0;  ///< in [0, 1]; a graph keeps four decimals
  std::string origin;       ///< name of the rule or model that found it
  std::vector<Evidence> evidence;  ///< sorted, each place once; never empty
  /// Who says what, by document; empty when all documents agree. Leave it empty in new claims.
  std::vector<ClaimAttestation> attestations = {};

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// SHA-256 of what identifies the claim, 64 hex digits. The order of the participants from the
/// third on does not matter.
[[nodiscard]] std::string claim_id(const Claim& claim);

}  // namespace actant

#endif  // ACTANT_GRAPH_CLAIM_HPP
