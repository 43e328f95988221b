"""From scores to verdicts: which units are tasks, and the reasons that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Verdict = Literal["action", "requirement", "none"]
_ACTION, _TASK = 0.36, 0.5
"""Chances from which a unit counts. An action missed costs more than one too many, which a reader strikes out."""


def decide(scores: Sequence[tuple[float, float]]) -> list[Verdict]:
    """Give the verdict on each unit from its chances of being an action and a task at all."""
    found: list[Verdict] = []
    for action, task in scores:
        if action >= _ACTION:
            found.append("action")
        elif task >= _TASK:
            found.append("requirement")
        else:
            found.append("none")
    return found
