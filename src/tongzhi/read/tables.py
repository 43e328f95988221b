"""Tables as a roster file holds them: numbered lines of cells, with what a reader must be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

Line = tuple[int, list[Any]]
"""The number of a line in its sheet, from 1, and its cells; blank cells are `None`."""


class Fault(str):
    """A cell without a usable value: `#N/A`, or a formula that was never calculated."""

    __slots__ = ()


ERRORS = frozenset(
    ("#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA")
)
"""What spreadsheets show for a formula that failed; saved as .csv or pasted, it is text like any other."""


@dataclass(frozen=True, slots=True)
class MergedSpan:
    """A merged range; rows and columns count from 1 and 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class SheetTable:
    """One sheet (or the only table of a text file).

    Attributes:
        name: of the sheet; empty when the format has none.
        lines: gives the lines that hold something, in order; may be called again.
        hidden: the sheet is hidden.
        spans: merged ranges, where the format tells them.
        hidden_lines: numbers of hidden lines.
        hidden_columns: hidden columns, from 0.
        far: names of the cells that stand so far from the table that they were left out.
    """

    name: str
    lines: Callable[[], Iterator[Line]]
    hidden: bool = False
    spans: list[MergedSpan] = field(default_factory=list)
    hidden_lines: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    far: list[str] = field(default_factory=list)

    def far_words(self) -> str:
        """Say which cells were left out; empty when none was."""
        shown = "、".join(self.far[:5])
        return f"{shown}{'等' if len(self.far) > 5 else ''} 离表太远，没有读" if self.far else ""


def is_empty(cell: Any) -> bool:
    """Tell whether a cell holds nothing a person sees."""
    return cell is None or (isinstance(cell, str) and not cell.strip(" \t\r\n　\xa0"))


def tidy_cell(cell: Any) -> Any:
    """Give a cell as Python sees it best: blanks as `None`, whole numbers as `int`, text without outer blanks."""
    kind = type(cell)
    if kind is str:
        text = cell.strip(" \t\r\n　\xa0")
        return Fault(text.upper()) if text[:1] == "#" and text.upper() in ERRORS else text or None
    if kind is float:
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    return cell


def column_letters(column: int) -> str:
    """Give the letters of a column as spreadsheets show them: 0 is A, 27 is AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
