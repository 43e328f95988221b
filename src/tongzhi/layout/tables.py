"""Tables that are computed when a document is made: only the columns that hold something are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tongzhi.engine.values import Blocks, Marked
from tongzhi.layout import styles as st
from tongzhi.layout.pieces import cell, fit, grid, head_row
from tongzhi.layout.signature import TINT
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import CellFragment, paragraph, row, run

SUGGESTED = "〔建议〕"
"""What stands behind a value that nobody has said and a person must confirm."""

_ROW = 454
"""Least height of a row in twips (8 mm)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its part of the width, the text of each row."""

    label: str
    width: float
    texts: Sequence[Any]
    left: bool = False
    keep: bool = False
    """Printed even if it holds nothing: a column that people fill in by hand."""


def filled_table(s: Standard, columns: Sequence[Column], whole: int, *, balance: bool = False) -> Blocks:
    """Give a ruled table of the columns that hold something; nothing without rows.

    Args:
        s: the standard.
        columns: every column that the table may have; all hold the same number of texts.
        whole: width of the table in twips.
        balance: shift the widths to where the rows have the fewest lines.
    """
    shown = [column for column in columns if column.keep or any(str(text) for text in column.texts)]
    if not shown or not shown[0].texts:
        return Blocks("")
    widths = fit(tuple(column.width for column in shown), whole)
    if balance:
        widths = _balanced(shown, widths, round(s.table.size))
    rows = head_row(tuple(column.label for column in shown), widths)
    for number in range(len(shown[0].texts)):
        rows += row([_cell(column.texts[number], left=column.left) for column in shown], widths, height=_ROW)
    return Blocks(grid(s, widths, rows))


_BESIDE = 2 * 57 + 20
"""White and rules beside the text of a cell in twips."""
_STEP = 40
"""Steps in which a width is shifted: this part of the whole table."""


def _balanced(columns: Sequence[Column], widths: list[int], size: int) -> list[int]:
    """Give the widths, shifted from column to column as long as the table has fewer lines by it.

    Args:
        columns: the columns that are printed.
        widths: their widths to begin with, in twips.
        size: the width of a Chinese character in twips.
    """
    step = sum(widths) // _STEP
    texts = [[suggested(text) for text in column.texts] for column in columns]
    least = [_least(column.label, size) for column in columns]
    known: dict[tuple[int, int], list[int]] = {}

    def lines(column: int, width: int) -> list[int]:
        if (column, width) not in known:
            known[column, width] = [_lines(text, width - _BESIDE, size) for text in texts[column]]
        return known[column, width]

    def height(tried: Sequence[int]) -> int:
        return sum(map(max, zip(*(lines(column, width) for column, width in enumerate(tried)), strict=True)))

    best, found = height(widths), list(widths)
    while True:
        moves = []
        for source in range(len(found)):
            for target in range(len(found)):
                tried = list(found)
                tried[source], tried[target] = tried[source] - step, tried[target] + step
                if source != target and tried[source] >= least[source]:
                    moves.append((height(tried), source, target, tried))
        lowest = min(moves, default=(best, 0, 0, found))
        if lowest[0] >= best:
            return found
        best, found = lowest[0], lowest[3]


def _least(label: str, size: int) -> int:
    """Give the least width of a column in twips: its heading in two lines, four characters of a cell."""
    return _BESIDE + size * (max(4, -(-len(label) // 2)) if len(label) > len("序号") else len(label))


def _lines(text: str, width: int, size: int) -> int:
    """Give the lines that a text takes in a column: letters and digits are narrower than characters, and set off."""
    taken = [
        sum(size if ord(mark) > _WIDE else size * _NARROW for mark in line)
        + len(_SET_OFF.findall(line)) * size / 4
        for line in text.split("\n")
    ]
    return sum(max(1, -int(-one // max(width, size))) for one in taken)


_SET_OFF = re.compile(r"(?<=[0-9A-Za-z])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9A-Za-z])")
"""Where Word puts a quarter of a character between letters and characters."""
_NARROW = 0.6
"""Width of a letter or digit beside that of a character, in the widest of the faces that stand in for 仿宋."""
_WIDE = 0x2000
"""Code point from which marks are as wide as Chinese characters."""


def _cell(text: Any, *, left: bool) -> CellFragment:
    style = st.CELL_LEFT if left else st.CELL
    words = suggested(text)
    if isinstance(text, Marked):
        return CellFragment(paragraph(run(words, tint=TINT), style=style))
    return cell(words, style) if words else CellFragment(paragraph(style=style))


def suggested(text: Any) -> str:
    """Give the words of a value; a suggestion says so."""
    words = str(text)
    return f"{words}{SUGGESTED}" if isinstance(text, Marked) and words and SUGGESTED not in words else words
