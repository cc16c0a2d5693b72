# SPDX-License-Identifier: MIT
"""Lists that the program's tokenizer uses beside its rules, learned from the surface tokens of the treebanks."""

import re
from collections import Counter


# Beside those seen in training; "no." only counts before a digit, which is the tokenizer's rule.
USUAL_ABBREVIATIONS = """adm. aug. ave. bros. capt. cf. col. cpl. dept. est. hon. jul. jun. maj. messrs. mt. prof. rep.
sen. sens. sgt. sr. brig. cmdr. supt. rt. mme. mlle. assn. gov't. approx. jan. apr. mar. tues. thurs. u.k. u.s.a. e.u.
a.k.a. b.c. a.d. ph.d. m.p. i.e. plc. viz. nos. pp. ed. eds. fig. figs. sec. op. ca. et. al.""".split()
SHORTENED = {"he", "she", "it", "that", "what", "there", "here", "who", "where", "let", "i"}  # hes, thats, lets, im
AMBIGUOUS = {"no.", "sun.", "sat.", "mon.", "la.", "et.", "mar.", "ca.", "ed.", "fig.", "sec.", "est.", "attn.", "arrv."}


def surface_tokens(path):
    """Sentences as lists of (surface token, forms of its words, space after)."""
    sentences, tokens, pending = [], [], None
    for line in open(path, encoding="utf8"):
        column = line.rstrip("\n").split("\t")
        if line == "\n":
            sentences.append(tokens)
            tokens, pending = [], None
        elif len(column) == 10 and "-" in column[0]:
            pending = int(column[0].split("-")[1])
            tokens.append((column[1], [], "SpaceAfter=No" not in column[9]))
        elif len(column) == 10 and column[0].isdigit():
            if pending and int(column[0]) <= pending:
                tokens[-1][1].append(column[1])
            else:
                tokens.append((column[1], [column[1]], "SpaceAfter=No" not in column[9]))
    return sentences


def _tally(sentences, key):
    return Counter(k for tokens in sentences for token in tokens if (k := key(token)))


def abbreviations(sentences):
    """Tokens that end in a full stop within sentences, in lower case, twice or more."""
    counts = Counter(token.lower() for tokens in sentences for token, _, _ in tokens[:-1]
                     if re.fullmatch(r"(?:[^\W\d_]+\.)+", token) and len(token) > 2)
    seen = {token for token, count in counts.items() if count >= 2}
    return sorted((seen | set(USUAL_ABBREVIATIONS)) - AMBIGUOUS)


def whole_tokens(sentences):
    """Tokens with an apostrophe, ampersand, hyphen or slash inside that are not divided, in lower case."""
    counts = _tally(sentences, lambda token: token[0].lower() if len(token[1]) == 1 and re.fullmatch(
        r"[^\W\d_]+(?:['\u2019&/-][^\W\d_]+)+", token[0]) else None)
    return sorted(token for token, count in counts.items() if count >= 2 and not token.endswith("'s"))


def hyphen_prefixes(sentences):
    """First parts that mostly stay in one token with the hyphen and what follows (non-, pre-, co-)."""
    whole = _tally(sentences, lambda token: (m := re.match(r"([^\W\d_]+)-\w", token[0].lower())) and m.group(1))
    divided = Counter()
    for tokens in sentences:
        for (first, _, space), (hyphen, _, space2) in zip(tokens, tokens[1:]):
            if hyphen == "-" and not space and not space2:
                divided[first.lower()] += 1
    return sorted(part for part, count in whole.items() if count >= 3 and count > 2 * divided[part])


def multiwords(sentences):
    """Written without an apostrophe but several words (cannot, dont, gonna): form TAB lengths of the words."""
    joined = Counter()
    single = _tally(sentences, lambda token: token[0].lower() if len(token[1]) == 1 else None)
    for tokens in sentences:
        for token, words, _ in tokens:
            if len(words) > 1 and token.isalpha() and "".join(words) == token:
                joined[token.lower(), " ".join(str(len(word)) for word in words)] += 1
    return sorted(f"{token}\t{lengths}" for (token, lengths), count in joined.items()
                  if count > single[token] and (not lengths.endswith(" 1") or token[:-1] in SHORTENED))


def learn(paths):
    sentences = [s for path in paths for s in surface_tokens(path)]
    return {"abbreviations": abbreviations(sentences), "whole_tokens": whole_tokens(sentences),
            "hyphen_prefixes": hyphen_prefixes(sentences), "multiwords": multiwords(sentences)}
