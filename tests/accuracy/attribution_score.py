#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores who says what on the attributions of GUM.

    python3 tests/accuracy/attribution_score.py build/release/bin/actant gum-attribution.tsv dev.conllu... \\
        [--genre news ...] [--misses]

Every document is read as running text. An edge that tells an event or a property is measured when its evidence
lies within the content of an attribution (the smallest one counts) or apart from all of them; of the content,
which is derived from the discourse tree, the sentence of its head unit counts. Within, the edge must be
attributed to the node that has a mention at the source: the subject of the attributing unit's verb, or the noun
behind "according to". Apart, it must be attributed to nobody. Sources in the first or second person, relative
pronouns and units without a subject are left out with their content. Prints precision, recall and F1 over
attributed edges, and the share of the edges apart that are attributed by mistake.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
NOBODY = {"i", "we", "you", "who", "which", "that", "it", "one"}
PROPERTIES = {"attribute", "identity", "purpose", "has", "ownership", "funding", "participation"}
SAME = ("appos", "flat", "nmod:desc")  # "the researcher Mu Li"
FURTHEST = 3  # heads from an attributing verb without a subject to one that has it


class Token:
    def __init__(self, column, base, unit, begin, sentence):
        self.form, self.lemma, self.upos = column[1], column[2].lower(), column[3]
        self.head = int(column[6]) - 1 + base if column[6] != "0" else None
        self.relation, self.unit = column[7], unit
        self.begin, self.end, self.sentence = begin, begin + len(column[1]), sentence


class Attribution:
    def __init__(self, source, saying, told, content):
        self.source, self.saying, self.told, self.content = source, saying, told, content


def within(begin, end, span):
    return span[0] <= begin and end <= span[1]


def touches(begin, end, span):
    return begin < span[1] and span[0] < end


class Document:
    def __init__(self):
        self.text, self.tokens, self.attributions = "", [], []


def read_treebank(path, documents):
    """Adds name -> Document with its text and tokens, without attributions."""
    document, base, unit, gap, last = None, 0, 0, "", 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            column = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc id = "):
                document = documents[line[len("# newdoc id = "):].strip()] = Document()
                unit, gap = 0, ""
            elif line.startswith("# newpar") and document.text:
                gap = "\n\n"
            elif line.startswith("# sent_id"):
                base, last = len(document.tokens), 0
            elif len(column) == 10 and "-" in column[0]:  # the space after "don't" is that after "n't"
                last, after = int(column[0].split("-")[1]), "" if "SpaceAfter=No" in column[9] else " "
            elif len(column) == 10 and column[0].isdigit():
                for item in column[9].split("|"):
                    if item.startswith("Discourse="):
                        unit = int(item.split(":")[1].split("->")[0])
                document.tokens.append(Token(column, base, unit, len(document.text + gap), base))
                document.text += gap + column[1]
                number = int(column[0])
                inside = number < last
                gap = "" if inside or "SpaceAfter=No" in column[9] else after if number == last else " "


def subject_of(tokens, verb, depth=0):
    for token in tokens:
        if token.head == verb and token.relation in SUBJECTS:
            return token
    up = tokens[verb].head
    if up is None or depth == FURTHEST or tokens[verb].relation not in ("conj", "xcomp", "advcl", "acl", "aux"):
        return None
    return tokens[up] if tokens[up].upos in ("NOUN", "PROPN") else subject_of(tokens, up, depth + 1)


def source_of(tokens, unit):
    """The token for who says it, or None where it cannot be told."""
    mine = [i for i, token in enumerate(tokens) if token.unit == unit]
    for i in mine:
        if tokens[i].lemma in ("accord", "according") and tokens[i].relation == "case":
            return tokens[tokens[i].head]
    roots = [i for i in mine if tokens[i].head is None or tokens[tokens[i].head].unit != unit]
    verbs = [i for i in roots if tokens[i].upos in ("VERB", "AUX")]
    source = subject_of(tokens, verbs[0]) if verbs else None
    return None if source is None or source.lemma in NOBODY else source


def read_attributions(path, documents, genres):
    with open(path, encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            document = documents.get(row["document"])
            if document is None or (genres and row["genre"] not in genres):
                continue
            unit, units = int(row["attribution_unit"]), {int(u) for u in row["content_units"].split(",")}
            own = [t for t in document.tokens if t.unit == unit]
            head = [t.sentence for t in document.tokens if t.unit == int(row["content_head_unit"])]
            content = [t for t in document.tokens if t.unit in units]
            told = [t for t in content if t.sentence in head]
            document.attributions.append(Attribution(
                source_of(document.tokens, unit), (own[0].begin, own[-1].end), (told[0].begin, told[-1].end),
                (content[0].begin, content[-1].end)))


def build(program, text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "article.txt")
        with open(path, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        done = subprocess.run([program, "--quiet", "build", path], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


class Counts:
    def __init__(self):
        self.right = self.expected = self.attributed = self.apart = self.mistaken = 0

    def add(self, document, graph, report):
        mentions = {node["id"]: node["mentions"] for node in graph["nodes"]}
        names = {node["id"]: node["name"] for node in graph["nodes"]}
        for edge in graph["edges"]:
            if not edge["type"].isupper() and edge["type"] not in PROPERTIES:
                continue
            begin, end, said = edge["evidence"][0]["start"], edge["evidence"][0]["end"], edge.get("attributedTo")
            around = [a for a in document.attributions
                      if within(begin, end, a.told) and not touches(begin, end, a.saying)]
            if around:
                source = min(around, key=lambda a: a.told[1] - a.told[0]).source
                if source is None:
                    continue
                named = [t for t in document.tokens if t is source or (
                    t.relation in SAME and t.head is not None and document.tokens[t.head] is source)]
                right = said is not None and any(within(t.begin, t.end, (m["start"], m["end"]))
                                                 for t in named for m in mentions[said])
                self.expected += 1
                self.right += right
                verdict = "right" if right else "missed" if said is None else "wrong"
            elif any(touches(begin, end, a.saying) or touches(begin, end, a.content) for a in document.attributions):
                continue
            else:
                self.apart += 1
                self.mistaken += said is not None
                source, verdict = None, "right" if said is None else "apart"
            self.attributed += said is not None
            if report and verdict != "right":
                print(verdict, source.form if source else "-", "->", names.get(said), "|",
                      document.text[begin:end][:150].replace("\n", " "))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("actant")
    parser.add_argument("attributions")
    parser.add_argument("treebanks", nargs="+")
    parser.add_argument("--genre", nargs="*", help="only documents of these genres")
    parser.add_argument("--misses", action="store_true", help="prints every edge with another source than expected")
    options = parser.parse_args()
    documents, counts = {}, Counts()
    for path in options.treebanks:
        read_treebank(path, documents)
    read_attributions(options.attributions, documents, options.genre)
    for document in documents.values():
        if document.attributions:
            counts.add(document, build(options.actant, document.text), options.misses)
    precision = 100 * counts.right / max(counts.attributed, 1)
    recall = 100 * counts.right / max(counts.expected, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print("edges within content %d, apart %d" % (counts.expected, counts.apart))
    print("precision %.1f recall %.1f F1 %.2f" % (precision, recall, f1))
    print("apart but attributed %.1f" % (100 * counts.mistaken / max(counts.apart, 1)))


if __name__ == "__main__":
    sys.exit(main())
