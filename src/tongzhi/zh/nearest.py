"""The known name closest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known name closest to `word`, or `None` when none is close."""
    from rapidfuzz import fuzz, process

    names = list(known)
    best = process.extractOne(word.strip(), names, scorer=fuzz.ratio, score_cutoff=50)
    if best is None:
        best = process.extractOne(word.strip(), names, scorer=fuzz.partial_ratio, score_cutoff=90)
    return best[0] if best else None
