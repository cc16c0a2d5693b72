# SPDX-License-Identifier: MIT
"""Lemmas as edit scripts, and a lexicon for the (form, tag) pairs whose script is not what the form suggests."""

from collections import Counter, defaultdict

from features import lower


def common_prefix(a, b):
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n


def script(form, lemma):
    for flag, source in (("l", lower(form)), ("k", form)):
        kept = common_prefix(source, lemma)
        if kept:
            return f"{flag}{len(source) - kept}+{lemma[kept:]}"
    return "w" + lemma


def apply(edit, form):
    if edit[0] == "w":
        return edit[1:]
    source = lower(form) if edit[0] == "l" else form
    cut, ending = edit[1:].split("+", 1)
    return source[:max(0, len(source) - int(cut))] + ending


def lexicon(treebanks):
    """(form, UPOS) -> lemma where a treebank is of one mind (at least twice, 90 %); an earlier treebank goes first."""
    result = {}
    for words in treebanks:
        lemmas = defaultdict(Counter)
        for word in words:
            lemmas[word.form, word.upos][word.lemma] += 1
        for key, counts in lemmas.items():
            (best, count), total = counts.most_common(1)[0], sum(counts.values())
            if total >= 2 and count >= 0.9 * total:
                result.setdefault(key, best)
    return result
