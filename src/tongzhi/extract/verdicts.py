"""From chances to verdicts: which units are tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Verdict = Literal["action", "requirement", "none"]
_ACTION, _TASK = 0.35, 0.38
"""Chances from which a unit counts in texts at large."""
_FEW = 10
"""A text of so many units goes half that far."""
_OWN_SHARE = 0.25
"""How far a long text goes from the usual threshold to its own."""


def decide(scores: Sequence[tuple[float, float]]) -> list[Verdict]:
    """Give the verdict on each unit from its chances of being an action and a task at all."""
    least_action = _threshold([action for action, _ in scores], _ACTION)
    least_task = _threshold([task for _, task in scores], _TASK)
    found: list[Verdict] = []
    for action, task in scores:
        if action >= least_action:
            found.append("action")
        else:
            found.append("requirement" if task >= least_task else "none")
    return found


def _threshold(chances: Sequence[float], usual: float) -> float:
    """Give the threshold of one text: part of the way from the usual one to its own.

    Its own promises the highest F1 if the chances are true: with S their sum, taking the k highest promises
    2·(sum of those)/(k + S), and half of the best of these is where one more no longer helps. A manuscript full
    of orders asks for more, talk with a promise here and there for less, without knowing which it is.
    """
    total, taken, best = sum(chances), 0.0, 0.0
    for count, chance in enumerate(sorted(chances, reverse=True), start=1):
        taken += chance
        best = max(best, 2 * taken / (count + total))
    share = _OWN_SHARE * len(chances) / (len(chances) + _FEW)
    return share * best / 2 + (1 - share) * usual
