"""How well unseen texts are judged: each text held out in turn, and all real ones held out at once.

A text held out is judged whole and, as short texts of their own, in passages of one and three sentences.

Slots (actors, deadlines, quantities, field, date) are counted over the actions of the gold, found or not, with the
judge that has not seen the text; their rules have been tuned on these texts.

    python benchmarks/accuracy.py [DATA] [--real '09*'…]

DATA (default: ../shared/data beside the checkout) has `speeches/NAME.txt`, `units/NAME.jsonl`, `gold/NAME.jsonl`.
Needs numpy.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from training import DATA, PASSAGES, Text, cut_all, read_gold, read_own, train

from tongzhi.extract import tasks
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


Slots = dict[str, Counts]
_NAMES = ("actors", "deadlines", "quantities", "field", "date")


def count_slots(text: Text, judge: Judge) -> Slots:
    """Count each slot as (right, extra, missed); field and date over the actions that were found."""
    tasks.shipped_judge = lambda: judge  # the pipeline with a judge that has not seen the text
    made = tasks.extract_tasks(text.text, meeting_date=text.day).tasks
    found = dict.fromkeys(_NAMES, (0, 0, 0))
    for row, line in zip(text.rows, text.lines, strict=True):
        if row["label"] != "A":
            continue
        unit = line.unit
        hits = [
            t
            for t in made
            if t.kind == "action" and unit.start <= t.source.start and t.source.end <= unit.end
        ]
        said = {
            "actors": [o.text for t in hits for o in t.owners if o.origin == "stated"],
            "deadlines": [d.text for t in hits for d in t.deadlines],
            "quantities": [q.text for t in hits for q in t.quantities],
        }
        for name, words in said.items():
            found[name] = _add(found[name], _match(list(dict.fromkeys(words)), row.get(name) or []))
        if hits and row.get("field"):
            right = any(t.field == row["field"] for t in hits)
            found["field"] = _add(found["field"], (right, not right, not right))
        if hits and row.get("date"):
            right = any(str(d.date) == row["date"] for t in hits for d in t.deadlines)
            found["date"] = _add(found["date"], (right, not right, not right))
    return found


def _add(one: Counts, other: Counts) -> Counts:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _match(said: list[str], wanted: list[str]) -> Counts:
    left = [_bare(words) for words in wanted]
    for words in map(_bare, said):
        best = next((other for other in left if _alike(words, other)), None)
        if best is not None:
            left.remove(best)
    right = len(wanted) - len(left)
    return right, len(said) - right, len(left)


def _bare(words: str) -> str:
    return (
        words.strip(" ，。；：、！？“”（）《》　").removeprefix("由").removeprefix("请").removeprefix("要求")
    )


def _alike(one: str, other: str) -> bool:
    """The same, or one holds the other and is at most half as long again."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (bool(shorter) and shorter in longer and len(shorter) * 3 >= len(longer) * 2)


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
    cut_all(gold + own)
    written = [text for text in gold if not any(fnmatch(text.name, r) for r in real)]
    judge = train(own + written)
    held = {t.name: count(t, judge) for t in gold if t not in written}
    show("all real texts held out", held, real)
    one_out: dict[str, tuple[Counts, Counts]] = {}
    slots: list[Slots] = []
    short: dict[int, list[tuple[Counts, Counts]]] = {size: [] for size in PASSAGES}
    for text in gold:
        judge = train(own + [other for other in gold if other is not text])
        one_out[text.name] = count(text, judge)
        slots.append(count_slots(text, judge))
        for size, found in short.items():
            found += [count(passage, judge) for passage in text.passages[size]]
    show("one text held out", one_out, real)
    for size, found in short.items():
        f_a, f_ab = f1([a for a, _ in found]), f1([ab for _, ab in found])
        print(f"  its passages of {size} as texts of their own   A-F1 {f_a:.3f}  AB-F1 {f_ab:.3f}")
    print("  slots: " + "  ".join(f"{name} {f1([found[name] for found in slots]):.3f}" for name in _NAMES))
    if own:
        judge = train(gold)
        show("our own texts, judge trained on DATA alone", {t.name: count(t, judge) for t in own}, real)


if __name__ == "__main__":
    main()
