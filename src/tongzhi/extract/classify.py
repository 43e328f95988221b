"""Judges each unit: action, requirement or none, with the reasons in words."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Self

from tongzhi.extract.clauses import Clause, read_clauses
from tongzhi.extract.features import (
    Features,
    clause_features,
    context_rows,
    count_genre,
    is_banning,
    is_telling,
    unit_features,
)
from tongzhi.extract.outline import Line, outline
from tongzhi.resources import corpus_path
from tongzhi.zh.flow import Flow
from tongzhi.zh.numbers import plain_zeros
from tongzhi.zh.script import simplified
from tongzhi.zh.segment import Word, part_glued, tag_words
from tongzhi.zh.units import lay_out

Weights = Mapping[str, Mapping[str, float]]
_SMALLEST = 0.004
"""Weights nearer to nothing than this are not kept."""


_BANNED = 0.6
"""The least chance of a plain ban: a concrete ban can be shown to have been kept."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a unit is judged by: signs of the whole and of each clause."""

    unit: Features
    clauses: list[Features]
    telling: bool = False
    """Plainly asked or told: no task whatever the scores say."""
    banning: bool = False
    """Plainly bans an act or a thing: an action whatever the scores say."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Two steps of scores: a unit by itself, then among its neighbours. `a`: action, `t`: task at all.

    By itself a unit scores as its clauses do, the strongest above all, because a unit takes the highest label
    that any of its clauses earns.
    """

    unit: Weights
    clause: Weights
    second: Weights

    def first_scores(self, signs: Sequence[Signs]) -> list[tuple[float, float]]:
        """Give the logits (action, task) of each unit by itself."""
        return [(self._first("a", row), self._first("t", row)) for row in signs]

    def _first(self, kind: str, row: Signs) -> float:
        weights = self.clause[kind]
        scores = [_dot(weights, clause) for clause in row.clauses] or [0.0]
        top = max(scores)
        pooled = top + math.log(sum(math.exp(score - top) for score in scores))
        return _dot(self.unit[kind], row.unit) + pooled

    def scores(self, signs: Sequence[Signs], lines: Sequence[Line]) -> list[tuple[float, float]]:
        """Give the chances (action, task) of each unit among its neighbours."""
        rows = context_rows(self.first_scores(signs), lines)
        found = []
        for sign, row in zip(signs, rows, strict=True):
            action, task = _chance(_dot(self.second["a"], row)), _chance(_dot(self.second["t"], row))
            if sign.telling:
                action = task = 0.0
            elif sign.banning:
                action, task = max(action, _BANNED), max(task, _BANNED)
            found.append((action, task))
        return found

    def to_json(self) -> str:
        """Give the weights as JSON, three decimals, without the smallest."""
        steps = {
            step: {
                name: {key: round(value, 3) for key, value in weights.items() if abs(value) >= _SMALLEST}
                for name, weights in found.items()
            }
            for step, found in (("unit", self.unit), ("clause", self.clause), ("second", self.second))
        }
        about = "Weights that judge sentences of speeches; made by benchmarks/training.py."
        return json.dumps(
            {"about": about, **steps}, ensure_ascii=False, separators=(",", ":"), sort_keys=True
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` gives."""
        record = json.loads(text)
        return cls(record["unit"], record["clause"], record["second"])


def _dot(weights: Mapping[str, float], row: Features) -> float:
    get = weights.get
    return sum(value * get(name, 0.0) for name, value in row.items())


def _chance(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def shipped_judge() -> Judge:
    """Give the judge that is shipped."""
    return Judge.from_json(corpus_path("extract/model.json").read_text("utf-8"))


@dataclass(slots=True)
class Reading:
    """A text read once: everything that later steps need. Offsets count in the flowing text, `flow` tells where it stands."""

    flow: Flow
    text: str
    shadow: str
    lines: list[Line]
    clauses: list[list[Clause]] = field(default_factory=list)
    words: list[list[Word]] = field(default_factory=list)
    signs: list[Signs] = field(default_factory=list)
    genre: Features = field(default_factory=dict)


def read_text(
    text: str,
    *,
    subtitles: bool = False,
    given: Sequence[tuple[int, int]] | None = None,
    voices: Mapping[int, str] | None = None,
) -> Reading:
    """Read a text: units, skeleton, words (one tagged pass), clauses, features.

    `subtitles` says that its lines are cues, `voices` who says them (by where a cue begins), `given` are stretches of `text` to be taken as its units (labelled texts).
    """
    layout = lay_out(text, subtitles=subtitles, given=given, voices=voices)
    flowing = layout.flow.text
    shadow = plain_zeros(simplified(flowing))
    lines = outline(layout.units, shadow)
    reading = Reading(layout.flow, flowing, shadow, lines)
    genre = reading.genre = count_genre(shadow)
    for line in lines:
        words = shadow[line.body : line.unit.end]
        reading.words.append(part_glued(tag_words(words, line.body)))
        reading.clauses.append(read_clauses(words, line.body))
        unit = unit_features(line, words, genre)
        rows = clause_features(reading.clauses[-1], reading.words[-1], genre)
        telling = is_telling(line, words, rows)
        reading.signs.append(Signs(unit, rows, telling, not telling and is_banning(reading.clauses[-1])))
    return reading
