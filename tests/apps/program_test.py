# SPDX-License-Identifier: MIT
"""Runs the program the way a user does; ACTANT names it, ACTANT_SOURCE the source tree."""

import gzip
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["ACTANT"]
SOURCE = pathlib.Path(os.environ["ACTANT_SOURCE"])
ARTICLE = SOURCE / "examples/csto/article.txt"
DONE, SOME_FAILED, USAGE, NOTHING, MISMATCH = range(5)
ACME = ("The Acme Corporation acquired the Widget Company in Vienna on Monday. "
        "Anna Berg, the chairwoman of the Acme Corporation, praised the Widget Company.\n")


def actant(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=300)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def check(self, result, status):
        self.assertEqual(result.returncode, status, result.stderr.decode(errors="replace"))
        return result

    def graph(self, *arguments, stdin=b""):
        return json.loads(self.check(actant("build", *arguments, stdin=stdin), DONE).stdout)


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
        text, data = ARTICLE.read_text(encoding="utf8"), ARTICLE.read_bytes()
        graph = self.graph(ARTICLE)
        ids = {node["id"] for node in graph["nodes"]}
        self.assertTrue(graph["edges"])
        for edge in graph["edges"]:
            self.assertIn(edge["from"], ids)
            self.assertTrue(edge.get("to") in ids or edge.get("value"))
            for e in edge["evidence"]:
                self.assertEqual(text[e["start"]:e["end"]].encode(), data[e["byteStart"]:e["byteEnd"]])
                self.assertLessEqual(e["end"] - e["start"], 800)
        for node in graph["nodes"]:
            self.assertTrue(node["mentions"])
            for m in node["mentions"]:
                self.assertEqual(text[m["start"]:m["end"]].encode(), data[m["byteStart"]:m["byteEnd"]])

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


