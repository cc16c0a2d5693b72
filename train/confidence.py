#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fits data/models/confidence.tsv: how probable it is that a claim or a tuple is right.

    actant claims --lines --features carb-dev-sentences.txt > tuples.tsv
    python3 confidence.py --carb carb-dev.tsv --tuples tuples.tsv --judged judged-claims.tsv \\
        --weights ../data/models/confidence.tsv --plot ../docs/confidence.svg

Tuples: CaRB's dev part. A tuple is right if, when tuples and gold extractions of a sentence are
paired one to one (the highest precision first, as CaRB does), it is paired and shares at least half
of its words. Claims: judged-claims.tsv, claims of news articles that were read beside their
sentences; its columns are verdict (right, wrong), cause of the error, document, features.

Both are logistic regressions with a penalty on squared weights, fitted by coordinate descent.
Figures and plot are of held-out folds: ten, by sentence or by document. Python 3.11, standard
library only; the same input gives the same bytes.
"""
import argparse
import hashlib
import math
from collections import Counter, defaultdict

FOLDS = 10
FORMS_OF_BE = frozenset("be is am are was were been being".split())
KNOTS = [x / 4 for x in range(-20, 21)]


# ---- tuples against CaRB ----------------------------------------------------------------------

def slots(relation, arguments):
    parts = [relation, *arguments[:1]]
    if len(arguments) > 1:
        parts.append(" ".join(arguments[1:]))
    return [Counter(part.split()) for part in parts]


def precision(gold, system):
    """CaRB's lenient precision of one pair; 0 when it is no match."""
    if len(system) < len(gold):
        return 0.0
    common = (gold[0] & system[0]).total()
    if (system[0] - gold[0])["be"] and not FORMS_OF_BE.isdisjoint(gold[0]):
        common += 1
    if not common:
        return 0.0
    pairs = list(zip(gold, system))
    common += sum((g & s).total() for g, s in pairs[1:])
    return common / sum(s.total() for _, s in pairs)


def read_gold(path):
    gold = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
            if len(cells) < 2:
                continue
            sentence, relation, *arguments = cells
            kept = [a for a in arguments if "C: " not in a]
            gold["".join(sentence.split())].append(slots(relation, kept))
    return gold


def read_tuples(path, gold):
    """Examples (group, features, right) of all tuples whose sentence is in gold."""
    rows = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            features, sentence, _, relation, *arguments = line.rstrip("\n").split("\t")
            key = "".join(sentence.split())
            if key in gold:
                rows[key].append((features.split(), slots(relation, arguments)))
    examples = []
    for key in sorted(rows):
        pairs = sorted((-precision(g, tuple_), i, j) for i, g in enumerate(gold[key])
                       for j, (_, tuple_) in enumerate(rows[key]))
        used, found = set(), {}
        for negated, i, j in pairs:
            if i not in used and j not in found:
                used.add(i)
                found[j] = -negated
        for j, (features, _) in enumerate(rows[key]):
            examples.append((key, features, 1.0 if found.get(j, 0.0) >= 0.5 else 0.0))
    return examples


def read_judged(path):
    examples = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            verdict, _, document, features = line.rstrip("\n").split("\t")
            if verdict not in ("right", "wrong"):
                raise SystemExit(f"{path}: verdict {verdict!r}, right or wrong was expected")
            examples.append((document, features.split(), 1.0 if verdict == "right" else 0.0))
    return examples


# ---- logistic regression ----------------------------------------------------------------------

def logistic(score):
    return 1.0 / (1.0 + math.exp(-score)) if score >= 0 else 1.0 - 1.0 / (1.0 + math.exp(score))


def fit(examples, penalty, least):
    """Weights by feature; "bias" has no penalty. Features of fewer than `least` examples have none."""
    count = Counter(f for _, features, _ in examples for f in set(features))
    rows_of = {"bias": range(len(examples))}
    for f in sorted(f for f in count if count[f] >= least):
        rows_of[f] = [i for i, (_, features, _) in enumerate(examples) if f in features]
    weights = dict.fromkeys(rows_of, 0.0)
    scores = [0.0] * len(examples)
    for _ in range(60):
        largest = 0.0
        for f, rows in rows_of.items():
            price = 0.0 if f == "bias" else penalty
            gradient, curve = price * weights[f], price + 1e-6
            for i in rows:
                p = logistic(scores[i])
                gradient += p - examples[i][2]
                curve += p * (1.0 - p)
            step = max(-1.0, min(1.0, -gradient / curve))
            weights[f] += step
            for i in rows:
                scores[i] += step
            largest = max(largest, abs(step))
        if largest < 1e-4:
            break
    return weights


def rate(weights, features):
    return logistic(weights["bias"] + sum(weights.get(f, 0.0) for f in features))


def fold_of(group):
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS


def hold_out(examples, penalty, least):
    """(probability, right) of every example, each rated without its fold."""
    pairs = []
    for fold in range(FOLDS):
        weights = fit([e for e in examples if fold_of(e[0]) != fold], penalty, least)
        pairs += [(rate(weights, f), right) for group, f, right in examples
                  if fold_of(group) == fold]
    return pairs


def loss(pairs):
    return -sum(math.log(max(1e-9, p if right else 1 - p)) for p, right in pairs) / len(pairs)


# ---- what came out ----------------------------------------------------------------------------

