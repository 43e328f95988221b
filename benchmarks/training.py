"""Trains what reads speeches: the judge of sentences, the tagger of slots.

    python benchmarks/training.py [DATA] [--vectors vectors.npz] [-o corpus/extract]

Trains on the project's own labelled texts (`gold/`) and, where given, on a further folder of the same form. No text
gets into the models, only weights of words and signs. `--vectors` comes from benchmarks/vectors.py; without it the
judge has no word weights. Needs numpy, scipy and scikit-learn (extra `bench`).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from gold import HERE, Text, cut_passages, read_all
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from slots import TAGGERS, read_examples, train_tagger

from tongzhi.extract.features import Features
from tongzhi.extract.judge import Forest, Judge, Signs, Tree, Weights, character_grams, stacked_rows

FOLDS = 5
KINDS = (("a", "A"), ("t", "AB"))
RIDGE = 3.0
HOLD = {"w": 1.0, "s": 3.0, "g": 2.0, "p": 2.0, "e": 2.0, "t": 1.0}
"""How tightly weights of signs are held at nothing, by the sign's prefix."""
LEAST_SIGN, LEAST_WORD, LEAST_GRAM = 2, 3, 3
"""How often a sign must be met to count."""
GRAM, MEAN = 0.3, 2.0
"""What the presence of a run of characters counts, and the mean of a unit's word vectors."""
SMALLEST_GRAM = 0.05
C_FIRST, C_SECOND = 1.0, 0.1
TREES: Mapping[str, Any] = {
    "max_iter": 100, "max_depth": 4, "learning_rate": 0.05, "min_samples_leaf": 60, "l2_regularization": 5.0,
    "early_stopping": False, "random_state": 0,
}  # fmt: skip
"""Few, shallow and slow trees; variants nearby do as well."""
PASSAGES = (1,)
PASSAGE_WEIGHT = 0.3
"""The second step also sees passages of a text alone, so that a short text is judged by its own words."""


@dataclass
class Vectors:
    """Vectors of words, a row a word."""

    words: list[str]
    rows: np.ndarray

    @classmethod
    def read(cls, path: Path | None) -> Vectors:
        """Read what benchmarks/vectors.py wrote; none without a path."""
        if path is None:
            return cls([], np.zeros((0, 1)))
        stored = np.load(path)
        return cls(stored["words"].tolist(), stored["vectors"])

    @cached_property
    def places(self) -> dict[str, int]:
        """Row of a word."""
        return {word: index for index, word in enumerate(self.words)}

    def means(self, signs: Sequence[Signs]) -> np.ndarray:
        """Give the mean vector of each unit."""
        found = np.zeros((len(signs), self.rows.shape[1]))
        for index, row in enumerate(signs):
            places = [self.places[word.text] for word in row.words if word.text in self.places]
            if places:
                found[index] = self.rows[places].mean(axis=0)
        return found


def table(rows: Iterable[Iterable[tuple[str, float]]], names: Sequence[str]) -> csr_matrix:
    """Give rows of named values as a sparse table with the columns `names`; others are left out."""
    place = {name: index for index, name in enumerate(names)}
    values, columns, starts = [], [], [0]
    for row in rows:
        for name, value in row:
            if name in place:
                columns.append(place[name])
                values.append(value)
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), (len(starts) - 1, len(names)))


def frequent(rows: Iterable[Iterable[str]], least: dict[bool, int]) -> list[str]:
    """Give the names met often enough, sorted; those with a prefix (`w:`) may ask for more."""
    counts = Counter(name for row in rows for name in row)
    return sorted(name for name, count in counts.items() if count >= least[name[1:2] == ":"])


def hold_of(name: str) -> float:
    """Give how tightly a sign's weight is held at nothing."""
    if name == "bias":
        return 0.02
    return HOLD.get(name[:1], 1.0) if name[1:2] == ":" else 1.0


