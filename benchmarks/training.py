"""Trains the judge of sentences: two logistic regressions in two steps, weights rounded into one JSON file.

    python benchmarks/training.py [DATA] [-o corpus/extract/model.json]

DATA is a folder with `speeches/`, `units/` and `gold/` (see benchmarks/accuracy.py); the project's own written
texts in benchmarks/texts are always added. No text gets into the model, only weights of words and signs.
Needs numpy.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from tongzhi.extract.classify import Judge, Signs, read_text
from tongzhi.extract.features import Features, context_rows
from tongzhi.extract.outline import Line

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "shared" / "data"
MODEL = HERE.parent / "corpus" / "extract" / "model.json"


@dataclass
class Text:
    """One labelled text with the features of its units."""

    name: str
    text: str
    labels: list[str]
    lines: list[Line] = field(default_factory=list)
    signs: list[Signs] = field(default_factory=list)
    genre: Features = field(default_factory=dict)
    weight: float = 1.0
    rows: list[dict[str, Any]] = field(default_factory=list)
    """What DATA's gold says of each unit, with its slots."""
    day: date | None = None
    passages: dict[int, list[Text]] = field(default_factory=dict)
    """Its passages of so many units, each read as if it were a whole text."""

    def __post_init__(self) -> None:
        reading = read_text(self.text)
        self.lines, self.signs, self.genre = reading.lines, reading.signs, reading.genre
        if len(self.lines) != len(self.labels):
            raise ValueError(f"{self.name}: {len(self.lines)} units, {len(self.labels)} labels")


def cut(text: Text, size: int) -> list[Text]:
    """Cut a text into passages of `size` units; those that read differently by themselves are left out."""
    found = []
    for first in range(0, len(text.lines), size):
        inside = text.lines[first : first + size]
        words = text.text[inside[0].unit.start : inside[-1].unit.end]
        labels = text.labels[first : first + size]
        if len(inside) < len(text.lines) and len(read_text(words).lines) == len(labels):
            found.append(Text(f"{text.name}#{first}", words, labels, weight=text.weight))
    return found


def cut_all(texts: Sequence[Text]) -> None:
    """Give every text its passages."""
    for text in texts:
        text.passages = {size: cut(text, size) for size in PASSAGES}


def read_gold(folder: Path) -> list[Text]:
    index = [
        line.split("\t") for line in (folder / "speeches" / "index.tsv").read_text("utf-8").splitlines()[1:]
    ]
    days = {row[0].removesuffix(".txt"): row[3] for row in index}
    found = []
    for path in sorted((folder / "gold").glob("*.jsonl")):
        text = (folder / "speeches" / f"{path.stem}.txt").open(newline="", encoding="utf-8").read()
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        day = days.get(path.stem, "-")
        found.append(
            Text(
                path.stem,
                text,
                [row["label"] for row in rows],
                rows=rows,
                day=None if day == "-" else date.fromisoformat(day),
            )
        )
    return found


def read_own(folder: Path = HERE / "texts") -> list[Text]:
    """Read our own labelled texts: `## name`, then `A sentence` a line; a small letter goes on in the same line."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n## ")[1:]:
            head, *rows = [row for row in block.split("\n") if row.strip()]
            text = ""
            for row in rows:
                text += ("" if row[0].islower() or not text else "\n") + row[2:]
            found.append(Text(f"{path.stem}/{head}", text, [row[0].upper() for row in rows]))
    return found


class Table:
    """Rows of signs as sparse columns."""

    def __init__(
        self, rows: Sequence[Features], least: dict[bool, int], names: list[str] | None = None
    ) -> None:
        if names is None:
            counts = Counter(name for row in rows for name in row)
            names = sorted(name for name, count in counts.items() if count >= least[name[1:2] == ":"])
        self.names = names
        place = {name: index for index, name in enumerate(names)}
        cells = [[(place[name], value) for name, value in row.items() if name in place] for row in rows]
        self.rows = np.repeat(np.arange(len(rows)), [len(row) for row in cells])
        self.columns = np.array([cell[0] for row in cells for cell in row], int)
        self.values = np.array([cell[1] for row in cells for cell in row])
        self.size = len(rows)
        self.hold = np.array([hold_of(name) for name in names])

    def dot(self, weights: np.ndarray) -> np.ndarray:
        """Give each row's score."""
        return np.bincount(self.rows, self.values * weights[self.columns], self.size)

    def back(self, slope: np.ndarray) -> np.ndarray:
        """Give what a slope of the rows means for each sign."""
        return np.bincount(self.columns, self.values * slope[self.rows], len(self.names))


def hold_of(name: str) -> float:
    """How tightly a sign's weight is held at nothing."""
    if name == "bias":
        return 0.02
    return HOLD.get(name[:1], 1.0) if name[1:2] == ":" else 1.0


HOLD = {"w": 1.0, "s": 3.0, "g": 2.0, "p": 2.0, "e": 2.0, "t": 1.0}
RIDGE = 3.0
RIDGE_2 = 10.0
LEAST = {True: 3, False: 2}
PASSAGES = (1, 3)
PASSAGE_WEIGHT = 0.3
"""The second step also sees passages of a text alone, so that a short text is judged by its own words."""


