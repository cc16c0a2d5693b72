# SPDX-License-Identifier: MIT
"""A larger network as teacher: the trained network with a pre-trained transformer's view of each word added.

    python teach.py train --data DIR --vectors FILE --silver DIR --checkpoint CHECKPOINT --transformer DIR --out TEACHER
    python teach.py label ... --text FILE.conllu... --labels FILE.npz

`label` writes what the teacher thinks of unannotated sentences; run.py --soft learns from it.
"""

import argparse
import math
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import corpus
import data
import names
import run
from export import load_network
from figures import TreeFigures
from network import Linear
from transformer import Transformer

TOP_HEADS = 4
CORE = {"Person": "PER", "Organization": "ORG", "GeopoliticalEntity": "LOC", "Location": "LOC", "Facility": "LOC"}


class Teacher(nn.Module):
    def __init__(self, net, transformer):
        super().__init__()
        self.net, self.transformer = net, transformer
        self.join = nn.Linear(2 * transformer.size, net.config["D"])
        nn.init.zeros_(self.join.weight)
        nn.init.zeros_(self.join.bias)
        self.cache = {}

    def hint(self, batch, types):
        """Of each word: its first and last piece, joined."""
        rows, firsts, lasts = [], [], []
        pieces = self.transformer.pieces
        for numbers, length in zip(batch.types, batch.lengths):
            ids, first, last = [pieces.start], [], []
            for number in numbers[:length]:
                if number not in self.cache:
                    self.cache[number] = pieces.of(types.forms[number])
                first.append(min(len(ids), Transformer.POSITIONS - 2))
                ids += self.cache[number]
                last.append(min(len(ids) - 1, Transformer.POSITIONS - 2))
            rows.append(ids[:Transformer.POSITIONS - 1] + [pieces.end])
            firsts.append(first)
            lasts.append(last)
        width, words = max(map(len, rows)), batch.types.shape[1]
        ids, real = np.zeros((len(rows), width), np.int64), np.zeros((len(rows), width), bool)
        at = np.zeros((2, len(rows), words), np.int64)
        for i, row in enumerate(rows):
            ids[i, :len(row)], real[i, :len(row)] = row, True
            at[0, i, :len(firsts[i])], at[1, i, :len(lasts[i])] = firsts[i], lasts[i]
        x = self.transformer(torch.from_numpy(ids), torch.from_numpy(real))
        both = [torch.gather(x, 1, torch.from_numpy(a).unsqueeze(2).expand(-1, -1, x.shape[2])) for a in at]
        return self.join(self.net.drop(torch.cat(both, 2))).float()

    def forward(self, embeddings, batch, types, table):
        """x0, hint; in training some sentences come without x0."""
        x, _ = run.embed(self.net, embeddings, batch, table)
        if self.training:
            x = x * (torch.rand(x.shape[0], 1, 1) >= 0.2)
        return x, self.hint(batch, types)


def analyse(teacher, embeddings, batch, types):
    """tags (name -> scores), arc scores, chosen heads, label scores."""
    net = teacher.net
    x, hint = teacher(embeddings, batch, types, None)
    h = net.encoder(x, batch.mask, net.drop, hint)
    arcs, heads = net.arcs(h, batch.mask)
    chosen = arcs.argmax(2)
    return net.split_tags(net.tags(h)), arcs, chosen, net.labels(h, heads, chosen)


def evaluate(teacher, embeddings, examples, types):
    """UPOS, scripts, UAS, LAS of a treebank, F1 of core names where it has them."""
    teacher.eval()
    figures, found, gold_names, good_names = TreeFigures(), 0, 0, 0
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in corpus.group(examples, 4000, shuffle=False):
            batch = corpus.Batch(group, types)
            tags, _, chosen, labels = analyse(teacher, embeddings, batch, types)
            figures.add(batch.columns, tags, chosen, labels)
            for i, length in enumerate(batch.lengths):
                masks = batch.columns["names"][i, :length].tolist()
                if names.ANY in masks:
                    continue
                system = [names.TAGS[t] for t in tags["names"][i, :length].argmax(1).tolist()]
                a, b = core_spans(system), core_spans([tag_of(m) for m in masks])
                found, gold_names, good_names = found + len(a), gold_names + len(b), good_names + len(a & b)
    teacher.train()
    f1 = 200 * good_names / max(1, found + gold_names)
    return f"{figures} names {f1:.2f}"


def tag_of(mask):
    """The first tag a mask allows; that of a place for any of its kinds."""
    return names.TAGS[(mask & -mask).bit_length() - 1] if mask & 1 == 0 else "O"


def core_spans(tags):
    return {(s, e, CORE[t]) for s, e, t in names.spans(tags) if t in CORE}


def dev_examples(folder, corpora):
    result = {}
    for name in ("ud-ewt", "gum"):
        sentences = data.read_conllu(f"{folder}/{name}/dev.conllu")
        masks = [None] * len(sentences)
        if name == "ud-ewt":
            bio = data.align(sentences, data.read_bio(f"{folder}/ner/uner-ewt/dev.bio"))
            masks = [names.allowed("uner-ewt", [w.form for w in s.words], tags, None, {}) if tags else None
                     for s, tags in zip(sentences, bio)]
        result[name] = corpus.Treebank(sentences, masks, corpora["inventory"], corpora["types"]).examples
    return result


