"""The tables of a document as grids of text, with their merged cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongzhi.word.blocks import Table, read_blocks, read_paragraph
from tongzhi.word.document import WordDocument
from tongzhi.word.markup import attribute, w

if TYPE_CHECKING:
    from tongzhi.word.markup import Element

MOST_COLUMNS = 500
"""A cell may not claim to be wider; the rest of its width is left out."""


@dataclass(slots=True)
class WordGrid:
    """One table.

    Attributes:
        rows: the text of each cell; a merged cell has its text at its first place and nothing elsewhere.
        spans: merged ranges: first row from 1, first column from 0, last row, last column.
    """

    rows: list[list[str]] = field(default_factory=list)
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)


def read_grids(data: bytes, name: str | None = None) -> list[WordGrid]:
    """Give the tables of the body of a .docx, in order; a table within a cell belongs to the text of that cell.

    Raises:
        InputError: it is no .docx.
        LimitError: it would unpack too far.
    """
    document = WordDocument(data, name)
    return [_grid(block.element) for block in read_blocks(document.body) if isinstance(block, Table)]


def _grid(table: Element) -> WordGrid:
    grid = WordGrid()
    open_spans: dict[int, list[int]] = {}
    for line in table.iterfind(f".//{w('tr')}"):
        if _table_of(line) is not table:
            continue
        row: list[str] = []
        for cell in _cells(line):
            column = len(row)
            width = min(_number(cell, "gridSpan"), MOST_COLUMNS)
            merge = _merge(cell)
            if merge == "continue" and column in open_spans:
                open_spans[column][2] = len(grid.rows) + 1
                text = ""
            else:
                text = _text(cell)
                _close(grid, open_spans.pop(column, None))
                open_spans[column] = [len(grid.rows) + 1, column, len(grid.rows) + 1, column + width - 1]
            row += [text, *[""] * (width - 1)]
        grid.rows.append(row)
    for span in open_spans.values():
        _close(grid, span)
    return grid


def _close(grid: WordGrid, span: list[int] | None) -> None:
    if span is not None and (span[2] > span[0] or span[3] > span[1]):
        grid.spans.append((span[0], span[1], span[2], span[3]))


def _table_of(line: Element) -> Element | None:
    parent = line.getparent()
    while parent is not None and parent.tag != w("tbl"):
        parent = parent.getparent()
    return parent


def _cells(line: Element) -> list[Element]:
    return [cell for cell in line.iter(w("tc")) if _line_of(cell) is line]


def _line_of(cell: Element) -> Element | None:
    parent = cell.getparent()
    while parent is not None and parent.tag != w("tr"):
        parent = parent.getparent()
    return parent


def _number(cell: Element, name: str) -> int:
    found = cell.find(f"{w('tcPr')}/{w(name)}")
    value = attribute(found, "val") if found is not None else None
    return max(int(value), 1) if value and value.isdecimal() else 1


def _merge(cell: Element) -> str:
    found = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    return "" if found is None else attribute(found, "val") or "continue"


def _text(cell: Element) -> str:
    return "\n".join(read_paragraph(each, 0).text for each in cell.iter(w("p"))).strip()