def fit_units(signs: Sequence[Signs], wanted: np.ndarray, weight: np.ndarray) -> tuple[dict[str, float], ...]:
    """Fit the first step: the unit's own signs plus the pooled scores of its clauses."""
    units = Table([row.unit for row in signs], LEAST)
    clauses = Table([clause for row in signs for clause in row.clauses or [{}]], LEAST)
    starts = np.cumsum([0, *(max(1, len(row.clauses)) for row in signs)])[:-1]
    owner = np.repeat(np.arange(len(signs)), [max(1, len(row.clauses)) for row in signs])
    cut = len(units.names)
    hold = RIDGE * np.concatenate([units.hold, clauses.hold])

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        scores = clauses.dot(point[cut:])
        top = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - top[owner])
        total = np.add.reduceat(shares, starts)
        logits = np.clip(units.dot(point[:cut]) + top + np.log(total), -30, 30)
        chance = 1 / (1 + np.exp(-logits))
        value = -(weight * (wanted * np.log(chance) + (1 - wanted) * np.log1p(-chance))).sum()
        slope = weight * (chance - wanted)
        back = np.concatenate([units.back(slope), clauses.back((slope / total)[owner] * shares)])
        return value + 0.5 * (hold * point * point).sum(), back + hold * point

    point = minimise(loss, np.zeros(len(hold)))
    return (
        dict(zip(units.names, point[:cut].tolist(), strict=True)),
        dict(zip(clauses.names, point[cut:].tolist(), strict=True)),
    )


def fit_rows(rows: Sequence[Features], wanted: np.ndarray, weight: np.ndarray) -> dict[str, float]:
    """Fit the second step, a plain logistic regression."""
    table = Table(rows, LEAST)
    hold = RIDGE_2 * table.hold

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        chance = 1 / (1 + np.exp(-np.clip(table.dot(point), -30, 30)))
        value = -(weight * (wanted * np.log(chance) + (1 - wanted) * np.log1p(-chance))).sum()
        return value + 0.5 * (hold * point * point).sum(), table.back(
            weight * (chance - wanted)
        ) + hold * point

    return dict(zip(table.names, minimise(loss, np.zeros(len(hold))).tolist(), strict=True))


def minimise(loss, point: np.ndarray, steps: int = 120, memory: int = 10) -> np.ndarray:
    """Walk downhill (L-BFGS with backtracking)."""
    value, slope = loss(point)
    history: list[tuple[np.ndarray, np.ndarray, float]] = []
    for _ in range(steps):
        way = -_precondition(slope, history)
        length = 1.0 if history else min(1.0, 1 / np.abs(slope).sum())
        drop = float(slope @ way)
        while True:
            new = point + length * way
            new_value, new_slope = loss(new)
            if new_value <= value + 1e-4 * length * drop or length < 1e-8:
                break
            length *= 0.5
        change, turn = new - point, new_slope - slope
        if (product := float(change @ turn)) > 1e-12:
            history = [*history[-memory + 1 :], (change, turn, product)]
        done = value - new_value < 1e-5 * max(1.0, abs(value))
        point, value, slope = new, new_value, new_slope
        if done:
            break
    return point


def _precondition(slope: np.ndarray, history: list[tuple[np.ndarray, np.ndarray, float]]) -> np.ndarray:
    found = slope.copy()
    parts = []
    for change, turn, product in reversed(history):
        part = float(change @ found) / product
        parts.append(part)
        found -= part * turn
    if history:
        change, turn, product = history[-1]
        found *= product / float(turn @ turn)
    for (change, turn, product), part in zip(history, reversed(parts), strict=True):
        found += change * (part - float(turn @ found) / product)
    return found


def train(texts: Sequence[Text], folds: int = 5) -> Judge:
    """Train both steps; the second learns from judgements on texts that the first had not seen."""
    unit, clause = _fit_first(texts)
    rows, labels, weights = [], [], []
    for fold in range(folds):
        part = Judge(*_fit_first([text for index, text in enumerate(texts) if index % folds != fold]), {})
        for whole in texts[fold::folds]:
            shorter = [(text, PASSAGE_WEIGHT) for size in PASSAGES for text in whole.passages.get(size, ())]
            for text, share in ((whole, 1.0), *shorter):
                context = context_rows(part.first_scores(text.signs), text.lines)
                for row, label in zip(context, text.labels, strict=True):
                    if label != "?":
                        rows.append(row)
                        labels.append(label)
                        weights.append(text.weight * share)
    second = {
        kind: fit_rows(rows, np.array([label in wanted for label in labels], float), np.array(weights))
        for kind, wanted in (("a", "A"), ("t", "AB"))
    }
    return Judge(unit, clause, second)


def _fit_first(texts: Sequence[Text]) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    rows = [
        (sign, label, text.weight)
        for text in texts
        for sign, label in zip(text.signs, text.labels, strict=True)
        if label != "?"
    ]
    signs, weights = [row[0] for row in rows], np.array([row[2] for row in rows])
    unit, clause = {}, {}
    for kind, wanted in (("a", "A"), ("t", "AB")):
        unit[kind], clause[kind] = fit_units(
            signs, np.array([row[1] in wanted for row in rows], float), weights
        )
    return unit, clause


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("-o", "--output", type=Path, default=MODEL)
    options = parser.parse_args()
    texts = read_own() + (read_gold(options.data) if options.data.is_dir() else [])
    cut_all(texts)
    judge = train(texts)
    options.output.write_text(judge.to_json(), encoding="utf-8")
    print(f"{len(texts)} texts, {sum(len(text.labels) for text in texts)} units → {options.output}")


if __name__ == "__main__":
    main()
