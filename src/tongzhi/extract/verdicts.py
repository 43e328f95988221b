"""From scores to verdicts: which units are tasks, and the reasons that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tongzhi.extract.outline import Line

Verdict = Literal["action", "requirement", "none"]
_ACTION, _TASK = 0.5, 0.5
"""Chances from which a unit counts."""


def decide(scores: Sequence[tuple[float, float]], lines: Sequence[Line]) -> list[Verdict]:
    """Give the verdict on each unit from its chances of being an action and a task at all."""
    found: list[Verdict] = []
    for (action, task), _line in zip(scores, lines, strict=True):
        if action >= _ACTION:
            found.append("action")
        elif task >= _TASK:
            found.append("requirement")
        else:
            found.append("none")
    return found