class Tables:
    """The signs of all units as sparse tables, made once; fits take the rows of their texts."""

    def __init__(self, signs: Sequence[Signs], vectors: Vectors) -> None:
        least = {True: LEAST_WORD, False: LEAST_SIGN}
        clauses = [row.clauses or [{}] for row in signs]
        self.unit_names = frequent((row.unit for row in signs), least)
        self.clause_names = frequent((clause for row in clauses for clause in row), least)
        self.units = table((row.unit.items() for row in signs), self.unit_names)
        self.clauses = table((clause.items() for row in clauses for clause in row), self.clause_names)
        self.sizes = np.array([len(row) for row in clauses])
        grams = [character_grams(row.text) for row in signs]
        self.gram_names = frequent(grams, {True: LEAST_GRAM, False: LEAST_GRAM})
        presence = table((((name, GRAM) for name in row) for row in grams), self.gram_names)
        self.characters = hstack([presence, csr_matrix(vectors.means(signs) * MEAN)]).tocsr()
        self.vectors = vectors
        self._begin: dict[str, np.ndarray] = {}
        """Where each kind's fits begin: at the first fit, which the trainer makes on texts that belong to no fold."""

    def fit_grammar(
        self, kind: str, rows: np.ndarray, wanted: np.ndarray
    ) -> tuple[dict[str, float], dict[str, float]]:
        """Fit the judge of grammar: the unit's own signs plus the pooled scores of its clauses."""
        sizes = self.sizes[rows]
        starts, owner = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(rows)), sizes)
        offsets = np.cumsum([0, *self.sizes])
        units = self.units[rows]
        clauses = self.clauses[np.concatenate([np.arange(offsets[i], offsets[i + 1]) for i in rows])]
        cut = len(self.unit_names)
        hold = RIDGE * np.array([hold_of(name) for name in (*self.unit_names, *self.clause_names)])
        unit_back, clause_back = units.T.tocsr(), clauses.T.tocsr()

        def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
            scores = clauses @ point[cut:]
            top = np.maximum.reduceat(scores, starts)
            shares = np.exp(scores - top[owner])
            total = np.add.reduceat(shares, starts)
            logits = np.clip(units @ point[:cut] + top + np.log(total), -30, 30)
            chance = 1 / (1 + np.exp(-logits))
            value = -(wanted * np.log(chance) + (1 - wanted) * np.log1p(-chance)).sum()
            slope = chance - wanted
            back = np.concatenate([unit_back @ slope, clause_back @ ((slope / total)[owner] * shares)])
            return value + 0.5 * (hold * point * point).sum(), back + hold * point

        begin = self._begin.get(kind, np.zeros(len(hold)))
        found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 100, "ftol": 1e-6}).x
        self._begin.setdefault(kind, found)
        return (
            dict(zip(self.unit_names, found[:cut].tolist(), strict=True)),
            dict(zip(self.clause_names, found[cut:].tolist(), strict=True)),
        )

    def fit_characters(
        self, rows: np.ndarray, wanted: np.ndarray
    ) -> tuple[dict[str, float], dict[str, float]]:
        """Fit the judge of characters and words; what the vectors tell becomes one weight a word."""
        model = LogisticRegression(C=C_FIRST, solver="liblinear").fit(self.characters[rows], wanted)
        weights = model.coef_[0]
        kept = {
            name: float(GRAM * weight)
            for name, weight in zip(self.gram_names, weights, strict=False)
            if abs(weight) >= SMALLEST_GRAM
        }
        words = self.vectors.words
        by_word = MEAN * self.vectors.rows @ weights[len(self.gram_names) :] if words else np.zeros(0)
        return kept | {"bias": float(model.intercept_[0])}, dict(zip(words, by_word.tolist(), strict=True))


def fit_rows(rows: Sequence[Features], wanted: np.ndarray, weight: np.ndarray) -> dict[str, float]:
    """Fit the second step."""
    names = frequent(rows, {True: 1, False: 1})
    model = LogisticRegression(C=C_SECOND, solver="liblinear").fit(
        table((row.items() for row in rows), names), wanted, sample_weight=weight
    )
    weights = dict(zip(names, model.coef_[0].tolist(), strict=True))
    weights["bias"] = weights.get("bias", 0.0) + float(model.intercept_[0]) * 3  # rows hold a third of 1.0
    return weights


