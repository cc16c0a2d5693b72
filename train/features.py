# SPDX-License-Identifier: MIT
"""Features of a word form, as the program computes them: normal form, shape, hashed affixes and n-grams."""

import math

FEATURE_SET = "norm1;affix4;ngram3-5;fnv1a"
_SPECIAL = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}


def lower_code_point(c):
    if 0x41 <= c <= 0x5A or (0xC0 <= c <= 0xDE and c != 0xD7):
        return c + 0x20
    if 0x100 <= c <= 0x12F or 0x132 <= c <= 0x137 or 0x14A <= c <= 0x177:
        return c + 1 if c % 2 == 0 else c
    if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
        return c + 1 if c % 2 == 1 else c
    if c == 0x178:
        return 0xFF
    if (0x391 <= c <= 0x3A9 and c != 0x3A2) or 0x410 <= c <= 0x42F:
        return c + 0x20
    if 0x400 <= c <= 0x40F:
        return c + 0x50
    return c


_LOWER = {c: lower_code_point(c) for c in range(0x460) if lower_code_point(c) != c}
_LOWER_IMAGES = set(_LOWER.values())


def lower(text):
    return text.translate(_LOWER)


def norm(word):
    """Lower case, digits as 0, plain quotation marks and dashes; over-long words are cut in the middle."""
    result = "".join("0" if "0" <= c <= "9" else _SPECIAL.get(c, c) for c in lower(word))
    return result if len(result) <= 32 else result[:24] + result[-8:]


def shape(word):
    result = ""
    for c in word:
        code = ord(c)
        if code in _LOWER:
            kind = "X"
        elif code in _LOWER_IMAGES:
            kind = "x"
        elif "0" <= c <= "9":
            kind = "d"
        else:
            kind = c if code < 128 else "u"
        if result[-2:] != kind + kind:
            result += kind
    return result[:10]


def fnv1a(text):
    h = 14695981039346656037
    for byte in text.encode("utf8"):
        h = ((h ^ byte) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h


def row(text, rows):
    h = fnv1a(text)
    return (h ^ (h >> 32)) & (rows - 1)


def affixes(word):
    n = norm(word)
    return (["s|" + shape(word)] + [f"p{k}|{n[:k]}" for k in (1, 2, 3, 4)]
            + [f"x{k}|{n[-k:]}" for k in (1, 2, 3, 4)])


def ngrams(word):
    bounded = "^" + norm(word) + "$"
    return ["g" + bounded[i:i + k] for k in (3, 4, 5) for i in range(len(bounded) - k + 1)]


def ngram_weight(count):
    return 2 / math.sqrt(count) if count else 0.0
