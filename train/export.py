# SPDX-License-Identifier: MIT
"""Turns a checkpoint of run.py into a model file.

    python export.py --data DIR --checkpoint FILE --out FILE
"""

import argparse
import random

import numpy as np
import torch

import actm
import corpus
import data
import lemma
import quantise
import segmenter
import tokenlists
import vectors
from network import Linear, Network
from run import Embeddings, embed


def load_network(saved):
    """The network with its averaged weights, and the embeddings with the averaged table."""
    sizes = {name: len(values) for name, values in saved["lists"].items()}
    net_weights, table, _ = saved["average"]
    net = Network(saved["config"], sizes, saved["vectors"].shape[1], 0)
    net.load_state_dict(net_weights)
    net.eval()
    words = len(saved["vocabulary"]) + 1
    embeddings = Embeddings(words, 0, saved["config"]["hash_rows"], saved["config"]["E"], saved["vectors"].numpy())
    embeddings.table = table
    return net, embeddings


def enlarge(saved, net, embeddings, path, size):
    """More words that have a vector but were not seen in training: their rows are the projected vectors alone."""
    words = len(saved["vocabulary"])
    vectors_by_word = vectors.load(path)
    vocabulary = vectors.extend(saved["vocabulary"], vectors_by_word, size)
    rows = torch.from_numpy(vectors.table(vocabulary, vectors_by_word))
    rows *= embeddings.vectors.norm() / rows[:words + 1].norm()
    new = torch.zeros(len(vocabulary) - words, embeddings.table.shape[1])
    embeddings.table = torch.cat([embeddings.table[:words + 1], new, embeddings.table[words + 1:]])
    embeddings.vectors = rows
    saved["vocabulary"] = vocabulary


def quantised_embeddings(net, embeddings, words):
    """int8 word rows (own row and projected vector in one), int8 hashed rows, their two steps."""
    with torch.no_grad():
        word = (embeddings.table[:words] + net.project(embeddings.vectors)).numpy()
    hashed = embeddings.table[words:].numpy()
    sw, ss = quantise.table_scale(word), quantise.table_scale(hashed)
    return quantise.to_int8(word, sw), quantise.to_int8(hashed, ss), np.array([sw, ss], np.float32)


def calibrate(net, embeddings, sentences, types):
    examples = [([types.of(w.form) for w in s.words], {"heads": [w.head for w in s.words]}) for s in sentences]
    paragraphs = segmenter.examples(segmenter.paragraphs(sentences), types, random.Random(1))

    def run_batches():
        Linear.quantised = True
        with torch.no_grad():
            for group in corpus.group(examples, 2000, shuffle=False):
                batch = corpus.Batch(group, types)
                x, _ = embed(net, embeddings, batch)
                h = net.encoder(x, batch.mask, net.drop)
                arcs, heads = net.arcs(h, batch.mask)
                net.labels(h, heads, batch.columns["heads"].clamp(min=0))
            for group in corpus.group(paragraphs, 4000, shuffle=False):
                batch = corpus.Batch(group, types)
                net.segmenter(embed(net, embeddings, batch)[0], batch.mask, net.drop)

    return quantise.activation_scales(net, run_batches)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--words", type=int, default=60000, help="size of the vocabulary")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(options.checkpoint, weights_only=False)
    paths = [f"{options.data}/{name}/train.conllu" for name in ("ud-ewt", "gum")]
    trees = [data.read_conllu(path) for path in paths]
    sentences = [s for tree in trees for s in tree]
    net, embeddings = load_network(saved)
    enlarge(saved, net, embeddings, options.vectors, options.words)
    types = corpus.WordTypes(saved["vocabulary"], saved["config"]["hash_rows"])
    scales = calibrate(net, embeddings, sentences[::40], types)
    word, hashed, steps = quantised_embeddings(net, embeddings, len(saved["vocabulary"]) + 1)

    tensors = {"config": actm.text([f"{key} {value}" for key, value in saved["config"].items()]),
               "vocab": actm.text(saved["vocabulary"]), "emb.word": word, "emb.hash": hashed, "emb.scale": steps}
    for name, values in saved["lists"].items():
        tensors[name] = actm.text(values)
    lexicon = lemma.lexicon([w for s in tree for w in s.words] for tree in trees)
    tensors["lexicon"] = actm.text(sorted(f"{form}\t{upos}\t{value}" for (form, upos), value in lexicon.items()))
    for name, values in tokenlists.learn(paths).items():
        tensors[name] = actm.text(values)
    tensors.update(quantise.Exporter(net, scales).network())
    actm.write(options.out, tensors)


if __name__ == "__main__":
    main()
