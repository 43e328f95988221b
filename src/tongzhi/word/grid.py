"""A table as a grid: merged cells stand in every place they cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tongzhi.word.blocks import Paragraph, Table, read_paragraph
from tongzhi.word.markup import Element, attribute, children, w

_WIDEST = 400
"""Columns beyond this are no table of an office; a span may claim millions."""


@dataclass(slots=True)
class Cell:
    """One cell. `row` and `column` count from 1 in the grid; `text` joins its paragraphs by line feeds."""

    row: int
    column: int
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def read_grid(table: Table) -> list[list[Cell | None]]:
    """Give the rows of a table, each a list over grid columns; a merged cell is the same object wherever it stands.

    Returns:
        rows × columns; `None` where the row has no cell (before its first or after its last).
    """
    known = {id(paragraph.element): paragraph for paragraph in table.paragraphs}
    rows: list[list[Cell | None]] = []
    for number, element in enumerate(_rows(table.element), start=1):
        row: list[Cell | None] = [None] * _count(element, "gridBefore")
        for child in _cells(element):
            properties = child.find(w("tcPr"))
            span = max(1, min(_span(properties), _WIDEST - len(row)))
            merged = properties.find(w("vMerge")) if properties is not None else None
            goes_on = merged is not None and attribute(merged) in (None, "continue")
            above = rows[-1][len(row)] if goes_on and rows and len(row) < len(rows[-1]) else None
            if above is not None:
                cell = above
            else:
                cell = Cell(number, len(row) + 1)
                for paragraph in child.iter(w("p")):
                    cell.paragraphs.append(known.get(id(paragraph)) or read_paragraph(paragraph, table.after))
            row += [cell] * span
            if len(row) >= _WIDEST:
                break
        rows.append(row)
    return rows


def _rows(table: Element) -> Iterator[Element]:
    for child in children(table):
        if child.tag == w("tr"):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins")):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in children(row):
        if child.tag == w("tc"):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins")):
            yield from _cells(child)


def _span(properties: Element | None) -> int:
    found = attribute(properties.find(w("gridSpan"))) if properties is not None else None
    return int(found) if found and found.isdigit() else 1


def _count(row: Element, name: str) -> int:
    properties = row.find(w("trPr"))
    found = attribute(properties.find(w(name))) if properties is not None else None
    return min(int(found), _WIDEST) if found and found.isdigit() else 0
