"""Makes corpus/words.txt and corpus/extract/idf.tsv.

words.txt: the listed terms that stock jieba would cut up, each with the count that keeps it whole.
idf.tsv: how rare words are among our own texts in gold/.
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import jieba

ROOT = Path(__file__).resolve().parents[1] / "corpus"
LISTS = {"objects": "n", "actors": "n", "abstracts": "n", "acts": "vn"}
HEAD = "# User dictionary for word segmentation: word, count, part of speech; made by benchmarks/words.py."


RARITY_HEAD = (
    "# How rare a word is among texts of this genre (inverse document frequency); "
    "a word not listed is rarer still."
)


def make_rarity() -> None:
    from tongzhi.zh.script import simplified
    from tongzhi.zh.segment import tag_words

    counts: Counter[str] = Counter()
    size = 0
    for path in sorted((Path(__file__).parent / "texts").glob("*.txt")):
        for block in path.read_text("utf-8").split("\n## ")[1:]:
            counts.update(
                {
                    word.text
                    for word in tag_words(simplified(block))
                    if len(word.text) > 1 and word.text[0] > "\u3400"
                }
            )
            size += 1
    rows = [
        f"{word}\t{math.log((size + 1) / (count + 0.5)):.2f}"
        for word, count in sorted(counts.items())
        if count >= 3
    ]
    (ROOT / "extract" / "idf.tsv").write_text("\n".join([RARITY_HEAD, *rows]) + "\n", encoding="utf-8")
    print(len(rows), "words with their rarity")


def make_words() -> None:
    jieba.setLogLevel(60)
    terms: dict[str, str] = {}
    for name, tag in LISTS.items():
        for line in (ROOT / "extract" / f"{name}.txt").read_text("utf-8").splitlines():
            if not line.startswith("#"):
                for word in line.split():
                    terms.setdefault(word, tag)
    for line in (ROOT / "extract" / "fields.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            for word in line.split("\t")[1].split():
                terms.setdefault(word.rstrip("!"), "n")
    for word in (ROOT / "extract" / "terms.txt").read_text("utf-8").split("\n", 1)[1].split():
        terms.setdefault(word, "n")
    rows = []
    for word, tag in sorted(terms.items()):
        whole = all("\u4e00" <= char <= "\u9fff" for char in word)
        loose = tag == "vn" and word[-1] in "下遍话上来去到给出走人"
        if (
            whole
            and 2 <= len(word) <= 8
            and not loose
            and (jieba.lcut(word) != [word] or jieba.lcut(word, HMM=False) != [word])
        ):
            rows.append(f"{word} {max(50, jieba.suggest_freq(word) * 2)} {tag}")
    (ROOT / "words.txt").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    print(len(rows), "words")


if __name__ == "__main__":
    make_words()
    make_rarity()
