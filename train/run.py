# SPDX-License-Identifier: MIT
"""Trains the network and writes a checkpoint; export.py turns a checkpoint into a model file.

    python run.py --data DIR --vectors FILE --silver DIR --minutes 60 --out CHECKPOINT
"""

import argparse
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import corpus
import data
import gazetteer
import names
import segmenter
import soft
import vectors
from figures import TreeFigures
from network import Linear, Network

CONFIG = {"E": 128, "D": 256, "H": 128, "layers": "CRRRR", "A": 160, "L": 128,
          "seg.D": 64, "seg.H": 64, "seg.layers": "CR", "hash_rows": 32768}
VOCABULARY = 46000
WORD_DROPOUT, BETA1, BETA2 = 0.15, 0.9, 0.98
LOSS = {"upos": 0.5, "xpos": 0.2, "feats": 0.2, "scripts": 0.5, "arcs": 1.0, "labels": 0.7, "names": 1.0}
# sentences an epoch takes from each name set (a random choice); the treebanks are always taken whole
NAMES_PER_EPOCH = {"gmb": 1300, "wikigold": 700, "grobid-ner": 500, "multiner-gov": 300, "crossner-politics": 150,
                   "crossner-science": 80, "crossner-literature": 80, "crossner-music": 50, "crossner-ai": 50, "btc": 500,
                   "wnut17": 200, "raw": 1300, "varied": 1500}
SOFT_PER_EPOCH = 10000
RAW = ("wikinews", "us-state-history", "isaf-press-releases", "senate-press-releases")


class Embeddings:
    """One table: unknown word, vocabulary, hashed rows. Only the rows of a batch are touched by its Adam step."""

    def __init__(self, words, trained, rows, width, table):
        self.table = torch.randn(words + rows, width) * 0.3
        self.table[:trained + 1] *= 0.35
        self.table[trained + 1:words] = 0
        self.m, self.v = torch.zeros_like(self.table), torch.zeros_like(self.table)
        self.vectors = torch.from_numpy(table)

    def step(self, index, rows, lr, step):
        gradient = rows.grad
        m = self.m[index].mul_(BETA1).add_(gradient, alpha=1 - BETA1)
        v = self.v[index].mul_(BETA2).addcmul_(gradient, gradient, value=1 - BETA2)
        self.m[index], self.v[index] = m, v
        m = m / (1 - BETA1 ** step)
        self.table[index] = rows.detach() - lr * m / ((v / (1 - BETA2 ** step)).sqrt_() + 1e-8)


def embed(net, embeddings, batch, table=None):
    """x0 of every word of the batch, and the table rows that take a gradient."""
    rows = (embeddings.table if table is None else table)[batch.rows]
    rows.requires_grad_(net.training)
    hashed = F.embedding_bag(batch.hashed_index, rows, batch.offsets, mode="sum", per_sample_weights=batch.weights)
    word = F.embedding(batch.word_index, rows)
    vector = net.project(embeddings.vectors[batch.vocabulary_rows]).float()
    flat = batch.words.view(-1)
    if not net.training:
        return F.embedding(flat, word + vector + hashed).view(*batch.words.shape, -1), rows
    dropped = (torch.rand(flat.numel(), 1) < WORD_DROPOUT).float()
    both = dropped * (torch.rand(flat.numel(), 1) < 0.5)
    x = F.embedding(flat, word) * (1 - dropped) + rows[0] * dropped + F.embedding(flat, vector) * (1 - both)
    x = x + F.embedding(flat, hashed) * (torch.rand(flat.numel(), 1) >= 0.05)
    return x.view(*batch.words.shape, -1), rows


def cross_entropy(y, target):
    return F.cross_entropy(y.flatten(0, 1).float(), target.flatten(), ignore_index=-100)


def names_loss(y, masks):
    """-log of the probability of the allowed tags."""
    y = y.float()
    permitted = (masks.clamp(min=0).unsqueeze(2) >> torch.arange(len(names.TAGS))) & 1
    known = (masks >= 0) & (masks != names.ANY)
    inside = torch.logsumexp(y.masked_fill(permitted == 0, -1e4), 2)
    loss = (torch.logsumexp(y, 2) - inside) * known
    return loss.sum() / known.sum().clamp(min=1)


