# SPDX-License-Identifier: MIT
"""Readers of the data folder for figures.py: treebanks as raw text, name sets as CoNLL-U, CoNLL-U as name tags."""


def raw_text(conllu):
    """The text of a treebank: sentences joined as SpaceAfter says, paragraphs by a blank line."""
    parts, gap, space, end = [], "", True, 0
    for line in conllu.split("\n"):
        column = line.split("\t")
        if line.startswith(("# newdoc", "# newpar")):
            gap = "\n\n"
        elif line.startswith("# text = "):
            parts.append((gap or (" " if space else "")) + line[len("# text = "):] if parts else line[len("# text = "):])
            gap, end = "", 0
        elif len(column) == 10 and "-" in column[0]:
            end, space = int(column[0].split("-")[1]), "SpaceAfter=No" not in column[9]
        elif len(column) == 10 and column[0].isdigit() and int(column[0]) > end:
            space = "SpaceAfter=No" not in column[9]
    return "".join(parts) + "\n"


def documents(conllu, wanted):
    """The part of a treebank whose documents' names satisfy wanted."""
    chosen, keep = [], False
    for block in conllu.split("\n\n"):
        for line in block.split("\n"):
            if line.startswith("# newdoc id = "):
                keep = wanted(line[len("# newdoc id = "):])
        if keep and block.strip():
            chosen.append(block + "\n\n")
    return "".join(chosen)


def words_of_bio(bio):
    """CoNLL-U with nothing but the tokens of a file of name tags."""
    lines, number = [], 0
    for line in bio.split("\n"):
        if "\t" in line and not line.startswith("-DOCSTART-"):
            number += 1
            lines.append(f"{number}\t{line.split(chr(9))[0]}" + "\t_" * 8)
        elif number:
            lines.append("")
            number = 0
    return "\n".join(lines) + "\n\n"


def bio_of_names(conllu):
    """Name tags out of the MISC column."""
    lines = []
    for line in conllu.split("\n"):
        column = line.split("\t")
        if len(column) == 10 and column[0].isdigit():
            tags = [item[3:] for item in column[9].split("|") if item.startswith("NE=")]
            lines.append(f"{column[1]}\t{tags[0] if tags else 'O'}")
        elif not line:
            lines.append("")
    return "\n".join(lines)
