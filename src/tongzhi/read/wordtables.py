"""The tables of a .docx as tables of cells."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tongzhi.office import to_docx
from tongzhi.read.data import read_bytes
from tongzhi.read.tables import MergedSpan, SheetTable, tidy_cell
from tongzhi.word.grids import read_grids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongzhi.read.tables import Line

MAX_PAPER = 50_000_000
"""Bytes of a .docx."""


def read_word_tables(path: Path) -> list[SheetTable]:
    """Give the tables of a .docx in their order; the first is a sheet without a name, the others 表2, 表3 …

    Raises:
        InputError: the file is no .docx.
        LimitError: it is too large, or would unpack too far.
        MissingToolError: an old Word file, and no program here can convert it.
    """
    made = []
    if path.suffix.lower() in (".doc", ".wps"):
        with TemporaryDirectory(prefix="tongzhi-") as folder:
            data = read_bytes(to_docx(path, Path(folder)), MAX_PAPER)
    else:
        data = read_bytes(path, MAX_PAPER)
    for position, grid in enumerate(read_grids(data, path.name), 1):
        spans = [MergedSpan(top, left, bottom, right) for top, left, bottom, right in grid.spans]
        made.append(
            SheetTable("" if position == 1 else f"表{position}", partial(_lines, grid.rows), spans=spans)
        )
    return made


def _lines(rows: list[list[str]]) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        cells = [tidy_cell(cell) for cell in row]
        if any(cell is not None for cell in cells):
            yield number, cells
