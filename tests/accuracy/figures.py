#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the accuracy of a build on the dev sets and prints the table of the README.

    python3 tests/accuracy/figures.py --shared DIR [--actant build/release/bin/actant] [--only PART...]

DIR holds data/ (ud-ewt, gum, ner, coref, openie, attribution), eval/ (the scorers) and gold/ (public articles). A figure beyond
its bound in bounds.tsv is marked, and the exit status is then 1. Exit status 77 when DIR is not there.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import treebanks

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = ("GeopoliticalEntity", "Location", "Facility")
SYSTEM_NAMES = {"Person": "PER", "Organization": "ORG", "Event": "EVENT", "Nationality": "NAT", **dict.fromkeys(PLACES, "LOC")}
CORE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
NAME_SETS = {
    "uner-ewt": CORE,
    "gum-names": {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"},
    "re3d": {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NAT"},
    "crossner-politics": {"person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG",
                          "location": "LOC", "country": "LOC", "event": "EVENT", "election": "EVENT"},
}
GRAPH = {"nF1": "named F1", "core": "core nodes", "type": "node types", "frag": "fragmentation", "mrg": "wrong merges",
         "junk": "junk nodes", "cE": "core edges", "eR": "all edges", "prP": "supported-pair precision",
         "xP": "exact precision", "pol": "polarity", "mod": "modality", "att": "attribution", "prov": "provenance"}


class Measurer:
    def __init__(self, shared, program, folder):
        self.shared, self.program, self.folder = shared, program, folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(text)
        return self.path(name)

    def read(self, name):
        with open(os.path.join(self.shared, name), encoding="utf-8") as text:
            return text.read()

    def run(self, *arguments):
        return subprocess.run(arguments, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    def score(self, scorer, *arguments):
        return json.loads(self.run(sys.executable, os.path.join(self.shared, "eval", scorer), "--json", *arguments))

    def analyse(self, path, *options):
        return self.write("system.conllu", self.run(self.program, "--quiet", "analyze", *options, path))

    def tree_figures(self, name, conllu, keys):
        gold = self.write("gold.conllu", conllu)
        result = self.score("conllu_score.py", gold, self.analyse(gold, "--input", "conllu"))
        for key, label in keys.items():
            yield f"{name}, gold tokens: {label}", accuracy(result[key])

    def raw_figures(self, name, conllu):
        gold, text = self.write("gold.conllu", conllu), self.write("raw.txt", treebanks.raw_text(conllu))
        result = self.score("conllu_score.py", gold, self.analyse(text))
        for key, label in {"Tokens": "tokens", "Sentences": "sentences", "Words": "words", "LAS": "LAS"}.items():
            yield f"{name}, raw text: {label}", result[key]["f1"]

    def name_figures(self, name, types):
        bio = self.read(f"data/ner/{name}/dev.bio")
        gold = self.write("gold.bio", bio)
        words = self.write("words.conllu", treebanks.words_of_bio(bio))
        with open(self.analyse(words, "--input", "conllu"), encoding="utf-8") as text:
            system = self.write("system.bio", treebanks.bio_of_names(text.read()))
        kept = set(types.values())
        rows = [f"{a}\t{b}\tgold" for a, b in types.items()]
        rows += [f"{a}\t{b}\tsystem" for a, b in SYSTEM_NAMES.items() if b in kept]
        scores = self.score("ner_score.py", "--map", self.write("map.tsv", "\n".join(rows + ["*\tO"]) + "\n"), gold, system)
        yield f"{name}: F1", scores["micro"]["f1"]
        for kind in sorted(kept):
            yield f"{name}: F1 {kind}", scores[kind]["f1"]

    def claim_figures(self):
        folder = os.path.join(self.shared, "data", "openie")
        tuples = self.write("tuples.tsv", self.run(self.program, "--quiet", "claims", "--lines",
                                                   os.path.join(folder, "carb-dev-sentences.txt")))
        result = self.score("carb_score.py", os.path.join(folder, "carb-dev.tsv"), tuples)
        yield "CaRB dev: best F1", 100 * result["best"]["f1"]

    def graph_figures(self):
        folder = os.path.join(self.shared, "gold")
        for article in sorted(os.listdir(folder)):
            if article.endswith(".txt"):
                self.run(self.program, "--quiet", "build", os.path.join(folder, article),
                         "-o", self.path(article[:-4] + ".graph.json"))
        out = self.path("scores.json")
        self.run(sys.executable, os.path.join(self.shared, "eval", "graph_score.py"), "--gold", folder,
                 "--system", self.folder, "--json", out)
        with open(out, encoding="utf-8") as text:
            micro = json.load(text)["micro"]
        for key, label in GRAPH.items():
            yield f"public articles: {label}", micro[key]

    def pronoun_figures(self):
        path = os.path.join(self.shared, "data", "coref", "gap", "gap-development.tsv")
        out = self.run(sys.executable, os.path.join(HERE, "gap_score.py"), self.program, path)
        yield "GAP development: F1", float(out.split()[1])

    def coreference_figures(self):
        data = os.path.join(self.shared, "data")
        out = self.run(sys.executable, os.path.join(HERE, "coref_score.py"), self.program,
                       os.path.join(data, "gum", "dev.conllu"), os.path.join(data, "coref", "gum", "dev.conll"))
        yield "gum coreference: mean F1", float(out.split("mean F1 ")[1].split()[0])

    def attribution_figures(self):
        data = os.path.join(self.shared, "data")
        rows = os.path.join(data, "attribution", "gum-attribution.tsv")
        dev, train = (os.path.join(data, "gum", part + ".conllu") for part in ("dev", "train"))
        for name, arguments in {"gum": [dev], "gum news, with train": [dev, train, "--genre", "news"]}.items():
            out = self.run(sys.executable, os.path.join(HERE, "attribution_score.py"), self.program, rows, *arguments)
            yield f"{name}: attribution F1", float(out.split("F1 ")[1].split()[0])

    def all(self):
        ewt, gum = self.read("data/ud-ewt/dev.conllu"), self.read("data/gum/dev.conllu")
        keys = {"UPOS": "UPOS", "Lemmas": "lemma", "UAS": "UAS", "LAS": "LAS"}
        parts = {"trees": [lambda: self.tree_figures("ud-ewt", ewt, keys), lambda: self.raw_figures("ud-ewt", ewt),
                           lambda: self.tree_figures("gum", gum, keys),
                           lambda: self.tree_figures("gum news", treebanks.documents(gum, lambda d: "_news_" in d), keys)],
                 "names": [lambda n=n, t=t: self.name_figures(n, t) for n, t in NAME_SETS.items()],
                 "claims": [self.claim_figures], "graph": [self.graph_figures], "pronouns": [self.pronoun_figures],
                 "coreference": [self.coreference_figures], "attribution": [self.attribution_figures]}
        return parts


def accuracy(score):
    return score.get("aligned_accuracy", score["f1"])


def read_bounds():
    """measure -> ("least" or "most", value)."""
    with open(os.path.join(HERE, "bounds.tsv"), encoding="utf-8") as rows:
        columns = [row.rstrip("\n").split("\t") for row in rows if row.strip() and not row.startswith("#")]
    return {measure: (side, float(value)) for measure, side, value in columns}


def beyond(bound, value):
    return bound is not None and (value < bound[1] if bound[0] == "least" else value > bound[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--actant", default="build/release/bin/actant")
    parser.add_argument("--only", nargs="*", help="trees, names, claims, graph, pronouns, coreference, attribution")
    options = parser.parse_args()
    if not os.path.isdir(os.path.join(options.shared, "data")):
        print(f"{options.shared}: no data folder there; accuracy is not measured")
        return 77
    bounds, failed = read_bounds(), 0
    print("| measure | figure | bound |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, part in Measurer(options.shared, options.actant, folder).all().items():
            if options.only and name not in options.only:
                continue
            for figures in part:
                for measure, value in figures():
                    bound = bounds.get(measure)
                    failed += beyond(bound, value)
                    said = "" if bound is None else f"at {bound[0]} {bound[1]:g}"
                    print(f"| {measure} | {value:.2f} | {said}{': missed' if beyond(bound, value) else ''} |", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
