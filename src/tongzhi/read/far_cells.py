"""Cells of an .xlsx that stand far from its table: a slip of the hand, which must not cost the table."""

from __future__ import annotations

import re
from itertools import pairwise

from tongzhi.read.tables import column_letters

GAP_LINES = 5_000
"""So many empty lines end a table; what a few cells hold below them was not meant."""
GAP_COLUMNS = 200
"""So many empty columns end a table."""
MAX_FAR = 50
"""More cells than these are no slip of the hand."""

_CELL = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>.*?</\1c>)", re.DOTALL)
_NAME = re.compile(rb"(?i)\br\s*=\s*[\"']([a-z]{1,3})(\d{1,7})[\"']")
_HELD = re.compile(rb"<(?:\w+:)?(?:v|is|f)\b")


def without_far(block: bytes) -> tuple[bytes, list[tuple[int, str]]]:
    """Take out of rows of sheet XML the cells that stand far below or right of the others.

    Returns:
        The rows without them, and line and name (XFD1048576) of each that held something; the rows as they were and
        nothing when what stands far off is more than a few cells.
    """
    places: list[tuple[int, int, int, int]] = []  # line, column from 0, where its XML begins and ends
    empty: list[tuple[int, int, int, int]] = []
    for found in _CELL.finditer(block):
        name = _NAME.search(found[2])
        if name is None:
            return block, []
        held = _HELD.search(found[0])
        (places if held else empty).append((int(name[2]), _column(name[1]), *found.span()))
    if not places:
        return block, []
    last_line = _end({line for line, *_ in places}, GAP_LINES)
    last_column = _end({column for line, column, *_ in places if line <= last_line}, GAP_COLUMNS)
    far = [cell for cell in places if cell[0] > last_line or cell[1] > last_column]
    if not far or len(far) > MAX_FAR:
        return block, []
    gone = sorted(
        [
            (start, end)
            for line, column, start, end in [*far, *empty]
            if line > last_line or column > last_column
        ]
    )
    kept, at = [], 0
    for start, end in gone:
        kept.append(block[at:start])
        at = end
    kept.append(block[at:])
    return b"".join(kept), [(line, f"{column_letters(column)}{line}") for line, column, *_ in far]


def _end(numbers: set[int], gap: int) -> int:
    """Give the last of the numbers before the first gap."""
    ordered = sorted(numbers)
    return next((before for before, after in pairwise(ordered) if after - before > gap), ordered[-1])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
