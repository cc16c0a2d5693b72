#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds world.tsv from free lists and extra.tsv; see ../README.md for sources and licences.

    python3 build.py SOURCES > world.tsv

SOURCES is a folder with country-codes.csv (PDDL), factbook/ (public domain), cities.tsv
(GeoNames, CC BY 4.0), petrarch2/ (MIT) and corpora-cc0/ (CC0). Columns: ../../docs/gazetteers.md.
"""
import csv
import json
import os
import re
import sys
import unicodedata

ORG_WORD = re.compile(
    r"\b(organi[sz]ation|council|union|bank|commission|committee|agency|court|fund|league|assembly|"
    r"association|federation|forum|institute|foundation|office|tribunal|parliament|programme|"
    r"authority|community|group|conference|center|centre|society|corps|army|front|party|movement|"
    r"brigades?|forces?)\b")
SMALL = {"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "al", "to", "against"}
MIN_POPULATION = 100000


OFFICES = ("president", "prime minister", "premier", "chancellor", "supreme leader", "taoiseach",
           "emir", "amir", "sultan", "king", "queen", "chief minister")
# No title ("Dr."), no "Council of", no number of a king; Arabic and Dutch particles may be small.
NAME_WORD = re.compile(r"(?!(?:Council|Assembly|Crown|Prince|[IVX]+)$)(?:[A-Z]\.|[^\W\d_a-z][^\W\d_]*"
                       r"(?:[-'’][^\W\d_]+)*|bin|al|el|van|von|der|de|dos|da|ibn)")
MONTHS = ("January February March April May June July August September October November "
          "December").split()


class Table:
    def __init__(self):
        self.rows = {}
        self.spelled = {}  # one spelling of names that fold to the same letters

    def add(self, name, kind, ids=(), aliases=(), demonyms=(), prominence=0, roles=()):
        folded = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isalnum())
        name = self.spelled.setdefault((folded, kind), name)
        row = self.rows.setdefault((name, kind), [set(), set(), set(), 0, set()])
        row[4].update(roles)
        row[0].update(i for i in ids if i)
        row[1].update(a for a in aliases if a and a != name)
        row[2].update(d for d in demonyms if d)
        row[3] = max(row[3], prominence)

    def write(self, out):
        out.write("# SPDX-License-Identifier: CC-BY-4.0\n")
        out.write("name\ttype\tsameAs\taliases\tdemonyms\tprominence\troles\n")
        for (name, kind), (ids, aliases, demonyms, prominence, roles) in sorted(
                self.rows.items()):
            cells = [name, kind, "|".join(sorted(ids)), "|".join(sorted(aliases)),
                     "|".join(sorted(demonyms)), str(prominence), "|".join(sorted(roles))]
            out.write("\t".join(cells) + "\n")


def nationality(text):
    """'Afghan(s)' and 'Swiss (singular and plural)' as lists of words."""
    text = re.sub(r"\((s|es)\)", "", text)
    text = re.sub(r"\([^)]*\)", "", text)
    words = re.split(r"[,;/]| or ", text)
    return [w.strip() for w in words if re.fullmatch(r"[A-Z][A-Za-z' -]{2,30}", w.strip())]


def countries(table, folder, skip):
    facts = {}
    with open(os.path.join(folder, "factbook", "countries.tsv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            facts[row["fips"].upper()] = row
    with open(os.path.join(folder, "country-codes.csv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name = row["CLDR display name"].strip()
            if not name:
                continue
            name = {"US": "United States", "UK": "United Kingdom"}.get(name, name)
            ids = [row["wikidata_id"].replace("https://www.wikidata.org/wiki/",
                                              "http://www.wikidata.org/entity/")]
            if row["Geoname ID"].strip():
                ids.append("https://sws.geonames.org/%s/" % row["Geoname ID"].strip())
            aliases = {row["official_name_en"], row["UNTERM English Short"]}
            fact = facts.get(row["FIPS"].strip().upper())
            demonyms = []
            if fact:
                aliases.update((fact["short_name"], fact["long_name"]))
                demonyms = nationality(fact["nationality_adjective"]) + nationality(
                    fact["nationality_noun"])
            aliases = {re.sub(r"^[Tt]he ", "", re.sub(r" \(.*\)$", "", a.strip())) for a in aliases}
            aliases = {a for a in aliases if len(a) > 3 and "," not in a and a != "none"}
            ambiguous = {d for d in demonyms if d in ("Korean", "Dominican", "Congolese", "Guinean",
                                                      "American", "British", "French", "Irish",
                                                      "Chinese", "Dutch", "Danish")}
            table.add(name, "GeopoliticalEntity", ids, aliases - {"Korea", "China", "Congo"} - {name},
                      set(demonyms) - ambiguous, 7 if row["is_independent"] == "Yes" else 4)
            skip[name] = (name, ids)
            if fact and row["is_independent"] == "Yes":
                skip["fips " + fact["fips"]] = (name, ids)


def leaders(table, folder, known):
    """'President Kasym-Zhomart TOKAYEV (since 20 March 2019)' as a person with a dated office."""
    office = "|".join(OFFICES)
    pattern = re.compile(r"(%s) (.+?) \(since (\d+) (%s) (\d{4})\)" % (office, "|".join(MONTHS)),
                         re.IGNORECASE)
    with open(os.path.join(folder, "factbook", "leaders.tsv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            match = pattern.match(row["text"])
            country = known.get("fips " + row["fips"])
            if not match or not country:
                continue
            title, name, day, month, year = match.groups()
            words = name.split()
            surname = [i for i, word in enumerate(words) if word.isupper() and len(word) > 2]
            if len(words) < 2 or len(surname) != 1 or not all(NAME_WORD.fullmatch(w) for w in words):
                continue
            words = ["-".join(p.capitalize() for p in word.split("-")) if word.isupper() else word
                     for word in words]
            full = " ".join(words)
            short = words[0] + " " + words[surname[0]] if surname[0] > 0 else full
            since = "%s-%02d-%02d" % (year, MONTHS.index(month.capitalize()) + 1, int(day))
            titles = [title.lower()]
            if titles[0] in ("premier", "prime minister"):
                titles = ["premier", "prime minister"]
            table.add(short, "Person", (), [full], (), 4,
                      ["%s;%s;%s;" % (t, country[0], since) for t in titles])


def extra(table, path, known):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            name, kind, ids, aliases, demonyms, prominence = line.rstrip("\n").split("\t")
            if ids == "=":
                if name not in known:
                    sys.exit("extra.tsv: no country " + name)
                ids = "|".join(known[name][1])
            else:
                table.rows.pop((name, kind), None)  # a namesake, such as a city
            table.add(name, kind, ids.split("|"), aliases.split("|"), demonyms.split("|"),
                      int(prominence))


def cities(table, folder):
    best = {}
    with open(os.path.join(folder, "cities.tsv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            population = int(row["population"] or 0)
            capital = row["feature"] == "PPLC"
            if population < MIN_POPULATION and not capital:
                continue
            rank = (capital, population)
            if row["name"] not in best or rank > best[row["name"]][0]:
                best[row["name"]] = (rank, row)
    for name, ((capital, population), row) in best.items():
        prominence = 6 if capital else min(6, max(1, len(str(population)) - 3))
        if not capital and population >= 2000000:
            prominence = 6
        aliases = [row["alt_name"]] if row["alt_name"] else []
        if name.endswith(" City") and capital:
            aliases.append(name[:-5])
        table.add(name, "GeopoliticalEntity", ["https://sws.geonames.org/%s/" % row["geonameid"]],
                  aliases, (), prominence)


def readable(name):
    words = [w for w in name.strip().strip("_").replace("_", " ").split(" ") if w]
    done = []
    for i, word in enumerate(words):
        low = word.lower()
        if i and low in SMALL:
            done.append(low)
        elif "." in word:
            done.append(word.upper())
        else:
            done.append("-".join(p[:1].upper() + p[1:].lower() for p in word.split("-")))
    if done and done[0] == "The":
        done = done[1:]
    return " ".join(done)


def actors(table, path, prominence, need_word):
    main, aliases, codes = None, [], ""

    def flush():
        if main and (not need_word or ORG_WORD.search(main.lower())):
            dated = re.search(r"\[[A-Z]+ +[<>]?\d", codes)
            if not dated and len(main.split()) >= 2 and not re.search(r"[\d#<>]", main):
                table.add(main, "Organization", (), [a for a in aliases if len(a.split()) > 1], (),
                          prominence)

    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            line = line.split("#")[0].rstrip()
            if not line.strip():
                continue
            if line.startswith("\t") or line.startswith("["):
                codes += line.strip()
                continue
            match = re.match(r"(\+?)([A-Z0-9_.,'&() -]+?)_?\s*(\[.*)?$", line)
            if not match or "(" in match.group(2) or "," in match.group(2):
                continue
            if match.group(1):
                aliases.append(readable(match.group(2)))
            else:
                flush()
                main, aliases, codes = readable(match.group(2)), [], ""
            codes += match.group(3) or ""
    flush()


def lists(table, folder):
    def load(name):
        with open(os.path.join(folder, "corpora-cc0", name), encoding="utf-8") as text:
            return json.load(text)

    for name in load("us_federal_agencies.json")["agencies"]:
        match = re.fullmatch(r"(.+?) \(([A-Z]{2,8})\)", name)
        if match:
            table.add(match.group(1), "Organization", (), [match.group(2)], (), 4)
        elif " " in name:
            table.add(name, "Organization", (), (), (), 4)
    for name in load("newspapers.json")["newspapers"]:
        name = re.sub(r"^The ", "", name)
        if " " in name:
            table.add(name, "Organization", (), (), (), 3)
    for names in load("designated_terrorist_groups.json").values():
        for name in names:
            name = re.sub(r" \(.*\)$", "", name)
            if " " in name or "-" in name:
                table.add(name, "Organization", (), (), (), 4)
    for sea in load("oceans.json").get("seas", []):
        sea = sea if isinstance(sea, str) else sea.get("name", "")
        if " " in sea:
            table.add(sea, "Location", (), (), (), 3)


def main():
    folder = sys.argv[1]
    table, known = Table(), {}
    countries(table, folder, known)
    cities(table, folder)
    actors(table, os.path.join(folder, "petrarch2", "Phoenix.International.actors.txt"), 3, True)
    actors(table, os.path.join(folder, "petrarch2", "Phoenix.MilNonState.actors.txt"), 3, True)
    lists(table, folder)
    leaders(table, folder, known)
    extra(table, os.path.join(os.path.dirname(os.path.abspath(__file__)), "extra.tsv"), known)
    table.write(sys.stdout)


if __name__ == "__main__":
    main()
