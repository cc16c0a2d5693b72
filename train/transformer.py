# SPDX-License-Identifier: MIT
"""A pre-trained BERT encoder read from the files of its package: word pieces, weights, forward pass.

Only what a teacher needs (teach.py): Devlin et al. 2019, https://aclanthology.org/N19-1423.
"""

import json
import struct
import unicodedata

import torch
import torch.nn.functional as F
from torch import nn


def read_safetensors(path):
    """name -> float tensor."""
    raw = open(path, "rb").read()
    size, = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8:8 + size])
    kinds = {"F32": torch.float32, "F16": torch.float16, "I64": torch.int64}
    result = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            block = bytearray(raw[8 + size + start:8 + size + end])
            result[name] = torch.frombuffer(block, dtype=kinds[entry["dtype"]]).view(entry["shape"])
    return result


class WordPieces:
    """Longest-match word pieces of a word, lower case without accents."""

    def __init__(self, path):
        self.index = {piece.rstrip("\n"): i for i, piece in enumerate(open(path, encoding="utf8"))}
        self.start, self.end, self.unknown = self.index["[CLS]"], self.index["[SEP]"], self.index["[UNK]"]

    def of(self, word):
        plain = unicodedata.normalize("NFD", word.lower())
        parts, current = [], ""
        for c in plain:
            category = unicodedata.category(c)
            if category == "Mn":
                continue
            if category[0] in "PS":
                parts += [current, c]
                current = ""
            else:
                current += c
        pieces = [piece for part in parts + [current] if part for piece in self._split(part)]
        return pieces[:16] or [self.unknown]

    def _split(self, part):
        result, at = [], 0
        while at < len(part):
            end = len(part)
            while end > at and ("##" if at else "") + part[at:end] not in self.index:
                end -= 1
            if end == at:
                return [self.unknown]
            result.append(self.index[("##" if at else "") + part[at:end]])
            at = end
        return result


class Block(nn.Module):
    def __init__(self, d, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(d, d) for _ in range(4))
        self.ln1, self.ln2 = nn.LayerNorm(d, eps=1e-12), nn.LayerNorm(d, eps=1e-12)
        self.up, self.down = nn.Linear(d, inner), nn.Linear(inner, d)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        n, length, d = x.shape
        q, k, v = (f(x).view(n, length, self.heads, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(n, length, d)
        x = self.ln1(x + self.drop(self.o(attended)))
        return self.ln2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Transformer(nn.Module):
    """folder: config.json, vocab.txt, model.safetensors. forward(ids, mask of real pieces) -> vectors of pieces."""

    POSITIONS = 512

    def __init__(self, folder, dropout=0.1):
        super().__init__()
        config = json.load(open(f"{folder}/config.json", encoding="utf8"))
        self.pieces = WordPieces(f"{folder}/vocab.txt")
        self.size = d = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], d)
        self.positions = nn.Parameter(torch.zeros(self.POSITIONS, d))
        self.ln = nn.LayerNorm(d, eps=1e-12)
        self.blocks = nn.ModuleList([Block(d, config["num_attention_heads"], config["intermediate_size"], dropout)
                                     for _ in range(config["num_hidden_layers"])])
        self._load(read_safetensors(f"{folder}/model.safetensors"))

    def _load(self, stored):
        stored = {name.removeprefix("bert."): value for name, value in stored.items()}
        with torch.no_grad():
            self.words.weight.copy_(stored["embeddings.word_embeddings.weight"])
            self.positions.copy_(stored["embeddings.position_embeddings.weight"]
                                 + stored["embeddings.token_type_embeddings.weight"][0])
            self._copy(self.ln, stored, "embeddings.LayerNorm")
            for i, block in enumerate(self.blocks):
                for module, name in ((block.q, "attention.self.query"), (block.k, "attention.self.key"),
                                     (block.v, "attention.self.value"), (block.o, "attention.output.dense"),
                                     (block.ln1, "attention.output.LayerNorm"), (block.up, "intermediate.dense"),
                                     (block.down, "output.dense"), (block.ln2, "output.LayerNorm")):
                    self._copy(module, stored, f"encoder.layer.{i}.{name}")

    @staticmethod
    def _copy(module, stored, name):
        module.weight.copy_(stored[name + ".weight"])
        module.bias.copy_(stored[name + ".bias"])

    def forward(self, ids, real):
        x = self.ln(F.embedding(ids, self.words.weight) + self.positions[:ids.shape[1]])
        mask = real[:, None, None, :]
        for block in self.blocks:
            x = block(x, mask)
        return x
