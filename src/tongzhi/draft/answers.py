"""How the answers of the sheet of decisions are read."""

from __future__ import annotations

import re
from collections.abc import Mapping


def pairs_of(answer: str) -> dict[str, str]:
    """Read an answer of pairs: 6=市林业局；9=市公安局."""
    found = {}
    for piece in re.split(r"[；;\n]+", answer):
        left, mark, right = piece.partition("=") if "=" in piece else piece.partition("＝")
        if mark and left.strip() and right.strip():
            found[re.sub(r"^第|行$", "", left.strip())] = right.strip()
    return found


def masks_of(answers: Mapping[str, str]) -> dict[str, str]:
    """Give what stands for words of the speech from now on: what was covered, what was only talk, other frequencies."""
    found: dict[str, str] = {}
    for key in ("遮盖", "口语", "报数"):
        found.update(pairs_of(answers.get(key, "")))
    return found
