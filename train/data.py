# SPDX-License-Identifier: MIT
"""Readers for the treebanks and the named-entity sets."""

from collections import namedtuple

Word = namedtuple("Word", "form lemma upos xpos feats head deprel space_after")
Sentence = namedtuple("Sentence", "words new_paragraph")


def read_conllu(path):
    """Sentences of syntactic words; space_after is that of the surface token the word ends."""
    sentences, words, new_paragraph = [], [], False
    token_end, token_space = 0, True
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            sentences.append(Sentence(words, new_paragraph))
            words, new_paragraph, token_end = [], False, 0
        elif line.startswith("#"):
            new_paragraph |= line.startswith("# newpar") or line.startswith("# newdoc")
        else:
            column = line.split("\t")
            space = "SpaceAfter=No" not in column[9]
            if "-" in column[0]:
                token_end, token_space = int(column[0].split("-")[1]), space
            elif column[0].isdigit():
                number = int(column[0])
                if number <= token_end:
                    space = token_space if number == token_end else False
                words.append(Word(column[1], column[2], column[3], column[4], column[5],
                                  int(column[6]), column[7], space))
    return sentences


def read_bio(path):
    """Sentences as lists of (token, tag)."""
    sentences, current = [], []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("-DOCSTART-"):
            continue
        if "\t" in line:
            current.append(tuple(line.split("\t")[:2]))
        elif current:
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def align(sentences, bio):
    """For each sentence of words, the tags of the bio sentence with the same tokens, or None."""
    by_tokens = {}
    for tagged in bio:
        by_tokens.setdefault(tuple(token for token, _ in tagged), []).append([tag for _, tag in tagged])
    result = []
    for sentence in sentences:
        found = by_tokens.get(tuple(word.form for word in sentence.words))
        result.append((found.pop(0) if len(found) > 1 else found[0]) if found else None)
    return result
