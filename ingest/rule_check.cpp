// SPDX-License-Identifier: MIT
#include "ingest/rule_check.hpp"

#include "ingest/pattern_example.hpp"
#include "ingest/rule_text.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace actant {
namespace {

/// "the Acme Corporation" as "acme corporation": how tests compare names.
std::string plain(std::string_view words) {
  std::string lower = lower_ascii(trimmed(words));
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (lower.substr(0, article.size()) == article) return lower.substr(article.size());
  }
  return lower;
}

class Checker {
 public:
  Checker(const Pipeline& pipeline, const Diagnostics& fail) : pipeline_(pipeline), fail_(fail) {}

  /// Tells whether the test passes.
  bool run(const RuleTest& test) {
    Document document;
    document.id = "test";
    document.text = closed_sentence(test.sentence);
    const auto [analysis, entities, claims] = pipeline_.read(document, scratch_);
    std::string others;
    bool found = false;
    for (const CandidateClaim& claim : claims) {
      if (!test.origin.empty() && claim.origin != test.origin) continue;
      const auto subject = names(document, entities, claim.arguments[0]);
      const auto object = names(document, entities, claim.arguments[1]);
      found = found || (claim.type == test.relation && has(subject, test.subject) &&
                        has(object, test.object));
      others += (others.empty() ? "" : ", ") + claim.type + "(" + subject.front() + ", " +
                object.front() + ")";
    }
    if (test.nothing ? others.empty() : found) return true;
    const std::string expected =
        test.nothing ? "nothing" : test.relation + "(" + test.subject + ", " + test.object + ")";
    fail_(InputError(test.where, in_quotes(test.sentence) + " gives " +
                                     (others.empty() ? "nothing" : others) + "; " + expected +
                                     " was expected"));
    return false;
  }

 private:
  /// What a participant is called; never empty.
  static std::vector<std::string> names(const Document& document, const Entities& entities,
                                        const CandidateArgument& argument) {
    if (!argument.cluster.valid()) return {argument.literal.value};
    const Cluster& cluster = entities.clusters[argument.cluster.value];
    std::vector<std::string> names = {cluster.name};
    names.insert(names.end(), cluster.aliases.begin(), cluster.aliases.end());
    for (const std::uint32_t m : cluster.mentions) {
      names.emplace_back(slice(document.text, entities.mentions[m].span));
    }
    return names;
  }

  static bool has(const std::vector<std::string>& names, const std::string& wanted) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return plain(name) == plain(wanted); });
  }

  const Pipeline& pipeline_;
  const Diagnostics& fail_;
  Workspace scratch_;
};

/// The test that the sentence of a rule by example is.
std::optional<RuleTest> own_test(const EdgeRule& rule) {
  if (rule.example.empty() || rule.plans.empty()) return std::nullopt;
  const SlottedSentence& example = rule.example[0];
  const auto words = [&](std::uint8_t slot) {
    return std::string(slice(example.text, example.slots[slot - 1U].span));
  };
  return RuleTest{example.where,
                  example.text,
                  false,
                  rule.outcome.relation,
                  words(rule.outcome.subject),
                  words(rule.outcome.object),
                  rule.origin};
}

}  // namespace

RuleCheck check_rules(const Pipeline& pipeline, const std::vector<std::string>& files,
                      const Diagnostics& fail) {
  std::map<std::string, bool> known;
  const auto counts = [&](const std::string& source) {
    const auto [entry, added] = known.emplace(source, false);
    if (added) {
      entry->second = std::any_of(files.begin(), files.end(), [&](const std::string& file) {
        std::error_code missing;
        return file == source || std::filesystem::equivalent(file, source, missing);
      });
    }
    return entry->second;
  };
  RuleCheck check;
  std::vector<RuleTest> tests;
  std::set<std::string> broken;  // rules by example that gave no pattern
  for (const EdgeRule& rule : pipeline.rules().rules()) {
    if (!counts(rule.where.source)) continue;
    ++check.rules;
    if (rule.plans.empty()) broken.insert(rule.origin);
    if (std::optional<RuleTest> own = own_test(rule)) tests.push_back(*std::move(own));
  }
  for (const RuleTest& test : pipeline.rules().tests()) {
    if (counts(test.where.source) && broken.count(test.origin) == 0) tests.push_back(test);
  }
  std::stable_sort(tests.begin(), tests.end(), [](const RuleTest& a, const RuleTest& b) {
    return std::pair(a.where.source, a.where.line) < std::pair(b.where.source, b.where.line);
  });
  Checker checker(pipeline, fail);
  for (const RuleTest& test : tests) {
    ++check.tests;
    if (!checker.run(test)) ++check.failed;
  }
  return check;
}

}  // namespace actant
