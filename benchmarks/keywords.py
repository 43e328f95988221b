"""Whether keywords name what a speech is about: precision at 15 beside jieba's own TF-IDF and TextRank.

    python benchmarks/keywords.py [DATA] [--show]

Ten texts of ten kinds have a list of fifteen by each of two readings, apart in time (`gold/keywords.tsv`); a keyword is
right if it is in either list, or holds or is held by one of it and they share two thirds of their characters. Texts that
are not in `gold/` are read from DATA, and left out without it.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from gold import GOLD
from opencc import OpenCC

from tongzhi.extract.keywords import extract_keywords

LIMIT = 15
simplified = OpenCC("t2s").convert


def read_lists() -> dict[str, set[str]]:
    """Give each text's words of both readings."""
    found: dict[str, set[str]] = {}
    for row in (GOLD / "keywords.tsv").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            name, _, words = row.split("\t")
            found.setdefault(name, set()).update(simplified(words).lower().split())
    return found


def alike(one: str, other: str) -> bool:
    """The same, or one holds the other and is at most half as long again."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (shorter in longer and len(shorter) * 3 >= len(longer) * 2)


def precision(words: Iterable[str], wanted: Iterable[str]) -> float:
    """Give the share of the first fifteen words that readers name."""
    found = [simplified(word).lower() for word in words][:LIMIT]
    return sum(any(alike(word, other) for other in wanted) for word in found) / LIMIT


def main() -> None:
    import jieba
    import jieba.analyse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--show", action="store_true", help="the words themselves")
    options = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    ways: dict[str, Callable[[str], list[str]]] = {
        "tongzhi": lambda text: [word.word for word in extract_keywords(text, LIMIT)],
        "TF-IDF": lambda text: jieba.analyse.extract_tags(simplified(text), LIMIT),
        "TextRank": lambda text: jieba.analyse.textrank(simplified(text), LIMIT),
    }
    sums = dict.fromkeys(ways, 0.0)
    count = 0
    print(f"{'':32s}" + "".join(f"{name:>10s}" for name in ways))
    for name, wanted in read_lists().items():
        folders = [GOLD, *([options.data] if options.data else [])]
        path = next(
            (f / "speeches" / f"{name}.txt" for f in folders if (f / "speeches" / f"{name}.txt").exists()),
            None,
        )
        if path is None:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        words = {way: give(text) for way, give in ways.items()}
        found = {way: precision(given, wanted) for way, given in words.items()}
        count += 1
        for way, value in found.items():
            sums[way] += value
        print(f"{name:32s}" + "".join(f"{value:10.2f}" for value in found.values()))
        if options.show:
            print("   ", " ".join(words["tongzhi"]))
    print(f"{'all':32s}" + "".join(f"{value / max(1, count):10.3f}" for value in sums.values()))


if __name__ == "__main__":
    main()
