# SPDX-License-Identifier: MIT
"""Runs a model file over the words of a CoNLL-U file (integer reference) and writes CoNLL-U, and BIO beside it.

    python evaluate.py MODEL GOLD.conllu OUT.conllu [OUT.bio]
"""

import sys

import data
from reference import Model


def main():
    model_path, gold, out, bio = (sys.argv + [None])[1:5]
    model = Model(model_path)
    bio = open(bio, "w", encoding="utf8") if bio else None
    with open(out, "w", encoding="utf8") as conllu:
        for sentence in data.read_conllu(gold):
            forms = [word.form for word in sentence.words]
            r = model.analyse(forms)
            for i, form in enumerate(forms):
                conllu.write("\t".join([str(i + 1), form, r["lemmas"][i], r["upos"][i], r["xpos"][i], r["feats"][i],
                                        str(r["heads"][i]), r["deprels"][i], "_", "_"]) + "\n")
                if bio:
                    bio.write(f"{form}\t{r['names'][i]}\n")
            conllu.write("\n")
            if bio:
                bio.write("\n")


if __name__ == "__main__":
    main()