def train(options, corpora, teacher, embeddings):
    types, net = corpora["types"], teacher.net
    own = [p for name, p in teacher.named_parameters() if not name.startswith("transformer.")]
    body = [p for name, p in teacher.named_parameters() if name.startswith("transformer.") and "words" not in name]
    adam = torch.optim.AdamW([{"params": own, "rate": options.lr, "weight_decay": 0.0},
                              {"params": body, "rate": options.transformer_lr, "weight_decay": 0.01}], betas=(0.9, 0.98))
    dev = dev_examples(options.data, corpora)
    start, step = time.time(), 0
    teacher.train()
    while time.time() - start < options.minutes * 60:
        totals, counts = {}, {}
        for kind, examples in run.epoch(corpora, options.batch):
            done = (time.time() - start) / 60 / options.minutes
            if kind == "segments" or done >= 1:
                continue
            step += 1
            for group in adam.param_groups:
                group["lr"] = group["rate"] * min(1, step / 150) * (0.02 + 0.98 * (1 - done))
            batch = corpus.Batch(examples, types)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x, hint = teacher(embeddings, batch, types, None)
                parts = run.losses(net, kind, x, batch, hint)
            loss = sum(run.LOSS.get(name, 1.0) * value for name, value in parts.items())
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(own + body, 2.0)
            adam.step()
            for name, value in parts.items():
                totals[name] = totals.get(name, 0) + value.item()
                counts[name] = counts.get(name, 0) + 1
            if step % 50 == 0:
                print(f"step {step} minutes {(time.time() - start) / 60:.1f} "
                      + " ".join(f"{n} {t / counts[n]:.3f}" for n, t in totals.items()), flush=True)
        torch.save(teacher.state_dict(), options.out)
        for name, examples in dev.items():
            print(f"  {name} dev UPOS, scripts, UAS, LAS:", evaluate(teacher, embeddings, examples, types), flush=True)


def label(options, corpora, teacher, embeddings):
    """Per word: distributions of tags and labels (float16), the likeliest heads, the best feats, xpos, script."""
    types = corpora["types"]
    sentences = [[w.form for w in s.words] for path in options.text for s in data.read_conllu(path) if 3 <= len(s.words) <= 80]
    examples = [([types.of(form) for form in s], {"heads": [0] * len(s), "number": [i] * len(s)}) for i, s in enumerate(sentences)]
    results = [None] * len(sentences)
    teacher.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in corpus.group(examples, 4000, shuffle=False):
            batch = corpus.Batch(group, types)
            tags, arcs, chosen, labels = analyse(teacher, embeddings, batch, types)
            heads = torch.softmax(arcs.float(), 2).topk(TOP_HEADS, 2)  # of 3 words and ROOT at least
            soft = {name: torch.softmax(tags[name].float(), 2).half().numpy() for name in ("upos", "names")}
            soft["labels"] = torch.softmax(labels.float(), 2).half().numpy()
            hard = {name: tags[name].argmax(2).to(torch.int16).numpy() for name in ("xpos", "feats", "scripts")}
            for i, n in enumerate(batch.lengths):
                row = {name: value[i, :n] for name, value in {**soft, **hard}.items()}
                row["head"], row["head_p"] = heads.indices[i, :n].to(torch.int16).numpy(), heads.values[i, :n].half().numpy()
                results[batch.columns["number"][i, 0].item()] = row
    forms = [form for s in sentences for form in s]
    arrays = {name: np.concatenate([r[name] for r in results]) for name in results[0]}
    np.savez(options.labels, lengths=np.array([len(s) for s in sentences]), forms=np.array("\n".join(forms)), **arrays)
    print(len(sentences), "sentences", len(forms), "words", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.set_defaults(soft=None)
    parser.add_argument("task", choices=["train", "label"])
    parser.add_argument("--data", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--silver", default="", help="folder written by silver_names.py")
    parser.add_argument("--checkpoint", required=True, help="of run.py")
    parser.add_argument("--transformer", required=True, help="folder of a BERT model")
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--resume", action="store_true", help="go on from OUT; the schedule begins anew")
    parser.add_argument("--lr", type=float, default=6e-4)
    parser.add_argument("--transformer-lr", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=1500, help="words")
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--text", nargs="*", default=[], help="CoNLL-U files of unannotated sentences")
    parser.add_argument("--labels", help="file to write")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    np.random.seed(1)
    Linear.quantised = False
    net, embeddings = load_network(torch.load(options.checkpoint, weights_only=False))
    net.dropout = options.dropout
    teacher = Teacher(net, Transformer(options.transformer))
    corpora = run.load(options)
    if options.task == "label":
        teacher.load_state_dict(torch.load(options.out))
        label(options, corpora, teacher, embeddings)
    else:
        if options.resume:
            teacher.load_state_dict(torch.load(options.out))
        train(options, corpora, teacher, embeddings)


if __name__ == "__main__":
    main()
