"""The judge of sentences: how likely each unit is an action, and a task at all.

Two judges look at a unit by itself: one at signs of grammar, clause by clause, one at its characters and words as they
are. A second step looks at both their scores among the scores of the neighbours.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Self

from tongzhi.extract.features import Features, context_rows
from tongzhi.extract.outline import OutlineLine
from tongzhi.resources import corpus_path
from tongzhi.zh.segment import Word

Weights = Mapping[str, Mapping[str, float]]
"""`a` (action) and `t` (task at all) → name of a sign → weight."""
Scores = tuple[float, float]
"""Of being an action, and a task at all."""
_SMALLEST = 0.004
"""Weights nearer to nothing than this are not kept."""
_BANNED = 0.6
"""The least chance of a plain ban: a concrete ban can be shown to have been kept."""
_LONGEST_GRAM = 3
Tree = Sequence[Sequence[float]]
"""Its nodes, the root first: a leaf is its value in thousandths; a branch is the number of a sign, the value up to
which the first of two nodes comes next, and the numbers of both."""
_STRETCH = 2000
"""Units whose rows the second step holds at a time: those of a long text would fill the memory."""
_TREES_SHARE = 0.7
"""How far the trees of the second step count beside its weights."""
_SHARE = 1 / 3
"""How the scores of the first step are scaled for the second, whose weights are held at nothing alike."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a unit is judged by: signs of the whole and of each clause, its text in Simplified script, its words."""

    unit: Features
    clauses: list[Features]
    text: str
    words: Sequence[Word]
    telling: bool = False
    """Plainly asked or told: no task whatever the scores say."""
    banning: bool = False
    """Plainly bans an act or a thing: an action whatever the scores say."""


