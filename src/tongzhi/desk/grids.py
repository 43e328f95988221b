"""Returned forms as plain grids of cells, whatever they were written in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tongzhi.errors import InputError, Place, Problem, TongzhiError
from tongzhi.office import to_docx
from tongzhi.read.data import read_bytes
from tongzhi.read.delimited import read_delimited
from tongzhi.read.encoding import decode
from tongzhi.read.sheets import is_workbook, read_workbook
from tongzhi.word.blocks import Table
from tongzhi.word.document import WordDocument

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")
TEXTS = (".txt", ".md")
WORDS = (".docx",)
OLD_WORDS = (".doc", ".wps")
READABLE = (*WORKBOOKS, *TEXTS, *WORDS, *OLD_WORDS)


@dataclass(frozen=True, slots=True)
class FormGrid:
    """One table of a returned file.

    Attributes:
        place: file and sheet.
        rows: numbered rows of cells as text; blank cells are empty.
        lines: text that stands outside the table (docx), in order.
        covered: row numbers and columns (from 0) of cells that a merged range covers, its first cell left out.
        hidden: the sheet is hidden; its rows are not given.
        hidden_rows: numbers of hidden rows.
        far: what cells were left out because they stand far from the table, in words.
    """

    place: Place
    rows: list[tuple[int, list[str]]]
    lines: list[str] = field(default_factory=list)
    covered: frozenset[tuple[int, int]] = frozenset()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    far: str = ""


def find_files(paths: list[Path]) -> list[Path]:
    """Give the files that may hold returned forms, those of folders in name order.

    Raises:
        InputError: a path does not exist, or no file is there at all.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(inner for inner in path.rglob("*") if inner.is_file())
            found += inner_files(inside)
        elif path.is_file():
            found.append(path)
        else:
            raise InputError.one("文件或文件夹不存在", "核对路径", place=Place(file=str(path)))
    if not found:
        raise InputError.one(
            "没有可读的文件", f"把收回的 {' '.join(READABLE)} 放进去", place=Place(file=str(paths[0]))
        )
    return found


_NO_REPLIES = ("thumbs.db", "desktop.ini")


def passed_over(folders: list[Path]) -> list[Problem]:
    """Tell the files of folders that may be a reply, but in a form that cannot be read: a photo, a .pdf, an archive."""
    inside = [path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*"))]
    return [
        Problem(
            Place(file=path.name), "没有读：这种文件认不出里面的字", f"要 {' '.join(READABLE)}，请单位另报"
        )
        for path in inside
        if path.is_file()
        and path.suffix.lower() not in (*READABLE, ".yaml", ".yml", ".json")
        and not path.name.startswith(("~$", "."))
        and path.name.lower() not in _NO_REPLIES
    ]


def inner_files(paths: list[Path]) -> list[Path]:
    """Give the readable ones; lock files of Word and WPS (~$) and hidden files are passed over."""
    return [
        path for path in paths if path.suffix.lower() in READABLE and not path.name.startswith(("~$", "."))
    ]


def read_grids(path: Path, name: str = "") -> list[FormGrid]:
    """Read every table of a returned file; `name` is what it is called in messages.

    Raises:
        InputError: the file cannot be read.
    """
    grids = [grid for grid in _read_grids(path) if not grid.hidden]
    for grid in grids:
        if grid.far:
            raise InputError.one(grid.far, "删去表外多余的单元格", place=grid.place)
    return [replace(grid, place=replace(grid.place, file=name)) for grid in grids] if name else grids


def _read_grids(path: Path) -> list[FormGrid]:
    suffix = path.suffix.lower()
    if suffix and suffix not in READABLE:
        raise InputError.one(f"不认识 {suffix} 文件", f"要 {' '.join(READABLE)}", place=Place(file=str(path)))
    if suffix in TEXTS:
        return [FormGrid(Place(file=path.name), [], _text_lines(path))]
    if suffix in (*WORDS, *OLD_WORDS):
        return _word_grids(path)
    return _workbook_grids(path)


def read_all(paths: list[Path]) -> tuple[list[tuple[Path, FormGrid]], list[Problem]]:
    """Read many files; those that cannot be read are told, not lost; hidden sheets are given without their rows."""
    grids: list[tuple[Path, FormGrid]] = []
    problems: list[Problem] = []
    names = Counter(path.name for path in paths)
    for path in paths:
        name = f"{path.parent.name}/{path.name}" if names[path.name] > 1 else ""
        try:
            found = [
                replace(grid, place=replace(grid.place, file=name)) if name else grid
                for grid in _read_grids(path)
            ]
            grids += [(path, grid) for grid in found]
            if not found:
                problems.append(Problem(Place(file=name or path.name), "里面没有内容", "请填写单位重报"))
        except TongzhiError as error:
            problems += [
                replace(one, place=replace(one.place, file=name or path.name)) for one in error.problems
            ]
    return grids, problems


def _text_lines(path: Path) -> list[str]:

    return [line.strip() for line in decode(read_bytes(path), path.name).text.splitlines() if line.strip()]


def _workbook_grids(path: Path) -> list[FormGrid]:

    with path.open("rb") as stream:
        head = stream.read(4096)
    tables = read_workbook(path, tells_far=True) if is_workbook(head) else [read_delimited(path)]
    grids = []
    for table in tables:
        if table.hidden:
            grids.append(FormGrid(Place(file=path.name, sheet=table.name or None), [], hidden=True))
            continue
        rows = [(number, [as_text(cell) for cell in cells]) for number, cells in table.lines()]
        if rows:
            covered = frozenset(
                (row, column)
                for span in table.spans
                for row in range(span.top, span.bottom + 1)
                for column in range(span.left, min(span.right, 200) + 1)
                if (row, column) != (span.top, span.left)
            )
            grids.append(
                FormGrid(
                    Place(file=path.name, sheet=table.name or None),
                    rows,
                    covered=covered,
                    hidden_rows=frozenset(table.hidden_lines),
                    far=table.far_words(),
                )
            )
    return grids


def _word_grids(path: Path) -> list[FormGrid]:

    data = _converted(path) if path.suffix.lower() in OLD_WORDS else read_bytes(path, 50000000)
    document = WordDocument(data, path.name)
    lines: list[str] = []
    grids: list[FormGrid] = []
    for block in document.blocks:
        if isinstance(block, Table):
            cells: dict[int, dict[int, str]] = {}
            for paragraph in block.paragraphs:
                row = cells.setdefault(paragraph.row, {})
                row[paragraph.column] = (row.get(paragraph.column, "") + "\n" + paragraph.stripped).strip()
            rows = [
                (number, [row.get(column, "") for column in range(1, max(row) + 1)])
                for number, row in sorted(cells.items())
                if row
            ]
            grids.append(FormGrid(Place(file=path.name), rows, lines))
        elif block.stripped:
            lines += [line for line in block.stripped.splitlines() if line.strip()]
    return grids or [FormGrid(Place(file=path.name), [], lines)]


def _converted(path: Path) -> bytes:

    with TemporaryDirectory(prefix="tongzhi-") as folder:
        return to_docx(path, Path(folder)).read_bytes()


def as_text(cell: Any) -> str:
    """Give a cell as its reader sees it."""
    if cell is None:
        return ""
    text = str(cell).strip(" \t\r\n　\xa0")
    return re.sub(r"\s+00:00:00$", "", text)
