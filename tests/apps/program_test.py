# SPDX-License-Identifier: MIT
"""Runs the program the way a user does."""

import gzip
import json
import pathlib
import re
import unittest

from program import ACME, ARTICLE, Case, DONE, MISMATCH, NOTHING, SOME_FAILED, SOURCE, USAGE, actant


class MainJob(Case):
    def test_every_format_comes_from_one_run(self):
        names = ["a.dot", "a.gv", "a.svg", "a.png", "a.json", "a.jsonld", "a.nq"]
        outputs = [x for name in names for x in ("-o", self.folder / name)]
        self.check(actant("build", ARTICLE, *outputs), DONE)
        for name in names:
            self.assertGreater((self.folder / name).stat().st_size, 1000, name)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), sorted(names))

    def test_any_number_of_threads_gives_the_same_bytes(self):
        for i in range(6):
            self.write(f"in/{i}.txt", ARTICLE.read_text(encoding="utf8").replace("Kazakhstan", f"Land {i}"))
        one = actant("build", self.folder / "in", "--threads", "1").stdout
        self.assertEqual(one, actant("build", self.folder / "in", "--threads", "4").stdout)
        self.assertEqual(len(json.loads(one)["documents"]), 6)

    def test_offsets_point_at_the_article(self):
        graph = self.graph(ARTICLE)
        self.assertGreater(len(graph["edges"]), 20)
        self.check_ranges(graph, [ARTICLE.read_bytes()])

    def test_the_order_of_articles_does_not_matter(self):
        paths = [self.write(f"{i}.txt", ACME.replace("Vienna", town)) for i, town in enumerate(("Rome", "Oslo", "Bern"))]
        for form in ("json", "jsonld", "nq", "dot", "svg", "png", "pdf"):
            forwards = self.check(actant("build", *paths, "--format", form), DONE).stdout
            self.assertEqual(actant("build", *reversed(paths), "--format", form).stdout, forwards, form)

    def test_the_article_on_standard_input(self):
        graph = self.graph("-", stdin=ACME.encode())
        self.assertIn("Acme Corporation", [node["name"] for node in graph["nodes"]])

    def test_the_graph_of_two_articles_is_the_sum_of_their_graphs(self):
        a, b = self.write("a.txt", ACME), self.write("b.txt", "The Widget Company sued the Acme Corporation in Paris.\n")
        for path in (a, b):
            self.check(actant("build", path, "-o", path.with_suffix(".json")), DONE)
        together = actant("build", a, b).stdout
        self.assertEqual(together, actant("merge", self.folder / "a.json", self.folder / "b.json").stdout)
        self.assertEqual(together, actant("merge", self.folder / "b.json", self.folder / "a.json").stdout)