def grow(rows: Sequence[Features], wanted: Mapping[str, np.ndarray], weight: np.ndarray) -> Forest:
    """Grow the trees of the second step."""
    names = frequent(rows, {True: 1, False: 1})
    columns = table((row.items() for row in rows), names).toarray()
    trees: dict[str, list[Tree]] = {}
    for kind, labels in wanted.items():
        model = HistGradientBoostingClassifier(**TREES).fit(columns, labels, sample_weight=weight)
        begin = round(float(np.ravel(model._baseline_prediction)[0]) * 1000)  # noqa: SLF001  has no public name
        grown = (step[0].nodes for step in model._predictors)  # noqa: SLF001
        trees[kind] = [[[begin]], *(_read_nodes(nodes) for nodes in grown)]
    return Forest(names, trees)


def _read_nodes(nodes: np.ndarray) -> Tree:
    return [
        [round(float(node["value"]) * 1000)]
        if node["is_leaf"]
        else [
            int(node["feature_idx"]), round(float(node["num_threshold"]), 4), int(node["left"]), int(node["right"])
        ]
        for node in nodes
    ]  # fmt: skip


class Trainer:
    """Trains judges on texts that leave out whole folds; first steps are fitted once for each set left out."""

    def __init__(self, texts: Sequence[Text], vectors: Vectors) -> None:
        self.texts = texts
        self._first: dict[frozenset[int], Judge] = {}
        self.labels = np.array([label for text in texts for label in text.labels])
        self.folds = np.array([-1 if text.fold is None else text.fold for text in texts for _ in text.labels])
        self.tables = Tables([sign for text in texts for sign in text.reading.signs], vectors)
        if (self.folds < 0).any():
            self.first(frozenset(range(FOLDS)))
        cut_passages([text for text in texts if text.fold is not None], PASSAGES)

    def first(self, without: frozenset[int]) -> Judge:
        """Give a judge with the first step alone."""
        if without not in self._first:
            rows = np.flatnonzero(~np.isin(self.folds, list(without)) & (self.labels != "?"))
            parts: tuple[dict[str, dict[str, float]], ...] = ({}, {}, {}, {})
            for kind, labels in KINDS:
                wanted = np.isin(self.labels[rows], list(labels)).astype(float)
                parts[0][kind], parts[1][kind] = self.tables.fit_grammar(kind, rows, wanted)
                parts[2][kind], parts[3][kind] = self.tables.fit_characters(rows, wanted)
            self._first[without] = Judge(*parts, second={})
        return self._first[without]

    def judge(self, without: int | None = None) -> Judge:
        """Train both steps; the second learns from judgements on folds that the first had not seen."""
        left = frozenset() if without is None else frozenset({without})
        rows: list[Features] = []
        labels: list[str] = []
        weights: list[float] = []
        for fold in range(FOLDS):
            inside = [text for text in self.texts if text.fold == fold and fold not in left]
            if not inside:
                continue
            part = self.first(left | {fold})
            for whole in inside:
                for text in (whole, *whole.passages):
                    scores = part.first_scores(text.reading.signs)
                    for row, label in zip(
                        stacked_rows(*scores, text.reading.lines, text.reading.signs),
                        text.labels,
                        strict=True,
                    ):
                        if label != "?":
                            rows.append(row)
                            labels.append(label)
                            weights.append(1.0 if text is whole else PASSAGE_WEIGHT)
        wanted = {kind: np.array([label in those for label in labels], float) for kind, those in KINDS}
        weight = np.array(weights)
        second: Weights = {kind: fit_rows(rows, right, weight) for kind, right in wanted.items()}
        first = self.first(left)
        return Judge(first.unit, first.clause, first.grams, first.words, second, grow(rows, wanted, weight))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=HERE.parent / "corpus" / "extract")
    options = parser.parse_args()
    texts = read_all(options.data)
    judge = Trainer(texts, Vectors.read(options.vectors)).judge()
    (options.output / "model.jsonl").write_text(judge.to_text(), encoding="utf-8")
    for number, settings in enumerate(TAGGERS, start=1):
        (options.output / f"slots{number}.crfsuite").write_bytes(train_tagger(read_examples(texts), settings))
    print(f"{len(texts)} texts, {sum(len(text.labels) for text in texts)} units → {options.output}")


if __name__ == "__main__":
    main()
