# SPDX-License-Identifier: MIT
"""The model file run in integers, slowly: what the program must compute bit for bit."""

import numpy as np

import actm
import features
import lemma

f32 = np.float32


def rne(x):
    return np.rint(x).astype(np.int64)


def clamp16(x):
    return np.clip(x, -32768, 32767)


def mulhrs(a, b):
    return (a * b + 0x4000) >> 15


def layer_norm(x, gamma, beta):
    n = x.shape[-1]
    total, squares = x.sum(-1), (x * x).sum(-1)
    mean = total.astype(np.float64) / n
    variance = squares.astype(np.float64) / n - mean * mean
    inverse = (1 / np.sqrt(variance + 1e-5 * 512 * 512)).astype(f32)[..., None]
    q = ((x.astype(f32) - mean.astype(f32)[..., None]) * inverse) * gamma + beta
    return np.clip(rne(q), -127, 127)


def sigmoid(y):
    x = np.clip(rne(y * f32(4096)), -16384, 16384)
    return np.minimum(32767, 16384 + 2 * (x - mulhrs(x, np.abs(x))))


def tanh(y):
    x = np.clip(rne(y * f32(8192)), -16384, 16384)
    return 2 * (x - mulhrs(x, np.abs(x)))


class Model:
    def __init__(self, path):
        self.t = actm.read(path)
        self.config = dict(line.split(" ", 1) for line in actm.lines(self.t["config"]) if line)
        self.lists = {name: actm.lines(self.t[name]) for name in
                      ("upos", "xpos", "feats", "scripts", "names", "deprels")}
        self.vocabulary = {word: i + 1 for i, word in enumerate(actm.lines(self.t["vocab"]))}
        self.lexicon = {}
        for line in actm.lines(self.t["lexicon"]):
            form, upos, value = line.split("\t")
            self.lexicon[form, upos] = value
        self.cache = {}

    def linear(self, name, x):
        acc = (x @ self.t[name + ".w"].T.astype(np.int64)).astype(f32)
        return acc * self.t[name + ".scale"] + self.t[name + ".bias"]

    def norm(self, name, x):
        return layer_norm(x, self.t[name + ".gamma"], self.t[name + ".beta"])

    def x0(self, form):
        if form not in self.cache:
            table, count = self.t["emb.hash"], int(self.config["hash_rows"])
            sw, ss = self.t["emb.scale"]
            affixes = table[[features.row(x, count) for x in features.affixes(form)]].astype(np.int64).sum(0)
            ngrams = features.ngrams(form)
            grams = table[[features.row(x, count) for x in ngrams]].astype(np.int64).sum(0)
            weight = f32(features.ngram_weight(len(ngrams)))
            word = self.t["emb.word"][self.vocabulary.get(features.norm(form), 0)]
            x = sw * word.astype(f32) + (ss * affixes.astype(f32) + (ss * weight) * grams.astype(f32))
            self.cache[form] = np.clip(rne(x * f32(512)), -32767, 32767)
        return self.cache[form]

    def encode(self, prefix, layers, forms):
        x = np.stack([self.x0(form) for form in forms])
        r = clamp16(rne(self.linear(prefix + "in", self.norm(prefix + "in.ln", x)) * f32(512)))
        for k, kind in enumerate(layers):
            name = f"{prefix}layer{k}"
            u = self.norm(name + ".ln", r)
            r = clamp16(r + (self.convolution if kind == "C" else self.recurrence)(name, u))
        return self.norm(prefix + "out.ln", r)

    def convolution(self, name, u):
        zero = np.zeros_like(u[:1])
        window = np.concatenate([np.concatenate([zero, u[:-1]]), u, np.concatenate([u[1:], zero])], 1)
        a, b = np.split(self.linear(name, window), 2, 1)
        return mulhrs(clamp16(rne(a * f32(512))), sigmoid(b))

    def recurrence(self, name, u):
        z, c, g = np.split(self.linear(name, u), 3, 1)
        z, c, g = sigmoid(z), tanh(c), sigmoid(g)
        half = z.shape[1] // 2
        states = np.zeros_like(z)
        for part, order in ((slice(0, half), range(len(u))), (slice(half, None), reversed(range(len(u))))):
            h = np.zeros(half, np.int64)
            for i in order:
                h = h + mulhrs(z[i, part], clamp16(c[i, part] - h))
                states[i, part] = h
        o = np.clip((mulhrs(g, states) + 64) >> 7, -127, 127)
        return clamp16(rne(self.linear(name + ".wo", o) * f32(512)))

    def sentence_ends(self, forms):
        """True where a sentence ends after the word; forms are the words of one paragraph."""
        h = self.encode("seg.", self.config["seg.layers"], forms)
        return (self.linear("seg.end", h)[:, 0] > 0).tolist()

    def analyse(self, forms):
        """upos, xpos, feats, lemmas, names, heads (0 = root), deprels of a sentence."""
        h = self.encode("", self.config["layers"], forms)
        y, at, result = self.linear("tags", h), 0, {}
        for name in ("upos", "xpos", "feats", "scripts", "names"):
            part = y[:, at:at + len(self.lists[name])]
            at += len(self.lists[name])
            best = viterbi(rne(part * f32(256)), self.lists["names"]) if name == "names" else part.argmax(1)
            result[name] = [self.lists[name][i] for i in best]
        result["lemmas"] = [self.lexicon.get((form, upos)) or lemma.apply(script, form)
                            for form, upos, script in zip(forms, result["upos"], result["scripts"])]
        heads, scores = self.arcs(h)
        result["heads"], result["arc_scores"] = heads, scores
        result["deprels"] = self.labels(h, heads)
        return result

    def arcs(self, h):
        d = np.clip(rne(self.linear("arc.d", h)), 0, 127)
        e = np.clip(rne(self.linear("arc.h", h)), 0, 127)
        e = np.concatenate([self.t["arc.root"].astype(np.int64)[None], e])
        v = np.clip(rne(self.linear("arc.u", d)), -127, 127)
        scores = v @ e.T + rne(self.linear("arc.hb", e))[:, 0]
        return tree(scores), scores

    def labels(self, h, heads):
        dep = clamp16(rne(self.linear("label.d", h) * f32(256)))
        head = clamp16(rne(self.linear("label.h", h) * f32(256)))
        head = np.concatenate([self.t["label.root"].astype(np.int64)[None], head])
        s = np.maximum(0, clamp16(dep + head[heads]))
        y = self.linear("label.o", np.minimum(127, rne(s.astype(f32) * self.t["label.kscale"])))
        root = self.lists["deprels"].index("root")
        y[:, root] = -np.inf
        return ["root" if head == 0 else self.lists["deprels"][row.argmax()] for row, head in zip(y, heads)]