class Commands(Case):
    def build(self):
        path = self.folder / "csto.json"
        self.check(actant("build", ARTICLE, "-o", path), DONE)
        return path

    def test_verify_accepts_what_build_wrote_and_refuses_a_changed_article(self):
        graph = self.build()
        self.check(actant("verify", graph), DONE)
        self.check(actant("verify", graph, ARTICLE), DONE)
        other = self.write("other.txt", ARTICLE.read_text(encoding="utf8") + "More.")
        self.check(actant("verify", graph, other), MISMATCH)

    def test_verify_finds_a_moved_range(self):
        graph = self.build()
        content = json.loads(graph.read_text())
        content["nodes"][0]["mentions"][0]["start"] += 3
        self.check(actant("verify", self.write("moved.json", json.dumps(content))), MISMATCH)

    def test_explain_knows_nodes_and_edges_by_each_of_their_names(self):
        path = self.build()
        graph = json.loads(path.read_text())
        node, edge = graph["nodes"][0], graph["edges"][0]
        for name in (node["id"], node["key"]):
            self.assertIn(node["name"].encode(), self.check(actant("explain", path, name), DONE).stdout)
        for name in (edge["id"], edge["claim"]):
            self.assertIn(edge["predicate"].encode(), self.check(actant("explain", path, name), DONE).stdout)
        self.check(actant("explain", path, "n999999"), NOTHING)

    def test_analyze_keeps_gold_tokens(self):
        given = "1\tZas\t_\t_\t_\t_\t_\t_\t_\t_\n2\tspoke\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
        result = self.check(actant("analyze", "--input", "conllu", stdin=given.encode()), DONE).stdout.decode()
        rows = [line.split("\t") for line in result.splitlines() if line and line[0] != "#"]
        self.assertEqual([row[1] for row in rows], ["Zas", "spoke", "."])
        self.assertEqual([row[6] for row in rows], ["2", "0", "2"])
        self.assertTrue(all(len(row) == 10 for row in rows))

    def test_analyze_reports_the_place_of_a_mistake(self):
        result = self.check(actant("analyze", "--input", "conllu", stdin=b"1\tZas\n"), NOTHING)
        self.assertRegex(result.stderr.decode(), r"standard input:1:\d+: ")

    def test_claims_repeat_the_line_to_the_letter(self):
        line = "President Bush 's envoy met the leaders of Iraq in Baghdad ."
        result = self.check(actant("claims", "--lines", stdin=line.encode() + b"\n"), DONE).stdout.decode()
        self.assertTrue(result)
        for row in result.splitlines():
            sentence, confidence, relation, first, *_ = row.split("\t")
            self.assertEqual(sentence, line)
            self.assertRegex(confidence, r"^[01]\.\d+$")
            self.assertIn(first, line)

    def test_a_gazetteer_of_ones_own(self):
        names = self.write("a.tsv", "id\ttype\tname\taliases\nhttp://example.org/7\tProduct\tWidget Company\t\n")
        more = self.write("b.tsv", "type\tname\tsameAs\nPerson\tAnna Berg\thttp://example.org/8\n")
        article = self.write("acme.txt", ACME)
        nodes = {n["name"]: n for n in self.graph(article, "--gazetteer", names, "--gazetteer", more)["nodes"]}
        self.assertEqual(nodes["Widget Company"]["key"], "http://example.org/7")
        self.assertEqual(nodes["Widget Company"]["type"], "Product")
        self.assertEqual(nodes["Anna Berg"]["sameAs"], ["http://example.org/8"])
        analysis = self.check(actant("analyze", article, "--gazetteer", names), DONE).stdout.decode()
        self.assertIn("NE=B-Product", analysis)
        self.check(actant("claims", article, "--gazetteer", names), DONE)

    def test_compiled_gazetteers(self):
        table = self.write("a.tsv", "id\ttype\tname\taliases\nhttp://example.org/7\tProduct\tWidget Company\t\n")
        compiled, article = self.folder / "a.actg", self.write("acme.txt", ACME)
        self.check(actant("gazetteer", "build", table, "-o", compiled), DONE)
        self.check(actant("gazetteer", "check", table, compiled), DONE)
        build = lambda names: self.check(actant("build", article, "--gazetteer", names), DONE).stdout
        self.assertEqual(build(table), build(compiled))
        data = compiled.read_bytes()
        for bad in (data[:100], data[:-8], data.replace(b"\x01", b"\x02", 1), data[:8]):
            compiled.write_bytes(bad)
            result = self.check(actant("build", article, "--gazetteer", compiled, "-o", self.folder / "x.json"), USAGE)
            self.assertRegex(result.stderr.decode(), r"a\.actg: .*expected")
        compiled.write_bytes(data[:-1] + b"x")
        self.check(actant("gazetteer", "check", compiled), USAGE)
        kept = self.write("kept.actg", "before")
        wrong = self.write("wrong.tsv", "type\tname\nPlanet\tMars\n")
        result = self.check(actant("gazetteer", "build", table, wrong, "-o", kept), USAGE)
        self.assertIn(b"wrong.tsv:2:1: ", result.stderr)
        self.check(actant("gazetteer", "build", table, "-o", self.folder / "a.xyz"), USAGE)
        self.check(actant("gazetteer"), USAGE)
        self.assertEqual(kept.read_text(), "before")

    def test_gazetteers_of_wikidata_and_geonames(self):
        samples, out = SOURCE / "tests/data/gazetteers", self.folder / "out.tsv"
        build = lambda *a: actant("gazetteer", "build", *a, "-o", out)
        self.check(build("--from", "wikidata", samples / "wikidata.json"), DONE)
        self.assertIn("President;http://www.wikidata.org/entity/Q90000001;2019-03-20;", out.read_text())
        packed = self.write("dump.json.gz", gzip.compress((samples / "wikidata.json").read_bytes()))
        table = out.read_bytes()
        self.check(build("--from", "wikidata", packed), DONE)
        self.assertEqual(out.read_bytes(), table)
        packed.write_bytes(packed.read_bytes()[:-300])
        result = self.check(build("--from", "wikidata", packed), SOME_FAILED)
        self.assertRegex(result.stderr.decode(), r"dump\.json\.gz:\d+:1: the compressed file is cut off; ")
        self.check(build("--from", "geonames", samples / "allCountries.txt", "--min-population", "1000"), DONE)
        self.assertIn("Sylvania", out.read_text())
        table = out.read_bytes()
        self.check(build("--from", "wikidata", samples / "allCountries.txt"), NOTHING)
        self.check(build("--from", "geonames", self.folder / "none.txt"), NOTHING)
        self.assertEqual(out.read_bytes(), table)
        compiled = self.folder / "places.actg"
        self.check(actant("gazetteer", "build", "--from", "geonames", samples / "allCountries.txt", "-o", compiled), DONE)
        self.assertIn(b"5 entries", self.check(actant("gazetteer", "check", compiled), DONE).stdout)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["dump.json.gz", "out.tsv", "places.actg"])

    def resolved(self, *options):
        """Two articles whose names differ, resolved: the merged graph's path, the result's, its nodes by name."""
        a = self.write("a.txt", "The general Stanislav Petrovsky praised the Widget Corporation in Vienna.\n")
        b = self.write("b.txt", "Stanislav Petrovskiy visited Widget Corp. in Vienna. Stanislav Petrovskiy left.\n")
        both, out = self.folder / "both.json", self.folder / "resolved.json"
        self.check(actant("build", a, b, "-o", both), DONE)
        self.check(actant("resolve", both, "-o", out, *options), DONE)
        return both, out, {node["name"]: node for node in json.loads(out.read_text())["nodes"]}

    def test_resolve_merges_and_tells_why_and_can_be_undone(self):
        decisions = self.folder / "decisions.jsonl"
        both, out, nodes = self.resolved("--decisions", decisions)
        keys = {node["name"]: node["key"] for node in json.loads(both.read_text())["nodes"]}
        self.assertIn("Stanislav Petrovsky", keys)
        self.assertEqual(len([name for name in nodes if "Petrovsk" in name]), 1)
        self.assertEqual(actant("verify", out).returncode, DONE)
        rows = [json.loads(line) for line in decisions.read_text().splitlines()]
        merged = next(r for r in rows if r.get("rule") == "transliteration")
        self.assertEqual(merged["decision"], "merged")
        self.assertEqual(sorted(n["name"] for n in merged["nodes"]), ["Stanislav Petrovskiy", "Stanislav Petrovsky"])
        texts = {d["id"]: pathlib.Path(d["uri"]).read_bytes() for d in json.loads(both.read_text())["documents"]}
        for node in merged["nodes"]:
            m = node["mentions"][0]
            self.assertEqual(texts[m["document"]][m["byteStart"]:m["byteEnd"]].decode(), node["name"])
        back = self.check(actant("resolve", out, "--undo", decisions), DONE).stdout
        self.assertEqual(back, both.read_bytes())
        again = self.check(actant("resolve", both, "--undo", decisions), NOTHING)
        self.assertIn(b"decisions.jsonl: is about another graph", again.stderr)

    def test_resolve_honours_pairs(self):
        never = self.write("never.tsv", "# keep apart\nperson:stanislav petrovsky\tperson:stanislav petrovskiy\n")
        self.assertIn("Stanislav Petrovskiy", self.resolved("--never-merge", never)[2])
        both, _, nodes = self.resolved()
        self.assertNotIn("Stanislav Petrovsky", nodes if "Stanislav Petrovskiy" in nodes else {})
        vienna = next(n["key"] for n in json.loads(both.read_text())["nodes"] if n["name"] == "Vienna")
        always = self.write("always.tsv", f"{vienna}\tperson:stanislav petrovsky\nnobody\tperson:stanislav petrovsky\n")
        result = self.check(actant("resolve", both, "--always-merge", always), DONE)
        self.assertIn(b"always.tsv:2:1: no node has the key 'nobody'", result.stderr)
        self.assertEqual(len(json.loads(result.stdout)["nodes"]), len(json.loads(both.read_text())["nodes"]) - 3)

    def test_wrong_pairs_and_decisions(self):
        both, out, _ = self.resolved()
        kept = out.read_bytes()
        for text, place in (("a\n", ":1:1: "), ("a\t\n", ":1:3: "), ("#\na\ta\n", ":2:3: "), (b"a\tb\xff\n", ":1:4: "),
                            ("a\tb\tc\n", ":1:1: "), (b"a\tb\0\n", ":1:4: ")):
            result = self.check(actant("resolve", both, "--never-merge", self.write("p.tsv", text), "-o", out), USAGE)
            self.assertIn("p.tsv" + place, result.stderr.decode())
        always, never = self.write("y.tsv", "a\tb\nb\tc\n"), self.write("n.tsv", "x\ty\nc\ta\n")
        result = self.check(actant("resolve", both, "--always-merge", always, "--never-merge", never, "-o", out), USAGE)
        self.assertIn(b"n.tsv:2:1: ", result.stderr)
        self.check(actant("resolve", both, "--never-merge", self.folder / "none.tsv", "-o", out), USAGE)
        self.check(actant("resolve", both, "--undo", always, "--never-merge", never), USAGE)
        for data in ("", "{}\n", '{"undo":3}\n', '{"undo":{"original":"","resolved":"","nodes":[1]}}\n', "[" * 100_000):
            result = self.check(actant("resolve", both, "--undo", self.write("d.jsonl", data), "-o", out), NOTHING)
            self.assertRegex(result.stderr.decode(), r"d\.jsonl:\d+:\d+: ")
        self.assertEqual(out.read_bytes(), kept)

    def test_readable_claims(self):
        result = self.check(actant("claims", "--readable", stdin=ACME.encode()), DONE).stdout.decode()
        self.assertRegex(result, re.compile(r"^Acme Corporation acquired Widget Company", re.M))

    def test_features_of_confidences(self):
        line = b"Acme bought Widget in 2019 .\n"
        result = self.check(actant("claims", "--lines", "--features", stdin=line), DONE).stdout.decode()
        features, sentence, confidence, *_ = result.splitlines()[0].split("\t")
        self.assertEqual(sentence + "\n", line.decode())
        self.assertIn("clause=root", features.split())
        result = self.check(actant("claims", "--readable", "--features", stdin=ACME.encode()), DONE).stdout.decode()
        rows = [row.split("\t") for row in result.splitlines()]
        self.assertIn(["acquired", "Acme Corporation", "Widget Company"], [row[3:6] for row in rows])
        self.assertTrue(all("origin=" in row[0] and 0 < float(row[2]) < 1 for row in rows))

    def test_stats_and_formats(self):
        self.assertIn(b"documents     1", self.check(actant("stats", self.build()), DONE).stdout)
        formats = self.check(actant("formats"), DONE).stdout.decode()
        for name in ("text", "dot", "svg", "png", "json", "jsonld", "nq"):
            self.assertRegex(formats, rf"\b{name}\b")

    def test_progress_as_json(self):
        result = self.check(actant("--progress", "json", "build", ARTICLE), DONE)
        self.assertEqual(json.loads(result.stderr.splitlines()[-1])["documents"], 1)

    def test_help_and_version(self):
        self.assertIn(b"build", self.check(actant("--help"), DONE).stdout)
        self.assertIn(b"actant 0.", self.check(actant("--version"), DONE).stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