class BadInput(Case):
    def test_a_missing_file(self):
        out = self.folder / "out.json"
        result = self.check(actant("build", self.folder / "none.txt", "-o", out), NOTHING)
        self.assertIn(b"none.txt", result.stderr)
        self.assertFalse(out.exists())

    def test_a_missing_file_beside_a_good_one(self):
        good, failures = self.write("good.txt", ACME), self.folder / "failures.jsonl"
        result = self.check(actant("build", self.folder / "none.txt", good, "--failures", failures), SOME_FAILED)
        self.assertEqual(len(json.loads(result.stdout)["documents"]), 1)
        self.assertIn("none.txt", json.loads(failures.read_text().splitlines()[0])["source"])

    def test_a_folder_without_articles(self):
        (self.folder / "empty").mkdir()
        self.check(actant("build", self.folder / "empty"), NOTHING)

    def test_an_empty_file(self):
        result = self.check(actant("build", self.write("empty.txt", "")), NOTHING)
        self.assertIn(b"empty.txt", result.stderr)

    def test_invalid_utf8_is_repaired_and_reported_and_offsets_stay_right(self):
        data = b"Caf\xe9 owner Anna Berg \xff met Karl Lang in Vienna. Anna Berg praised Karl Lang.\n"
        path = self.write("latin.txt", data)
        result = self.check(actant("build", path), DONE)
        self.assertRegex(result.stderr.decode(), r"latin\.txt:1:4: ")
        text = data.decode(errors="replace")
        nodes = json.loads(result.stdout)["nodes"]
        lang = next(node for node in nodes if node["name"] == "Karl Lang")
        for m in lang["mentions"]:
            self.assertEqual(data[m["byteStart"]:m["byteEnd"]], b"Karl Lang")
            self.assertEqual(text[m["start"]:m["end"]], "Karl Lang")

    def test_an_output_that_cannot_be_written(self):
        for out in ("/dev/full", self.folder / "no/such/folder/x.json"):
            self.check(actant("build", ARTICLE, "-o", out), NOTHING)

    def test_a_failed_output_leaves_the_others_as_they_were(self):
        kept = self.write("kept.json", "before")
        self.check(actant("build", ARTICLE, "-o", kept, "-o", self.folder / "no/x.json"), NOTHING)
        self.assertEqual(kept.read_text(), "before")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["kept.json"])

    def test_wrong_usage(self):
        for arguments in ([], ["dance"], ["build"], ["build", ARTICLE, "-o", "x.unknown"],
                          ["build", ARTICLE, "--format", "unknown"], ["analyze", "--input", "pdf"]):
            self.check(actant(*arguments), USAGE)

    def test_hostile_bytes(self):
        for name, data in {"nul.txt": b"Acme\0 acquired \0\0Widget Co.\n", "noise.bin": bytes(range(256)) * 400,
                           "word.txt": b"x" * 3_000_000, "comma.txt": b"Acme, " * 100_000,
                           "deep.txt": b"(" * 100_000}.items():
            result = actant("build", self.write(name, data))
            self.assertIn(result.returncode, (DONE, NOTHING), name)

    def test_graphs_that_are_not(self):
        for data in (b"", b"{", b"[]", b'{"actant": 2}', b"[" * 100_000, b'{"actant":1,"nodes":[{}]}'):
            result = self.check(actant("stats", self.write("g.json", data)), NOTHING)
            self.assertRegex(result.stderr.decode(), r"g\.json:\d+:\d+: ")

    def test_wrong_gazetteers_stop_the_program_before_anything_is_built(self):
        head, out = "id\ttype\tname\taliases\n", self.folder / "out.json"
        for name, (table, place) in {
                "columns.tsv": (head + "1\tPerson\n", ":2:1: "),
                "header.tsv": ("1\tPerson\tAnna Berg\t\n", ":1:1: "),
                "ids.tsv": (head + "1\tPerson\tA\t\n1\tPerson\tB\t\n", ":3:1: "),
                "cycle.tsv": (head + "1\tPerson\tA\tB\n2\tPerson\tB\tA\n", ":3:12: "),
                "latin.tsv": (head.encode() + b"1\tPerson\tCaf\xe9\t\n", ":2:13: "),
                "nul.tsv": (head + "1\tPerson\tA\0\t\n", ":2:11: "),
                "empty.tsv": ("", ":1:1: ")}.items():
            path = self.write(name, table)
            for command in (["build", ARTICLE, "-o", out], ["claims", ARTICLE], ["analyze", ARTICLE]):
                result = self.check(actant(*command, "--gazetteer", path), USAGE)
                self.assertIn(name + place, result.stderr.decode())
                self.assertEqual(len(result.stderr.splitlines()), 1)
                self.assertEqual(result.stdout, b"")
        self.check(actant("build", ARTICLE, "-o", out, "--gazetteer", self.folder / "none.tsv"), USAGE)
        self.check(actant("build", ARTICLE, "-o", out, "--gazetteer", self.folder), USAGE)
        self.assertFalse(out.exists())

    def test_a_missing_data_folder(self):
        self.check(actant("--data", self.folder, "build", ARTICLE), NOTHING)

    def test_a_mistake_in_a_data_file(self):
        data = self.folder / "data"
        data.mkdir()
        for name in ("models", "gazetteers", "ontology"):
            (data / name).symlink_to(SOURCE / "data" / name)
        (data / "rules").mkdir()
        (data / "rules" / "wrong.rules").write_text("bogus line\n")
        result = actant("--data", data, "build", ARTICLE)
        self.assertIn(b"wrong.rules:1:1: ", result.stderr)
        self.assertGreater(result.returncode, 0)


RULES = """[Acme]:Organization acquired [Widget Co]:Organization  =>  acquired(1, 2)
  lemmas: buy, purchase
  passive: yes
"""


