# SPDX-License-Identifier: MIT
"""Name tags from sets with different inventories, as sets of allowed tags per token.

A set that does not annotate a type, or does not tell two types apart, leaves tags open. What stays open is decided by
gazetteers, then by silver tags (silver_names.py); what neither decides is left to the marginal likelihood.
"""

import data
import gazetteer

TYPES = ["Person", "Organization", "GeopoliticalEntity", "Location", "Facility", "Nationality", "Event", "Product",
         "Document", "Date", "Quantity", "Money"]
TAGS = ["O"] + [f"{position}-{t}" for t in TYPES for position in "BI"]
TAG_INDEX = {tag: i for i, tag in enumerate(TAGS)}
ANY = (1 << len(TAGS)) - 1

PLACE = ("GeopoliticalEntity", "Location", "Facility")
CORE = ("Person", "Organization") + PLACE
OPEN = ("O",)
OTHER = ("Nationality", "Event", "Product", "Document", "O")

_GMB = {"per": ("Person",), "org": ("Organization",), "geo": PLACE, "gpe": ("Nationality", "GeopoliticalEntity"),
        "tim": ("Date",), "eve": ("Event",), "art": ("Product", "Document", "Facility", "O"), "nat": ("Event", "O")}
_CROSSNER = {"organisation": ("Organization",), "politicalparty": ("Organization",), "university": ("Organization",),
             "band": ("Organization",), "country": ("GeopoliticalEntity",), "location": PLACE,
             "election": ("Event",), "event": ("Event",), "conference": ("Event",),
             "academicjournal": ("Document", "O"), "magazine": ("Document", "Organization", "O"),
             "book": ("Document",), "poem": ("Document",), "album": ("Document",), "song": ("Document",),
             "product": ("Product", "O"), "programlang": ("Product", "O"), "astronomicalobject": ("Location", "O"),
             **{t: ("Person",) for t in ("person", "politician", "scientist", "writer", "musicalartist",
                                         "researcher")}}
_GROBID = {"PERSON": ("Person",), "PERSON_TYPE": ("Nationality", "O"), "NATIONAL": ("Nationality", "O"),
           "LOCATION": ("GeopoliticalEntity", "Location"), "INSTALLATION": ("Facility",),
           **{t: ("Organization",) for t in ("INSTITUTION", "ORGANISATION", "BUSINESS", "SPORT_TEAM")},
           "MEDIA": ("Organization", "Document"), "EVENT": ("Event",), "PERIOD": ("Date",),
           "MEASURE": ("Quantity", "Money", "O"), "LEGAL": ("Document",), "ARTIFACT": ("Product", "O"),
           "CREATION": ("Document",), "TITLE": OPEN}
_CONLL = {"PER": ("Person",), "ORG": ("Organization",), "LOC": PLACE}
_GUM = {"person": ("Person",), "organization": ("Organization",), "place": PLACE, "event": ("Event",),
        "time": ("Date",), "object": ("Product", "Document", "O"), "abstract": ("Document", "Nationality", "O")}
_WNUT = {"person": ("Person",), "location": PLACE, "corporation": ("Organization",), "group": ("Organization",),
         "product": ("Product",), "creative-work": ("Document",)}
_TEACHER = {"PERSON": ("Person",), "NORP": ("Nationality",), "FAC": ("Facility",), "ORG": ("Organization",),
            "GPE": ("GeopoliticalEntity",), "LOC": ("Location",), "PRODUCT": ("Product",), "EVENT": ("Event",),
            "WORK_OF_ART": ("Document",), "LAW": ("Document",), "DATE": ("Date",), "TIME": ("Date",),
            "PERCENT": ("Quantity",), "QUANTITY": ("Quantity",), "MONEY": ("Money",)}

# set -> (label -> possible types, types whose absence the set's O asserts);
# a label not listed may be anything or nothing
SETS = {
    "uner-ewt": (_CONLL, CORE),
    "gum-names": (_GUM, CORE + ("Event",)),
    "gmb": (_GMB, CORE + ("Nationality", "Date", "Event")),
    "wikigold": ({**_CONLL, "MISC": OTHER}, CORE + ("Nationality", "Event")),
    "grobid-ner": (_GROBID, CORE + ("Event", "Date", "Document")),
    "multiner-gov": ({**_CONLL, "MISC": ("Date", "Quantity", "Money") + OTHER}, CORE),
    **{f"crossner-{d}": (_CROSSNER, CORE + ("Event",)) for d in ("politics", "science", "literature", "music", "ai")},
    "btc": (_CONLL, CORE),
    "wnut17": (_WNUT, CORE + ("Product",)),
    "raw": (_TEACHER, tuple(TYPES)),
}
# Sets with conventions of their own: what they say differently is learned apart from what all share (network.py, styles).
# Style 0, the one the program shows, is that of uner-ewt and gum-names.
STYLES = {"gmb": 1, "wikigold": 2, "grobid-ner": 2, **{f"crossner-{d}": 2 for d in ("politics", "science", "literature",
          "music", "ai")}, "multiner-gov": 3, "btc": 4, "wnut17": 4, "raw": 5, "varied": 6}

TITLES = set("""mr mrs ms dr sir president prime minister vice foreign defense interior secretary state general king
queen prince princess pope senator congressman governor chancellor chairman ambassador judge justice professor captain
colonel major lieutenant sergeant admiral sheikh former u.s. us french british german russian iraqi israeli palestinian
leader deputy chief spokesman of officer envoy special finance oil home attorney""".split())


def spans(tags):
    """(start, end, type) of BIO tags."""
    result, start = [], None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and not (tag[0] == "I" and tag[2:] == tags[start][2:]):
            result.append((start, i, tags[start][2:]))
            start = None
        if tag[0] == "B" or (tag[0] == "I" and start is None):
            start = i
    return result


