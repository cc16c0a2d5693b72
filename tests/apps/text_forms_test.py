# SPDX-License-Identifier: MIT
"""One article in the many forms that files have."""

import json
import os
import subprocess
import unittest

from program import ACME, ARTICLE, Case, DONE, PROGRAM, actant


def content(graph):
    """What a graph says, without the places and the article's hash."""
    key = {node["id"]: node["key"].split("#")[0] for node in graph["nodes"]}
    nodes = sorted((key[n["id"]], n["name"], n["aliases"], len(n["mentions"])) for n in graph["nodes"])
    edges = sorted((key[e["from"]], e["label"], key.get(e.get("to"), e.get("value")), e["confidence"])
                   for e in graph["edges"])
    return graph["documents"][0]["title"], graph["documents"][0]["published"], nodes, edges


class TextForms(Case):
    def test_line_ends_and_byte_order_marks_change_nothing(self):
        text = ARTICLE.read_text(encoding="utf8")
        expected = content(self.graph(ARTICLE))
        for name, form in {"windows": text.replace("\n", "\r\n"), "mac": text.replace("\n", "\r"),
                           "separators": text.replace("\n", "\u2028"), "paragraphs": text.replace("\n\n", "\u2029"),
                           "next line": text.replace("\n", "\u0085"), "mark": "\ufeff" + text}.items():
            graph = self.graph(self.write("a.txt", form))
            self.assertEqual(content(graph), expected, name)
            self.check_ranges(graph, [form.encode()])

    def test_names_do_not_depend_on_the_kind_of_blank(self):
        expected = content(self.graph(self.write("a.txt", ACME)))
        for blank in "\u00a0", "\u2009", "\u202f", "\u3000", "\t", "  ":
            form = ACME.replace(" ", blank)
            path, out = self.write("a.txt", form), self.folder / "a.json"
            self.check(actant("build", path, "-o", out), DONE)
            self.check(actant("verify", out), DONE)
            graph = json.loads(out.read_text())
            self.assertEqual(content(graph), expected, hex(ord(blank[0])))
            self.check_ranges(graph, [form.encode()])

    def test_invalid_utf8_is_repaired_and_reported_and_offsets_stay_right(self):
        for data, place in ((b"Caf\xe9 owner Anna Berg \xff met Karl Lang in Vienna.\n", 4),
                            (b"\xed\xa0\x80Anna Berg \xed\xbf met Karl Lang in Vienna.\n", 1),
                            (b"Anna\xc0\x80 Berg met Karl Lang in \xf0\x9f\x98Vienna.\n", 5),
                            ("Anna \U0001f600 Ber\u0301g".encode() + b"\x80\0 met Karl Lang in Vienna.\n", 13)):
            path = self.write("bytes.txt", data)
            result = self.check(actant("build", path), DONE)
            self.assertRegex(result.stderr.decode(), rf"bytes\.txt:1:{place}: ")
            graph = json.loads(result.stdout)
            self.check_ranges(graph, [data])
            lang = next(node for node in graph["nodes"] if node["name"] == "Karl Lang")
            self.assertEqual([data[m["byteStart"]:m["byteEnd"]] for m in lang["mentions"]], [b"Karl Lang"])

    def test_any_file_name_gives_valid_output(self):
        for name in (b"new\nline.txt", b'quo"te\\.txt', "\u2028\u00e9\U0001f600.txt".encode(), b"<a>&%20.txt", b"latin\xe9.txt"):
            path = os.fsencode(self.folder) + b"/" + name
            with open(path, "wb") as out:
                out.write(ACME.encode())
            for form in ("json", "jsonld", "nq", "svg", "dot"):
                result = subprocess.run([PROGRAM, "build", path, "--format", form], capture_output=True)
                self.check(result, DONE)
                text = result.stdout.decode()
                if form.startswith("json"):
                    json.loads(text)
                if form == "nq":
                    self.assertTrue(all(line.endswith(" .") for line in text.split("\n")[:-1]))

    def test_lines_of_windows_and_tabs_keep_the_columns(self):
        given = b"Anna met Karl in Vienna .\r\n\r\nBob\tpraised Karl .\r\n"
        rows = self.check(actant("claims", "--lines", stdin=given), DONE).stdout.decode().split("\n")[:-1]
        self.assertEqual([row.split("\t")[0] for row in rows], ["Anna met Karl in Vienna .", "Bob praised Karl ."])
        self.assertTrue(all(len(row.split("\t")) >= 5 for row in rows))


if __name__ == "__main__":
    unittest.main(verbosity=2)
