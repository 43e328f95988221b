"""Delimited text (.csv, .tsv, .txt) as a table, whatever its encoding and delimiter."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from tongzhi.errors import InputError, Place
from tongzhi.read.data import read_bytes
from tongzhi.read.encoding import TABLE, decode
from tongzhi.read.tables import Line, SheetTable, tidy_cell

MAX_BYTES = 1_000_000_000
_END = "\ufdd0"
"""A code point that is no character and stands in no text."""
DELIMITERS = (",", "\t", ";", "|", "，", "；", "、", "^")


def read_delimited(path: Path, encoding: str | None = None) -> SheetTable:
    """Give the table of a text file.

    Args:
        path: the file.
        encoding: by its name, for files where it can't be told.

    Raises:
        InputError: it is no text, or its encoding is unclear.
    """
    data = read_bytes(path, MAX_BYTES)
    if (
        data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
        .lower()
        .startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta"))
    ):
        raise InputError.one(
            "这其实是网页，不是表格", "用 WPS 或 Excel 打开后另存为 .xlsx", place=Place(file=str(path))
        )
    text = decode(data, path.name, encoding, TABLE).text
    return SheetTable("", partial(_lines, text, find_delimiter(text), path.name))


def find_delimiter(text: str) -> str:
    """Give the delimiter that cuts most of the first lines into the same number of cells, more than one."""
    first = text.split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and len(first) == 5:
        return first[4]
    sample = text[:20_000]
    if len(text) > len(sample):
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, best_score = ",", 0.0
    for rank, delimiter in enumerate(DELIMITERS):
        if delimiter not in sample:
            continue
        widths = Counter(
            len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if any(row)
        )
        width, lines = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
        if width > 1:
            score = lines / sum(widths.values()) - rank * 0.01 + min(width, 20) * 0.005
            if score > best_score:
                best, best_score = delimiter, score
    return best


def _lines(text: str, delimiter: str, name: str) -> Iterator[Line]:
    for number, cells in csv_rows(text, delimiter, name):
        tidy = [_unquoted(tidy_cell(cell)) for cell in cells]
        if any(cell is not None for cell in tidy) and not (number == 1 and text[:4].lower() == "sep="):
            yield number, tidy


def csv_rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of delimited text, each with the line that it begins in, from 1.

    Raises:
        InputError: a quote is never closed, so that all that follows would be one cell; or a cell has 10 MB.
    """
    csv.field_size_limit(10_000_000)
    # the mark behind the last line is a row of its own unless a quote before it was never closed
    lines = chain(io.StringIO(text if text.endswith(("\n", "\r")) else text + "\n", newline=""), [_END])
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            number, before = before + 1, reader.line_num
            if cells and cells[-1].endswith(_END):
                if cells != [_END]:
                    raise InputError.one(
                        "这一行的引号没有成对，后面的行都并进了一格",
                        "补上或删去引号，或用 WPS 打开后另存为 .xlsx",
                        place=Place(file=name, line=number),
                    )
                return
            yield number, cells
    except csv.Error as error:
        raise InputError.one(
            "这一行的引号或符号不对，读不下去",
            "检查引号是否成对",
            place=Place(file=name, line=reader.line_num),
        ) from error


def _unquoted(cell: str | None) -> str | None:
    """Take off what spreadsheets put around text to keep it text: `="0123"`, a leading `'` before a formula."""
    if cell is None:
        return None
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1] or None
    if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@":
        return cell[1:]
    return cell
