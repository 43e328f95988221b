from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook from rows; `merged` names ranges that are merged, further sheets follow by name."""

    def write(name: str, rows: Rows, *, merged: Sequence[str] = (), **sheets: Rows) -> Path:
        made = Workbook()
        first = made.active
        assert first is not None
        for row in rows:
            first.append(list(row))
        for span in merged:
            first.merge_cells(span)
        for title, more in sheets.items():
            sheet = made.create_sheet(title)
            for row in more:
                sheet.append(list(row))
        held = io.BytesIO()
        made.save(held)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held.getvalue())
        return path

    return write


@pytest.fixture
def paper(tmp_path: Path) -> Callable[..., Path]:
    """Write a .docx: lines above a table, then the table; `merged` joins cells (row, column) to (row, column)."""

    def write(name: str, lines: Sequence[str], rows: Rows, merged: Sequence[Sequence[int]] = ()) -> Path:
        document = Document()
        for line in lines:
            document.add_paragraph(line)
        table = document.add_table(len(rows), max(len(row) for row in rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
        for top, left, bottom, right in merged:
            text = table.cell(top, left).text
            table.cell(top, left).merge(table.cell(bottom, right)).text = text
        path = tmp_path / name
        document.save(str(path))
        return path

    return write
