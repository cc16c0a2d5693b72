# SPDX-License-Identifier: MIT
"""Sentences labelled by the teacher (teach.py): learning from its distributions (Hinton et al. 2015, arXiv 1503.02531)."""

import numpy as np
import torch


class Soft:
    """examples as corpus.group takes them; column "at" is the row of a word in the arrays."""

    def __init__(self, path, types):
        stored = np.load(path)
        self.arrays = {name: torch.from_numpy(stored[name]) for name in stored.files if name not in ("lengths", "forms")}
        forms = str(stored["forms"]).split("\n")
        ends = np.cumsum(stored["lengths"])
        self.examples = [([types.of(form) for form in forms[end - n:end]], {"at": list(range(end - n, end))})
                         for end, n in zip(ends.tolist(), stored["lengths"].tolist())]

    def of(self, name, at, known):
        rows = self.arrays[name][at.clamp(min=0)]
        return rows.float() if rows.dtype == torch.float16 else rows.long().masked_fill(~known, -100)


def _cross_entropy(y, target, known):
    loss = -(target * torch.log_softmax(y.float(), -1)).sum(-1)
    return (loss * known).sum() / known.sum()


def losses(net, h, tags, batch, soft, hard):
    """Losses by head; hard(scores, classes) is the plain cross-entropy."""
    at = batch.columns["at"]
    known = at >= 0
    result = {name: _cross_entropy(tags[name], soft.of(name, at, known), known) for name in ("upos", "names")}
    for name in ("xpos", "feats", "scripts"):
        result[name] = hard(tags[name], soft.of(name, at, known))
    arcs, heads = net.arcs(h, batch.mask)
    at_heads = soft.arrays["head"][at.clamp(min=0)].long()
    chance = soft.arrays["head_p"][at.clamp(min=0)].float()
    likely = torch.gather(torch.log_softmax(arcs, 2), 2, at_heads.clamp(max=arcs.shape[2] - 1))
    loss = -(likely * chance / chance.sum(2, keepdim=True)).clamp(min=-50, max=50).sum(2)
    result["arcs"] = (loss * known).sum() / known.sum()
    labels = net.labels(h, heads, at_heads[:, :, 0])
    result["labels"] = _cross_entropy(labels, soft.of("labels", at, known), known)
    return result
