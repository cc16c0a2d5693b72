#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores coreference on documents with gold tokens (GUM, OntoGUM).

    python3 tests/accuracy/coref_score.py build/release/bin/actant gum/dev.conllu coref/gum/dev.conll

The first file has the sentences (CoNLL-U, one `# newdoc id` a document), the second the clusters
(`# begin document NAME`; number, form, brackets). Mentions are compared by their syntactic heads.
Prints MUC, B-cubed and CEAF-e over the mentions found on both sides, their mean, and for each rule
that links a mention to an earlier one how many of its links the gold clusters confirm. --examples N
shows that many refuted links of each rule.
"""
import argparse
import collections
import itertools
import os
import re
import subprocess
import sys
import tempfile

BRACKET = re.compile(r"\(([^()\s]+)\)|\(([^()\s]+)|([^()\s]+)\)")


def read_conllu(lines):
    """Sentences as lists of (form, head, upos, deprel, misc); a head counts from 0, -1 for the root."""
    sentences, words = [], []
    for line in itertools.chain(lines, [""]):
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        if not line:
            if words:
                sentences.append(words)
            words = []
            continue
        columns = line.split("\t")
        if columns[0].isdigit():
            misc = dict(item.split("=", 1) for item in columns[9].split("|") if "=" in item)
            words.append((columns[1], int(columns[6]) - 1, columns[3], columns[7], misc))
    return sentences


def split_documents(path):
    documents, name = {}, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                name = line.split("=", 1)[1].strip()
                documents[name] = []
            if name is not None:
                documents[name].append(line)
    return documents


def cluster_id(label):
    """4 of "place-4-United_States", 7 of "7"."""
    return label if label.isdigit() else label.split("-")[1]


def read_clusters(path):
    """name -> list of (first token, last token, cluster), tokens counted over the document."""
    documents, name, at, open_labels = {}, None, 0, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# begin document"):
                name, at, open_labels = line.split("document", 1)[1].strip(), 0, []
                documents[name] = []
            elif line.startswith("#") or not line:
                continue
            else:
                for alone, begins, ends in BRACKET.findall(line.split("\t")[2]):
                    if alone:
                        documents[name].append((at, at, cluster_id(alone)))
                    elif begins:
                        open_labels.append((cluster_id(begins), at))
                    else:
                        here = next(i for i in range(len(open_labels) - 1, -1, -1)
                                    if open_labels[i][0] == cluster_id(ends))
                        label, begin = open_labels.pop(here)
                        documents[name].append((begin, at, label))
                at += 1
    return documents


def flatten(sentences):
    words, base = [], 0
    for sentence in sentences:
        for form, head, upos, deprel, misc in sentence:
            words.append((form, head + base if head >= 0 else -1, upos, deprel, misc))
        base += len(sentence)
    return words


def head_of(words, begin, end):
    for i in range(begin, end + 1):
        outside = words[i][1] < begin or words[i][1] > end
        if outside and words[i][2] not in ("PUNCT", "ADP", "DET"):
            return i
    return end


def gold_mentions(words, clusters):
    """head -> cluster; where two phrases share a head, the shorter stands."""
    heads = {}
    for begin, end, cluster in sorted(clusters, key=lambda c: c[0] - c[1]):
        heads[head_of(words, begin, end)] = cluster
    return heads


def system_mentions(words):
    """head -> (cluster, link)."""
    heads, begin = {}, 0
    while begin < len(words):
        cluster = words[begin][4].get("Entity")
        end = begin
        while end + 1 < len(words) and words[end + 1][4].get("Entity") == cluster:
            end += 1
        if cluster is not None:
            head = head_of(words, begin, end)
            heads[head] = (cluster, words[head][4].get("Link", ""))
        begin = end + 1
    return heads


def groups(mentions):
    found = collections.defaultdict(set)
    for head, cluster in mentions.items():
        found[cluster].add(head)
    return list(found.values())


def muc(a, b):
    """Links of `a` that `b` keeps, and all links of `a`."""
    where = {head: i for i, group in enumerate(b) for head in group}
    kept = total = 0
    for group in a:
        parts = {where.get(head, (head,)) for head in group}
        kept += len(group) - len(parts)
        total += len(group) - 1
    return kept, total


def b_cubed(a, b):
    where = {head: group for group in b for head in group}
    kept = sum(len(group & where.get(head, set())) / len(group) for group in a for head in group)
    return kept, sum(len(group) for group in a)


def ceaf(a, b):
    """Greedy alignment by phi4; within a per cent of the optimum on these data."""
    where = collections.defaultdict(set)
    for j, group in enumerate(b):
        for head in group:
            where[head].add(j)
    pairs = []
    for i, group in enumerate(a):
        for j in set().union(*(where[head] for head in group)):
            pairs.append((2.0 * len(group & b[j]) / (len(group) + len(b[j])), -i, -j))
    used_a, used_b, score = set(), set(), 0.0
    for phi, i, j in sorted(pairs, reverse=True):
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            score += phi
    return score, len(a)


def analyse(program, documents):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, lines in enumerate(documents.values()):
            paths.append(os.path.join(folder, "%04d.conllu" % number))
            with open(paths[-1], "w", encoding="utf-8") as out:
                out.writelines(lines)
        done = subprocess.run([program, "analyze", "--input", "conllu", *paths], check=True,
                              stdout=subprocess.PIPE, encoding="utf-8")
    sentences, found = read_conllu(done.stdout.split("\n")), {}
    for name, lines in documents.items():
        count = len(read_conllu(lines))
        found[name], sentences = flatten(sentences[:count]), sentences[count:]
    return found


def phrase(words, head):
    return " ".join(w[0] for w in words[max(0, head - 4):head]) + " [" + words[head][0] + "]"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program")
    parser.add_argument("sentences")
    parser.add_argument("clusters")
    parser.add_argument("--documents", help="only documents whose name matches this expression")
    parser.add_argument("--examples", type=int, default=0)
    parser.add_argument("--floor", type=float, help="fail below this mean F1")
    arguments = parser.parse_args()
    clusters = read_clusters(arguments.clusters)
    documents = {name: lines for name, lines in split_documents(arguments.sentences).items()
                 if name in clusters and re.search(arguments.documents or "", name)}
    if not documents:
        sys.exit("no document is in both files")
    analysed = analyse(arguments.program, documents)
    sums = {measure: [0.0, 0, 0.0, 0] for measure in (muc, b_cubed, ceaf)}
    links, refuted = collections.defaultdict(collections.Counter), collections.defaultdict(list)
    both = in_gold = in_system = 0
    for name, lines in documents.items():
        gold = gold_mentions(flatten(read_conllu(lines)), clusters[name])
        words = analysed[name]
        system = system_mentions(words)
        in_gold, in_system = in_gold + len(gold), in_system + len(system)
        shared = gold.keys() & system.keys()
        both += len(shared)
        a = groups({head: gold[head] for head in shared})
        b = groups({head: system[head][0] for head in shared})
        for measure, total in sums.items():
            total[0:2] = [x + y for x, y in zip(total[0:2], measure(a, b))]
            total[2:4] = [x + y for x, y in zip(total[2:4], measure(b, a))]
        last = {}
        for head in sorted(shared):
            cluster, link = system[head]
            if link and cluster in last:
                right = any(gold[head] == gold[earlier] for earlier in last[cluster])
                links[link][right] += 1
                if not right:
                    refuted[link].append("%s: %s <- %s" % (name, phrase(words, last[cluster][-1]),
                                                           phrase(words, head)))
            last.setdefault(cluster, []).append(head)
    print("mentions: %d of %d gold found, %d in all" % (both, in_gold, in_system))
    scores = []
    for measure, (r, r_all, p, p_all) in sums.items():
        recall, precision = r / max(r_all, 1), p / max(p_all, 1)
        f1 = 200 * recall * precision / max(recall + precision, 1e-9)
        scores.append(f1)
        print("%-8s R %5.1f P %5.1f F1 %5.1f" % (measure.__name__, 100 * recall, 100 * precision, f1))
    mean = sum(scores) / len(scores)
    print("mean F1 %.1f" % mean)
    for link in sorted(links, key=lambda x: -sum(links[x].values())):
        right, wrong = links[link][True], links[link][False]
        print("%-18s %5d links, %5.1f%% right" % (link, right + wrong, 100 * right / (right + wrong)))
        step = max(1, len(refuted[link]) // max(arguments.examples, 1))
        for text in refuted[link][::step][:arguments.examples]:
            print("    " + text)
    if arguments.floor is not None and mean < arguments.floor:
        sys.exit("below the floor of %.1f" % arguments.floor)


if __name__ == "__main__":
    main()
