"""Tables of a .docx, the printed 整改清单 among them, whose columns hold several fields each."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tongzhi.errors import InputError, Place
from tongzhi.read.data import read_bytes
from tongzhi.word.document import WordDocument

Split = Callable[[str], dict[str, str]]
MAX_PAPER = 50_000_000
"""Bytes of a .docx."""
_MARKS = ("编号", "描述", "问题", "任务", "措施", "时限", "责任")
"""A header row has at least two cells with one of these words."""


def read_tables(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Give each table that has a header: its header and its rows; a cell merged downwards repeats.

    Raises:
        InputError: the file is no .docx.
        LimitError: it is too large, or would unpack too far.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    data = read_bytes(path, MAX_PAPER)
    WordDocument(
        data, path.name
    )  # refuses bombs, entities and damaged parts, which python-docx takes or trips over
    try:
        tables = docx.Document(io.BytesIO(data)).tables
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, OSError) as error:
        raise InputError.one(
            "打不开，文件损坏或不是 .docx", "用 Word 打开后另存为 .docx", place=Place(file=path.name)
        ) from error
    for table in tables:
        rows = list(_rows(table))
        at = next(
            (
                at
                for at, row in enumerate(rows)
                if sum(any(mark in cell for mark in _MARKS) for cell in row) >= 2
            ),
            None,
        )
        if at is not None:
            header = [re.sub(r"\s+", "", cell) for cell in rows[at]]
            yield header, [row for row in rows[at + 1 :] if row != rows[at] and not _is_total(row)]


def _rows(table: Any) -> Iterator[list[str]]:
    from docx.table import _Cell

    above: list[str] = []
    for tr in table._tbl.tr_lst:  # noqa: SLF001  row.cells walks the whole table for each row
        row: list[str] = []
        for tc in tr.tc_lst:
            column = len(row)
            merged = tc.vMerge == "continue" and column < len(above)
            text = above[column] if merged else _Cell(tc, table).text.strip()
            row += [text] + [""] * (tc.grid_span - 1)
        above = row
        yield row


def _is_total(row: list[str]) -> bool:
    return any(cell.replace(" ", "") in ("合计", "总计", "小计") for cell in row[:2])


def split_columns(header: list[str]) -> tuple[dict[str, Split], list[str]]:
    """Give how each column of the printed list is parted, and the headers of the other columns."""
    split = {name: _SPLITS[name] for name in header if name in _SPLITS}
    return split, [name for name in header if name not in split]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _place(text: str) -> dict[str, str]:
    lines = [*_lines(text), "", ""]
    return {"region": lines[0], "field": lines[1]}


def _entity(text: str) -> dict[str, str]:
    entity, _, location = text.partition("：")
    return {"entity": entity.strip(), "location": location.strip()}


def _description(text: str) -> dict[str, str]:
    words, _, basis = text.partition("判定依据：")
    return {"description": words.strip(), "basis": basis.strip()}


_DATE = re.compile(r"\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)")


def _found(text: str) -> dict[str, str]:
    day = _DATE.match(text)
    lines = [*_lines(text[day.end() :] if day else text), "", ""]
    return {"found_on": day[1] if day else "", "found_by": lines[0], "inspect_unit": lines[1]}


def _responsible(text: str) -> dict[str, str]:
    lines = _lines(text)
    return {"resp_unit": lines[0] if lines else "", "resp_person": " ".join(lines[1:])}


def _oversight(text: str) -> dict[str, str]:
    rest, _, sponsor = text.partition("包保领导：")
    lines = [*_lines(rest), "", ""]
    return {"oversight_unit": lines[0], "oversight_person": lines[1], "sponsor": sponsor.strip()}


def _funds(text: str) -> dict[str, str]:
    lines = [*_lines(text), "", ""]
    return {"funds": lines[0], "funds_source": lines[1].strip("（）")}


def _control(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines(text):
        if line.startswith("预案："):
            found["emergency_plan"] = line.removeprefix("预案：")
        elif re.match(r"转移\d+人", line):
            found["evacuated"] = line.removeprefix("转移")
        elif line.startswith(("局部停产", "全部停产", "停工", "停用")):
            found["stop_order"] = line
        else:
            found["interim_control"] = "\n".join(filter(None, (found.get("interim_control"), line)))
    return found


def _progress(text: str) -> dict[str, str]:
    words, _, closed = text.partition("销号：")
    return {"progress": words.strip(), "closed_on": closed.strip()}


_SPLITS: dict[str, Split] = {
    "所属地区及领域": _place,
    "单位名称及隐患部位": _entity,
    "隐患描述": _description,
    "发现日期及方式": _found,
    "整改责任单位、责任人": _responsible,
    "监管责任单位、责任人": _oversight,
    "整改资金（万元）": _funds,
    "临时管控措施及应急预案": _control,
    "整改进展": _progress,
}
