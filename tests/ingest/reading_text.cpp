// SPDX-License-Identifier: MIT
#include "tests/ingest/reading_text.hpp"

#include "ingest/extractors.hpp"

#include <sstream>

namespace actant {

const RuleBook& small_book() {
  static const RuleBook book = [] {
    RuleBook filled;
    filled.read_ontology(
        "nodes: Person Organization\nevents: ACT SAY ASSAULT DEPLOY REQUEST DECIDE AGREE CONSULT "
        "HARM\n"
        "relations: membership position location quantity family\n",
        "small.ontology");
    filled.read_rules(
        "verbs SAY: say tell\nverbs DEPLOY: send\nverbs ASSAULT: attack\nverbs HARM: kill\n"
        "verbs membership: include\nnouns REQUEST: request\nnouns ASSAULT: attack\nnouns AGREE: "
        "deal\nnouns CONSULT: talk\n"
        "words speech: say tell\nwords account: result\nwords include: include\nwords negative: "
        "refuse refrain\n"
        "words future: plan\nwords possible: suspect\nwords required: urge tell\nwords task: "
        "right\nwords role: president "
        "minister\n"
        "words period: monday yesterday evening\nwords unit: people person\nwords member: member\n"
        "words family: wife\nwords adverbial: mail\nwords manner: way\nwords vague: clear\n",
        "small.rules");
    return filled;
  }();
  return book;
}

ParsedText parsed(std::string_view lines) {
  ParsedText out;
  Sentence sentence;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string form, lemma, upos, xpos, rel, type;
    std::uint32_t head = 0;
    if (!(words >> form >> lemma >> upos >> xpos >> head >> rel)) continue;
    words >> type;
    if (!out.document.text.empty()) out.document.text += ' ';
    Token token;
    token.span.begin = static_cast<std::uint32_t>(out.document.text.size());
    out.document.text += form;
    token.span.end = static_cast<std::uint32_t>(out.document.text.size());
    StringPool& strings = out.analysis.strings;
    token.form = strings.intern(form);
    token.lemma = strings.intern(lemma);
    token.xpos = strings.intern(xpos);
    token.feats = strings.intern("_");
    token.head = head == 0 ? no_head : head - 1;
    token.upos = parse_upos(upos);
    token.deprel = parse_deprel(rel);
    const auto index = static_cast<std::uint32_t>(out.analysis.tokens.size());
    out.analysis.tokens.push_back(token);
    ClusterId cluster;
    if (token.upos == Upos::noun || token.upos == Upos::propn) {
      cluster = ClusterId(static_cast<std::uint32_t>(out.entities.clusters.size()));
      Cluster thing;
      thing.type = type.empty() ? "Concept" : type;
      thing.name = lemma;
      thing.key = lemma;
      thing.named = !type.empty();
      thing.mentions.push_back(static_cast<std::uint32_t>(out.entities.mentions.size()));
      out.entities.mentions.push_back({index,
                                       index + 1,
                                       index,
                                       token.span,
                                       thing.named ? MentionKind::name : MentionKind::nominal,
                                       cluster,
                                       {}});
      out.entities.clusters.push_back(thing);
    }
    out.entities.cluster_of_head.push_back(cluster);
    out.entities.noise.push_back(false);
  }
  sentence.end = static_cast<std::uint32_t>(out.analysis.tokens.size());
  sentence.span = {0, static_cast<std::uint32_t>(out.document.text.size())};
  sentence.paragraph_start = true;
  out.analysis.sentences.push_back(sentence);
  return out;
}

std::string ParsedText::name(ClusterId cluster) const {
  return cluster.valid() ? entities.clusters[cluster.value].name : "";
}

std::uint32_t ParsedText::token(std::string_view form) const {
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    if (analysis.strings.view(analysis.tokens[i].form) == form) return i;
  }
  return no_head;
}

std::vector<CandidateClaim> ParsedText::claims() const {
  std::vector<CandidateClaim> found;
  for (const ExtractorRow& row : extractors()) {
    row.create(small_book())->extract(document, analysis, entities, found);
  }
  return found;
}

std::vector<std::string> ParsedText::edges() const {
  std::vector<std::string> found;
  for (const CandidateClaim& claim : claims()) {
    const CandidateArgument& to = claim.arguments[1];
    found.push_back(name(claim.arguments[0].cluster) + " " + claim.predicate + " " +
                    (to.cluster.valid() ? name(to.cluster) : "'" + to.literal.value + "'"));
  }
  return found;
}

}  // namespace actant
