#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds common-nouns.tsv: nouns of WordNet 3.1 of one word that texts write in lower case.

    python3 build_common_nouns.py WORDNET_DICT TEXTS.ndjson... > common-nouns.tsv

WORDNET_DICT is the folder with index.noun. TEXTS hold a JSON object with "text" a line. A noun is kept that stands
there three times in lower case, and not more than twice as often with a capital.
"""
import collections
import json
import os
import re
import sys


def main():
    lower, capital = collections.Counter(), collections.Counter()
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                for word in re.findall(r"[A-Za-z]+", json.loads(line)["text"]):
                    if word.islower():
                        lower[word] += 1
                    elif word[0].isupper() and word[1:].islower():
                        capital[word.lower()] += 1
    nouns = set()
    with open(os.path.join(sys.argv[1], "index.noun"), encoding="utf-8") as lines:
        for line in lines:
            noun = line.split(" ")[0]
            if len(noun) > 2 and noun.isascii() and noun.isalpha() and noun.islower():
                nouns.add(noun)
    print("# SPDX-License-Identifier: LicenseRef-WordNet-3.0")
    print("# Nouns that texts write in lower case, built by build_common_nouns.py.")
    for noun in sorted(nouns):
        if lower[noun] >= 3 and capital[noun] <= 2 * lower[noun]:
            print(noun)


if __name__ == "__main__":
    main()
