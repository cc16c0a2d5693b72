# SPDX-License-Identifier: MIT
"""Place names by kind, to divide the places of sets that do not tell countries from rivers from airports."""

import csv
import json

LOCATION_WORDS = set("""river lake sea ocean gulf bay strait peninsula island islands mountain mountains mount valley
desert coast canyon basin hills range plateau glacier volcano creek delta cape africa europe asia antarctica
oceania arctic caribbean balkans scandinavia himalayas alps sahara atlantic pacific mediterranean eurasia
earth mars moon venus jupiter saturn sun north south east west""".split())
LOCATION_NAMES = set("""middle east|west bank|gaza strip|latin america|north america|south america|central america|
southeast asia|central asia|east asia|south asia|western europe|eastern europe|sub-saharan africa|caucasus|
north pole|south pole|mesopotamia|levant|maghreb|horn of africa|kashmir|sinai|golan heights|far east|the west
""".replace("\n", "").split("|"))
FACILITY_WORDS = set("""airport bridge hospital stadium street road avenue highway base prison palace hotel museum
tower station mosque church cathedral temple plaza square building hall park dam port harbor harbour plant camp
center centre theater theatre arena embassy mall school airfield barracks cemetery shrine gate tunnel house""".split())


def load(folder):
    """Lower-cased name of a place -> GeopoliticalEntity or Location."""
    countries, places = set(), {}
    for record in csv.DictReader(open(f"{folder}/factbook/countries.tsv", encoding="utf8"), delimiter="\t"):
        countries |= {record["short_name"].lower(), record["long_name"].lower()}
    for record in csv.DictReader(open(f"{folder}/country-codes.csv", encoding="utf8")):
        for field in ("official_name_en", "CLDR display name", "UNTERM English Short"):
            countries.add((record.get(field) or "").lower())
    countries |= {"us", "u.s.", "usa", "u.s.a.", "uk", "u.k.", "america", "britain", "england", "scotland", "wales",
                  "russia", "burma", "palestine", "kosovo", "taiwan", "tibet", "chechnya", "soviet union",
                  "north korea", "south korea", "united states", "united kingdom", "united arab emirates"}
    countries.discard("")
    for record in csv.DictReader(open(f"{folder}/odbl/states.csv", encoding="utf8")):
        places[record["name"].lower()] = "GeopoliticalEntity"
    for record in csv.DictReader(open(f"{folder}/cities.tsv", encoding="utf8"), delimiter="\t"):
        if int(record["population"] or 0) >= 50000 or record["feature"] == "PPLC":
            for field in ("name", "alt_name"):
                places[(record[field] or "").lower()] = "GeopoliticalEntity"
    for name in countries:
        places[name] = "GeopoliticalEntity"
    for file, key in (("rivers", "rivers"), ("oceans", "oceans")):
        for item in json.load(open(f"{folder}/corpora-cc0/{file}.json", encoding="utf8"))[key]:
            name = (item["name"] if isinstance(item, dict) else item).lower()
            places.setdefault(name, "Location")
    for name in LOCATION_NAMES:
        places[name] = "Location"
    places.pop("", None)
    return places


def person_names(folder, known, generator, count=6000):
    """Made-up full names and surnames whose parts are in `known` (lower-case words)."""
    first, last = ([line.strip() for line in open(f"{folder}/names/{name}.txt", encoding="utf8", errors="ignore")
                    if line.strip().lower() in known and line.strip().istitle()] for name in ("first-names", "surnames"))
    return ([(generator.choice(first), generator.choice(last)) for _ in range(count)]
            + [(generator.choice(last),) for _ in range(count // 6)])


def organizations(folder):
    return [tuple(item.split()) for item in
            json.load(open(f"{folder}/corpora-cc0/fortune500.json", encoding="utf8"))["companies"]
            + json.load(open(f"{folder}/corpora-cc0/newspapers.json", encoding="utf8"))["newspapers"]]


def kind_of_place(tokens, places):
    """The kind the name itself tells, or None."""
    words = [token.lower() for token in tokens]
    name = " ".join(words)
    if name in places:
        return places[name]
    if words[-1] in FACILITY_WORDS:
        return "Facility"
    if words[-1] in LOCATION_WORDS or words[0] in ("lake", "mount", "cape", "gulf"):
        return "Location"
    return None