def bits(types, position):
    """The tags of these types at this position of a name, as a bit set."""
    mask = 0
    for t in types:
        mask |= 1 << TAG_INDEX["O" if t == "O" else f"{position}-{t}"]
    return mask


def _silver_spans(tokens, tags):
    for start, end, label in spans(tags):
        if label not in _TEACHER:
            continue
        kind = _TEACHER[label][0]
        if kind not in ("Date", "Quantity", "Money") and tokens[start].lower() in ("the", "a", "an"):
            start += 1
        while end > start and tokens[end - 1] in ("'s", "\u2019s", "'", ",", "."):
            end -= 1
        if end > start:
            yield start, end, kind


def _trim(name, tokens, start, end, types):
    """One convention: no article, no title before a person, no preposition before a date."""
    if types == ("Person",) and name in ("gmb", "raw"):
        while end - start > 1 and tokens[start].lower().rstrip(".") in TITLES | {"u.s"}:
            start += 1
    elif types == ("Date",) and end - start > 1 and tokens[start].lower() in ("in", "on", "since", "from", "until", "by",
                                                                             "during", "at", "between"):
        start += 1
    elif "Date" not in types and end - start > 1 and tokens[start].lower() in ("the", "a", "an"):
        start += 1
    return start


def allowed(name, tokens, tags, silver_tags, places):
    """Per token a bit set of allowed tags."""
    mapping, annotated = SETS[name]
    unannotated = [t for t in TYPES if t not in annotated]
    masks = [bits(["O"], "O")] * len(tokens)
    named = [False] * len(tokens)
    if name == "raw":
        gold = [(s, e, (k,)) for s, e, k in _silver_spans(tokens, tags)]
        taught = []
    else:
        gold = [(s, e, mapping.get(label)) for s, e, label in spans(tags)]
        taught = list(_silver_spans(tokens, silver_tags)) if silver_tags else []
    if name != "raw" and unannotated:
        open_mask = masks[0] | bits(unannotated, "B") | bits(unannotated, "I")
        if not silver_tags:
            masks = [open_mask] * len(tokens)
    for start, end, types in gold:
        for i in range(start, end):
            named[i] = True
        if types is None:
            types = tuple(unannotated) + ("O",)
        start = _trim(name, tokens, start, end, types)
        types = _decide(tokens, start, end, types, taught, places)
        for i in range(start, end):
            masks[i] = bits(types, "B" if i == start else "I")
    for start, end, kind in taught:
        if kind in unannotated and not any(named[start:end]):
            for i in range(start, end):
                masks[i] = bits([kind], "B" if i == start else "I")
    return masks


def _decide(tokens, start, end, types, taught, places):
    if len(types) > 1 and "GeopoliticalEntity" in types:
        kind = gazetteer.kind_of_place(tokens[start:end], places)
        if kind in types:
            return (kind,)
        if "Nationality" in types:
            return ("Nationality",)
    if len(types) > 1:
        for s, e, kind in taught:
            if kind in types and s < end and start < e:
                return (kind,)
    return types


def load_sets(folder, silver_folder, places):
    """set -> list of (tokens, masks)."""
    result = {}
    for name in SETS:
        if name == "raw":
            continue
        step = 4 if name == "gmb" else 1
        sentences = data.read_bio(f"{folder}/{name}/train.bio")[::step]
        silver = data.read_bio(f"{silver_folder}/{name}.bio") if silver_folder else [None] * len(sentences)
        assert len(silver) == len(sentences), name
        result[name] = []
        for sentence, taught in zip(sentences, silver):
            tokens = [token for token, _ in sentence]
            taught_tags = [tag for _, tag in taught] if taught else None
            result[name].append((tokens, allowed(name, tokens, [tag for _, tag in sentence], taught_tags, places)))
    return result


def load_raw(path, places):
    result = []
    for sentence in data.read_bio(path):
        tokens = [token for token, _ in sentence]
        result.append((tokens, allowed("raw", tokens, [tag for _, tag in sentence], None, places)))
    return result


def certain_spans(masks):
    """(start, end, type) where the type is decided."""
    tags = []
    for mask in masks:
        single = mask & (mask - 1) == 0
        tags.append(TAGS[mask.bit_length() - 1] if single else "O")
    return spans(tags)


def mentions(sentences):
    """type -> distinct names, as token tuples; only those of some length with a capital at the front."""
    pools = {t: set() for t in TYPES}
    for tokens, masks in sentences:
        for start, end, t in certain_spans(masks):
            if tokens[start][0].isupper() and end - start <= 7:
                pools[t].add(tuple(tokens[start:end]))
    return pools


def vary(sentences, pools, generator):
    """Each sentence that holds names once more, with other names of the same types; some without case."""
    pools = {t: sorted(pools[t]) for t in CORE + ("Event",) if pools[t]}
    result = []
    for tokens, masks in sentences:
        found = [s for s in certain_spans(masks) if s[2] in pools]
        if not found:
            continue
        new_tokens, new_masks, at = [], [], 0
        for start, end, t in found:
            name = generator.choice(pools[t]) if generator.random() < 0.7 else tuple(tokens[start:end])
            new_tokens += tokens[at:start] + list(name)
            new_masks += masks[at:start] + [bits([t], "B")] + [bits([t], "I")] * (len(name) - 1)
            at = end
        new_tokens, new_masks = new_tokens + tokens[at:], new_masks + masks[at:]
        case = generator.random()
        if case < 0.12:
            new_tokens = [token.lower() for token in new_tokens]
        elif case < 0.17:
            new_tokens = [token.upper() for token in new_tokens]
        result.append((new_tokens, new_masks))
    return result
