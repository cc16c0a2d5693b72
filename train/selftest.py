# SPDX-License-Identifier: MIT
"""Tests of the parts that need no training: python selftest.py"""

import itertools
import os
import tempfile
import unittest

import numpy as np

import actm
import features
import lemma
import names
import reference


class Features(unittest.TestCase):
    def test_norm(self):
        self.assertEqual(features.norm("ÉCOLE’s 1999–ŽŁ"), "école's 0000-žł")
        self.assertEqual(features.norm("ΑΩ Жё Ѐ"), "αω жё ѐ")
        self.assertEqual(len(features.norm("x" * 50)), 32)

    def test_shape(self):
        self.assertEqual(features.shape("McDonald's"), "XxXxx'x")
        self.assertEqual(features.shape("F-16s"), "X-ddx")
        self.assertEqual(features.shape("北京Ab"), "uuXx")

    def test_hash(self):
        self.assertEqual(features.fnv1a(""), 14695981039346656037)
        self.assertEqual(features.fnv1a("a"), 0xAF63DC4C8601EC8C)

    def test_counts(self):
        self.assertEqual(len(features.affixes("I")), 9)
        self.assertEqual(features.ngrams("of"), ["g^of", "gof$", "g^of$"])


class Lemma(unittest.TestCase):
    def test_round_trip(self):
        for form, value in (("Cities", "city"), ("was", "be"), ("NATO", "NATO"), ("'s", "be"), ("Ran", "run")):
            self.assertEqual(lemma.apply(lemma.script(form, value), form), value)

    def test_earlier_treebank_first(self):
        word = type("Word", (), {"form": "people", "upos": "NOUN", "lemma": "people"})
        other = type("Word", (), {"form": "people", "upos": "NOUN", "lemma": "person"})
        self.assertEqual(lemma.lexicon([[word] * 2, [other] * 9]), {("people", "NOUN"): "people"})


class Trees(unittest.TestCase):
    def test_best_tree_with_one_root(self):
        random = np.random.default_rng(1)
        for _ in range(200):
            n = int(random.integers(1, 6))
            scores = random.integers(-1000, 1000, (n, n + 1))
            best = max((heads for heads in itertools.product(range(n + 1), repeat=n) if reference.is_tree(list(heads))),
                       key=lambda heads: sum(scores[i, h] for i, h in enumerate(heads)))
            self.assertEqual(reference.tree(scores), list(best))


class Names(unittest.TestCase):
    def test_viterbi(self):
        tags = ["O", "B-A", "I-A", "B-B", "I-B"]
        self.assertEqual(reference.viterbi(np.array([[0, 5, 9, 0, 0], [0, 0, 0, 0, 7]]), tags), [3, 4])
        self.assertEqual(reference.viterbi(np.zeros((2, 5), np.int64), tags), [0, 0])

    def test_open_tags(self):
        tokens = ["Smith", "left", "London", "on", "Monday"]
        tags = ["B-PER", "O", "B-LOC", "O", "O"]
        masks = names.allowed("uner-ewt", tokens, tags, None, {"london": "GeopoliticalEntity"})
        self.assertEqual(masks[0], names.bits(["Person"], "B"))
        self.assertEqual(masks[2], names.bits(["GeopoliticalEntity"], "B"))
        self.assertTrue(masks[4] & names.bits(["Date"], "B"))
        self.assertFalse(masks[4] & names.bits(["Person"], "B"))

    def test_silver_fills_what_is_open(self):
        tokens = ["Smith", "left", "on", "Monday"]
        masks = names.allowed("uner-ewt", tokens, ["B-PER", "O", "O", "O"], ["O", "O", "O", "B-DATE"], {})
        self.assertEqual(masks, [names.bits(["Person"], "B"), 1, 1, names.bits(["Date"], "B")])


class File(unittest.TestCase):
    def test_round_trip(self):
        tensors = {"a": np.arange(6, dtype=np.int8).reshape(2, 3), "b": np.array([1.5], np.float32),
                   "c": actm.text(["x", "yé"])}
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "m.actm")
            actm.write(path, tensors)
            result = actm.read(path)
        for name, array in tensors.items():
            np.testing.assert_array_equal(result[name], array)
        self.assertEqual(actm.lines(result["c"]), ["x", "yé"])


if __name__ == "__main__":
    unittest.main()
