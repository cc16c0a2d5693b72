#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds nouns.tsv (noun, node type of the thing it describes) from WordNet 3.1 and overrides.tsv.

    python3 build_nouns.py WORDNET_DICT LEMMAS > nouns.tsv

WORDNET_DICT is the folder with index.noun and data.noun. LEMMAS is a text file of "count lemma"
lines: only nouns that running news text uses are kept. The first sense of a noun decides.
"""
import os
import sys

# First match along the path to the root wins: WordNet lemma of the hypernym -> node type.
CLASSES = [
    ("person", "Person"), ("organization", "Organization"), ("military_unit", "Group"),
    ("administrative_district", "GeopoliticalEntity"), ("country", "GeopoliticalEntity"),
    ("facility", "Facility"), ("structure", "Facility"), ("way", "Facility"),
    ("region", "Location"), ("location", "Location"), ("geological_formation", "Location"),
    ("body_of_water", "Location"), ("land", "Location"),
    ("written_communication", "Document"), ("document", "Document"), ("publication", "Document"),
    ("message", "Concept"), ("gathering", "Event"), ("social_group", "Group"), ("group", "Group"),
    ("people", "Group"), ("social_event", "Event"), ("contest", "Event"), ("ceremony", "Event"),
    ("military_action", "Event"), ("accident", "Event"), ("crime", "Event"), ("atmospheric_phenomenon", "Event"),
    ("medicine", "Product"), ("drug", "Product"), ("device", "Product"), ("vehicle", "Product"),
    ("clothing", "Product"), ("artifact", "Product"), ("substance", "Product"), ("food", "Product"),
    ("animal", "Group"),
]


def main():
    folder, lemmas = sys.argv[1], sys.argv[2]
    first, words, parents = {}, {}, {}
    with open(os.path.join(folder, "index.noun"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            cells = line.split()
            pointers = int(cells[3])
            first[cells[0]] = cells[6 + pointers]
    with open(os.path.join(folder, "data.noun"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            cells = line.split(" | ")[0].split()
            count = int(cells[3], 16)
            words[cells[0]] = {cells[4 + 2 * i].lower() for i in range(count)}
            at = 4 + 2 * count
            links = int(cells[at])
            parents[cells[0]] = [cells[at + 2 + 4 * i] for i in range(links)
                                 if cells[at + 1 + 4 * i] in ("@", "@i")]
    classes = dict(CLASSES)
    roots = {first[name]: kind for name, kind in classes.items() if name in first}

    def kind(synset):
        seen = set()
        level = [synset]
        while level:
            for one in level:
                if one in roots:
                    return roots[one]
            seen.update(level)
            level = [p for one in level for p in parents[one] if p not in seen]
        return "Concept"

    table = {}
    with open(lemmas, encoding="utf-8") as lines:
        for line in lines:
            count, _, lemma = line.strip().partition(" ")
            if lemma in first and int(count) >= 3:
                table[lemma] = kind(first[lemma])
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "overrides.tsv"),
              encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#") and line.strip():
                noun, type_ = line.rstrip("\n").split("\t")
                table[noun] = type_
    print("# SPDX-License-Identifier: LicenseRef-WordNet-3.0")
    print("# noun\tnode type")
    for noun in sorted(table):
        if table[noun] != "Concept":
            print(noun + "\t" + table[noun])


if __name__ == "__main__":
    main()
