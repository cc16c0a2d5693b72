# SPDX-License-Identifier: MIT
"""What users do wrong, and what files can do to the program."""

import gzip
import json
import subprocess
import unittest

from program import ACME, ARTICLE, Case, DONE, NOTHING, PROGRAM, SOME_FAILED, SOURCE, USAGE, actant


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

    def test_an_output_that_cannot_be_written(self):
        for out in ("/dev/full", self.folder / "no/such/folder/x.json"):
            result = self.check(actant("build", ARTICLE, "-o", out), NOTHING)
            self.assertIn(f"{out}: cannot be written: No ", result.stderr.decode())
        result = self.check(actant("build", ARTICLE, "-o", self.folder), NOTHING)
        self.assertIn(b": cannot be written: Is a directory; ", result.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_every_command_notices_a_full_disk(self):
        article, graph = self.write("a.txt", ACME), self.folder / "a.json"
        self.check(actant("build", article, "-o", graph), DONE)
        for command in (["build", article], ["claims", article], ["analyze", article], ["formats"], ["--help"],
                        ["stats", graph], ["merge", graph], ["verify", graph], ["explain", graph, "n1"],
                        ["resolve", graph], *(["build", article, "--format", f] for f in ("dot", "png", "nq", "jsonld"))):
            with open("/dev/full", "wb") as full:
                result = subprocess.run([PROGRAM, *map(str, command)], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(result.returncode, NOTHING, command)
            self.assertRegex(result.stderr, rb"^standard output: cannot be written")

    def test_closed_streams_are_no_files(self):
        article, graph = self.write("a.txt", ACME), self.folder / "a.json"
        shell = lambda words: subprocess.run(["sh", "-c", words, PROGRAM, article, graph], capture_output=True)
        self.assertEqual(shell('"$0" claims "$1" >&-').returncode, NOTHING)
        self.assertEqual(shell('"$0" claims - <&-').returncode, NOTHING)
        self.check(shell('"$0" build "$1" -o "$2" >&-'), DONE)
        self.assertEqual(shell('"$0" verify "$2" </dev/null').returncode, DONE)

    def test_a_list_of_failures_that_cannot_be_written(self):
        self.check(actant("build", self.folder / "none.txt", ARTICLE, "--failures", "/dev/full"), NOTHING)

    def test_nothing_to_read_is_the_same_for_every_command(self):
        for command in (["build"], ["claims"], ["claims", "--lines"], ["claims", "--readable"], ["analyze"],
                        ["analyze", "--input", "conllu"], ["verify"], ["stats"], ["merge"], ["resolve"]):
            for path in (self.folder / "none.txt", "/proc/self/mem"):
                result = self.check(actant(*command, path), NOTHING)
                self.assertIn(str(path).encode(), result.stderr)
                self.assertEqual(result.stdout, b"")

    def test_one_bad_file_does_not_stop_the_others(self):
        for command in (["claims"], ["claims", "--lines"], ["claims", "--readable"], ["analyze"]):
            result = self.check(actant(*command, self.folder / "none.txt", ARTICLE), SOME_FAILED)
            self.assertIn(b"Kazakhstan", result.stdout)

    def test_a_failed_output_leaves_the_others_as_they_were(self):
        kept = self.write("kept.json", "before")
        self.check(actant("build", ARTICLE, "-o", kept, "-o", self.folder / "no/x.json"), NOTHING)
        self.assertEqual(kept.read_text(), "before")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["kept.json"])

    def test_wrong_usage(self):
        for arguments in ([], ["dance"], ["build"], ["build", ARTICLE, "-o", "x.unknown"],
                          ["build", ARTICLE, "--format", "unknown"], ["analyze", "--input", "pdf"],
                          ["build", ARTICLE, "-o", ""], ["build", ARTICLE, "-o", "x.json", "-o", "x.json"],
                          ["build", ARTICLE, "--threads", "-1"], ["stats", ARTICLE, "--central", "-1"]):
            self.check(actant(*arguments), USAGE)

    def test_hostile_bytes(self):
        for name, data in {"nul.txt": b"Acme\0 acquired \0\0Widget Co.\n", "word.txt": b"x" * 3_000_000,
                           "comma.txt": b"Acme, " * 50_000, "deep.txt": b"<i>(" * 10_000,
                           "controls.txt": bytes(range(1, 32)) + ACME.encode()}.items():
            graph = self.graph(self.write(name, data))
            self.check_ranges(graph, [data])

    def test_what_is_no_text(self):
        for name, data in {"noise.txt": bytes(range(256)) * 400, "packed.txt": gzip.compress(ACME.encode() * 50),
                           "wide.txt": ACME.encode("utf-16"), "wide2.txt": ACME.encode("utf-16-le"),
                           "nul.txt": b"\0" * 1000, "blank.txt": "\u00a0\u2028\ufeff\n".encode()}.items():
            result = self.check(actant("build", self.write(name, data)), NOTHING)
            self.assertRegex(result.stderr.decode(), name + r"(:1:1)?: .*; .* was expected\n")

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


if __name__ == "__main__":
    unittest.main(verbosity=2)