def losses(net, kind, x, batch, hint=None, taught=None):
    columns = batch.columns
    if kind == "segments":
        h = net.segmenter(x.detach(), batch.mask, lambda v: v)
        y, target = net.segment_end(h)[..., 0].float(), columns["ends"]
        known = (target >= 0).float()
        loss = F.binary_cross_entropy_with_logits(y, target.clamp(min=0).float(), reduction="none")
        return {"segments": (loss * known).sum() / known.sum()}
    h = net.encoder(x, batch.mask, net.drop, hint)
    tags = net.split_tags(net.tags(h))
    if kind == "soft":
        return soft.losses(net, h, tags, batch, taught, cross_entropy)
    result = {"names": names_loss(net.names_in_style(h, tags["names"], columns["style"]), columns["names"])}
    if kind == "tree":
        for name in ("upos", "xpos", "feats", "scripts"):
            result[name] = cross_entropy(tags[name], columns[name])
        arcs, heads = net.arcs(h, batch.mask)
        result["arcs"] = cross_entropy(arcs, columns["heads"])
        result["labels"] = cross_entropy(net.labels(h, heads, columns["heads"].clamp(min=0)), columns["deprels"])
    return result


class Average:
    """Exponential moving average of all weights, updated every few steps."""

    EVERY = 10

    def __init__(self, net, embeddings):
        self.net = {k: v.detach().clone() for k, v in net.state_dict().items()}
        self.table, self.count = embeddings.table.clone(), 0

    def update(self, net, embeddings):
        self.count += 1
        rate = 1 - min(0.985, self.count / (self.count + 10))
        for k, v in net.state_dict().items():
            self.net[k].lerp_(v, rate)
        self.table.lerp_(embeddings.table, rate)


def evaluate(net, embeddings, average, examples, types):
    """UPOS, script accuracy, UAS and LAS of the averaged weights with greedy heads."""
    own = {k: v.clone() for k, v in net.state_dict().items()}
    net.load_state_dict(average.net)
    net.eval()
    figures = TreeFigures()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in corpus.group(examples, 6000, shuffle=False):
            batch = corpus.Batch(group, types)
            x, _ = embed(net, embeddings, batch, average.table)
            h = net.encoder(x, batch.mask, net.drop)
            tags = net.split_tags(net.tags(h))
            arcs, heads = net.arcs(h, batch.mask)
            chosen = arcs.argmax(2)
            figures.add(batch.columns, tags, chosen, net.labels(h, heads, chosen))
    net.load_state_dict(own)
    net.train()
    return str(figures)


def vary_names(sets, places, folder, known):
    """Sentences of the name sets with other names in them, from the sets themselves and from gazetteers."""
    generator = random.Random(1)
    sentences = [s for name, group in sets.items() if name not in ("btc", "wnut17", "multiner-gov") for s in group]
    pools = names.mentions(sentences)
    pools["Person"] |= set(gazetteer.person_names(folder, known, generator))
    pools["Organization"] |= set(gazetteer.organizations(folder))
    places = [tuple(w.capitalize() if len(w) > 2 else w for w in name.split()) for name, kind in places.items()
              if kind == "GeopoliticalEntity" and all(part in known for part in name.split())]
    pools["GeopoliticalEntity"] |= set(places)
    return names.vary(sentences, pools, generator)


def load(options):
    """Everything that is the same for each run: examples, inventory, vocabulary."""
    folder = options.data
    places = gazetteer.load(f"{folder}/gazetteers")
    sets = names.load_sets(f"{folder}/ner", options.silver, places)
    raw = [s for name in RAW if options.silver
           for s in names.load_raw(f"{options.silver}/raw-{name}.bio", places)]
    trees = {name: data.read_conllu(f"{folder}/{name}/train.conllu") for name in ("ud-ewt", "gum")}
    everything = trees["ud-ewt"] + trees["gum"]
    inventory = corpus.Inventory(everything)
    counts = vectors.count_words([word.form for word in s.words] for s in everything)
    vocabulary, trained, table = vectors.build(options.vectors, counts, VOCABULARY)
    types = corpus.WordTypes(vocabulary, CONFIG["hash_rows"])
    dev = {}
    for name in trees:
        sentences = data.read_conllu(f"{folder}/{name}/dev.conllu")
        dev[name] = corpus.Treebank(sentences, [None] * len(sentences), inventory, types).examples
    lower_case = {w.form for s in everything for w in s.words if w.form.islower()}
    varied = vary_names(sets, places, f"{folder}/gazetteers", set(vocabulary) - lower_case)
    masks = {tuple(tokens): m for name in ("uner-ewt", "gum-names") for tokens, m in sets.pop(name)}
    treebank = corpus.Treebank(everything, [masks.get(tuple(w.form for w in s.words)) for s in everything],
                               inventory, types)
    name_sets = {name: corpus.name_examples(s, names.STYLES[name], types) for name, s in {**sets, "raw": raw, "varied": varied}.items()}
    paragraphs = [p for s in trees.values() for p in segmenter.paragraphs(s)]
    return {"inventory": inventory, "vocabulary": vocabulary, "trained": trained, "table": table, "types": types,
            "treebank": treebank.examples, "dev": dev, "names": name_sets, "paragraphs": paragraphs,
            "soft": soft.Soft(options.soft, types) if options.soft else None}


