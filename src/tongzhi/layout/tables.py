"""Tables that are computed when a document is made: only the columns that hold something are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tongzhi.engine.values import Blocks, Marked
from tongzhi.layout import styles as st
from tongzhi.layout.pieces import cell, fit, grid, head_row
from tongzhi.layout.signature import TINT
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import Cell, paragraph, row, run

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


def filled_table(s: Standard, columns: Sequence[Column], whole: int) -> Blocks:
    """Give a ruled table of the columns that hold something; nothing without rows.

    Args:
        s: the standard.
        columns: every column that the table may have; all hold the same number of texts.
        whole: width of the table in twips.
    """
    shown = [column for column in columns if column.keep or any(str(text) for text in column.texts)]
    if not shown or not shown[0].texts:
        return Blocks("")
    widths = fit(tuple(column.width for column in shown), whole)
    rows = head_row(tuple(column.label for column in shown), widths)
    for number in range(len(shown[0].texts)):
        rows += row([_cell(column.texts[number], left=column.left) for column in shown], widths, height=_ROW)
    return Blocks(grid(s, widths, rows))


def _cell(text: Any, *, left: bool) -> Cell:
    style = st.CELL_LEFT if left else st.CELL
    words = suggested(text)
    if isinstance(text, Marked):
        return Cell(paragraph(run(words, tint=TINT), style=style))
    return cell(words, style) if words else Cell(paragraph(style=style))


def suggested(text: Any) -> str:
    """Give the words of a value; a suggestion says so."""
    words = str(text)
    return f"{words}{SUGGESTED}" if isinstance(text, Marked) and words and SUGGESTED not in words else words
