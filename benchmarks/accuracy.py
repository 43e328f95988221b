"""How well unseen texts are judged: each text held out in turn, and all real ones held out at once.

    python benchmarks/accuracy.py [DATA] [--real '09*'…]

DATA (default: ../shared/data beside the checkout) has `speeches/NAME.txt`, `units/NAME.jsonl`, `gold/NAME.jsonl`.
Needs numpy.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from training import DATA, Text, read_gold, read_own, train

from tongzhi.extract.classify import Judge
from tongzhi.extract.verdicts import decide

REAL = ("09*", "10*", "11*", "12*", "13*", "14*")
Counts = tuple[int, int, int]


def count(text: Text, judge: Judge) -> tuple[Counts, Counts]:
    kinds = decide(judge.scores(text.signs, text.lines), text.genre)
    found = []
    for labels, wanted in (("A", {"action"}), ("AB", {"action", "requirement"})):
        pairs = [
            (kind in wanted, label in labels)
            for kind, label in zip(kinds, text.labels, strict=True)
            if label != "?"
        ]
        hit = sum(p and g for p, g in pairs)
        found.append((hit, sum(p and not g for p, g in pairs), sum(g and not p for p, g in pairs)))
    return found[0], found[1]


def f1(counts: Sequence[Counts]) -> float:
    hit, extra, missed = (sum(row[i] for row in counts) for i in range(3))
    return 2 * hit / (2 * hit + extra + missed) if hit + extra + missed else 1.0


def show(title: str, results: dict[str, tuple[Counts, Counts]], real: Sequence[str]) -> None:
    print(title)
    for name, (a, ab) in results.items():
        print(f"  {name:24s} A-F1 {f1([a]):.2f} {a!s:16s} AB-F1 {f1([ab]):.2f}")
    groups = {"written": [], "real": [], "together": []}
    for name, pair in results.items():
        groups["real" if any(fnmatch(name, r) for r in real) else "written"].append(pair)
        groups["together"].append(pair)
    for name, pairs in groups.items():
        print(f"  {name:24s} A-F1 {f1([p[0] for p in pairs]):.3f}  AB-F1 {f1([p[1] for p in pairs]):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--real", action="append", help="texts held out together")
    options = parser.parse_args()
    real = tuple(options.real or REAL)
    gold, own = read_gold(options.data), read_own()
    written = [text for text in gold if not any(fnmatch(text.name, r) for r in real)]
    judge = train(own + written)
    held = {t.name: count(t, judge) for t in gold if t not in written}
    show("all real texts held out", held, real)
    one_out = {t.name: count(t, train(own + [other for other in gold if other is not t])) for t in gold}
    show("one text held out", one_out, real)
    if own:
        judge = train(gold)
        show("our own texts, judge trained on DATA alone", {t.name: count(t, judge) for t in own}, real)


if __name__ == "__main__":
    main()
