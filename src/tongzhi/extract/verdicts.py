"""From scores to verdicts: which units are tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tongzhi.extract.features import Features

Verdict = Literal["action", "requirement", "none"]
_ACTION, _ACTION_IN_REPORT, _TASK = 0.45, 0.20, 0.5
"""Chances from which a unit counts. A meeting's report packs each order into few words, so less is asked of it."""


def decide(scores: Sequence[tuple[float, float]], genre: Features) -> list[Verdict]:
    """Give the verdict on each unit from its chances of being an action and a task at all."""
    share = min(1.0, genre.get("report", 0.0))
    least = _ACTION - (_ACTION - _ACTION_IN_REPORT) * share
    found: list[Verdict] = []
    for action, task in scores:
        if action >= least:
            found.append("action")
        else:
            found.append("requirement" if task >= _TASK else "none")
    return found