def bins(pairs, count):
    """Classes of about equal size: (mean probability, share right, number)."""
    ordered = sorted(pairs)
    found = []
    for i in range(count):
        part = ordered[i * len(ordered) // count:(i + 1) * len(ordered) // count]
        found.append((sum(p for p, _ in part) / len(part),
                      sum(r for _, r in part) / len(part), len(part)))
    return found


def calibration_error(pairs, count):
    return sum(n * abs(p - share) for p, share, n in bins(pairs, count)) / len(pairs)


def report(name, pairs, count):
    right = sum(r for _, r in pairs) / len(pairs)
    print(f"{name}: {len(pairs)} examples, {right:.3f} right, held-out log loss {loss(pairs):.3f} "
          f"(constant {loss([(right, r) for _, r in pairs]):.3f}), "
          f"expected calibration error {calibration_error(pairs, count):.3f}")
    for least in (0.0, 0.5, 0.7, 0.9):
        kept = [r for p, r in pairs if p >= least]
        if kept:
            print(f"  confidence >= {least}: {sum(kept) / len(kept):.3f} right of {len(kept)}")


def panel(left, title, pairs, count):
    size, top = 240, 40
    x = lambda v: left + size * v
    y = lambda v: top + size * (1 - v)
    out = [f'<text x="{left + size / 2}" y="20" text-anchor="middle" font-weight="bold">{title}</text>',
           f'<rect x="{left}" y="{top}" width="{size}" height="{size}" fill="none" stroke="#888"/>',
           f'<line x1="{left}" y1="{top + size}" x2="{left + size}" y2="{top}" stroke="#bbb" '
           'stroke-dasharray="4 4"/>']
    for tick in (0, 0.25, 0.5, 0.75, 1):
        out.append(f'<text x="{x(tick):g}" y="{top + size + 15}" text-anchor="middle">{tick:g}</text>')
        out.append(f'<text x="{left - 6}" y="{y(tick) + 4:g}" text-anchor="end">{tick:g}</text>')
    points = bins(pairs, count)
    path = " ".join(f"{x(p):.1f},{y(share):.1f}" for p, share, _ in points)
    out.append(f'<polyline points="{path}" fill="none" stroke="#1f6fb2" stroke-width="1.5"/>')
    for p, share, n in points:
        spread = math.sqrt(max(share * (1 - share), 0.01) / n)
        low, high = max(0.0, share - spread), min(1.0, share + spread)
        out.append(f'<line x1="{x(p):.1f}" y1="{y(low):.1f}" x2="{x(p):.1f}" y2="{y(high):.1f}" '
                   'stroke="#1f6fb2"/>')
        out.append(f'<circle cx="{x(p):.1f}" cy="{y(share):.1f}" r="3.5" fill="#1f6fb2">'
                   f"<title>{n} examples: confidence {p:.2f}, right {share:.2f}</title></circle>")
    out.append(f'<text x="{left + size / 2}" y="{top + size + 34}" text-anchor="middle">'
               f"mean confidence</text>")
    out.append(f'<text x="{left + 8}" y="{top + 18}">'
               f"{len(pairs)} examples, calibration error {calibration_error(pairs, count):.3f}</text>")
    return out


def plot(path, tuples, claims, counts):
    lines = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 330" role="img" '
             'font-family="sans-serif" font-size="11">',
             "<title>Reliability of confidences on held-out folds</title>",
             '<rect width="620" height="330" fill="white"/>',
             '<text x="14" y="165" transform="rotate(-90 14 165)" text-anchor="middle">'
             "share right</text>"]
    lines += panel(50, "Tuples (CaRB dev)", tuples, counts[0])
    lines += panel(360, "Claims (news, read by hand)", claims, counts[1])
    lines.append("</svg>")
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


HEAD = """# SPDX-License-Identifier: MIT
# How probable it is that a claim or a tuple is right: a logistic regression. Fitted by
# train/confidence.py, which says on what. `claim FEATURE WEIGHT` and `tuple FEATURE WEIGHT` add to
# the score, in thousandths of a logit; `logistic SCORE PROBABILITY` turns the score into
# ten-thousandths, on a straight line between the knots.
"""


def write_weights(path, models):
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for name, weights in models:
            for feature in sorted(weights, key=lambda f: (f != "bias", f)):
                weight = round(1000 * weights[feature])
                if feature == "bias" or abs(weight) >= 10:
                    out.write(f"{name}\t{feature}\t{weight}\n")
        for knot in KNOTS:
            out.write(f"logistic\t{round(1000 * knot)}\t{round(10000 * logistic(knot))}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("carb", "tuples", "judged", "weights", "plot"):
        parser.add_argument("--" + name, required=True, metavar="FILE")
    parser.add_argument("--heldout", metavar="FILE",
                        help="write the tuples with the confidences of held-out folds")
    args = parser.parse_args()
    gold = read_gold(args.carb)
    sets = (("tuple", read_tuples(args.tuples, gold), 5.0, 5, 10),
            ("claim", read_judged(args.judged), 5.0, 4, 6))
    held, models = [], []
    for name, examples, penalty, least, count in sets:
        pairs = hold_out(examples, penalty, least)
        report(name, pairs, count)
        held.append(pairs)
        models.append((name, fit(examples, penalty, least)))
    write_weights(args.weights, models)
    plot(args.plot, held[0], held[1], (sets[0][4], sets[1][4]))
    if args.heldout:
        write_held_out(args.tuples, gold, sets[0], args.heldout)


def write_held_out(path, gold, tuples, target):
    """The tuples as `actant claims --lines` prints them, rated without their sentence's fold."""
    _, examples, penalty, least, _ = tuples
    models = [fit([e for e in examples if fold_of(e[0]) != fold], penalty, least)
              for fold in range(FOLDS)]
    with open(path, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            features, sentence, _, *rest = line.rstrip("\n").split("\t")
            fold = fold_of("".join(sentence.split()))
            confidence = rate(models[fold], features.split())
            out.write("\t".join([sentence, f"{confidence:.4f}", *rest]) + "\n")


if __name__ == "__main__":
    main()