def viterbi(scores, tags):
    """The best tag sequence in which I-T follows B-T or I-T; the lower index wins ties."""
    allowed = np.array([[a[0] != "I" or b[2:] == a[2:] and b != "O" for b in tags] for a in tags])
    minimum = -(1 << 60)
    best = np.where([tag[0] != "I" for tag in tags], scores[0], minimum)
    back = []
    for row in scores[1:]:
        options = np.where(allowed, best[None, :], minimum)
        back.append(options.argmax(1))
        best = options.max(1) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def is_tree(heads):
    """heads[i] of word i+1; one root and no cycle."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for i in range(len(heads)):
        at, steps = i + 1, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def tree(scores):
    """Heads of the words: greedy if that is a tree, else the best tree with one root (Chu-Liu-Edmonds)."""
    scores = scores.copy()
    n = len(scores)
    scores[np.arange(n), np.arange(n) + 1] = -(1 << 50)
    greedy = scores.argmax(1).tolist()
    if is_tree(greedy):
        return greedy
    scores[:, 0] -= 1 << 40
    full = np.full((n + 1, n + 1), -(1 << 55), np.int64)
    full[1:] = scores
    return chu_liu_edmonds(full)[1:].tolist()


def chu_liu_edmonds(scores):
    """heads of the maximum spanning arborescence rooted at 0; scores[dependent, head]."""
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(n) if i not in set(cycle)])
    gain = scores[inside] - scores[inside, heads[inside]][:, None]
    m = len(outside)
    smaller = np.full((m + 1, m + 1), -(1 << 55), np.int64)
    smaller[:m, :m] = scores[np.ix_(outside, outside)]
    entering = gain[:, outside].argmax(0)
    smaller[m, :m] = gain[:, outside].max(0)
    leaving = scores[np.ix_(outside, inside)].argmax(1)
    smaller[:m, m] = scores[np.ix_(outside, inside)].max(1)
    solved = chu_liu_edmonds(smaller)
    result = heads.copy()
    for i in range(1, m):
        result[outside[i]] = inside[leaving[i]] if solved[i] == m else outside[solved[i]]
    result[inside[entering[solved[m]]]] = outside[solved[m]]
    return result


def find_cycle(heads):
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path, at = [], start
        while at and not colour[at]:
            colour[at] = start
            path.append(at)
            at = int(heads[at])
        if at and colour[at] == start:
            return path[path.index(at):]
    return None
