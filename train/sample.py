# SPDX-License-Identifier: MIT
"""Plain text for the teacher: a random choice of news documents, one file a source, paragraphs parted by a blank line.

    python sample.py --data DIR --out DIR
"""

import argparse
import json
import os
import random

WORDS = {"wikinews": 214000, "gmb-voa": 300000, "isaf-press-releases": 50000, "senate-press-releases": 250000,
         "us-state-history": 130000, "whitehouse-remarks": 170000}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    generator = random.Random(7)
    for name, wanted in WORDS.items():
        with open(f"{options.data}/newstext/{name}.ndjson", encoding="utf8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        generator.shuffle(texts)
        words = 0
        with open(f"{options.out}/{name}.txt", "w", encoding="utf8") as out:
            for text in texts:
                out.write(text.strip().replace("\n", "\n\n") + "\n\n")
                words += len(text.split())
                if words >= wanted:
                    break


if __name__ == "__main__":
    main()