def epoch(corpora, size):
    """Batches of one pass: (kind, examples), in random order."""
    chosen = []
    for name, examples in corpora["names"].items():
        chosen += random.sample(examples, min(len(examples), NAMES_PER_EPOCH[name]))
    segments = corpus.group(segmenter.examples(corpora["paragraphs"], corpora["types"]), 4000)
    batches = [("tree", b) for b in corpus.group(corpora["treebank"], size)]
    batches += [("names", b) for b in corpus.group(chosen, size)]
    if corpora["soft"]:
        taught = corpora["soft"].examples
        batches += [("soft", b) for b in corpus.group(random.sample(taught, min(len(taught), SOFT_PER_EPOCH)), size)]
    batches += [("segments", b) for b in random.sample(segments, len(segments) // 4)]
    random.shuffle(batches)
    return batches


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--silver", default="", help="folder written by silver_names.py")
    parser.add_argument("--soft", help="file written by teach.py")
    parser.add_argument("--start", help="checkpoint to take the weights from; the schedule begins anew")
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, default=60, help="wall-clock time; the learning rate follows it")
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--batch", type=int, default=2000, help="words")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="continue from the checkpoint")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    np.random.seed(options.seed)

    corpora = load(options)
    inventory, types = corpora["inventory"], corpora["types"]
    sizes = {name: len(values) for name, values in inventory.lists.items()}
    print("classes", sizes, "vocabulary", len(corpora["vocabulary"]), "trained", corpora["trained"], flush=True)
    net = Network(CONFIG, sizes, corpora["table"].shape[1], options.dropout)
    embeddings = Embeddings(len(corpora["vocabulary"]) + 1, corpora["trained"], CONFIG["hash_rows"], CONFIG["E"],
                            corpora["table"])
    if options.start:
        saved = torch.load(options.start, weights_only=False)
        net.load_state_dict(saved["average"][0])
        embeddings.table = saved["average"][1]
    average = Average(net, embeddings)
    parameters = list(net.parameters())
    adam = torch.optim.Adam(parameters, lr=options.lr, betas=(BETA1, BETA2))
    step, before = 0, 0.0
    if options.resume:
        saved = torch.load(options.out, weights_only=False)
        net.load_state_dict(saved["net"])
        adam.load_state_dict(saved["adam"])
        embeddings.table, embeddings.m, embeddings.v = saved["table"], saved["m"], saved["v"]
        average.net, average.table, average.count = saved["average"]
        step, before = saved["step"], saved["minutes"]

    start = time.time()

    def save(minutes):
        torch.save({"net": net.state_dict(), "adam": adam.state_dict(), "table": embeddings.table, "m": embeddings.m,
                    "v": embeddings.v, "average": (average.net, average.table, average.count), "step": step,
                    "minutes": minutes, "config": CONFIG, "lists": inventory.lists,
                    "vocabulary": corpora["vocabulary"], "vectors": embeddings.vectors}, options.out + ".part")
        os.replace(options.out + ".part", options.out)

    net.train()
    number, saved_at = 0, before
    minutes = before
    while minutes < options.minutes:
        totals, counts = {}, {}
        for kind, examples in epoch(corpora, options.batch):
            minutes = before + (time.time() - start) / 60
            if minutes >= options.minutes:
                break
            done = minutes / options.minutes
            lr = options.lr * min(1, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
            Linear.quantised = done > 0.85
            step += 1
            batch = corpus.Batch(examples, types)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x, rows = embed(net, embeddings, batch)
                parts = losses(net, kind, x, batch, taught=corpora["soft"])
            loss = sum(LOSS.get(name, 1.0) * value for name, value in parts.items())
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in parameters if p.grad is not None], 2.0)
            for group in adam.param_groups:
                group["lr"] = lr
            adam.step()
            if rows.grad is not None:
                embeddings.step(batch.rows, rows, lr, step)
            if step % Average.EVERY == 0:
                average.update(net, embeddings)
            for name, value in parts.items():
                totals[name] = totals.get(name, 0) + value.item()
                counts[name] = counts.get(name, 0) + 1
        number += 1
        print(f"epoch {number} step {step} minutes {minutes:.1f} cpu {time.process_time() / 60:.1f} lr {lr:.5f} "
              + " ".join(f"{name} {total / counts[name]:.3f}" for name, total in totals.items()), flush=True)
        if minutes - saved_at > 4 or minutes >= options.minutes:
            saved_at = minutes
            save(minutes)
            for name, examples in corpora["dev"].items():
                print(f"  {name} dev UPOS, scripts, UAS, LAS (with subtypes):",
                      evaluate(net, embeddings, average, examples, types), flush=True)


if __name__ == "__main__":
    main()