def character_grams(text: str) -> set[str]:
    """Give the runs of one to three characters of a unit; every digit is 0, `^` and `$` are its ends."""
    plain = "^" + re.sub(r"\d", "0", text) + "$"
    return {plain[i : i + size] for size in range(1, _LONGEST_GRAM + 1) for i in range(len(plain) - size + 1)}


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that each look at a few signs of a row; what the leaves say is added up."""

    names: Sequence[str]
    trees: Mapping[str, Sequence[Tree]]
    """Of each kind; the first is a leaf alone, where the sum begins."""

    def scores(self, rows: Sequence[Features]) -> list[Scores]:
        """Give the logits of each row of being an action and a task at all."""
        columns = [[row.get(name, 0.0) for row in rows] for name in self.names]
        return list(
            zip(self._sums("a", columns, len(rows)), self._sums("t", columns, len(rows)), strict=True)
        )

    def _sums(self, kind: str, columns: Sequence[Sequence[float]], size: int) -> list[float]:
        """Walk each tree with all rows at once: at a branch they part, which is several times as fast as row by row."""
        totals = [0.0] * size
        for tree in self.trees[kind]:
            parted: list[tuple[int, Sequence[int]]] = [(0, range(size))]
            while parted:
                at, rows = parted.pop()
                node = tree[at]
                if len(node) == 1:
                    value = node[0]
                    for row in rows:
                        totals[row] += value
                    continue
                place, limit, low, high = node
                column = columns[int(place)]
                below = [row for row in rows if column[row] <= limit]
                above = [row for row in rows if column[row] > limit]
                parted += ((int(low), below), (int(high), above))
        return [total / _SCALE for total in totals]


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of both steps.

    By its grammar a unit scores as its clauses do, the strongest above all, because a unit takes the highest label
    that any of its clauses earns.
    """

    unit: Weights
    clause: Weights
    grams: Weights
    """Of runs of characters; with `bias`."""
    words: Weights
    """What the neighbourhood that a word keeps in other texts (its vector) tells; counted as the mean of a unit."""
    second: Weights
    forest: Forest | None = None
    """Of the second step too: what the scores around tell together, which weights cannot say."""

    def first_scores(self, signs: Sequence[Signs]) -> tuple[list[Scores], list[Scores]]:
        """Give the logits of each unit by itself: by grammar, and by characters and words."""
        return (
            [(self._by_grammar("a", row), self._by_grammar("t", row)) for row in signs],
            [self._by_characters(row) for row in signs],
        )

    def _by_grammar(self, kind: str, row: Signs) -> float:
        weights = self.clause[kind]
        scores = [_dot(weights, clause) for clause in row.clauses] or [0.0]
        top = max(scores)
        pooled = top + math.log(sum(math.exp(score - top) for score in scores))
        return _dot(self.unit[kind], row.unit) + pooled

    def _by_characters(self, row: Signs) -> Scores:
        grams = character_grams(row.text)
        known = [word.text for word in row.words if word.text in self.words["a"]]
        action, task = (
            self.grams[kind].get("bias", 0.0)
            + _sum(self.grams[kind], grams)
            + _sum(self.words[kind], known) / max(1, len(known))
            for kind in "at"
        )
        return action, task

    def scores(self, signs: Sequence[Signs], lines: Sequence[OutlineLine]) -> list[Scores]:
        """Give the chances of each unit among its neighbours."""
        first = self.first_scores(signs)
        found: list[Scores] = []
        for begin in range(0, len(signs), _STRETCH):
            part = range(begin, min(begin + _STRETCH, len(signs)))
            logits = self._second_scores(stacked_rows(*first, lines, signs, part))
            found += [
                _settled(signs[at], _chance(action), _chance(task))
                for at, (action, task) in zip(part, logits, strict=True)
            ]
        return found

    def _second_scores(self, rows: Sequence[Features]) -> list[Scores]:
        weighed = [(_dot(self.second["a"], row), _dot(self.second["t"], row)) for row in rows]
        if self.forest is None:
            return weighed
        grown = self.forest.scores(rows)
        share = _TREES_SHARE
        return [
            (share * by_trees[0] + (1 - share) * flat[0], share * by_trees[1] + (1 - share) * flat[1])
            for by_trees, flat in zip(grown, weighed, strict=True)
        ]

    def to_text(self) -> str:
        """Give the weights as lines of JSON, without names whose weights are next to nothing; the trees come last.

        Three lines a step: the names of its signs, their weights for `a` and for `t` in thousandths. Whole numbers in
        a row are read several times faster than an object of names and fractions.
        """
        lines: list[object] = [_ABOUT]
        for step in _STEPS:
            action, task = (getattr(self, step)[kind] for kind in "at")
            names = [
                name
                for name in sorted({*action, *task})
                if max(abs(action.get(name, 0.0)), abs(task.get(name, 0.0))) >= _SMALLEST
            ]
            lines.append(names)
            lines += ([round(row.get(name, 0.0) * _SCALE) for name in names] for row in (action, task))
        if self.forest is not None:
            lines += (self.forest.names, self.forest.trees["a"], self.forest.trees["t"])
        return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read what `to_text` gives."""
        _, *lines = map(json.loads, text.split("\n")[:-1])
        lines, grown = lines[: 3 * len(_STEPS)], lines[3 * len(_STEPS) :]
        forest = Forest(grown[0], {"a": grown[1], "t": grown[2]}) if grown else None
        unit, clause, grams, words, second = (
            {
                kind: dict(zip(names, [value / _SCALE for value in row], strict=True))
                for kind, row in (("a", action), ("t", task))
            }
            for names, action, task in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
        )
        return cls(unit, clause, grams, words, second, forest)


_ABOUT = "Weights that judge sentences of speeches; made by benchmarks/training.py."
_SCALE = 1000
_STEPS = ("unit", "clause", "grams", "words", "second")


def stacked_rows(
    grammar: Sequence[Scores],
    characters: Sequence[Scores],
    lines: Sequence[OutlineLine],
    signs: Sequence[Signs],
    part: range | None = None,
) -> list[Features]:
    """Give what the second step looks at: the scores of both judges and of the units around, and where a unit stands.

    `part` are the units to give rows for; all of them without it.
    """
    found = []
    inside = part or range(len(signs))
    rows = zip(inside, context_rows(grammar, lines, part), context_rows(characters, lines, part), strict=True)
    for at, row, other in rows:
        sign = signs[at]
        whole = {name: value * _SHARE for name, value in row.items()}
        whole |= {f"c:{name}": value * _SHARE for name, value in other.items() if _is_score(name)}
        whole |= {name: value for name, value in sign.unit.items() if _is_of_place(name)}
        found.append(whole)
    return found


def _settled(sign: Signs, action: float, task: float) -> Scores:
    if sign.telling:
        return 0.0, 0.0
    return (max(action, _BANNED), max(task, _BANNED)) if sign.banning else (action, task)


def _is_of_place(name: str) -> bool:
    """Tell the signs of genre, of what stands around a unit and of lists, without their single words."""
    return name[:2] in _OF_PLACE and "=" not in name and "*" not in name


_OF_PLACE = ("u:", "l:", "m:", "d:", "g:")


def _is_score(name: str) -> bool:
    """Tell the scores among the signs of context (self-a, t-1, block-t, title*next-a) from those of place."""
    return re.search(r"(?:^|-|\*)[at](?:-?[12])?$", name) is not None


def _dot(weights: Mapping[str, float], row: Features) -> float:
    get = weights.get
    return sum([value * get(name, 0.0) for name, value in row.items()])


def _sum(weights: Mapping[str, float], names: Iterable[str]) -> float:
    return sum(map(weights.get, names, repeat(0.0)))


def _chance(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def shipped_judge() -> Judge:
    """Give the judge that is shipped."""
    return Judge.from_text(corpus_path("extract/model.jsonl").read_text("utf-8"))
