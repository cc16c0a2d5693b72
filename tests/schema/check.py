#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check.py SCHEMA GRAPH.json...: is each graph valid, and does the schema notice damage?"""
import copy
import json
import sys

from jsonschema import Draft202012Validator


def damages(graph):
    """Copies of the graph, each with one thing wrong, and the name of that thing."""

    def damaged(name, change):
        twin = copy.deepcopy(graph)
        change(twin)
        return name, twin

    yield damaged("no version", lambda g: g.pop("actant"))
    yield damaged("other version", lambda g: g.update(actant=2))
    for kind in ("documents", "nodes", "edges"):
        if graph[kind]:
            for field in graph[kind][0]:
                if field not in ("datatype", "attestations"):
                    yield damaged(f"{kind} without {field}", lambda g: g[kind][0].pop(field))
                    yield damaged(f"{kind} with {field} of a wrong type",
                                  lambda g: g[kind][0].update({field: {"a": 1}}))
    if graph["nodes"]:
        yield damaged("bad node id", lambda g: g["nodes"][0].update(id="1"))
    if graph["edges"]:
        edge = graph["edges"][0]
        yield damaged("two ends", lambda g: g["edges"][0].update(to="n1", value="v"))
        yield damaged("confidence", lambda g: g["edges"][0].update(confidence=1.5))
        yield damaged("polarity", lambda g: g["edges"][0].update(polarity="maybe"))
        yield damaged("no evidence", lambda g: g["edges"][0].update(evidence=[]))
        for field in ("document", "start", "end", "byteStart", "byteEnd"):
            assert field in edge["evidence"][0]
            yield damaged(f"evidence without {field}",
                          lambda g: g["edges"][0]["evidence"][0].pop(field))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failed = False
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            graph = json.load(file)
        for error in validator.iter_errors(graph):
            failed = True
            print(f"{path}: {error.json_path}: {error.message}")
        for name, damaged in damages(graph):
            if validator.is_valid(damaged):
                failed = True
                print(f"{path}: the schema accepts a graph with this damage: {name}")
    return 1 if failed or len(sys.argv) < 3 else 0


sys.exit(main())
