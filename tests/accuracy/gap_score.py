#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores pronouns on GAP (github.com/google-research-datasets/gap-coreference).

    python3 tests/accuracy/gap_score.py build/release/bin/actant gap-development.tsv [--floor 60]

Every snippet is an article of its own; all are read in one run of `actant build`. A name counts as
found for a pronoun when a mention that covers the pronoun and one that overlaps the name are of the
same node. Prints F1 over all pairs, for masculine and for feminine pronouns, and their ratio.
"""
import argparse
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile

FEMININE = {"she", "her", "hers", "herself"}


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def build(program, rows):
    with tempfile.TemporaryDirectory() as folder:
        ids = []
        for number, row in enumerate(rows):
            data = row["Text"].encode("utf-8")
            ids.append(hashlib.sha256(data).hexdigest())
            with open(os.path.join(folder, "%05d.txt" % number), "wb") as out:
                out.write(data)
        out = os.path.join(folder, "graph.json")
        done = subprocess.run([program, "--quiet", "build", folder, "-o", out], check=False)
        if done.returncode not in (0, 1):
            sys.exit("actant build failed: %d" % done.returncode)
        with open(out, encoding="utf-8") as text:
            return ids, json.load(text)


def mentions_by_document(graph):
    found = {}
    for node in graph["nodes"]:
        for mention in node["mentions"]:
            found.setdefault(mention["document"], []).append(
                (mention["start"], mention["end"], node["id"]))
    return found


def nodes_at(mentions, begin, end):
    return {node for b, e, node in mentions if b < end and begin < e}


def covering(mentions, begin, end):
    """The nodes of the shortest mentions that cover the range."""
    around = [(e - b, node) for b, e, node in mentions if b <= begin and end <= e]
    least = min((size for size, _ in around), default=None)
    return {node for size, node in around if size == least}


class Counts:
    def __init__(self):
        self.right = self.said = self.true = 0

    def add(self, said, true):
        self.right += said and true
        self.said += said
        self.true += true

    def f1(self):
        total = self.said + self.true
        return 200.0 * self.right / total if total else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program")
    parser.add_argument("gap")
    parser.add_argument("--floor", type=float, help="fail below this overall F1")
    arguments = parser.parse_args()
    rows = read_rows(arguments.gap)
    ids, graph = build(arguments.program, rows)
    mentions = mentions_by_document(graph)
    overall, masculine, feminine = Counts(), Counts(), Counts()
    for row, document in zip(rows, ids):
        here = mentions.get(document, [])
        at = int(row["Pronoun-offset"])
        pronoun = covering(here, at, at + len(row["Pronoun"]))
        part = feminine if row["Pronoun"].lower() in FEMININE else masculine
        for name in "AB":
            begin = int(row[name + "-offset"])
            said = bool(pronoun & nodes_at(here, begin, begin + len(row[name])))
            true = row[name + "-coref"].upper() == "TRUE"
            overall.add(said, true)
            part.add(said, true)
    ratio = feminine.f1() / masculine.f1() if masculine.f1() else 0.0
    precision = 100.0 * overall.right / overall.said if overall.said else 0.0
    recall = 100.0 * overall.right / overall.true if overall.true else 0.0
    print("F1 %.1f (P %.1f R %.1f), masculine %.1f, feminine %.1f, bias %.2f" % (
        overall.f1(), precision, recall, masculine.f1(), feminine.f1(), ratio))
    if arguments.floor is not None and overall.f1() < arguments.floor:
        sys.exit("below the floor of %.1f" % arguments.floor)


if __name__ == "__main__":
    main()
