"""Names that bodies had before the reform of 2018, with those of today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongzhi.resources import corpus_path


@cache
def old_names(*, sure: bool = False) -> dict[str, str]:
    """Give old → present names; only those that no body bears any more when `sure`."""
    lines = corpus_path("old-names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows if not (sure and len(row) > 2)}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, old_names()), key=lambda name: (-len(name), name))))


def find_old_names(text: str) -> Iterator[tuple[str, str]]:
    """Give the old names in a text, each with the present one; one after 原 is meant to be old."""
    present = set(old_names().values())
    for found in _pattern().finditer(text):
        new = old_names()[found[0]]
        is_inside = any(
            name in text[max(0, found.start() - 12) : found.end() + 12] and found[0] in name
            for name in present
        )
        if not re.search(r"原[^\W\x00-\xff]{0,6}$", text[: found.start()]) and not is_inside:
            yield found[0], new