class Rules(Case):
    def test_a_rule_by_example_finds_edges_and_explain_names_it(self):
        rules = self.write("mine.rules", RULES)
        article = self.write("a.txt", "YouTube was bought by Google in 2006. Microsoft agreed to purchase Nest Labs.\n")
        out = self.folder / "a.json"
        self.check(actant("build", article, "--rules", rules, "-o", out), DONE)
        graph = json.loads(out.read_text())
        name = {node["id"]: node["name"] for node in graph["nodes"]}
        edges = {(name[e["from"]], name.get(e.get("to"))): e for e in graph["edges"] if e["type"] == "acquired"}
        self.assertEqual(set(edges), {("Google", "YouTube"), ("Microsoft", "Nest Labs")})
        self.assertEqual(edges["Microsoft", "Nest Labs"]["modality"], "future")
        edge = edges["Google", "YouTube"]
        self.assertEqual(edge["origin"], "mine:1")
        self.assertIn(b"found by: mine:1", self.check(actant("explain", out, edge["id"]), DONE).stdout)
        self.check(actant("verify", out, article), DONE)
        self.assertNotIn("acquired", {e["type"] for e in self.graph(article)["edges"]})

    def test_types_of_an_ontology_of_ones_own_go_end_to_end(self):
        ontology = self.write("mine.ontology", "nodes: Company\nkind Company: Organization\n"
                              "described Company: corporation company\nevents: TAKEOVER\n"
                              "relations: bossOf\nrange bossOf: Company\ndomain bossOf: Person\n")
        rules = self.write("mine.rules", "verbs TAKEOVER: acquire\n"
                           "pattern boss: chairwoman >nmod[of] 1:Company <appos 2:Person => bossOf(1, 2)\n")
        article, out = self.write("a.txt", ACME), self.folder / "a.json"
        formats = [x for f in ("json", "jsonld", "nq", "dot") for x in ("-o", out.with_suffix("." + f))]
        self.check(actant("build", article, "--ontology", ontology, "--rules", rules, *formats), DONE)
        graph = json.loads(out.read_text())
        node = {n["name"]: n for n in graph["nodes"]}
        self.assertEqual(node["Acme Corporation"]["type"], "Company")
        self.assertEqual(node["Anna Berg"]["type"], "Person")
        types = {e["type"]: e for e in graph["edges"]}
        self.assertIn("TAKEOVER", types)
        # The rule has its ends the wrong way round; domain and range put them right.
        self.assertEqual(types["bossOf"]["from"], node["Anna Berg"]["id"])
        self.assertEqual(types["bossOf"]["to"], node["Acme Corporation"]["id"])
        self.check(actant("verify", out, article), DONE)
        for extension, word in (("jsonld", "TAKEOVER"), ("nq", "ns#bossOf"), ("nq", "ns#Company"), ("dot", "bossOf")):
            self.assertIn(word, out.with_suffix("." + extension).read_text(), extension)

    def test_a_directive_replaces_the_shipped_types(self):
        ontology = self.write("mine.ontology", "replace events\nreplace relations\nevents: ACQUIRE\n")
        rules = self.write("mine.rules", "replace all\nverbs ACQUIRE: acquire\n")
        graph = self.graph(self.write("a.txt", ACME), "--ontology", ontology, "--rules", rules)
        self.assertEqual({e["type"] for e in graph["edges"]}, {"ACQUIRE"})

    def test_claims_take_rules_too(self):
        rules = self.write("mine.rules", RULES)
        result = self.check(actant("claims", "--readable", "--rules", rules, stdin=b"Google bought YouTube.\n"), DONE)
        self.assertEqual(result.stdout, b"Google acquired YouTube\n")

    def test_mistakes_fail_before_anything_is_built(self):
        out = self.write("out.json", "before")
        for name, option, content, message in (
                ("a.rules", "--rules", "verbs ASK: ask\n", "1:7: unknown edge type 'ASK'; one that was declared was expected"),
                ("b.rules", "--rules", "[A] met [B] => Met(1, 2)\n", "1:16: unknown edge type 'Met'; "),
                ("c.rules", "--rules", "[A]:Hobbit met [B] => ACT(1, 2)\n", "1:5: unknown node type 'Hobbit'; "),
                ("d.rules", "--rules", "colours: red\n", "1:1: unknown list 'colours'; "),
                ("e.ontology", "--ontology", "relations: Own\n", "1:12: bad name 'Own'; ")):
            path = self.write(name, content)
            for command in ("build", "claims"):
                extra = ("-o", out) if command == "build" else ()
                result = self.check(actant(command, ARTICLE, option, path, *extra), USAGE)
                self.assertTrue(result.stderr.decode().startswith(f"{path}:{message}"), result.stderr)
                self.assertEqual(result.stdout, b"")
        self.assertEqual(out.read_text(), "before")
        result = self.check(actant("build", ARTICLE, "--rules", self.folder / "none.rules"), USAGE)
        self.assertIn(b"none.rules: cannot be read; ", result.stderr)
        self.check(actant("build", ARTICLE, "--rules", self.folder), USAGE)

    def test_check_reports_all_mistakes(self):
        rules = self.write("mine.rules", RULES + "  test: Google sold YouTube. => acquired(Google, YouTube)\n"
                           "verbs ASK: ask\n[A met [B] => ACT(1, 2)\n  lemmas: greet\nwords loud: shout\n"
                           "[Anna]:Person [Bert]:Person => ACT(1, 2)\n")
        ontology = self.write("mine.ontology", "nodes: small\n")
        result = self.check(actant("rules", "check", rules, ontology), USAGE)
        lines = result.stderr.decode().splitlines()
        places = [line.split("/")[-1].split(": ")[0] for line in lines]
        self.assertEqual(places, ["mine.ontology:1:8", "mine.rules:5:7", "mine.rules:6:1", "mine.rules:8:7",
                                  "mine.rules:9:1", "mine.rules:4:9"])
        self.assertIn("gives nothing; acquired(Google, YouTube) was expected", lines[-1])
        good = self.write("good.rules", RULES)
        self.assertEqual(self.check(actant("rules", "check", good), DONE).stdout, b"1 file, 1 rule, 1 test: no mistakes\n")
        shown = self.check(actant("rules", "show", good), DONE).stdout.decode()
        self.assertIn("acquire|buy|purchase/VERB >nsubj 1:Organization >obj 2:Organization", shown)
        self.check(actant("rules"), USAGE)
        self.check(actant("rules", "check"), USAGE)

    def test_hostile_rule_files(self):
        deep = "pattern x: a" + " >obj (a" * 200_000 + " => ACT(1, 2)\n"
        for name, data in {
                "line.rules": b"verbs ACT: " + b"word " * 10_000_000, "nul.rules": b"verbs ACT: d\0o\n" * 1000,
                "latin.rules": b"verbs ACT: caf\xe9\n" * 1000, "noise.rules": bytes(range(256)) * 400,
                "deep.rules": deep.encode(), "slots.rules": b"[a" * 500_000 + b" => ACT(1, 2)\n",
                "long.rules": b"[A] " + b"and " * 500_000 + b"[B] => ACT(1, 2)\n",
                "arrows.rules": b"=>" * 500_000, "many.rules": b"x\n" * 500_000,
                "word.ontology": b"nodes: " + b"N" * 2_000_000, "types.ontology": b"nodes: " + b" ".join(b"N%d" % i for i in range(300_000))}.items():
            path = self.write(name, data)
            result = self.check(actant("rules", "check", path), USAGE)
            lines = result.stderr.splitlines()
            self.assertTrue(0 < len(lines) <= 101 and all(len(line) < 1000 for line in lines), name)
            self.assertRegex(lines[0].decode(), re.escape(name) + r"(:\d+:\d+)?: .*expected")
        self.check(actant("rules", "check", "/dev/zero"), USAGE)


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
