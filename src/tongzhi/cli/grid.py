"""Tables for the console: columns that line up although Chinese characters are two cells wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate

from tongzhi.write.files import quoted


def width(text: str) -> int:
    """Give how many cells of a console a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def clip(text: str, cells: int) -> str:
    """Give a text on one line that takes at most so many cells; what was cut off is an …."""
    flat = " ".join(quoted(text).split())
    if width(flat) <= cells:
        return flat
    widths = accumulate(map(width, flat))
    return "".join(char for char, taken in zip(flat, widths, strict=True) if taken < cells) + "…"


def draw(header: Sequence[str], rows: Iterable[Sequence[str]], *, widest: int = 40) -> str:
    """Give a table as text; cells wider than `widest` are clipped."""
    table = [[clip(cell, widest) for cell in row] for row in (header, *rows)]
    columns = [max(width(cell) for cell in column) for column in zip(*table, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (columns[at] - width(cell)) for at, cell in enumerate(row)).rstrip()
        for row in table
    )
