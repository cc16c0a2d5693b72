# SPDX-License-Identifier: MIT
"""Compares every #include with the declared dependencies of its folder.

    check_layers.py ROOT          exit 1 and one line for each include that is not allowed
    check_layers.py --selftest    exit 1 unless forbidden includes are found in made-up trees
"""

import pathlib
import re
import sys
import tempfile

LAYERS = ["base", "nlp", "graph", "ingest", "export"]
FREE = ["apps", "examples", "tests"]  # see everything, and nothing includes them
# Foreign headers: the folders whose sources may include them.
FOREIGN = {"boost/": ["graph"], "rapidjson/": ["ingest", "export", "apps"],
           "graphviz/": ["export"], "openssl/": ["base"], "zlib.h": ["ingest", "tests"], "CLI/": ["apps"], "catch2/": ["tests"],
           "benchmark/": ["tests"]}
OPEN_HEADERS = ["graph/adjacency.hpp", "graph/knowledge_graph_impl.hpp", "apps/program.hpp",
                "tests/support/catch.hpp"]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def declared(root):
    """folder -> folders that it may include, through its dependencies too."""
    direct = {}
    for layer in LAYERS:
        text = (root / layer / "CMakeLists.txt").read_text(encoding="utf8")
        depends = re.search(r"\bDEPENDS\s+((?:actant::\w+\s*)+)", text)
        direct[layer] = re.findall(r"actant::(\w+)", depends.group(1)) if depends else []
    allowed = {}
    for layer in LAYERS:  # in dependency order
        allowed[layer] = {layer}
        for below in direct[layer]:
            allowed[layer] |= allowed.get(below, {below})
    return allowed


def private_headers(root, layer):
    """Headers that are listed as sources are not part of the folder's interface."""
    text = (root / layer / "CMakeLists.txt").read_text(encoding="utf8")
    public = re.search(r"\bHEADERS\s+(.*?)\b(?:SOURCES|DEPENDS|PRIVATE_DEPENDS)\b", text, re.S)
    listed = set(re.findall(r"[\w/]+\.hpp", public.group(1))) if public else set()
    return {f.name for f in (root / layer).glob("*.hpp")} - listed


def violations(root):
    allowed = declared(root)
    private = {layer: private_headers(root, layer) for layer in LAYERS}
    for folder in LAYERS + FREE:
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            name = path.relative_to(root).as_posix()
            for mark, header in INCLUDE.findall(path.read_text(encoding="utf8")):
                target = header.split("/")[0]
                if mark == '"' and target in FREE and folder in LAYERS:
                    yield f"{name}: includes {header}, but nothing may include {target}"
                elif mark == '"' and target in LAYERS and folder in LAYERS and target not in allowed[folder]:
                    yield f"{name}: includes {header}, but {folder} does not depend on {target}"
                elif mark == '"' and target not in LAYERS + FREE:
                    yield f"{name}: includes \"{header}\"; a path from the root was expected"
                for prefix, folders in FOREIGN.items():
                    if mark != "<" or not header.startswith(prefix):
                        continue
                    private_header = folder in LAYERS and path.name in private[folder]
                    if folder not in folders:
                        yield f"{name}: includes <{header}>, which only {', '.join(folders)} may"
                    elif path.suffix == ".hpp" and name not in OPEN_HEADERS and not private_header:
                        yield f"{name}: a public header includes <{header}>"


def selftest():
    cases = {'#include "ingest/a.hpp"\n': "graph/x.cpp", "#include <boost/any.hpp>\n": "export/x.cpp",
             '#include "tests/a.hpp"\n': "base/x.cpp", "#include <rapidjson/a.h>\n": "ingest/open.hpp",
             '#include "sibling.hpp"\n': "nlp/x.cpp"}
    for text, name in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for layer in LAYERS + FREE:
                (root / layer).mkdir()
                (root / layer / "CMakeLists.txt").write_text("actant_library(x HEADERS open.hpp SOURCES a.cpp)\n")
            if list(violations(root)):
                return "an empty tree has violations"
            (root / name).write_text(text)
            if len(list(violations(root))) != 1:
                return f"not found: {text.strip()} in {name}"
    return None


def main():
    if sys.argv[1] == "--selftest":
        error = selftest()
        if error:
            print(error)
        return 1 if error else 0
    found = list(violations(pathlib.Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
