// SPDX-License-Identifier: MIT
#include "ingest/quotations.hpp"

namespace actant {

bool opens_quotation(std::string_view form) {
  return form == "\u201C" || form == "``" || form == "\u201E" || form == "\u00AB";
}

bool closes_quotation(std::string_view form) {
  return form == "\u201D" || form == "''" || form == "\u00BB";
}

std::vector<Quotation> find_quotations(const Analysis& analysis) {
  std::vector<Quotation> found;
  std::uint32_t open = no_head;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.paragraph_start && open != no_head) {
      found.push_back({open, sentence.begin});
      open = no_head;
    }
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::string_view form = analysis.strings.view(analysis.tokens[i].form);
      const bool straight = form == "\"";
      if (open == no_head && (straight || opens_quotation(form))) {
        open = i;
      } else if (open != no_head && (straight || closes_quotation(form))) {
        found.push_back({open, i + 1});
        open = no_head;
      }
    }
  }
  if (open != no_head) found.push_back({open, static_cast<std::uint32_t>(analysis.tokens.size())});
  return found;
}

}  // namespace actant
