"""How often two characters stand side by side in the language of laws and offices: counts alone, no text."""

from __future__ import annotations

import math
from functools import cache

from tongzhi.resources import corpus_path

_MIDDLE = math.log(1.5)
"""Where within a power of two a count lies, on average (natural logarithm)."""
_TRUST = 8.0
"""Weight of a character's own frequency beside what was seen behind another."""
_TOTAL = 2.0**24.4
"""All characters counted."""


@cache
def _rows() -> dict[str, str]:
    lines = corpus_path("check/side-by-side.tsv").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[2:] for line in lines if not line.startswith("#")}


@cache
def _behind(char: str) -> tuple[float, dict[str, float]]:
    """Give how often a character was seen, and how often each one right behind it."""
    row = _rows().get(char)
    if row is None:
        return 0.5, {}
    alone, *groups = row.split("\t")
    found: dict[str, float] = {}
    for group in groups:
        level, _, characters = group.partition(":")
        found.update(dict.fromkeys(characters, math.exp(int(level) * math.log(2) + _MIDDLE)))
    return math.exp(int(alone) * math.log(2) + _MIDDLE), found


def times_seen(pair: str) -> float:
    """Give how often two characters were seen side by side, about; 0 when less than four times."""
    return _behind(pair[0])[1].get(pair[1], 0.0)


@cache
def seen_behind(char: str, least: float) -> frozenset[str]:
    """Give the characters that were seen right behind one at least so many times."""
    return frozenset(other for other, times in _behind(char)[1].items() if times >= least)


@cache
def log_chance(first: str, second: str) -> float:
    """Give the natural logarithm of the chance that `second` follows `first`; with no `first`, that it stands at all."""
    alone = (_behind(second)[0] + 0.5) / (_TOTAL + 5000)
    if not first:
        return math.log(alone)
    seen, behind = _behind(first)
    return math.log((behind.get(second, 0.0) + _TRUST * alone) / (seen + _TRUST))
