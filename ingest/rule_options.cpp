// SPDX-License-Identifier: MIT
#include "ingest/pattern_variants.hpp"
#include "ingest/rule_reader.hpp"
#include "nlp/white_space.hpp"

#include <algorithm>
#include <optional>
#include <utility>

// The parts of RuleReader that read the indented lines below a rule.

namespace actant {

void RuleReader::option(const RuleLine& line) {
  const std::size_t colon = line.content.find(':');
  if (colon == std::string_view::npos) {
    text_.fail(line, line.content, "no ':'; an option of the rule above was expected");
  }
  const std::string_view key = trimmed(line.content.substr(0, colon));
  const std::string_view value = trimmed(line.content.substr(colon + 1));
  if (value.empty()) text_.fail(line, key, "no value after the option; one was expected");
  if (key == "test") {
    test(line, value, rules_.back().origin);
  } else {
    set(line, key, value);
  }
}

void RuleReader::set(const RuleLine& line, std::string_view key, std::string_view value) {
  EdgeRule& rule = rules_.back();
  if (key == "priority") {
    const bool minus = value.front() == '-';
    const std::string_view digits = value.substr(minus ? 1 : 0);
    const bool number = !digits.empty() && digits.size() <= 4 &&
                        digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number) {
      text_.fail(line, value,
                 "bad priority " + in_quotes(value) + "; a number from -9999 to 9999 was expected");
    }
    rule.priority = 0;
    for (const char digit : digits) rule.priority = rule.priority * 10 + (digit - '0');
    if (minus) rule.priority = -rule.priority;
  } else if (key == "confidence") {
    // "0.85": digits only, so that no locale has a say.
    const bool form = (value == "1" || value == "0") ||
                      (value.size() >= 3 && value.size() <= 6 && value.substr(0, 2) == "0." &&
                       value.find_first_not_of("0123456789", 2) == std::string_view::npos);
    if (!form) {
      text_.fail(line, value,
                 "bad confidence " + in_quotes(value) + "; a number such as 0.85 was expected");
    }
    double digit = 1.0;
    rule.confidence = value[0] - '0';
    for (const char c : value.substr(std::min<std::size_t>(2, value.size()))) {
      digit /= 10;
      rule.confidence += (c - '0') * digit;
    }
  } else if (key == "label") {
    if (value.size() > 100) {
      text_.fail(line, value, "label too long; at most 100 bytes were expected");
    }
    rule.label = std::string(value);
  } else if (!rule.example.empty()) {
    set_example(line, key, value);
  } else if (key == "attachment") {
    set_attachment(line, value);
  } else {
    text_.fail(line, key,
               "unknown option " + in_quotes(key) +
                   "; attachment, confidence, label, priority or test was expected");
  }
}

void RuleReader::set_attachment(const RuleLine& line, std::string_view value) {
  if (value != "either" && value != "as-written") {
    text_.fail(line, value,
               "bad value " + in_quotes(value) + "; either or as-written was expected");
  }
  std::vector<MatchPlan>& plans = rules_.back().plans;
  plans.resize(1);
  if (value == "as-written") return;
  std::optional<Pattern> other = other_attachment(plans.front().pattern);
  if (!other) {
    text_.fail(line, value,
               "no phrase behind an object in the pattern; one such as '>obj (war >nmod[on] 2)' "
               "was expected");
  }
  plans.push_back(plan_match(*std::move(other)));
}

void RuleReader::set_example(const RuleLine& line, std::string_view key, std::string_view value) {
  SlottedSentence& example = rules_.back().example[0];
  if (key == "name") {
    rename(line, value);
  } else if (key == "lemmas") {
    example.lemmas = list(line, value);
  } else if (key == "nominal") {
    example.nominals = list(line, value);
    example.nominals_where = text_.where(line, value);
  } else if (key == "passive") {
    if (value != "yes" && value != "no") {
      text_.fail(line, value, "bad value " + in_quotes(value) + "; yes or no was expected");
    }
    example.passive = value == "yes";
  } else {
    text_.fail(line, key,
               "unknown option " + in_quotes(key) +
                   "; confidence, label, lemmas, name, nominal, passive, priority or test was "
                   "expected");
  }
}

std::vector<std::string> RuleReader::list(const RuleLine& line, std::string_view value) const {
  std::vector<std::string> words;
  for (const std::string_view part : split_list(value, ',')) {
    if (part.empty() || part.find_first_of(" \t") != std::string_view::npos || part.size() > 200) {
      text_.fail(line, part,
                 "bad word " + in_quotes(part) + "; single words parted by commas were expected");
    }
    words.push_back(lower_ascii(part));
  }
  if (words.size() > 200) text_.fail(line, value, "too many words; at most 200 were expected");
  return words;
}

}  // namespace actant
