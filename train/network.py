# SPDX-License-Identifier: MIT
"""The network as it is trained: same functions as the integer inference, in floats.

Layers: C is a gated convolution over three words, R a light recurrence in both directions. Both use, for tanh, the
piecewise quadratic t(x) = x(1-|x|/4) on [-2,2], and for the sigmoid 0.5 + 0.5 t(x/2).
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

import names
from kernels import Gate, Recurrence

STYLES = 1 + max(names.STYLES.values())


class Quantised(torch.autograd.Function):
    """Rounds each row to multiples of its largest entry / 63; the gradient passes through."""

    @staticmethod
    def forward(ctx, weight):
        step = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / 63
        return (weight / step).round() * step

    @staticmethod
    def backward(ctx, gradient):
        return gradient


class Linear(nn.Linear):
    quantised = False

    def forward(self, x):
        weight = Quantised.apply(self.weight) if Linear.quantised else self.weight
        return F.linear(x, weight, self.bias)


class ConvolutionLayer(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.ln = nn.LayerNorm(d)
        self.w = Linear(3 * d, 2 * d)

    def forward(self, x, mask, lengths, drop):
        u = drop(self.ln(x)) * mask
        window = torch.cat([F.pad(u[:, :-1], (0, 0, 1, 0)), u, F.pad(u[:, 1:], (0, 0, 0, 1))], 2)
        return x + Gate.apply(self.w(window).float())


class RecurrentLayer(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln = nn.LayerNorm(d)
        self.w = Linear(d, 6 * h)
        self.wo = Linear(2 * h, d)
        with torch.no_grad():
            self.w.bias[:2 * h].uniform_(-3, 1)

    def forward(self, x, mask, lengths, drop):
        y = self.w(drop(self.ln(x))).float()
        return x + self.wo(drop(Recurrence.apply(y, lengths))).float()


class Encoder(nn.Module):
    def __init__(self, e, d, h, layers):
        super().__init__()
        self.ln0 = nn.LayerNorm(e)
        self.inp = Linear(e, d)
        self.layers = nn.ModuleList([ConvolutionLayer(d) if kind == "C" else RecurrentLayer(d, h) for kind in layers])
        self.ln = nn.LayerNorm(d)

    def forward(self, x0, mask, drop, hint=None):
        """hint: what another encoder knows of each word, in width d (teach.py)."""
        x = self.inp(drop(self.ln0(x0))).float()
        if hint is not None:
            x = x + hint
        lengths = mask.sum((1, 2)).long()
        for layer in self.layers:
            x = layer(x, mask, lengths, drop)
        return drop(self.ln(x))


class Network(nn.Module):
    """config: E D H layers A L seg.D seg.H seg.layers; sizes: length of each list of tags."""

    TAGS = ("upos", "xpos", "feats", "scripts", "names")

    def __init__(self, config, sizes, vector_size, dropout):
        super().__init__()
        d, a, l = config["D"], config["A"], config["L"]
        self.config, self.sizes, self.dropout = config, sizes, dropout
        self.project = nn.Linear(vector_size, config["E"], bias=False)
        self.encoder = Encoder(config["E"], d, config["H"], config["layers"])
        self.tags = Linear(d, sum(sizes[name] for name in self.TAGS))
        self.styles = nn.Linear(d, (STYLES - 1) * sizes["names"])
        nn.init.zeros_(self.styles.weight)
        nn.init.zeros_(self.styles.bias)
        self.root = nn.Parameter(torch.randn(d) * 0.1)
        self.arc_d, self.arc_h = Linear(d, a), Linear(d, a)
        self.arc_u, self.arc_hb = Linear(a, a, bias=False), Linear(a, 1)
        self.label_d, self.label_h, self.label_o = Linear(d, l), Linear(d, l), Linear(l, sizes["deprels"])
        self.segmenter = Encoder(config["E"], config["seg.D"], config["seg.H"], config["seg.layers"])
        self.segment_end = Linear(config["seg.D"], 1)

    def drop(self, x):
        """Drops channels for the whole of a sentence."""
        if not self.training or not self.dropout:
            return x
        keep = 1 - self.dropout
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) < keep).to(x.dtype).div_(keep)

    def split_tags(self, y):
        return dict(zip(self.TAGS, y.split([self.sizes[name] for name in self.TAGS], -1)))

    def names_in_style(self, h, scores, style):
        """Name scores as a set with other conventions would have them; style 0 adds nothing. In training only."""
        if not (style > 0).any():
            return scores
        own = F.pad(self.styles(h), (self.sizes["names"], 0)).unflatten(2, (STYLES, -1))
        chosen = style.clamp(min=0)[:, :, None, None].expand(-1, -1, 1, own.shape[3])
        return scores + torch.gather(own, 2, chosen).squeeze(2)

    def arcs(self, h, mask):
        """scores[dep, head], head 0 = ROOT; self and padding excluded."""
        batch, length, d = h.shape
        heads = torch.cat([self.root.expand(batch, 1, d), h], 1)
        dep = self.drop(F.relu(self.arc_d(h)))
        head = self.drop(F.relu(self.arc_h(heads)))
        scores = torch.bmm(self.arc_u(dep), head.transpose(1, 2)) / math.sqrt(dep.shape[2])
        scores = (scores + self.arc_hb(head).transpose(1, 2)).float()
        excluded = F.pad(mask[:, :, 0] == 0, (1, 0))[:, None, :] | F.pad(torch.eye(length, dtype=torch.bool), (1, 0))
        return scores.masked_fill(excluded, -1e4), heads

    def labels(self, h, heads, chosen):
        """Label scores for each word under its chosen head."""
        at_head = self.label_h(heads)
        at_head = torch.gather(at_head, 1, chosen.unsqueeze(2).expand(-1, -1, at_head.shape[2]))
        return self.label_o(self.drop(F.relu(self.label_d(h) + at_head))).float()
