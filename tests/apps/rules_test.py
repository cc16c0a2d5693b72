# SPDX-License-Identifier: MIT
"""Rules and types of the user's own."""

import json
import re
import unittest

from program import ACME, ARTICLE, Case, DONE, USAGE, actant


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
        self.assertIn(b"none.rules: No such file or directory; ", result.stderr)
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


if __name__ == "__main__":
    unittest.main(verbosity=2)
