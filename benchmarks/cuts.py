"""How well speech without full stops is cut: F1 of the cuts, whole texts left out, and the weights that ship.

    python benchmarks/cuts.py [DATA] [--fit corpus/cutting.json]

Three settings. `bare`: every mark and blank is taken out of punctuated texts, and the sentence ends are to be found.
`paused`: every mark becomes a blank, and the pauses that end a sentence are to be told from the others. `given`: the
recognised one-line texts as they stand, against the units of the gold, which are the pieces between blanks or commas.
Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tongzhi.zh import cutting
from tongzhi.zh.turns import read_lines

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "shared" / "data"
WEIGHTS = HERE.parent / "corpus" / "cutting.json"
TAUGHT = ("0[0-8]*", "06*", "m*", "n*", "a27*", "a28*", "a30*", "a34*")
TOLD = ("a27", "a28", "a30", "a34")
GIVEN = ("a21", "a22", "a24", "a25")
FOLDS = 5
BOLD = 0.4
"""Without a pause a cut is made on so much less: a missed one glues two orders, a wrong one parts a sentence in two units."""
LEAST, SMALLEST = 4, 0.05
_ENDS, _MARKS = "。！？!?；;", "，,、：:。！？!?；;…—“”‘’《》（）()"
Sample = tuple[str, set[int]]
"""A stretch without marks (or with blanks for them) and the places in it where sentences end."""


def strip_marks(text: str, *, paused: bool) -> Sample:
    """Take the marks out of one paragraph; give the places where a sentence ended."""
    kept: list[str] = []
    ends: set[int] = set()
    size = 0
    for char in text:
        if char in _MARKS or char.isspace():
            if char in _ENDS and size:
                ends.add(size)
            if paused and kept and kept[-1] != " " and (char in "，,：:。！？!?；;" or char.isspace()):
                kept.append(" ")
        else:
            kept.append(char)
            size += 1
    return "".join(kept), ends


def samples(path: Path, *, paused: bool) -> list[Sample]:
    text = path.open(newline="", encoding="utf-8").read()
    turns: dict[int, str] = {}
    for line in read_lines(text):
        if not line.is_header:
            turns[line.turn] = (
                turns.get(line.turn, "")
                + text[line.start : line.end]
                + ("" if text[line.end - 1 : line.end] in _ENDS else "。")
            )
    found = []
    for words in turns.values():
        # long turns as recognition gives them: a row of some hundred characters
        for part in re.findall(r"(?:[^。！？]*[。！？]+){1,12}", words):
            found += [strip_marks(part, paused=paused)]
    return [(text, ends) for text, ends in found if len(text) > 24]


Rows = tuple[list[dict[str, float]], list[bool]]


def rows(found: Sequence[Sample]) -> Rows:
    """Give the signs of every possible cut of a text, and which are right."""
    signs: list[dict[str, float]] = []
    wanted: list[bool] = []
    for sample in found:
        one, other = _rows(sample)
        signs += one
        wanted += other
    return signs, wanted


def _rows(sample: Sample) -> Rows:
    text, ends = sample
    signs, wanted = [], []
    last = 0
    letters = np.cumsum([not char.isspace() for char in text]).tolist()
    for at, resume, pause in cutting.candidates(text, pauses=True):
        if at <= last or at - last < 2:
            continue
        right = letters[at - 1] in ends
        signs.append(cutting.cut_signs(text, last, at, resume, pause))
        wanted.append(right)
        if right:
            last = resume
    return signs, wanted


def fit(texts: Sequence[Rows], threshold: float) -> dict[str, float]:
    signs = [row for text in texts for row in text[0]]
    wanted = [label for text in texts for label in text[1]]
    counts = Counter(name for row in signs for name in row)
    signs = [{name: value for name, value in row.items() if counts[name] >= LEAST} for row in signs]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=1.0, max_iter=400, fit_intercept=False)
    model.fit(vectorizer.fit_transform(signs), wanted)
    weights = dict(zip(vectorizer.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True))
    for kind, least in (("pause", threshold), ("none", threshold * BOLD)):
        weights[kind] = weights.get(kind, 0.0) - float(np.log(least / (1 - least)))
    return {name: round(value, 2) for name, value in sorted(weights.items()) if abs(value) >= SMALLEST}


def count(weights: dict[str, float], sample: Sample) -> tuple[int, int, int]:
    text, ends = sample
    letters = [0, *np.cumsum([not char.isspace() for char in text]).tolist()]
    said = {
        letters[end] for _, end in cutting.find_cuts(text, sparse=True, cautious=False, weights=weights)[:-1]
    }
    inner = ends - {letters[-1]}
    return len(said & inner), len(said - inner), len(inner - said)


def f1(counts: Sequence[tuple[int, int, int]]) -> str:
    hit, extra, missed = (sum(row[i] for row in counts) for i in range(3))
    p, r = hit / max(1, hit + extra), hit / max(1, hit + missed)
    return f"F1 {2 * p * r / max(1e-9, p + r):.3f} (P {p:.3f}, R {r:.3f}, n={hit + missed})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--fit", type=Path)
    parser.add_argument("--threshold", type=float, default=0.25)
    options = parser.parse_args()
    shipped = json.loads(WEIGHTS.read_text("utf-8"))["weights"] if WEIGHTS.exists() else {}
    paths = sorted({path for glob in TAUGHT for path in (options.data / "speeches").glob(f"{glob}.txt")})
    made = {(path.stem, paused): samples(path, paused=paused) for path in paths for paused in (False, True)}
    signs = {key: rows(found) for key, found in made.items()}
    learnt = {}
    for path in paths:  # texts of one group are of one writer: each is held out with its fellows of a fifth
        fold = paths.index(path) % FOLDS
        if fold not in learnt:
            others = [
                signs[other.stem, kind]
                for place, other in enumerate(paths)
                if place % FOLDS != fold
                for kind in (False, True)
            ]
            learnt[fold] = fit(others, options.threshold)
    for paused in (False, True):
        groups: dict[str, list[tuple[int, int, int]]] = {"a": [], "m": [], "n": [], "0": []}
        for place, path in enumerate(paths):
            groups[path.stem[0]] += [
                count(learnt[place % FOLDS], sample) for sample in made[path.stem, paused]
            ]
        title = "paused" if paused else "bare"
        print(
            title,
            "whole texts left out:",
            "  ".join(f"{name}: {f1(found)}" for name, found in groups.items()),
        )
        told = [sample for path in paths if path.stem.startswith(TOLD) for sample in made[path.stem, paused]]
        every = [count({"bias": 1.0}, sample) for sample in told]
        print(f"  every candidate cut, group a: {f1(every)}")
        if shipped:
            print(f"  weights that ship, group a: {f1([count(shipped, sample) for sample in told])}")
    if options.fit:
        weights = fit(list(signs.values()), options.threshold)
        options.fit.write_text(
            json.dumps(
                {
                    "about": "Weights of signs of a sentence's end; made by benchmarks/cuts.py.",
                    "weights": weights,
                },
                ensure_ascii=False,
                indent=1,
            )
            + "\n",
            encoding="utf-8",
        )
        print(f"{len(weights)} weights → {options.fit}")


if __name__ == "__main__":
    main()
