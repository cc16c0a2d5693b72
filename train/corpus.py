# SPDX-License-Identifier: MIT
"""Turns sentences into arrays of class numbers, word types into feature rows, and both into batches."""

import random
from collections import Counter

import numpy as np
import torch

import features
import lemma
import names

LISTS = ("upos", "xpos", "feats", "scripts", "deprels")


class Inventory:
    """The class lists, from the training treebanks."""

    def __init__(self, sentences):
        columns = {name: Counter() for name in LISTS}
        for sentence in sentences:
            for word in sentence.words:
                for name, value in zip(LISTS, classes_of(word)):
                    columns[name][value] += 1
        minimum = {"scripts": 3, "feats": 2}
        self.lists = {name: sorted(value for value, n in counts.items() if n >= minimum.get(name, 1))
                      for name, counts in columns.items()}
        self.lists["names"] = names.TAGS
        self.index = {name: {value: i for i, value in enumerate(values)} for name, values in self.lists.items()}


def classes_of(word):
    return word.upos, word.xpos, word.feats, lemma.script(word.form, word.lemma), word.deprel


class WordTypes:
    """Word form -> type number; per type its vocabulary row and its rows and weights in the hashed table."""

    def __init__(self, vocabulary, rows):
        self.vocabulary = {word: i + 1 for i, word in enumerate(vocabulary)}
        self.rows, self.first = rows, len(vocabulary) + 1
        self.number, self.forms, self.word_row, self.hashed, self.weights = {}, [], [], [], []

    def of(self, form):
        number = self.number.get(form)
        if number is None:
            number = self.number[form] = len(self.word_row)
            self.forms.append(form)
            affixes, ngrams = features.affixes(form), features.ngrams(form)
            self.word_row.append(self.vocabulary.get(features.norm(form), 0))
            self.hashed.append(np.array([self.first + features.row(x, self.rows) for x in affixes + ngrams]))
            self.weights.append(np.array([1.0] * len(affixes) + [features.ngram_weight(len(ngrams))] * len(ngrams),
                                         np.float32))
        return number


class Treebank:
    """Each example: (types, columns of class numbers); -100 where a class is unknown."""

    def __init__(self, sentences, masks, inventory, types):
        self.examples = []
        for sentence, mask in zip(sentences, masks):
            values = [classes_of(word) for word in sentence.words]
            columns = {name: [inventory.index[name].get(v[i], -100) for v in values] for i, name in enumerate(LISTS)}
            columns["heads"] = [word.head for word in sentence.words]
            columns["names"] = mask if mask else [names.ANY] * len(values)
            columns["style"] = [0] * len(values)
            self.examples.append(([types.of(word.form) for word in sentence.words], columns))


def name_examples(sentences, style, types):
    return [([types.of(token) for token in tokens], {"names": masks, "style": [style] * len(tokens)})
            for tokens, masks in sentences]


def group(examples, size, shuffle=True):
    """Lists of examples of about the same length, `size` words a list."""
    order = sorted(examples, key=lambda e: len(e[0]) + (random.random() * 3 if shuffle else 0))
    batches, current = [], []
    for example in order:
        if current and len(example[0]) * (len(current) + 1) > size:
            batches.append(current)
            current = []
        current.append(example)
    if current:
        batches.append(current)
    return batches


class Batch:
    """Padded arrays of a list of examples and the feature rows of its word types."""

    def __init__(self, examples, types):
        lengths = [len(e[0]) for e in examples]
        shape = (len(examples), max(lengths))
        words = np.full(shape, -1, np.int64)
        self.columns = {name: np.full(shape, -100, np.int64) for name in examples[0][1]}
        for i, (numbers, columns) in enumerate(examples):
            words[i, :lengths[i]] = numbers
            for name, values in columns.items():
                self.columns[name][i, :lengths[i]] = values
        self.columns = {name: torch.from_numpy(array) for name, array in self.columns.items()}
        self.lengths = lengths
        self.mask = torch.from_numpy((words >= 0).astype(np.float32)).unsqueeze(2)
        self.types = words
        used, inverse = np.unique(np.maximum(words, 0), return_inverse=True)
        self.words = torch.from_numpy(inverse.reshape(shape))
        hashed = [types.hashed[k] for k in used]
        counts = [len(h) for h in hashed]
        flat = np.concatenate(hashed)
        word_rows = np.array([types.word_row[k] for k in used])
        rows, inverse = np.unique(np.concatenate([[0], word_rows, flat]), return_inverse=True)
        self.rows = torch.from_numpy(rows)
        self.vocabulary_rows = torch.from_numpy(word_rows)
        inverse = torch.from_numpy(inverse.reshape(-1))
        self.word_index, self.hashed_index = inverse[1:1 + len(used)], inverse[1 + len(used):]
        self.offsets = torch.from_numpy(np.cumsum([0] + counts[:-1]))
        self.weights = torch.from_numpy(np.concatenate([types.weights[k] for k in used]))
