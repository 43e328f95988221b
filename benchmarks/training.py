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
from pathlib import Path

import numpy as np

from tongzhi.extract.classify import Judge, read_signs
from tongzhi.extract.features import Features, context_features
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
    signs: list[Features] = field(default_factory=list)
    weight: float = 1.0

    def __post_init__(self) -> None:
        self.lines, self.signs = read_signs(self.text)
        if len(self.lines) != len(self.labels):
            raise ValueError(f"{self.name}: {len(self.lines)} units, {len(self.labels)} labels")


def read_gold(folder: Path) -> list[Text]:
    found = []
    for path in sorted((folder / "gold").glob("*.jsonl")):
        text = (folder / "speeches" / f"{path.stem}.txt").open(newline="", encoding="utf-8").read()
        labels = [json.loads(line)["label"] for line in path.read_text("utf-8").splitlines() if line]
        found.append(Text(path.stem, text, labels))
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


def fit(rows: Sequence[Features], wanted: Sequence[int], weights: Sequence[float], ridge: float) -> dict[str, float]:
    """Fit one logistic regression by Newton steps on the normal equations; words are held tighter than signs."""
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= (3 if name[1:2] == ":" else 2))
    place = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for index, row in enumerate(rows):
        for name, value in row.items():
            if name in place:
                matrix[index, place[name]] = value
    hold = np.array([ridge * hold_of(name) for name in names])
    target, weight = np.array(wanted, float), np.array(weights)
    scale = 1 / np.sqrt(hold)
    scaled = matrix * scale
    gram_side = scaled @ scaled.T  # dual: rows are fewer than signs
    alpha = np.zeros(len(rows))
    for _ in range(30):
        logits = gram_side @ alpha
        chance = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        curve = np.maximum(weight * chance * (1 - chance), 1e-6)
        working = logits + weight * (target - chance) / curve
        new = np.linalg.solve(gram_side + np.diag(1 / curve), working)
        if np.abs(new - alpha).max() < 1e-5:
            alpha = new
            break
        alpha = new
    solution = scale * (scaled.T @ alpha)
    return {name: float(solution[place[name]]) for name in names}


def hold_of(name: str) -> float:
    if name.startswith("w:"):
        return HOLD["w"]
    if name.startswith("s:"):
        return HOLD["s"]
    if name == "bias":
        return 0.02
    if name.startswith("g:"):
        return HOLD["g"]
    return 1.0


HOLD = {"w": 3.0, "s": 3.0, "g": 2.0}
RIDGE = 6.0
RIDGE_2 = 3.0


def train(texts: Sequence[Text], folds: int = 5) -> Judge:
    """Train both steps; the second learns from judgements on texts that the first had not seen."""
    first = _fit_first(texts)
    scores: dict[int, list[tuple[float, float]]] = {}
    for fold in range(folds):
        held = [index for index in range(len(texts)) if index % folds == fold]
        part = _fit_first([text for index, text in enumerate(texts) if index not in held])
        for index in held:
            scores[index] = Judge(part, {}).first_scores(texts[index].signs)
    rows, labels, weights = [], [], []
    for index, text in enumerate(texts):
        for unit, label in enumerate(text.labels):
            if label != "?":
                rows.append(context_features(scores[index], text.lines, unit))
                labels.append(label)
                weights.append(text.weight)
    second = {
        "a": fit(rows, [label == "A" for label in labels], weights, RIDGE_2),
        "t": fit(rows, [label in "AB" for label in labels], weights, RIDGE_2),
    }
    return Judge(first, second)


def _fit_first(texts: Sequence[Text]) -> dict[str, dict[str, float]]:
    rows = [
        (sign, label, text.weight)
        for text in texts
        for sign, label in zip(text.signs, text.labels, strict=True)
        if label != "?"
    ]
    signs, labels, weights = [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
    return {
        "a": fit(signs, [label == "A" for label in labels], weights, RIDGE),
        "t": fit(signs, [label in "AB" for label in labels], weights, RIDGE),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("-o", "--output", type=Path, default=MODEL)
    options = parser.parse_args()
    texts = read_own() + (read_gold(options.data) if options.data.is_dir() else [])
    judge = train(texts)
    options.output.write_text(judge.to_json(), encoding="utf-8")
    print(f"{len(texts)} texts, {sum(len(text.labels) for text in texts)} units → {options.output}")


if __name__ == "__main__":
    main()
