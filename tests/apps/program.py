# SPDX-License-Identifier: MIT
"""What the tests of the program share; ACTANT names it, ACTANT_SOURCE the source tree."""

import hashlib
import json
import os
import pathlib
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

    def check_ranges(self, graph, sources):
        """Each range of code points and of bytes is the same text, and no range is empty."""
        data = {hashlib.sha256(source).hexdigest(): source for source in sources}
        text = {name: as_read(source) for name, source in data.items()}

        def check(at, where):
            characters = text[at["document"]][at["start"]:at["end"]]
            self.assertTrue(characters, where)
            self.assertEqual(as_read(data[at["document"]][at["byteStart"]:at["byteEnd"]]), characters, where)
            return characters

        for node in graph["nodes"]:
            self.assertTrue(node["mentions"])
            for mention in node["mentions"]:
                check(mention, node["name"])
        ids = {node["id"] for node in graph["nodes"]}
        for edge in graph["edges"]:
            self.assertIn(edge["from"], ids)
            self.assertTrue(edge.get("to") in ids or edge.get("value"))
            self.assertTrue(edge["evidence"])
            for piece in edge["evidence"]:
                self.assertIn(check(piece, edge["label"]), piece["quote"])
                self.assertLessEqual(piece["end"] - piece["start"], 800)


def as_read(data):
    """The text that the program makes of the bytes of an article."""
    return data.decode(errors="replace").replace("\0", " ")
