# SPDX-License-Identifier: MIT
"""Training data of the sentence splitter: the words of a paragraph, 1 where a sentence ends."""

import random

LIMIT = 300


def paragraphs(sentences):
    """Lists of sentences (lists of forms); a paragraph of more than LIMIT words is cut at a sentence end."""
    result, current, length = [], [], 0
    for sentence in sentences:
        forms = [word.form for word in sentence.words]
        if current and (sentence.new_paragraph or length + len(forms) > LIMIT):
            result.append(current)
            current, length = [], 0
        current.append(forms)
        length += len(forms)
    if current:
        result.append(current)
    return result


def examples(groups, types, generator=random):
    """Varied paragraphs: neighbours joined, final punctuation left out, lower-cased now and then.

    The last word of a paragraph always ends a sentence and is not trained on."""
    result, i = [], 0
    while i < len(groups):
        group = list(groups[i])
        i += 1
        while i < len(groups) and generator.random() < 0.35 and sum(map(len, group + groups[i])) < LIMIT:
            group += groups[i]
            i += 1
        lowered = generator.random() < 0.04
        words, ends = [], []
        for forms in group:
            if len(forms) > 3 and forms[-1] in ".!?" and generator.random() < 0.04:
                forms = forms[:-1]
            words += [form.lower() for form in forms] if lowered else forms
            ends += [0] * (len(forms) - 1) + [1]
        ends[-1] = -100
        if len(words) > 1:
            result.append(([types.of(word) for word in words], {"ends": ends}))
    return result
