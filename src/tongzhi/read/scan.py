"""What calamine does not tell of an .xlsx, found in one pass over the sheet: hidden rows, errors, empty formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import IO

from tongzhi.read.far_cells import without_far
from tongzhi.read.tables import Fault, MergedSpan

BLOCK = 6_000_000
"""Bytes of sheet XML handed on at a time; keeps a roster of any length in little memory."""
MAX_CELLS = 10_000_000
"""Cells between the outermost ones that may be held at a time, empty ones included."""

MAX_LINES = 250_000
"""Lines with a value that a sheet may hold; counting stops there, so that a bomb of rows costs no more than a sheet."""

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)/?>")
_ROW_START = re.compile(rb"<(?:\w+:)?row\b")
_ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)<")
_NUMBER = re.compile(rb"\br=[\"'](\d+)[\"']")
_CELL = re.compile(rb"\br=[\"']([A-Z]+)(\d+)[\"']")
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_COLS = re.compile(rb"<(?:\w+:)?col\b([^>]*)/?>")
_MIN, _MAX = re.compile(rb"\bmin=[\"'](\d+)[\"']"), re.compile(rb"\bmax=[\"'](\d+)[\"']")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_COLUMN = re.compile(rb"(?i)\br\s*=\s*[\"']([a-z]{2,3})\d")
_LINE = re.compile(rb"(?i)\br\s*=\s*[\"'][a-z]{1,3}(\d+)")
_FAR_LINE = re.compile(rb"(?i)\br\s*=\s*[\"'][a-z]{1,3}(\d{5,})")
_NEAR_LINE = re.compile(rb"(?i)\br\s*=\s*[\"'][a-z]{1,3}\d{1,4}[\"']")
_DATA = re.compile(rb"<(?:\w+:)?sheetData\b[^>]*>")
_ROW_END = re.compile(rb"</(?:\w+:)?row>")
_HELD = (b"<v", b"<is", b"<f", b":v>", b":is>", b":f")


@dataclass(slots=True)
class Facts:
    """What was found in one sheet.

    Attributes:
        hidden: numbers of hidden rows.
        hidden_columns: hidden columns, from 0.
        faults: (row, column from 0) → what stands there instead of a value.
        spans: merged ranges.
        size: bytes of XML.
        useful: bytes of XML up to the end of the block with the last value.
        numbered: every row states its number.
        area: cells of the widest block, empty ones between counted; calamine keeps room for each.
        right: columns up to the last filled one (of .ods).
        far: line and name of the cells that stand far from the table and are left out.
        lines: so many lines up to the end of the block with the last value, at least.
    """

    hidden: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    faults: dict[tuple[int, int], Fault] = field(default_factory=dict)
    spans: list[MergedSpan] = field(default_factory=list)
    size: int = 0
    useful: int = 0
    numbered: bool = True
    area: int = 0
    right: int = 0
    far: list[tuple[int, str]] = field(default_factory=list)
    lines: int = 0


def scan_sheet(stream: IO[bytes], size: int = 4_000_000) -> Facts:
    """Read the XML of a sheet once, `size` bytes at a time, and give its facts; of a sheet too long, only its start."""
    facts = Facts()
    lines = 0
    merges: list[bytes] = []
    for block, is_rows in split_rows(stream, size):
        facts.size += len(block)
        if not is_rows:
            merges.append(block)
            if b"hidden=" in block:
                _find_hidden_columns(block, facts)
            continue
        lines += len(_ROW_START.findall(block))
        if any(mark in block for mark in _HELD):
            facts.useful, facts.lines = facts.size, lines
            if lines > MAX_LINES:
                return facts
        if b"hidden=" in block:
            _find_hidden(block, facts)
        if b'"e"' in block or b"'e'" in block:
            _find_errors(block, facts)
        if b"<f" in block or b":f" in block:
            _find_formulas(block, facts)
        area = _area(block)
        if area > MAX_CELLS:
            near, far = without_far(block)
            facts.far += far
            area = _area(near)
        facts.area = max(facts.area, area)
        first = _ROW.search(block)
        facts.numbered = facts.numbered and (first is None or _NUMBER.search(first[1]) is not None)
    facts.spans = [
        MergedSpan(int(found[2]), column(found[1]), int(found[4]), column(found[3]))
        for found in _MERGE.finditer(b"".join(merges))
    ]
    return facts


def split_rows(stream: IO[bytes], size: int) -> Iterator[tuple[bytes, bool]]:
    """Cut the XML of a sheet into what is before the rows, whole rows, and what is after them.

    Yields pieces whose concatenation is the XML, and whether a piece is made of rows.
    """
    rest = stream.read(size)
    start = _DATA.search(rest)
    while start is None:
        more = stream.read(size)
        if not more:
            yield rest, False
            return
        rest += more
        start = _DATA.search(rest)
    yield rest[: start.end()], False
    rest = rest[start.end() :]
    while True:
        pieces = [rest]
        wanted = max(size - len(rest), 1)
        while wanted > 0 and (more := stream.read(min(wanted, 1 << 20))):
            pieces.append(more)
            wanted -= len(more)
        rest = b"".join(pieces)
        del pieces
        cut = _last_row_end(rest)
        if cut:
            yield rest[:cut], True
            rest = rest[cut:]
        if wanted > 0:
            yield rest, False
            return
        if not cut:
            size *= 2


def _last_row_end(data: bytes) -> int:
    """Give where the last whole row ends; 0 when there is none."""
    plain = data.rfind(b"</row>")
    if plain >= 0:
        return plain + 6
    ends = list(_ROW_END.finditer(data)) if b":row>" in data else []
    return ends[-1].end() if ends else 0


def near_cells(block: bytes) -> bytes:
    """Give rows without the cells that `scan_sheet` found to stand too far off."""
    return without_far(block)[0] if _area(block) > MAX_CELLS else block


def _area(block: bytes) -> int:
    """Give rows × columns between the outermost cells of a block, never too few.

    Cells up to ZZ9999 are not looked at one by one, so that a usual sheet costs little.
    """
    width = max((column(letters.upper()) for letters in set(_COLUMN.findall(block))), default=25) + 1
    if width > 702:
        rows = set(map(int, set(_LINE.findall(block))))
    else:
        rows = set(map(int, set(_FAR_LINE.findall(block))))
        if rows and _NEAR_LINE.search(block):
            rows.add(1)
    return (max(rows) - min(rows) + 1) * width if rows else 0


def column(letters: bytes) -> int:
    """Give the column of its letters, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _find_hidden(block: bytes, facts: Facts) -> None:
    for found in _ROW.finditer(block):
        number = _NUMBER.search(found[1])
        if number and _HIDDEN.search(found[1]):
            facts.hidden.append(int(number[1]))


def _find_hidden_columns(block: bytes, facts: Facts) -> None:
    for found in _COLS.finditer(block):
        first, last = _MIN.search(found[1]), _MAX.search(found[1])
        if first and last and _HIDDEN.search(found[1]):
            # a column definition may run to the end of the sheet
            facts.hidden_columns += range(int(first[1]) - 1, min(int(last[1]), int(first[1]) + 100))


def _find_errors(block: bytes, facts: Facts) -> None:
    for found in _ERROR.finditer(block):
        cell, value = _CELL.search(found[1]), _VALUE.search(found[2])
        if cell:
            text = value[1].decode("utf-8", "replace") if value else "#N/A"
            facts.faults[int(cell[2]), column(cell[1])] = Fault(text)


def _find_formulas(block: bytes, facts: Facts) -> None:
    for found in _FORMULA.finditer(block):
        cell = _CELL.search(found[1])
        if cell and not re.search(rb"\bt=[\"']str[\"']", found[1]):
            formula = unescape((found[2] or b"").decode("utf-8", "replace"))
            facts.faults[int(cell[2]), column(cell[1])] = Fault(f"={formula[:40]}")
